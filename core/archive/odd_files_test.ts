import { assertEquals, assertMatch } from "@std/assert";
import { FakeClock } from "../testing/fake_clock.ts";
import { storeHour, storeIn } from "../testing/store_hour.ts";
import { tempFolder } from "../testing/temp_folder.ts";
import { WatchedStore } from "../testing/watched_store.ts";
import { Hour } from "../time/hour.ts";
import { listReports } from "./list.ts";
import { verifyReports } from "./verify.ts";

const RANGE = { first: Hour.parse("2026-09-10T01"), last: Hour.parse("2026-09-11T00") };

/** Hours of which one is right, and each other is odd in its own way. */
async function storeOddHours(folder: string): Promise<void> {
  const place = (hour: string, extension: string) =>
    `${folder}/2026/09/2026-09-10T${hour}.${extension}`;
  for (const hour of ["10", "11", "12", "13", "14"]) await storeHour(folder, `2026-09-10T${hour}`);
  await Deno.remove(place("10", "csv"));
  await Deno.mkdir(place("10", "csv"));
  await Deno.remove(place("11", "manifest"));
  await Deno.mkdir(place("11", "manifest"));
  await Deno.truncate(place("12", "csv"), 5 * 2 ** 30);
  await Deno.truncate(place("13", "manifest"), 5 * 2 ** 30);
}

Deno.test("listReports() and verifyReports() tell of what is odd on a line each, and go on", async () => {
  await using temp = await tempFolder();
  await storeOddHours(temp.path);
  const store = storeIn(temp.path);
  const options = { ...RANGE, clock: new FakeClock() };
  const listed = await Array.fromAsync(listReports(store, options));
  assertEquals(listed.map(({ period, unfinished }) => [period.label.slice(11), unfinished]), [
    ["10", "its manifest has no report"],
    ["11", "its report has no manifest"],
    ["12", "its report is of another length than its manifest says"],
    ["13", "its manifest cannot be read"],
    ["14", undefined],
  ]);
  const verified = await Array.fromAsync(verifyReports(store, options));
  assertEquals(verified.map(({ problems }) => problems.length), [1, 1, 1, 1, 0]);
});

Deno.test("listReports() looks once at a folder, and once more, however much is unfinished", async () => {
  await using temp = await tempFolder();
  const hours = Hour.range(RANGE.first, RANGE.last);
  for (const hour of hours) await storeHour(temp.path, `${hour}`);
  for (const hour of hours.slice(1)) {
    await Deno.remove(`${temp.path}/${hour.key}.${hour.since(hours[0]!) % 2 ? "csv" : "manifest"}`);
  }
  const store = new WatchedStore(temp.path);
  const clock = new FakeClock();
  const verified = await Array.fromAsync(verifyReports(store, { ...RANGE, clock }));
  assertEquals(verified.filter(({ problems }) => problems.length > 0).length, 23);
  assertEquals(store.calls.filter((call) => call.startsWith("list ")).length, 2);
  assertEquals(store.calls.filter((call) => call.startsWith("names ")).length, 0);
  assertEquals(clock.slept, [200]);
});

Deno.test("listReports() tells of a folder that cannot be listed, and goes on", async () => {
  await using temp = await tempFolder();
  await storeHour(temp.path, "2026-08-31T18");
  await Deno.writeTextFile(`${temp.path}/2026/09`, "no folder");
  const messages: string[] = [];
  const reports = await Array.fromAsync(listReports(storeIn(temp.path), {
    first: Hour.parse("2026-08-01T01"),
    last: RANGE.last,
    onError: ({ message }) => messages.push(message),
  }));
  assertEquals(reports.map(({ period }) => `${period}`), ["2026-08-31T18"]);
  assertEquals(messages.length, 1);
  assertMatch(messages[0]!, /^Cannot list ".*\/2026\/09": a part of its path is not a folder$/);
});
