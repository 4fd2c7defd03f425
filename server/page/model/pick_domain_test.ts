import { assertEquals } from "@std/assert";
import type { Access } from "../../../core/wiki/project.ts";
import { pickDomain } from "./pick_domain.ts";

const pick = (has: Access[], access?: Access) =>
  pickDomain(
    has.map((access) => ({ access, domain_code: "", project: "", views: 0, pages: [] })),
    access,
  )?.access;

Deno.test("pickDomain() picks the access that was asked for, the desktop, or any", () => {
  assertEquals(pick(["mobile", "desktop"], "mobile"), "mobile");
  assertEquals(pick(["mobile", "desktop"]), "desktop");
  assertEquals(pick(["mobile", "desktop"], "all"), "desktop");
  assertEquals(pick(["mobile"], "desktop"), "mobile");
  assertEquals(pick([], "desktop"), undefined);
});
