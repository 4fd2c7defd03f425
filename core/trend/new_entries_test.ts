import { assertEquals } from "@std/assert";
import { Hour, type Manifest, type RankedPage } from "../mod.ts";
import { describeRise } from "./domain_past.ts";
import { newEntries, type PeriodLists } from "./new_entries.ts";

const NOW = Hour.parse("2026-09-10T18");

/** What an hour is said to have: by domain its pages, as `Ada 9, Eve 8`. */
function hour(
  before: number,
  domains: Record<string, string>,
  denylist: string | null = null,
): PeriodLists {
  const lists = Object.entries(domains).map(([code, written]): [string, RankedPage[]] => [
    code,
    written.split(", ").map((page, i) => {
      const [title = "", views] = page.split(" ");
      return { rank: i + 1, views: Number(views), title };
    }),
  ]);
  const parameters = { denylist: denylist === null ? null : { url: "", sha256: denylist } };
  const manifest = { parameters } as unknown as Manifest;
  return { period: NOW.plus(-before), manifest, lists: new Map(lists) };
}

const usual = (before: number) =>
  hour(before, { en: "Main 90, Eve 10", "en.m": "Main 80, Bob 20" });
const found = (periods: PeriodLists[], count = 1, top = 25) =>
  newEntries(periods, { count, top }).map(({ period, title, places }) =>
    [period, title, ...places.map((page) => `${page.code} ${describeRise(page)}`)].join(" · ")
  );

Deno.test("newEntries() has what was in no list of the past, in every domain where it came", () => {
  const past = [6, 5, 4, 3, 2, 1].map(usual);
  const now = hour(0, { en: "Main 95, Ada 30, Bob 25, Zoe 20", "en.m": "Ada 400, Main 85" });
  assertEquals(found([...past, now]), [
    "2026-09-10T18 · Ada · en.m at least ×20 · en at least ×3.0",
    "2026-09-10T18 · Zoe · en at least ×2.0",
  ]);
  assertEquals(found([...past, now], 1, 2), [
    "2026-09-10T18 · Ada · en.m at least ×20 · en at least ×3.0",
  ]);
});

Deno.test("newEntries() tells of a page once, as long as the past remembers it", () => {
  const periods = [9, 8, 7, 6, 5, 4, 3].map(usual);
  const ada = (before: number) => hour(before, { en: "Ada 100, Main 90" });
  assertEquals(found([...periods, ada(2), usual(1), ada(0)], 24), [
    "2026-09-10T16 · Ada · en at least ×10",
  ]);
});

Deno.test("newEntries() has none of hours with too little past, or with another denylist's", () => {
  const now = hour(0, { en: "Ada 100, Main 90" });
  assertEquals(found([5, 4, 3, 2, 1].map(usual).concat(now)), []);
  assertEquals(found([174, 173, 172, 171, 170, 169].map(usual).concat(now)), []);
  const denied = [6, 5, 4, 3, 2, 1].map((before) => hour(before, { en: "Main 1" }, "ab"));
  assertEquals(found([...denied, now]), []);
  assertEquals(found([]), []);
});
