import { assert, assertEquals, assertNotEquals, assertRejects } from "@std/assert";
import { storeHour } from "../../core/testing/store_hour.ts";
import { tempFolder } from "../../core/testing/temp_folder.ts";
import { ReportCache, type ReportCacheOptions } from "./report_cache.ts";
import { hourOf } from "../testing/controlled_make.ts";
import { WatchedStore } from "../../core/testing/watched_store.ts";

const [H17, H18] = ["2026-09-10T17", "2026-09-10T18"];

async function open(options: Partial<ReportCacheOptions> = {}) {
  const temp = await tempFolder();
  const store = new WatchedStore(temp.path);
  const reports = new ReportCache({
    store,
    criteria: {},
    bytes: 1_000_000,
    freshFor: 60_000,
    ...options,
  });
  return {
    reports,
    store,
    storeHour: (name: string, more?: object) => storeHour(temp.path, name, more),
    [Symbol.asyncDispose]: () => temp[Symbol.asyncDispose](),
  };
}

Deno.test("ReportCache.open() reads a manifest once, however many ask for it", async () => {
  await using place = await open();
  await place.storeHour(H18);
  const found = await Promise.all(
    Array.from({ length: 100 }, () => place.reports.open(hourOf(H18))),
  );
  assertEquals(new Set(found).size, 1);
  assertEquals(await place.reports.open(hourOf(H18)), found[0]);
  assertEquals(place.store.calls, [`readManifest 2026/09/${H18}`]);
});

Deno.test("ReportCache.open() gives the same object as long as the report is the same", async () => {
  await using place = await open({ freshFor: 0 });
  await place.storeHour(H18);
  const first = await place.reports.open(hourOf(H18));
  assert(await place.reports.open(hourOf(H18)) === first);
  assertEquals(place.store.calls.length, 2);
  const made = { at: "2026-09-11T00:00:00Z", by: "wikitop/test", seconds: 1 };
  await place.storeHour(H18, { metadata: { made } });
  const second = await place.reports.open(hourOf(H18));
  assertNotEquals(second, first);
  assertEquals(second!.report.manifest.made.at, made.at);
});

Deno.test("ReportCache.open() does not remember that an hour is not stored", async () => {
  await using place = await open();
  assertEquals(await place.reports.open(hourOf(H18)), undefined);
  await place.storeHour(H18);
  assertEquals(String((await place.reports.open(hourOf(H18)))!.report.period), H18);
});

Deno.test("ReportCache.open() forgets an hour that is gone, or not as it has to be", async () => {
  await using place = await open({ freshFor: 0, criteria: { top: 25 } });
  await place.storeHour(H18);
  assert(await place.reports.open(hourOf(H18)) !== undefined);
  await place.storeHour(H18, { top: 10 });
  assertEquals(await place.reports.open(hourOf(H18)), undefined);
});

Deno.test("ReportCache.forget() has an hour looked at again", async () => {
  await using place = await open();
  await place.storeHour(H18);
  const first = await place.reports.open(hourOf(H18));
  place.reports.forget(hourOf(H18));
  place.reports.forget(hourOf(H17));
  assert(await place.reports.open(hourOf(H18)) !== first);
});

Deno.test("ReportCache.open() works with too little memory for any hour", async () => {
  await using place = await open({ bytes: 1 });
  await place.storeHour(H17);
  await place.storeHour(H18);
  for (const name of [H17, H18, H17]) {
    assertEquals(String((await place.reports.open(hourOf(name)))!.report.period), name);
  }
  assertEquals(place.store.calls.length, 3);
});

Deno.test("ReportCache.open() tries again after a store that failed", async () => {
  await using place = await open();
  await place.storeHour(H18);
  place.store.trouble = new RangeError("Cannot read");
  await assertRejects(() => place.reports.open(hourOf(H18)), RangeError);
  place.store.trouble = undefined;
  assert(await place.reports.open(hourOf(H18)) !== undefined);
});

Deno.test("ReportCache reads each manifest once to know which hours meet its criteria", async () => {
  await using place = await open({
    freshFor: 0,
    bytes: 1,
    criteria: { denylist: "ab".repeat(32) },
  });
  const first = hourOf("2026-09-09T01");
  for (let i = 0; i < 40; i++) await place.storeHour(`${first.plus(i)}`);
  const now = new Date("2026-09-12T00:00:00Z");
  const range = { first, last: first.plus(39) };
  const reads = () => place.store.calls.filter((call) => call.startsWith("readManifest")).length;
  for (let i = 0; i < 5; i++) {
    assertEquals(await place.reports.newest(now), undefined);
    assertEquals(await place.reports.list(range), []);
    assertEquals(reads(), 40);
  }
  // Another process makes an hour as it has to be: that is seen at once.
  const denylist = { url: "denylist", sha256: "ab".repeat(32) };
  const metadata = { parameters: { top: 25, ties: "row", denylist } };
  await place.storeHour(`${first.plus(7)}`, { metadata });
  assertEquals(String(await place.reports.newest(now)), `${first.plus(7)}`);
  assertEquals((await place.reports.list(range)).map(String), [`${first.plus(7)}`]);
  assertEquals(reads(), 41);
});
