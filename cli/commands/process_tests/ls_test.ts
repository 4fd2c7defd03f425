import { assert, assertEquals, assertMatch } from "@std/assert";
import { type Edition, Hour, type Manifest, type StoredEntry } from "../../../core/mod.ts";
import { launch } from "../../../core/testing/launch.ts";
import { storeHour } from "../../../core/testing/store_hour.ts";
import { tempFolder } from "../../../core/testing/temp_folder.ts";
import { WIKITOP } from "../../testing/program_under_test.ts";
import { drawGroup, type StoredRange, storedRanges } from "../ls.ts";

const DENYLIST = "37bc5c9f83abce50236af24db6ef6245055d10465184ac8e3171dfd7f86994b9";

/** A month of hours, in which one is missing and one was cut short. */
async function fillStore(folder: string): Promise<void> {
  for (const hour of ["07", "08", "11", "12", "13"]) {
    await storeHour(folder, `2026-09-10T${hour}`, { denylist: DENYLIST });
  }
  for (const hour of ["14", "15"]) {
    await storeHour(folder, `2026-09-10T${hour}`, { top: 100, ties: "rank" });
  }
  await Deno.truncate(`${folder}/2026/09/2026-09-10T12.csv`, 100);
}

Deno.test("wikitop ls lists hours, gaps, sizes and parameters", async () => {
  await using temp = await tempFolder();
  await fillStore(`${temp.path}/reports`);
  const { code, stdout, stderr } = await launch(WIKITOP, ["ls"], { cwd: temp.path });
  assertEquals([code, stderr], [0, ""]);
  assertEquals(
    stdout.replace(/[\d.]+ kB/g, "N kB").replace(/ +N/g, " N"),
    `first          last           count  top  ties  denylist    size
2026-09-10T07  2026-09-10T08      2   25  row   37bc5c9f N kB
2026-09-10T09  2026-09-10T10      2  not stored
2026-09-10T11  2026-09-10T11      1   25  row   37bc5c9f N kB
2026-09-10T12  2026-09-10T12      1  not finished: its report is of another length than its manifest says (N kB)
2026-09-10T13  2026-09-10T13      1   25  row   37bc5c9f N kB
2026-09-10T14  2026-09-10T15      2  100  rank  none N kB

6 hours, N kB in ./reports; 2 hours between them not stored; 1 hour (N kB) not finished: wikitop run 2026-09-10T12 makes it again
`,
  );
});

Deno.test("wikitop ls reads no report", async () => {
  await using temp = await tempFolder();
  await storeHour(`${temp.path}/reports`, "2026-09-10T07");
  const path = `${temp.path}/reports/2026/09/2026-09-10T07.csv`;
  const { size } = await Deno.stat(path);
  await Deno.writeTextFile(path, "x".repeat(size));
  const { code, stdout } = await launch(WIKITOP, ["ls"], { cwd: temp.path });
  assertEquals(code, 0);
  assert(stdout.includes("1 hour, "), stdout);
  assert(!stdout.includes("not finished"), stdout);
});

Deno.test("wikitop ls --format json and ndjson are for machines", async () => {
  await using temp = await tempFolder();
  await fillStore(`${temp.path}/mine`);
  const list = async (format: string) => {
    const args = ["ls", "--store", "mine", "--format", format];
    const { code, stdout, stderr } = await launch(WIKITOP, args, { cwd: temp.path });
    assertEquals([code, stderr], [0, ""]);
    return stdout;
  };
  const { store, ranges, total } = JSON.parse(await list("json"));
  assertEquals(store, "mine");
  assertEquals(
    ranges.map((
      { state, first, last, count }: Record<string, unknown>,
    ) => [state, first, last, count]),
    [
      ["finished", "2026-09-10T07", "2026-09-10T08", 2],
      ["gap", "2026-09-10T09", "2026-09-10T10", 2],
      ["finished", "2026-09-10T11", "2026-09-10T11", 1],
      ["unfinished", "2026-09-10T12", "2026-09-10T12", 1],
      ["finished", "2026-09-10T13", "2026-09-10T13", 1],
      ["finished", "2026-09-10T14", "2026-09-10T15", 2],
    ],
  );
  const { bytes, ...parameters } = ranges[5];
  assertEquals(parameters, {
    unit: "hour",
    edition: "each",
    first: "2026-09-10T14",
    last: "2026-09-10T15",
    count: 2,
    state: "finished",
    top: 100,
    ties: "rank",
    denylist: null,
  });
  const files = ["14.csv", "14.manifest", "15.csv", "15.manifest"]
    .map((name) => Deno.statSync(`${temp.path}/mine/2026/09/2026-09-10T${name}`).size);
  assertEquals(bytes, files.reduce((sum, size) => sum + size));
  assertEquals(ranges[0].denylist, DENYLIST);
  const sum = ranges.reduce((sum: number, range: { bytes: number }) => sum + range.bytes, 0);
  assertEquals(total, { finished: 6, gaps: 2, unfinished: 1, bytes: sum });

  const lines = (await list("ndjson")).trimEnd().split("\n");
  assertEquals(lines.map((line) => JSON.parse(line)), ranges);
});

Deno.test("wikitop ls lists a month on one line", async () => {
  await using temp = await tempFolder();
  for (let hour = 0; hour < 48; hour++) {
    const name = new Date(Date.UTC(2026, 7, 31, hour)).toISOString().slice(0, 13);
    await storeHour(`${temp.path}/reports`, name);
  }
  const { stdout } = await launch(WIKITOP, ["ls"], { cwd: temp.path });
  const lines = stdout.trimEnd().split("\n");
  assertEquals(lines.length, 4, stdout);
  assert(/^2026-08-31T00 +2026-09-01T23 +48 /.test(lines[1]!), lines[1]);
});

Deno.test("wikitop ls is kind about a store that is empty", async () => {
  await using temp = await tempFolder();
  const options = { cwd: temp.path };
  const kind = 'There is no hour in "./reports" yet: wikitop run makes some\n';
  await Deno.mkdir(`${temp.path}/reports/2026`, { recursive: true });
  await Deno.writeTextFile(`${temp.path}/reports/notes.txt`, "mine");
  assertEquals(await launch(WIKITOP, ["ls"], options), { code: 0, stdout: "", stderr: kind });
  const { stdout } = await launch(WIKITOP, ["ls", "--format", "json"], options);
  assertEquals(JSON.parse(stdout).total, { finished: 0, gaps: 0, unfinished: 0, bytes: 0 });
  const names = (await Array.fromAsync(Deno.readDir(temp.path))).map(({ name }) => name);
  assertEquals(names, ["reports"]);
});

Deno.test("wikitop ls lists the hours that are named", async () => {
  await using temp = await tempFolder();
  await fillStore(`${temp.path}/reports`);
  const list = (...args: string[]) => launch(WIKITOP, ["ls", ...args], { cwd: temp.path });
  const lines = (stdout: string) => stdout.trimEnd().split("\n").slice(1, -2);
  const { stdout } = await list("2026-09-10T08", "2026-09-10T11");
  assertEquals(lines(stdout).map((line) => line.split(/ +/).slice(0, 3)), [
    ["2026-09-10T08", "2026-09-10T08", "1"],
    ["2026-09-10T09", "2026-09-10T10", "2"],
    ["2026-09-10T11", "2026-09-10T11", "1"],
  ]);
  assertEquals(lines((await list("2026-09-10T13")).stdout).length, 1);
  assertEquals(await list("2026-09-10T09"), {
    code: 0,
    stdout: "",
    stderr: 'There is none of these hours in "./reports" yet: wikitop run makes some\n',
  });
});

Deno.test("wikitop ls refuses wrong arguments", async () => {
  await using temp = await tempFolder();
  for (const args of [["ls", "mine"], ["ls", "--format", "csv"]]) {
    const { code, stdout, stderr } = await launch(WIKITOP, args, { cwd: temp.path });
    assertEquals([code, stdout], [2, ""]);
    assertMatch(stderr, /^(Cannot|Invalid) /);
  }
});

const PARAMETERS = { top: 25, ties: "row", denylist: null };

function nameOf(hour: string): { period: Hour; edition: Edition } {
  return { period: Hour.parse(hour), edition: "each" };
}

function finished(name: string, parameters: object = {}, malformed = {}): StoredEntry {
  const manifest = {
    parameters: { ...PARAMETERS, ...parameters },
    counts: { malformed },
  } as unknown as Manifest;
  return { ...nameOf(name), bytes: 10, location: "", manifest, unfinished: undefined };
}

function unfinished(name: string, reason: string): StoredEntry {
  return { ...nameOf(name), bytes: 3, location: "", manifest: undefined, unfinished: reason };
}

async function rangesOf(...hours: StoredEntry[]): Promise<StoredRange[]> {
  const ranges = storedRanges((async function* () {
    yield* hours;
  })());
  return await Array.fromAsync(ranges);
}

/** The ranges in short: state, first and last hour of the day, how many hours, bytes. */
async function shortOf(...hours: StoredEntry[]): Promise<string[]> {
  return (await rangesOf(...hours)).map(({ state, first, last, count, bytes }) =>
    [state, `${first}`.slice(-5), `${last}`.slice(-5), count, bytes].join(" ")
  );
}

Deno.test("storedRanges() of nothing is nothing", async () => {
  assertEquals(await rangesOf(), []);
});

Deno.test("storedRanges() joins consecutive hours, over days and months", async () => {
  const names = ["2026-08-31T22", "2026-08-31T23", "2026-09-01T00", "2026-09-01T01"];
  const denylist = { url: "denylist", sha256: "ab" };
  assertEquals(await rangesOf(...names.map((name) => finished(name, { denylist }))), [{
    unit: "hour",
    edition: "each",
    first: Hour.parse(names[0]!),
    last: Hour.parse(names[3]!),
    count: 4,
    state: "finished",
    top: 25,
    ties: "row",
    denylist: "ab",
    bytes: 40,
  }]);
});

Deno.test("storedRanges() adds up malformed lines", async () => {
  const ranges = await rangesOf(
    finished("2026-09-10T07"),
    finished("2026-09-10T08", {}, { views: { count: 2, examples: [] } }),
    finished("2026-09-10T09", {}, { fields: { count: 3, examples: [] } }),
    finished("2026-09-11T09"),
  );
  assertEquals(ranges.map(({ malformed }) => malformed), [5, undefined, undefined]);
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

const OTHERS: Record<string, StoredEntry> = {
  "another top": finished("2026-09-10T02", { top: 100 }),
  "another rule of ties": finished("2026-09-10T02", { ties: "rank" }),
  "a denylist": finished("2026-09-10T02", { denylist: { url: "denylist", sha256: "ab" } }),
};

for (const [what, other] of Object.entries(OTHERS)) {
  Deno.test(`storedRanges() does not join an hour with one of ${what}`, async () => {
    const hours = [finished("2026-09-10T01"), other, finished("2026-09-10T03")];
    assertEquals((await rangesOf(...hours)).map(({ count }) => count), [1, 1, 1]);
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

Deno.test("drawGroup() is a table where it fits, and else a list", () => {
  const hour = (number: number) => Hour.parse(`2026-09-10T0${number}`);
  const ranges: StoredRange[] = [
    {
      ...{ unit: "hour", edition: "each", first: hour(1), last: hour(3), count: 3 },
      ...{ state: "finished", top: 25, ties: "row", denylist: null, bytes: 7_200_000 },
    },
    {
      ...{ unit: "hour", edition: "each", first: hour(4), last: hour(4), count: 1 },
      ...{ state: "unfinished", reason: "its report has no manifest", bytes: 1000 },
    },
  ];
  const [heading] = drawGroup(ranges, { isNamed: false }).split("\n");
  assertMatch(heading!, /^first +last +count +top +ties +denylist +size$/);
  assertEquals(drawGroup(ranges, { isNamed: false, columns: 90 }).split("\n")[0], heading);
  assertEquals(
    drawGroup(ranges, { isNamed: true, columns: 40 }),
    `hours
2026-09-10T01 to 2026-09-10T03
  3 hours, top 25, ties row, denylist
  none, 7.2 MB
2026-09-10T04
  1 hour, not finished: its report has
  no manifest (1.0 kB)
`,
  );
});
