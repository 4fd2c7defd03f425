import { assertEquals } from "@std/assert";
import { reportOf } from "../testing/nasty_report.ts";
import type { RankedPage } from "../rank/page.ts";
import { DEFAULT_FLAG_RULES, flagsOf, NO_FLAGS } from "./flags.ts";
import { type FlagRules, reportDomainIn } from "./report.ts";

function flags(page: Partial<RankedPage>, rules?: FlagRules, code = "en.wikipedia"): string {
  const domain = reportDomainIn("all", { code, views: 9000, pages: [] });
  const report = { ...reportOf([]), edition: "all" as const, ...rules && { flags: rules } };
  return flagsOf({ report, domain, page: { rank: 1, views: 1000, title: "A", ...page } }).join(" ");
}

Deno.test("flagsOf() marks parts of mobile views that are too few or too many", () => {
  const shares = [0, 0.019, 0.02, 0.5, 0.98, 0.981, 1];
  assertEquals(shares.map((mobileShare) => flags({ mobileShare })), [
    ...["mobile-share", "mobile-share", "", "", "", "mobile-share", "mobile-share"],
  ]);
});

Deno.test("flagsOf() marks no mobile share of few views, or where there is none", () => {
  assertEquals([flags({ mobileShare: 0, views: 999 }), flags({})], ["", ""]);
});

Deno.test("flagsOf() marks what is no article, by the project", () => {
  assertEquals(flags({ title: "Main_Page", mobileShare: 0 }), "not-article mobile-share");
  assertEquals(flags({ title: "Spezial:Suche" }), "");
  assertEquals(flags({ title: "Spezial:Suche" }, undefined, "de.wikipedia"), "not-article");
});

Deno.test("flagsOf() marks by other rules, or not at all", () => {
  const mobileShare = { low: 0.1, high: 0.5, views: 10 };
  assertEquals(
    flags({ mobileShare: 0.6, views: 10 }, { ...DEFAULT_FLAG_RULES, mobileShare }),
    [
      "mobile-share",
    ].join(),
  );
  const page = { title: "Main_Page", mobileShare: 0 };
  assertEquals(flags(page, NO_FLAGS), "");
  assertEquals(flags(page, { ...NO_FLAGS, isSpike: ({ page }) => page.rank === 1 }), "spike");
});
