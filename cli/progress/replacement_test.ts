import { assertEquals } from "@std/assert";
import type { Parameters } from "../../core/mod.ts";
import { describeParameters, describeReplacement } from "./replacement.ts";

const LIST = { url: "list", sha256: `c84e${"0".repeat(60)}` };
const BEFORE: Parameters = { top: 100, ties: "row", denylist: LIST };

Deno.test("describeReplacement() says what stays and what changes", () => {
  const cases: [Partial<Parameters>, string][] = [
    [{ denylist: null }, "top 100, denylist c84e… → none"],
    [{ top: 200 }, "top 100 → 200, denylist c84e…"],
    [{ ties: "rank" }, "top 100, ties row → rank, denylist c84e…"],
  ];
  for (const [change, expected] of cases) {
    assertEquals(describeReplacement(BEFORE, { ...BEFORE, ...change }), expected);
  }
  const ranked: Parameters = { top: 5, ties: "rank", denylist: null };
  assertEquals(
    describeReplacement(ranked, { ...ranked, denylist: LIST }),
    "top 5, ties rank, denylist none → c84e…",
  );
});

Deno.test("describeParameters() names them all but the usual rule of ties", () => {
  assertEquals(describeParameters(BEFORE), "top 100, denylist c84e…");
  assertEquals(
    describeParameters({ top: 5, ties: "dense", denylist: null }),
    "top 5, ties dense, denylist none",
  );
});
