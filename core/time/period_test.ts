import { assert, assertEquals, assertThrows } from "@std/assert";
import { Hour } from "./hour.ts";
import {
  checkPeriod,
  dumpNameOf,
  parsePeriod,
  type Period,
  periodAround,
  periodOfDump,
  UNITS,
} from "./period.ts";

const NOW = new Date("2026-11-22T03:40:00Z"); // A Sunday, in the week 2026-W47.

const spanOf = ({ start, end }: Period) => [start, end];

const PERIODS: [
  text: string,
  unit: string,
  label: string,
  key: string,
  start: string,
  end: string,
][] = [
  [
    "2026-09-10T18",
    "hour",
    "2026-09-10T18",
    "2026/09/2026-09-10T18",
    "2026-09-10T17:00:00Z",
    "2026-09-10T18:00:00Z",
  ],
  [
    "2026-09-10",
    "day",
    "2026-09-10",
    "2026/09/2026-09-10",
    "2026-09-10T00:00:00Z",
    "2026-09-11T00:00:00Z",
  ],
  [
    "2026-W37",
    "week",
    "2026-W37",
    "2026/2026-W37",
    "2026-09-07T00:00:00Z",
    "2026-09-14T00:00:00Z",
  ],
  [
    "2026-09",
    "month",
    "2026-09",
    "2026/2026-09",
    "2026-09-01T00:00:00Z",
    "2026-10-01T00:00:00Z",
  ],
  // As others write them.
  [
    "20260910",
    "day",
    "2026-09-10",
    "2026/09/2026-09-10",
    "2026-09-10T00:00:00Z",
    "2026-09-11T00:00:00Z",
  ],
  [
    "2026w37",
    "week",
    "2026-W37",
    "2026/2026-W37",
    "2026-09-07T00:00:00Z",
    "2026-09-14T00:00:00Z",
  ],
  [
    " 2026-09-10 18:00\n",
    "hour",
    "2026-09-10T18",
    "2026/09/2026-09-10T18",
    "2026-09-10T17:00:00Z",
    "2026-09-10T18:00:00Z",
  ],
];

for (const [text, unit, label, key, start, end] of PERIODS) {
  Deno.test(`parsePeriod() reads ${JSON.stringify(text)} as the ${unit} ${label}`, () => {
    const period = parsePeriod(text);
    assertEquals([period.unit, period.label, period.key], [unit, label, key]);
    assertEquals(spanOf(period), [start, end]);
    assertEquals(`${period}`, label);
    assertEquals(JSON.stringify({ period }), `{"period":"${label}"}`);
    assertEquals(parsePeriod(label).key, key);
  });
}

Deno.test("UNITS are all units, the shortest first", () => {
  const lengths = UNITS.map((unit) => periodAround(Hour.parse("2026-09-10T18"), unit).hours.length);
  assertEquals(lengths, [1, 24, 7 * 24, 30 * 24]);
});

Deno.test("A day is made of the files stamped T01 to T00 of the next day", () => {
  const hours = parsePeriod("2026-09-10").hours.map(String);
  assertEquals(hours.length, 24);
  assertEquals([hours[0], hours[22], hours[23]], [
    "2026-09-10T01",
    "2026-09-10T23",
    "2026-09-11T00",
  ]);
  const last = parsePeriod("2026-12-31").hours.at(-1)!;
  assertEquals(last.dumpPath, "2027/2027-01/pageviews-20270101-000000.gz");
});

for (const text of ["2026-09-10", "2026-W37", "2020-W53", "2026-09", "2024-02", "2026-12"]) {
  Deno.test(`The hours of ${text} fill it from its start to its end`, () => {
    const { start, end, hours, unit } = parsePeriod(text);
    assertEquals(hours[0]!.start, start);
    assertEquals(hours.at(-1)!.end, end);
    for (const [i, hour] of hours.entries()) {
      if (i > 0) assertEquals(hour.since(hours[i - 1]!), 1);
      assertEquals(periodAround(hour, unit).label, text);
    }
  });
}

const WEEKS: [week: string, monday: string, next: string][] = [
  // The first week is that of the year's first Thursday, and so begins or ends beyond New Year.
  ["2014-W53", "", ""],
  ["2015-W01", "2014-12-29", "2015-01-05"],
  ["2015-W53", "2015-12-28", "2016-01-04"],
  ["2016-W01", "2016-01-04", "2016-01-11"],
  ["2016-W52", "2016-12-26", "2017-01-02"],
  ["2018-W01", "2018-01-01", "2018-01-08"],
  ["2018-W52", "2018-12-24", "2018-12-31"],
  ["2019-W01", "2018-12-31", "2019-01-07"],
  ["2020-W01", "2019-12-30", "2020-01-06"],
  ["2020-W53", "2020-12-28", "2021-01-04"],
  ["2021-W01", "2021-01-04", "2021-01-11"],
  ["2021-W53", "", ""],
  ["2024-W09", "2024-02-26", "2024-03-04"],
  ["2025-W01", "2024-12-30", "2025-01-06"],
  ["2026-W01", "2025-12-29", "2026-01-05"],
  ["2026-W53", "2026-12-28", "2027-01-04"],
  ["2027-W01", "2027-01-04", "2027-01-11"],
];

for (const [week, monday, next] of WEEKS) {
  Deno.test(`parsePeriod() ${monday === "" ? "refuses" : "reads"} week ${week}`, () => {
    if (monday === "") {
      assertEquals(
        assertThrows(() => parsePeriod(week), RangeError).message,
        `Invalid week "${week}": there is no week "53" in ${week.slice(0, 4)}; ` +
          "write weeks from 01 to 52",
      );
      return;
    }
    const period = parsePeriod(week);
    assertEquals(spanOf(period), [`${monday}T00:00:00Z`, `${next}T00:00:00Z`]);
    assertEquals(period.key, `${week.slice(0, 4)}/${week}`);
    assertEquals(new Date(period.start).getUTCDay(), 1);
    assertEquals(period.hours.length, 7 * 24);
  });
}

Deno.test("Weeks follow each other without a gap, and each year has 52 or 53", () => {
  const perYear: Record<string, number> = {};
  let week = parsePeriod("2015-W01");
  while (week.label < "2045") {
    const next = week.plus(1);
    assertEquals(next.start, week.end);
    assertEquals(parsePeriod(week.label).start, week.start);
    const year = week.label.slice(0, 4);
    perYear[year] = (perYear[year] ?? 0) + 1;
    week = next;
  }
  const long = Object.keys(perYear).filter((year) => perYear[year] === 53);
  assertEquals(long, ["2015", "2020", "2026", "2032", "2037", "2043"]);
  assert(Object.values(perYear).every((count) => count === 52 || count === 53));
});

Deno.test("Months know leap years", () => {
  const days = (month: string) => parsePeriod(month).hours.length / 24;
  assertEquals(["2023-02", "2024-02", "2100-02", "2000-02"].map(days), [28, 29, 28, 29]);
  assertEquals(["2026-01", "2026-04", "2026-12"].map(days), [31, 30, 31]);
  assertEquals(parsePeriod("2024-02-29").end, "2024-03-01T00:00:00Z");
  assertEquals(parsePeriod("2024-02").end, "2024-03-01T00:00:00Z");
  assertEquals(parsePeriod("2024-02-29").plus(1).label, "2024-03-01");
  assertEquals(parsePeriod("2023-02-28").plus(1).label, "2023-03-01");
});

const STEPS: [from: string, count: number, to: string][] = [
  ["2026-01-01T00", -1, "2025-12-31T23"],
  ["2025-12-31", 1, "2026-01-01"],
  ["2026-01-01", -1, "2025-12-31"],
  ["2024-02-28", 1, "2024-02-29"],
  ["2026-03-01", -1, "2026-02-28"],
  ["2025-W52", 1, "2026-W01"],
  ["2026-W53", 1, "2027-W01"],
  ["2027-W01", -1, "2026-W53"],
  ["2026-W01", 52, "2026-W53"],
  ["2025-12", 1, "2026-01"],
  ["2026-01", -1, "2025-12"],
  ["2026-01", 1, "2026-02"],
  ["2026-11", 14, "2028-01"],
  ["2026-03", -27, "2023-12"],
  ["2026-09-10", 0, "2026-09-10"],
  ["2026-W37", 0, "2026-W37"],
  ["2026-09", 0, "2026-09"],
  ["2026-09-10", 365, "2027-09-10"],
];

for (const [from, count, to] of STEPS) {
  Deno.test(`plus(${count}) of ${from} is ${to}`, () => {
    const period = parsePeriod(from);
    assertEquals([period.plus(count).unit, period.plus(count).label], [period.unit, to]);
    assertEquals(period.plus(count).plus(-count).label, from);
  });
}

const REFUSALS: [text: string, error: typeof RangeError | typeof SyntaxError, message: string][] = [
  [
    "2026-W00",
    RangeError,
    'Invalid week "2026-W00": there is no week "0" in 2026; write weeks from 01 to 53',
  ],
  [
    "2026-W54",
    RangeError,
    'Invalid week "2026-W54": there is no week "54" in 2026; write weeks from 01 to 53',
  ],
  [
    "2025W53",
    RangeError,
    'Invalid week "2025W53": there is no week "53" in 2025; write weeks from 01 to 52',
  ],
  [
    "2025-W99",
    RangeError,
    'Invalid week "2025-W99": there is no week "99" in 2025; write weeks from 01 to 52',
  ],
  [
    "2026-13",
    RangeError,
    'Invalid date "2026-13": there is no date "2026-13-01"; check year, month and day',
  ],
  [
    "2026-00",
    RangeError,
    'Invalid date "2026-00": there is no date "2026-00-01"; check year, month and day',
  ],
  [
    "2026-02-29",
    RangeError,
    'Invalid date "2026-02-29": there is no date "2026-02-29"; check year, month and day',
  ],
  [
    "20260431",
    RangeError,
    'Invalid date "20260431": there is no date "2026-04-31"; check year, month and day',
  ],
  ["2026", SyntaxError, 'Invalid hour "2026": write it as "2026-11-20T08"'],
  ["2026-W3", SyntaxError, 'Invalid hour "2026-W3": write it as "2026-11-20T08"'],
  ["2026-W37-4", SyntaxError, 'Invalid hour "2026-W37-4": write it as "2026-11-20T08"'],
  ["yesterday", SyntaxError, 'Invalid hour "yesterday": write it as "2026-11-20T08"'],
  ["", SyntaxError, 'Invalid hour "": write it as "2026-11-20T08"'],
];

for (const [text, error, message] of REFUSALS) {
  Deno.test(`parsePeriod() refuses "${text}"`, () => {
    assertEquals(assertThrows(() => parsePeriod(text), error).message, message);
  });
}

const FIRST: [first: string, before: string][] = [
  ["2015-05-01T01", "2015-05-01T00"],
  ["2015-05-01", "2015-04-30"],
  ["2015-W18", "2015-W17"],
  ["2015-05", "2015-04"],
];

for (const [first, before] of FIRST) {
  Deno.test(`checkPeriod() takes ${first} for the first with a dump`, () => {
    const period = parsePeriod(first);
    assert(checkPeriod(period, NOW) === period);
    const { unit } = period;
    assertEquals(
      assertThrows(() => checkPeriod(parsePeriod(before), NOW), RangeError).message,
      `Invalid ${unit} "${before}": it lies before the first dump; ` +
        `write "${first}" or a later ${unit}`,
    );
  });
}

const NEWEST: [newest: string, unended: string][] = [
  ["2026-11-22T03", "2026-11-22T04"],
  ["2026-11-21", "2026-11-22"],
  ["2026-W46", "2026-W47"],
  ["2026-10", "2026-11"],
];

for (const [newest, unended] of NEWEST) {
  Deno.test(`checkPeriod() takes ${newest} for the last that has ended`, () => {
    const period = parsePeriod(newest);
    assert(checkPeriod(period, NOW) === period);
    const { unit } = period;
    for (const late of [parsePeriod(unended), period.plus(30)]) {
      assertEquals(
        assertThrows(() => checkPeriod(late, NOW), RangeError).message,
        `Invalid ${unit} "${late}": it has not ended yet; ` +
          `write "${newest}" or an earlier ${unit}`,
      );
    }
  });
}

Deno.test("checkPeriod() takes a period that ends at this very moment for ended", () => {
  const midnight = new Date("2026-12-01T00:00:00Z");
  const before = new Date("2026-11-30T23:59:59.999Z");
  for (const text of ["2026-12-01T00", "2026-11-30", "2026-11"]) {
    const period = parsePeriod(text);
    assert(checkPeriod(period, midnight) === period);
    assertThrows(() => checkPeriod(period, before), RangeError, `write "${period.plus(-1)}" or`);
  }
});

const AROUND: [hour: string, day: string, week: string, month: string][] = [
  ["2026-09-10T18", "2026-09-10", "2026-W37", "2026-09"],
  // An hour is named by its end: midnight belongs to the day, week and month that it ends.
  ["2026-09-11T00", "2026-09-10", "2026-W37", "2026-09"],
  ["2026-09-10T01", "2026-09-10", "2026-W37", "2026-09"],
  ["2026-09-14T00", "2026-09-13", "2026-W37", "2026-09"],
  ["2026-09-14T01", "2026-09-14", "2026-W38", "2026-09"],
  ["2026-10-01T00", "2026-09-30", "2026-W40", "2026-09"],
  ["2026-01-01T00", "2025-12-31", "2026-W01", "2025-12"],
  ["2026-01-01T01", "2026-01-01", "2026-W01", "2026-01"],
  ["2021-01-01T12", "2021-01-01", "2020-W53", "2021-01"],
  ["2018-12-31T12", "2018-12-31", "2019-W01", "2018-12"],
];

for (const [text, ...labels] of AROUND) {
  Deno.test(`periodAround() finds the day, week and month of ${text}`, () => {
    const hour = Hour.parse(text);
    assert(periodAround(hour, "hour") === hour);
    const periods = (["day", "week", "month"] as const).map((unit) => periodAround(hour, unit));
    assertEquals(periods.map(({ label }) => label), labels);
    for (const { hours } of periods) assert(hours.some(({ label }) => label === text));
  });
}

Deno.test("checkPeriod() names a clock that cannot be right", () => {
  const hour = Hour.parse("2026-09-10T18");
  const shown = [
    ["1970-01-01T00:07:00Z", "1970-01-01T00:07Z", "before the first dump"],
    ["2015-04-30T23:59:59Z", "2015-04-30T23:59Z", "before the first dump"],
    ["2106-02-07T06:28:15Z", "2106-02-07T06:28Z", "far in the future"],
  ] as const;
  for (const [now, minute, why] of shown) {
    const { message } = assertThrows(() => checkPeriod(hour, new Date(now)), RangeError);
    assertEquals(
      message,
      `Invalid clock: this machine's shows "${minute}", which is ${why}; set it right`,
    );
  }
});

Deno.test("periodOfDump() reads what dumpNameOf() writes, wherever the file is", () => {
  for (const label of ["2026-09-10T18", "2026-09-10", "2026-W37", "2020-W53", "2026-09"]) {
    const name = dumpNameOf(parsePeriod(label));
    for (const path of [name, name.replace(/\.gz$/, ""), `a/${name}`, `C:\\a\\${name}`]) {
      assertEquals(periodOfDump(path)?.label, label, path);
    }
  }
});

Deno.test("periodOfDump() knows no period of other names, and refuses those that cannot be", () => {
  for (const path of ["day.gz", "a2026-09-10.gz", "2026-09-10.csv", "2026-9-1.gz", "2026.gz", ""]) {
    assertEquals(periodOfDump(path), undefined, path);
  }
  for (const path of ["2026-02-30.gz", "2026-W54.gz", "2026-13.gz"]) {
    assertThrows(() => periodOfDump(path), RangeError);
  }
});
