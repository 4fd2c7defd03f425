import { assertEquals } from "@std/assert";
import { drawLeftOut } from "./draw_left_out.ts";

const DENIED = [
  { rank: 2, views: 52_322, title: "Special:Search" },
  { rank: 11, views: 7, title: "\u001b[31mRed\u001b[0m" },
];

Deno.test("drawLeftOut() says how many pages were left out, and lists them if asked to", () => {
  assertEquals(
    drawLeftOut(DENIED, { isAll: true, list: false }),
    "  2 pages left out by the denylist; --show-denied lists them\n",
  );
  assertEquals(
    drawLeftOut(DENIED.slice(0, 1), { isAll: true, list: false }),
    "  1 page left out by the denylist; --show-denied lists it\n",
  );
  const list = drawLeftOut(DENIED, { isAll: true, list: true }).split("\n");
  assertEquals(list.slice(0, 3), [
    "  2 pages left out by the denylist:",
    "    would be   views  title",
    "           2  52,322  Special:Search",
  ]);
  assertEquals(list[3]!.includes("\u001b"), false);
  assertEquals(drawLeftOut(undefined, { isAll: true, list: true }), "");
});

Deno.test("drawLeftOut() does not say more than is known", () => {
  const many = Array.from({ length: 25 }, (_, i) => ({ rank: i + 1, views: 1, title: `${i}` }));
  const first = (isAll: boolean, count = 25) =>
    drawLeftOut(many.slice(0, count), { isAll, list: false }).split(" by ")[0];
  assertEquals(first(true), "  25 pages left out");
  assertEquals(first(false), "  at least 25 pages left out");
  assertEquals(first(false, 24), "  24 pages left out");
});
