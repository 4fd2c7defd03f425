import { assertEquals } from "@std/assert";
import { domainHeading } from "./domain_heading.ts";

Deno.test("domainHeading() names the project, the access, the code and the views", () => {
  assertEquals(domainHeading("en.m", 351_999), "en.wikipedia, mobile · en.m · 351,999 views");
  assertEquals(domainHeading("", 7), 'wikifunctions, desktop and mobile · "" · 7 views');
});

Deno.test("domainHeading() shows of a code nothing that a terminal would obey", () => {
  const heading = domainHeading("e\u001b[31mn\u009b1m.m", 7);
  assertEquals(/\p{Cc}/u.test(heading), false, heading);
});
