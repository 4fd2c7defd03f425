import { assertEquals } from "@std/assert";
import { Hour } from "../time/hour.ts";
import type { Dump, Source } from "../source/source.ts";
import type { Edition } from "../rank/edition.ts";
import { crossCheck } from "./cross_check.ts";

const HOUR = Hour.parse("2026-09-10T18");

function sourceOf(totals: string | undefined): Source {
  const none = () => Promise.reject(new Error("Cannot open"));
  return {
    open: none,
    openIfChanged: none,
    openTotals(hour): Promise<Dump> {
      if (totals === undefined) return none();
      const body = new Blob([totals]).stream();
      return Promise.resolve({
        url: hour.totalsPath,
        body,
        length: null,
        etag: null,
        lastModified: null,
      });
    },
  };
}

async function check(views: Record<string, number>, edition: Edition, ...sources: Source[]) {
  const codes = Object.keys(views);
  const domainViews = Float64Array.from(Object.values(views));
  return await crossCheck(HOUR, { edition, tops: { codes, domainViews } }, { sources });
}

const URL = "2026/2026-09/projectviews-20260910-180000";

Deno.test("crossCheck() finds that all domains have the same views", async () => {
  assertEquals(
    await check({ "": 3, en: 7, "en.m": 5 }, "each", sourceOf('"" - 3 0\nen - 7 0\nen.m - 5 0\n')),
    { url: URL, domains: 3, differing: 0, examples: [] },
  );
});

Deno.test("crossCheck() names the domains that differ most", async () => {
  assertEquals(
    await check({ de: 1, en: 7, fr: 9 }, "each", sourceOf("en - 8 0\nfr - 90 0\nja - 4 0\n")),
    {
      url: URL,
      domains: 4,
      differing: 4,
      examples: [
        { code: "fr", dump: 9, totals: 90 },
        { code: "ja", dump: 0, totals: 4 },
        { code: "de", dump: 1, totals: 0 },
        { code: "en", dump: 7, totals: 8 },
      ],
    },
  );
});

Deno.test("crossCheck() compares projects where these were summed", async () => {
  const totals = sourceOf("en - 7 0\nen.m - 5 0\n");
  assertEquals((await check({ "en.wikipedia": 12 }, "all", totals)).differing, 0);
});

Deno.test("crossCheck() asks the next source, and says why there is nothing to compare with", async () => {
  const right = sourceOf("en - 7 0\n");
  assertEquals((await check({ en: 7 }, "each", sourceOf(undefined), right)).differing, 0);
  const none = { url: null, domains: 0, differing: 0, examples: [] };
  assertEquals(await check({ en: 7 }, "each"), { ...none, problem: "no source has such a file" });
  assertEquals(await check({ en: 7 }, "each", sourceOf("<html>")), {
    ...none,
    problem: "Cannot read projectviews: it has no totals",
  });
});
