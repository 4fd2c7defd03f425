import { assertEquals } from "@std/assert";
import { Hour, type Manifest, type StoredHour } from "../core/mod.ts";
import { type StoredRange, storedRanges } from "./stored_ranges.ts";

const PARAMETERS = { top: 25, ties: "row", denylist: null };

function finished(name: string, parameters: object = {}, format = "csv"): StoredHour {
  const manifest = { parameters: { ...PARAMETERS, ...parameters }, format } as unknown as Manifest;
  return { hour: Hour.parse(name), bytes: 10, location: "", manifest, unfinished: undefined };
}

function unfinished(name: string, reason: string): StoredHour {
  return {
    hour: Hour.parse(name),
    bytes: 3,
    location: "",
    manifest: undefined,
    unfinished: reason,
  };
}

async function rangesOf(...hours: StoredHour[]): Promise<StoredRange[]> {
  const ranges = storedRanges((async function* () {
    yield* hours;
  })());
  return await Array.fromAsync(ranges);
}

/** The ranges in short: state, first and last hour of the day, how many hours, bytes. */
async function shortOf(...hours: StoredHour[]): Promise<string[]> {
  return (await rangesOf(...hours)).map(({ state, first, last, hours, bytes }) =>
    [state, `${first}`.slice(-5), `${last}`.slice(-5), hours, bytes].join(" ")
  );
}

Deno.test("storedRanges() of nothing is nothing", async () => {
  assertEquals(await rangesOf(), []);
});

Deno.test("storedRanges() joins consecutive hours, over days and months", async () => {
  const names = ["2026-08-31T22", "2026-08-31T23", "2026-09-01T00", "2026-09-01T01"];
  const denylist = { url: "denylist", sha256: "ab" };
  assertEquals(await rangesOf(...names.map((name) => finished(name, { denylist }))), [{
    first: Hour.parse(names[0]),
    last: Hour.parse(names[3]),
    hours: 4,
    state: "finished",
    top: 25,
    ties: "row",
    denylist: "ab",
    format: "csv",
    bytes: 40,
  }]);
});

Deno.test("storedRanges() names gaps", async () => {
  const hours = ["2026-09-10T01", "2026-09-10T02", "2026-09-10T04", "2026-09-11T04"];
  assertEquals(await shortOf(...hours.map((name) => finished(name))), [
    "finished 10T01 10T02 2 20",
    "gap 10T03 10T03 1 0",
    "finished 10T04 10T04 1 10",
    "gap 10T05 11T03 23 0",
    "finished 11T04 11T04 1 10",
  ]);
});

const OTHERS: Record<string, StoredHour> = {
  "another top": finished("2026-09-10T02", { top: 100 }),
  "another rule of ties": finished("2026-09-10T02", { ties: "rank" }),
  "a denylist": finished("2026-09-10T02", { denylist: { url: "denylist", sha256: "ab" } }),
  "another format": finished("2026-09-10T02", {}, "json"),
};

for (const [what, other] of Object.entries(OTHERS)) {
  Deno.test(`storedRanges() does not join an hour with one of ${what}`, async () => {
    const hours = [finished("2026-09-10T01"), other, finished("2026-09-10T03")];
    assertEquals((await rangesOf(...hours)).map(({ hours }) => hours), [1, 1, 1]);
  });
}

Deno.test("storedRanges() does not tell denylists apart by where they came from", async () => {
  const hours = ["a", "b"].map((url, i) =>
    finished(`2026-09-10T0${i}`, { denylist: { url, sha256: "ab" } })
  );
  assertEquals((await rangesOf(...hours)).length, 1);
});

Deno.test("storedRanges() joins unfinished hours that lack the same", async () => {
  assertEquals(
    await shortOf(
      finished("2026-09-10T01"),
      unfinished("2026-09-10T02", "no manifest"),
      unfinished("2026-09-10T03", "no manifest"),
      unfinished("2026-09-10T04", "no report"),
      finished("2026-09-10T05"),
    ),
    [
      "finished 10T01 10T01 1 10",
      "unfinished 10T02 10T03 2 6",
      "unfinished 10T04 10T04 1 3",
      "finished 10T05 10T05 1 10",
    ],
  );
});
