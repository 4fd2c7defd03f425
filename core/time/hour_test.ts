import { assert, assertEquals, assertThrows } from "@std/assert";
import { Hour } from "./hour.ts";
import { checkPeriod } from "./period.ts";

const now = new Date("2026-11-22T03:40:00Z");
const hour = (text: string) => Hour.parse(text);

Deno.test("Hour.parse reads all forms that people and programs write", () => {
  const forms = [
    "2026-11-20T08",
    "2026-11-20T08Z",
    "2026-11-20T08:00",
    "2026-11-20T08:00Z",
    "2026-11-20T08:00:00",
    "2026-11-20T08:00:00Z",
    "2026-11-20T08:00:00.000Z",
    "2026-11-20T08:00:00+00:00",
    "2026-11-20T08:00:00-00:00",
    "2026-11-20T08:00:00+0000",
    "2026-11-20T08:00:00+00",
    "2026-11-20t08:00:00z",
    "2026-11-20 08:00:00",
    "2026-11-20 08:00",
    "2026-11-20 8:00",
    "2026-11-20 08",
    "2026-11-20 8",
    "2026112008",
    "20261120T08",
    "20261120T0800",
    "20261120T080000",
    "20261120T080000Z",
    "20261120T08:00:00",
    "20261120 08:00",
    "20261120-080000",
    "  2026-11-20T08\n",
  ];
  for (const form of forms) assertEquals(`${hour(form)}`, "2026-11-20T08", form);
});

Deno.test("Hour.parse throws on what is no hour, and says what to write instead", () => {
  for (const text of ["", "yesterday", "2026", "2026-11", "2026-11-20T", "2026-11-20T08:0", "08"]) {
    const message = `Invalid hour "${text}": write it as "2026-11-20T08"`;
    assertEquals(assertThrows(() => hour(text), SyntaxError).message, message);
  }
});

const REFUSALS: [text: string, error: typeof RangeError | typeof SyntaxError, message: string][] = [
  ["2026-02-29T08", RangeError, 'there is no date "2026-02-29"; check year, month and day'],
  ["2026-04-31T08", RangeError, 'there is no date "2026-04-31"; check year, month and day'],
  ["2026-13-01T08", RangeError, 'there is no date "2026-13-01"; check year, month and day'],
  ["2026-00-10T08", RangeError, 'there is no date "2026-00-10"; check year, month and day'],
  ["2026-11-00T08", RangeError, 'there is no date "2026-11-00"; check year, month and day'],
  ["0026-11-20T08", RangeError, 'there is no date "0026-11-20"; check year, month and day'],
  ["2026022908", RangeError, 'there is no date "2026-02-29"; check year, month and day'],
  [
    "2026-11-20",
    SyntaxError,
    'it is a day; write an hour of it, "2026-11-20T01" to "2026-11-21T00"',
  ],
  ["20251231", SyntaxError, 'it is a day; write an hour of it, "2025-12-31T01" to "2026-01-01T00"'],
  ["2026-11-20T24", RangeError, 'there is no hour "24"; write midnight as "2026-11-21T00"'],
  ["2025-12-31T24:00", RangeError, 'there is no hour "24"; write midnight as "2026-01-01T00"'],
  ["2026-11-20T25", RangeError, 'there is no hour "25"; write hours from 00 to 23'],
  [
    "2026-11-20T08:30",
    SyntaxError,
    "dumps cover whole hours; " +
    'write "2026-11-20T08" (until 08:00) or "2026-11-20T09" (the hour after it)',
  ],
  [
    "2026-11-20 8:00:01",
    SyntaxError,
    "dumps cover whole hours; " +
    'write "2026-11-20T08" (until 08:00) or "2026-11-20T09" (the hour after it)',
  ],
  [
    "2025-12-31T23:59:59.999Z",
    SyntaxError,
    "dumps cover whole hours; " +
    'write "2025-12-31T23" (until 23:00) or "2026-01-01T00" (the hour after it)',
  ],
  [
    "2026-11-20T08:00:00.5",
    SyntaxError,
    "dumps cover whole hours; " +
    'write "2026-11-20T08" (until 08:00) or "2026-11-20T09" (the hour after it)',
  ],
  [
    "2026-11-20T08:00+02:00",
    SyntaxError,
    'its offset is "+02:00", hours are in UTC; write "2026-11-20T06"',
  ],
  [
    "2026-11-20T23:00:00-0500",
    SyntaxError,
    'its offset is "-0500", hours are in UTC; write "2026-11-21T04"',
  ],
  [
    "2026-01-01T00:00+01",
    SyntaxError,
    'its offset is "+01", hours are in UTC; write "2025-12-31T23"',
  ],
  // Half an hour off, there may be no whole hour to write.
  [
    "2026-11-20T08:00+05:30",
    SyntaxError,
    'its offset is "+05:30", hours are in UTC; write it in UTC',
  ],
];

for (const [text, error, message] of REFUSALS) {
  Deno.test(`Hour.parse refuses "${text}"`, () => {
    const thrown = assertThrows(() => hour(text), error);
    assertEquals(thrown.message, `Invalid hour "${text}": ${message}`);
  });
}

Deno.test("Hour.parse advises whole hours of UTC where both offset and minutes are off", () => {
  // 08:30+01:00 is 07:30Z, which is no whole hour; 08:30+05:30 is 03:00Z.
  assertThrows(() => hour("2026-11-20T08:30+01:00"), SyntaxError, "hours are in UTC");
  assertThrows(() => hour("2026-11-20T08:30+05:30"), SyntaxError, "hours are in UTC");
});

Deno.test("Hour.parse reads hours that can have no dump; checkPeriod() refuses them", () => {
  const problems: [text: string, problem: string][] = [
    ["2015-05-01T00", 'it lies before the first dump; write "2015-05-01T01" or a later hour'],
    ["1999-12-31T23", 'it lies before the first dump; write "2015-05-01T01" or a later hour'],
    ["2026-11-22T04", 'it has not ended yet; write "2026-11-22T03" or an earlier hour'],
    ["2027-01-01T00", 'it has not ended yet; write "2026-11-22T03" or an earlier hour'],
    ["9999-01-01T00", 'it has not ended yet; write "2026-11-22T03" or an earlier hour'],
  ];
  for (const [text, problem] of problems) {
    assertEquals(hour(text).label, text);
    const { message } = assertThrows(() => checkPeriod(hour(text), now), RangeError);
    assertEquals(message, `Invalid hour "${text}": ${problem}`);
  }
});

Deno.test("checkPeriod() gives back the first dump's hour and the one that has just ended", () => {
  for (const text of ["2015-05-01T01", "2020-02-29T12", "2026-11-22T03"]) {
    const named = hour(text);
    assert(checkPeriod(named, now) === named);
  }
  const onTheHour = new Date("2026-11-22T04:00:00Z");
  assertEquals(checkPeriod(hour("2026-11-22T04"), onTheHour).label, "2026-11-22T04");
});

Deno.test("Hour.parse reads leap days, of leap years alone", () => {
  assertEquals(hour("2024-02-29T23").start, "2024-02-29T22:00:00Z");
  assertEquals(hour("2024-03-01T00").start, "2024-02-29T23:00:00Z");
  assertEquals(hour("2025-03-01T00").start, "2025-02-28T23:00:00Z");
  assertEquals(`${hour("2024-02-29T23").plus(1)}`, "2024-03-01T00");
  assertThrows(() => hour("2025-02-29T00"), RangeError, 'there is no date "2025-02-29"');
});

Deno.test("Hour.lastBefore is the hour that ended last", () => {
  assertEquals(`${Hour.lastBefore(now)}`, "2026-11-22T03");
  assertEquals(`${Hour.lastBefore(new Date("2026-01-01T00:00Z"))}`, "2026-01-01T00");
  assertEquals(`${Hour.lastBefore(new Date("2026-01-01T00:59:59.999Z"))}`, "2026-01-01T00");
  assertEquals(`${Hour.lastBefore(new Date("2025-12-31T23:59:59.999Z"))}`, "2025-12-31T23");
  const early = Hour.lastBefore(new Date("2015-05-01T00:59Z"));
  assertThrows(() => checkPeriod(early, now), RangeError, "the first dump");
  assertThrows(() => Hour.lastBefore(new Date("nonsense")).label, RangeError);
});

Deno.test("Hour.ofDump reads the name of a dump's file", () => {
  for (
    const path of [
      "pageviews-20260910-180000.gz",
      "pageviews-20260910-180000",
      "reports/pageviews-20260910-180000.gz",
      "C:\\dumps\\pageviews-20260910-180000.gz",
      "https://dumps.wikimedia.org/other/pageviews/2026/2026-09/pageviews-20260910-180000.gz",
    ]
  ) assertEquals(`${Hour.ofDump(path)}`, "2026-09-10T18", path);
});

Deno.test("Hour.ofDump answers nothing to other names", () => {
  for (
    const path of [
      "-",
      "",
      "projectviews-20260910-180000",
      "my-pageviews-20260910-180000.gz",
      "pageviews-20260910-180000.csv",
      "pageviews-20260910-180000.gz.tmp",
      "pageviews-20260910-183000.gz",
      "pageviews-20260910.gz",
      "pageviews-20260910-180000.gz/part",
    ]
  ) assertEquals(Hour.ofDump(path), undefined, path);
});

Deno.test("Hour.ofDump throws on the name of a dump that cannot be", () => {
  const refused = (path: string) => assertThrows(() => Hour.ofDump(path), RangeError);
  assertEquals(
    refused("pageviews-20260931-180000.gz").message,
    'Invalid hour "20260931-180000": there is no date "2026-09-31"; check year, month and day',
  );
  assertEquals(
    refused("pageviews-20260910-240000.gz").message,
    'Invalid hour "20260910-240000": there is no hour "24"; write midnight as "2026-09-11T00"',
  );
  const early = Hour.ofDump("pageviews-20150501-000000")!;
  assertEquals(
    assertThrows(() => checkPeriod(early, now), RangeError).message,
    'Invalid hour "2015-05-01T00": it lies before the first dump; ' +
      'write "2015-05-01T01" or a later hour',
  );
});

Deno.test("Hour.range lists hours with both ends, over the end of a year", () => {
  const names = Hour.range(hour("2025-12-31T22"), hour("2026-01-01T01")).map(String);
  assertEquals(names, ["2025-12-31T22", "2025-12-31T23", "2026-01-01T00", "2026-01-01T01"]);
  assertEquals(Hour.range(hour("2026-01-01T00"), hour("2026-01-01T00")).map(String), [
    "2026-01-01T00",
  ]);
  assertEquals(Hour.range(hour("2024-01-01T00"), hour("2025-01-01T00")).length, 366 * 24 + 1);
});

Deno.test("Hour.between gives hours one by one, however many there are", () => {
  const [first, last] = [hour("2025-12-31T23"), hour("2026-01-01T01")];
  assertEquals([...Hour.between(first, last)].map(String), Hour.range(first, last).map(String));
  assertEquals([...Hour.between(last, first)], []);
  const { value } = Hour.between(first, first.plus(1e9)).next();
  assertEquals(`${value}`, "2025-12-31T23");
});

Deno.test("Hour.range throws on hours the wrong way round", () => {
  assertEquals(
    assertThrows(() => Hour.range(hour("2026-01-01T01"), hour("2026-01-01T00")), RangeError)
      .message,
    'Invalid range: "2026-01-01T00" lies before "2026-01-01T01"; swap the two',
  );
});

Deno.test("Hour knows its period, its dump and its age", () => {
  const named = hour("2026-01-01T00");
  assertEquals(named.start, "2025-12-31T23:00:00Z");
  assertEquals(named.end, "2026-01-01T00:00:00Z");
  assertEquals(named.dumpName, "pageviews-20260101-000000.gz");
  assertEquals(named.dumpPath, "2026/2026-01/pageviews-20260101-000000.gz");
  assertEquals(named.age(new Date("2026-01-01T02:30Z")), 2.5 * 3_600_000);
  assertEquals(named.age(new Date("2025-12-31T23:00Z")), -3_600_000);
  assertEquals(`${Hour.ofDump(named.dumpPath)}`, `${named}`);
});

Deno.test("Hour is a period of its own single hour, with a key", () => {
  const named = hour("2026-09-10T18");
  assertEquals([named.unit, named.label, named.key], [
    "hour",
    "2026-09-10T18",
    "2026/09/2026-09-10T18",
  ]);
  assertEquals(named.hours, [named]);
  assertEquals(hour("2026-01-01T00").key, "2026/01/2026-01-01T00");
});

Deno.test("Hour.ofDay() gives the hours that end on a day or the next midnight", () => {
  const labels = Hour.ofDay(Date.UTC(2026, 8, 10) / 86_400_000).map(String);
  assertEquals(labels.length, 24);
  assertEquals([labels[0], labels[1], labels[22], labels[23]], [
    "2026-09-10T01",
    "2026-09-10T02",
    "2026-09-10T23",
    "2026-09-11T00",
  ]);
});

Deno.test("Hour.plus goes both ways, and into the future", () => {
  assertEquals(`${hour("2026-01-01T00").plus(-1)}`, "2025-12-31T23");
  assertEquals(`${hour("2026-01-01T00").plus(24)}`, "2026-01-02T00");
  assertEquals(`${hour("2026-11-22T03").plus(24 * 365)}`, "2027-11-22T03");
  assertEquals(`${hour("2026-01-01T00").plus(0)}`, "2026-01-01T00");
});

Deno.test("Hour shows its name in text and in JSON", () => {
  const named = hour("2026-09-10T18");
  assertEquals(`${named}`, "2026-09-10T18");
  assertEquals(JSON.stringify({ hour: named }), '{"hour":"2026-09-10T18"}');
  assert(hour(named.toString()).toString() === named.toString());
});

Deno.test("Hour.first is the first hour that has a dump", () => {
  assertEquals(Hour.first().dumpPath, "2015/2015-05/pageviews-20150501-010000.gz");
});

Deno.test("Hour.since counts the hours between two", () => {
  assertEquals(hour("2026-03-01T00").since(hour("2026-02-28T00")), 24);
  assertEquals(hour("2026-02-28T00").since(hour("2026-03-01T01")), -25);
  assertEquals(hour("2026-02-28T00").since(hour("2026-02-28T00")), 0);
});
