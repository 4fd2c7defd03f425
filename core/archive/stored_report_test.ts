import { assert, assertEquals, assertRejects } from "@std/assert";
import { nastyReport } from "../testing/nasty_report.ts";
import { storeHour, storeIn } from "../testing/store_hour.ts";
import { tempFolder } from "../testing/temp_folder.ts";
import { storeReport } from "../../server/testing/store_report.ts";
import { WatchedStore } from "../../server/testing/watched_store.ts";
import { Hour } from "../time/hour.ts";
import { FORMATS } from "../report/formats/format.ts";
import { openReport, ReplacedReportError, type StoredReport } from "./stored_report.ts";

const NAME = "2026-09-10T18";
const HOUR = Hour.parse(NAME, { now: new Date("2026-09-12") });

async function open(folder: string): Promise<StoredReport> {
  const report = await openReport(HOUR, storeIn(folder));
  assert(report !== undefined);
  return report;
}

const codes = Array.from({ length: 100 }, (_, i) => `c${String(i).padStart(2, "0")}`);
const dumpOf = (title: string) => codes.map((code, i) => `${code} ${title}_${i} 1 0\n`).join("");

for (const format of FORMATS) {
  Deno.test(`StoredReport.pages() reads a domain of a report in ${format}, and no more`, async () => {
    await using temp = await tempFolder();
    const { file } = await storeHour(temp.path, NAME, { dump: dumpOf("Title"), format });
    const store = new WatchedStore(storeIn(temp.path));
    const report = (await openReport(HOUR, store))!;
    for (const i of [0, 50, 99]) {
      store.bytes = 0;
      assertEquals(await report.pages(codes[i]), [{ rank: 1, views: 1, title: `Title_${i}` }]);
      assert(store.bytes > 0 && store.bytes < file.bytes / 50, `${store.bytes} of ${file.bytes}`);
    }
    const key = `2026/09/${NAME}`;
    const part = `readPart ${key}`;
    assertEquals(store.calls, [`readManifest ${key}`, part, part, part]);
    assertEquals(await report.pages("xx"), []);
    assertEquals(await report.pages("toString"), []);
    assertEquals(store.calls.length, 4);
  });

  Deno.test(`StoredReport.pages() reads what is hard to write in ${format}, from memory too`, async () => {
    await using temp = await tempFolder();
    await storeReport(temp.path, nastyReport(), format);
    const report = await open(temp.path);
    for (const readable of [report, await report.loaded()]) {
      for (const { code, pages } of nastyReport().domains) {
        assertEquals(await readable.pages(code), pages, code);
      }
    }
  });

  Deno.test(`StoredReport.loaded() reads a report in ${format} once for all its domains`, async () => {
    await using temp = await tempFolder();
    await storeHour(temp.path, NAME, { dump: dumpOf("Title"), format });
    const store = new WatchedStore(storeIn(temp.path));
    const report = await (await openReport(HOUR, store))!.loaded();
    store.calls.length = 0;
    for (const [i, code] of codes.entries()) {
      assertEquals((await report.pages(code))[0].title, `Title_${i}`);
    }
    assertEquals(store.calls, []);
  });

  Deno.test(`StoredReport finds out that a report in ${format} has been replaced`, async () => {
    await using temp = await tempFolder();
    const replacements = [
      { dump: dumpOf("Much_longer_title") },
      { dump: "zz A 1 0\n" },
      { dump: `${"\u{1f600}".repeat(10)} A 1 0\n${dumpOf("T")}` },
      { dump: dumpOf("Title").replace("c00 ", "c000 ") },
      ...FORMATS.filter((other) => other !== format).map((format) => ({
        dump: dumpOf("Title"),
        format,
      })),
    ];
    for (const replacement of replacements) {
      await storeHour(temp.path, NAME, { dump: dumpOf("Title"), format });
      const report = await open(temp.path);
      await storeHour(temp.path, NAME, { format, ...replacement });
      await assertRejects(() => report.pages("c70"), ReplacedReportError);
      await assertRejects(() => report.content(), ReplacedReportError);
      await assertRejects(() => report.loaded(), ReplacedReportError);
    }
  });
}

Deno.test("StoredReport finds out that its file is gone, or cut short", async () => {
  await using temp = await tempFolder();
  await storeHour(temp.path, NAME);
  const report = await open(temp.path);
  const path = `${temp.path}/2026/09/${NAME}.csv`;
  const { size } = await Deno.stat(path);
  assertEquals((await report.pages("en.m")).length, 1);
  await Deno.truncate(path, size - 1);
  await assertRejects(() => report.pages("en.m"), ReplacedReportError);
  // The others are still there.
  assertEquals((await report.pages("de")).length, 2);
  await Deno.remove(path);
  await assertRejects(() => report.pages("de"), ReplacedReportError);
  await assertRejects(() => report.content(), ReplacedReportError);
});

Deno.test("StoredReport.content() gives the file as it is", async () => {
  await using temp = await tempFolder();
  const { file } = await storeHour(temp.path, NAME);
  const content = await (await open(temp.path)).content();
  assertEquals(content, await Deno.readFile(`${temp.path}/2026/09/${file.name}`));
});

Deno.test("openReport() opens what is finished, and as it has to be", async () => {
  await using temp = await tempFolder();
  const store = storeIn(temp.path);
  assertEquals(await openReport(HOUR, store), undefined);
  await storeHour(temp.path, NAME, { top: 25, ties: "rank", denylist: "ab".repeat(32) });
  for (const wanted of [{}, { top: 25 }, { top: 1, ties: "rank" as const }]) {
    assert(await openReport(HOUR, store, wanted) !== undefined);
  }
  for (const wanted of [{ top: 26 }, { ties: "row" as const }, { denylist: null }]) {
    assertEquals(await openReport(HOUR, store, wanted), undefined);
  }
});

Deno.test("openReport() opens nothing whose manifest is of something else, or broken", async () => {
  await using temp = await tempFolder();
  const facts = [
    { hour: "2026-09-10T17" },
    { version: 0 },
    { format: "xml" },
    { domain_offsets: undefined },
    { domain_views: { en: "many" } },
  ];
  for (const wrong of facts) {
    await storeHour(temp.path, NAME, { facts: wrong });
    assertEquals(await openReport(HOUR, storeIn(temp.path)), undefined, JSON.stringify(wrong));
  }
  const path = `${temp.path}/2026/09/${NAME}.manifest`;
  for (const text of ["", "{", "null", "[]", '{"file":{"name":"../../x.csv"}}']) {
    await Deno.writeTextFile(path, text);
    assertEquals(await openReport(HOUR, storeIn(temp.path)), undefined, text);
  }
});
