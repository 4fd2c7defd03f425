import { assertEquals, assertThrows } from "@std/assert";
import { Hour } from "./hour.ts";
import { hoursOfYesterday, latestHour, newestPublished, parseHourOrWord } from "./hour_words.ts";

const NOW = new Date("2026-09-11T07:30:00Z");
const rangeOf = ({ first, last }: { first: Hour; last: Hour }) => [first.label, last.label];

Deno.test("latestHour() is the newest stored hour, or the newest published one if none is stored", async () => {
  const stored = Hour.parse("2018-02-19T10");
  assertEquals(await latestHour(NOW, () => Promise.resolve(stored)), stored);
  const none = await latestHour(NOW, () => Promise.resolve(undefined));
  assertEquals([none.label, newestPublished(NOW).label], ["2026-09-11T05", "2026-09-11T05"]);
});

Deno.test("hoursOfYesterday() are the 24 whose names end in it", () => {
  assertEquals(rangeOf(hoursOfYesterday(NOW)), ["2026-09-10T01", "2026-09-11T00"]);
  const newYear = new Date("2027-01-01T00:00:00Z");
  assertEquals(rangeOf(hoursOfYesterday(newYear)), ["2026-12-31T01", "2027-01-01T00"]);
});

Deno.test("parseHourOrWord() reads an hour or `latest`, and says what a day has", () => {
  assertEquals(parseHourOrWord("2026-09-10T18", NOW).label, "2026-09-10T18");
  assertEquals(parseHourOrWord("latest", NOW).label, newestPublished(NOW).label);
  assertThrows(
    () => parseHourOrWord("yesterday", NOW),
    SyntaxError,
    'it is a day; write an hour of it, "2026-09-10T01" to "2026-09-11T00"',
  );
  assertThrows(() => parseHourOrWord("today", NOW), SyntaxError);
});
