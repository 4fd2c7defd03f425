import { assert, assertEquals, assertRejects } from "@std/assert";
import type { Report } from "../report/report.ts";
import type { Store } from "../store/entries.ts";
import { nastyReport } from "../testing/nasty_report.ts";
import { storeHour, storeIn, storeReport } from "../testing/store_hour.ts";
import { tempFolder } from "../testing/temp_folder.ts";
import { textOf } from "../testing/text_of.ts";
import { WatchedStore } from "../testing/watched_store.ts";
import { Hour } from "../time/hour.ts";
import { parsePeriod } from "../time/period.ts";
import { encodeCsv } from "../report/csv.ts";
import { type Manifest, REPORT_VERSION } from "../report/manifest.ts";
import {
  type Criteria,
  openReport,
  ReplacedReportError,
  type StoredReport,
  whyIncomplete,
} from "./open.ts";

const NAME = "2026-09-10T18";
const HOUR = Hour.parse(NAME);

/** Its parameters: the top 100, ties by row, a denylist. */
const REPORT = nastyReport();
const DENYLIST = REPORT.parameters.denylist!.sha256;

async function storeWith(folder: string, metadata?: object): Promise<Store> {
  await storeReport(folder, REPORT, metadata);
  return storeIn(folder);
}

async function open(folder: string): Promise<StoredReport> {
  const report = await openReport(storeIn(folder), HOUR);
  assert(report !== undefined);
  return report;
}

const codes = Array.from({ length: 100 }, (_, i) => `c${String(i).padStart(2, "0")}`);
const dumpOf = (title: string) => codes.map((code, i) => `${code} ${title}_${i} 1 0\n`).join("");

Deno.test("openReport() finds nothing in an empty store", async () => {
  await using temp = await tempFolder();
  assertEquals(await openReport(storeIn(temp.path), REPORT.period), undefined);
});

Deno.test("openReport() finds no other hour, no other unit, and no other edition", async () => {
  await using temp = await tempFolder();
  const store = await storeWith(temp.path);
  assertEquals(await openReport(store, REPORT.period.plus(1)), undefined);
  for (const label of ["2026-09-10", "2026-W37", "2026-09"]) {
    assertEquals(await openReport(store, parsePeriod(label)), undefined);
  }
  assertEquals(await openReport(store, REPORT.period, { edition: "all" }), undefined);
});

Deno.test("StoredReport has the denied pages that would rank, as they were written", async () => {
  await using temp = await tempFolder();
  const denied = "en Alan_Turing\nen.wikipedia Ada_Lovelace\nen Nobody\n";
  await storeHour(temp.path, NAME, { denied });
  const report = await open(temp.path);
  assertEquals(report.manifest.companions?.map(({ name }) => name), [`${NAME}.denied`]);
  const en = [
    { rank: 1, views: 40, title: "Ada_Lovelace" },
    { rank: 2, views: 30, title: "Alan_Turing" },
  ];
  for (const one of [report, await report.loaded()]) {
    assertEquals(await one.denied("en"), en);
    assertEquals(await one.denied("de"), []);
    assertEquals(await one.denied("xx"), []);
  }
  const { domains } = await report.report();
  assertEquals(domains.map(({ code, denied }) => [code, denied]), [
    ["de", undefined],
    ["en", en],
    ["en.m", [{ rank: 1, views: 50, title: "Ada_Lovelace" }]],
  ]);
  // Made again without, the file is gone; a reader of the report before hears of it.
  await storeHour(temp.path, NAME);
  assertEquals((await open(temp.path)).manifest.companions, undefined);
  await assertRejects(() => Deno.stat(`${temp.path}/2026/09/${NAME}.denied`), Deno.errors.NotFound);
  await assertRejects(() => report.report(), ReplacedReportError);
});

Deno.test("openReport() gives a report that reads what was written", async () => {
  await using temp = await tempFolder();
  const found = await openReport(await storeWith(temp.path), REPORT.period);
  const report: Report = await found!.report();
  assertEquals(report, REPORT);
  assertEquals(report.period.toString(), REPORT.period.toString());
  assertEquals(found?.period.toString(), NAME);
  assertEquals(found?.edition, "each");
  assertEquals(found?.manifest.made, {
    at: "2026-09-10T18:00:00Z",
    by: "wikitop/test",
    seconds: 1,
  });
  assertEquals(await Deno.readTextFile(found!.location), textOf(encodeCsv(REPORT)));
});

Deno.test("openReport() opens a period of any unit in any edition", async () => {
  await using temp = await tempFolder();
  for (const label of [NAME, "2026-09-10", "2026-W37", "2026-09"]) {
    for (const [top, edition] of (["each", "all", "all.articles"] as const).entries()) {
      await storeHour(temp.path, label, { edition, top: top + 1 });
    }
    for (const [top, edition] of (["each", "all", "all.articles"] as const).entries()) {
      const found = await openReport(storeIn(temp.path), parsePeriod(label), { edition });
      assertEquals([found?.manifest.period, found?.edition, found?.manifest.parameters.top], [
        label,
        edition,
        top + 1,
      ]);
      assertEquals((await found?.report())?.edition, edition);
      const code = edition === "each" ? "en" : "en.wikipedia";
      assertEquals((await found?.pages(code))?.length, Math.min(3, top + 1));
      const loaded = await found?.loaded();
      assertEquals([`${loaded?.period}`, loaded?.edition], [label, edition]);
    }
  }
});

const FITTING: Record<string, Criteria> = {
  "anything": {},
  "the same": { top: 100, ties: "row", denylist: DENYLIST },
  "fewer ranks": { top: 1 },
  "the same ties": { ties: "row" },
  "the same denylist": { denylist: DENYLIST },
};

for (const [what, criteria] of Object.entries(FITTING)) {
  Deno.test(`openReport() finds an hour if ${what} is wanted`, async () => {
    await using temp = await tempFolder();
    const found = await openReport(await storeWith(temp.path), REPORT.period, criteria);
    assertEquals(found?.manifest.period, "2026-09-10T18");
  });
}

const OTHER: Record<string, Criteria> = {
  "more ranks are": { top: 101 },
  "RANK is": { ties: "rank" },
  "DENSE_RANK is": { ties: "dense" },
  "another denylist is": { denylist: "ab".repeat(32) },
  "no denylist is": { denylist: null },
  "one thing fits and another does not": { top: 100, ties: "row", denylist: null },
};

for (const [what, criteria] of Object.entries(OTHER)) {
  Deno.test(`openReport() does not find an hour if ${what} wanted`, async () => {
    await using temp = await tempFolder();
    const found = await openReport(await storeWith(temp.path), REPORT.period, criteria);
    assertEquals(found, undefined);
  });
}

for (const version of [0, 1, REPORT_VERSION - 1, REPORT_VERSION + 1]) {
  Deno.test(`openReport() does not find what was made by the rules of version ${version}`, async () => {
    await using temp = await tempFolder();
    assertEquals(
      await openReport(await storeWith(temp.path, { version }), REPORT.period),
      undefined,
    );
  });
}

Deno.test("openReport() opens what is finished, and as it has to be", async () => {
  await using temp = await tempFolder();
  const store = storeIn(temp.path);
  assertEquals(await openReport(store, HOUR), undefined);
  await storeHour(temp.path, NAME, { top: 25, ties: "rank", denylist: "ab".repeat(32) });
  for (const criteria of [{}, { top: 25 }, { top: 1, ties: "rank" as const }]) {
    assert(await openReport(store, HOUR, criteria) !== undefined);
  }
  for (const criteria of [{ top: 26 }, { ties: "row" as const }, { denylist: null }]) {
    assertEquals(await openReport(store, HOUR, criteria), undefined);
  }
});

Deno.test("StoredReport.pages() reads a domain of a report, and no more", async () => {
  await using temp = await tempFolder();
  const { file } = await storeHour(temp.path, NAME, { dump: dumpOf("Title") });
  const store = new WatchedStore(temp.path);
  const report = (await openReport(store, HOUR))!;
  for (const i of [0, 50, 99]) {
    store.bytes = 0;
    assertEquals(await report.pages(codes[i]!), [{ rank: 1, views: 1, title: `Title_${i}` }]);
    assert(store.bytes > 0 && store.bytes < file.bytes / 50, `${store.bytes} of ${file.bytes}`);
  }
  const key = `2026/09/${NAME}`;
  const part = `readPart ${key}`;
  assertEquals(store.calls, [`readManifest ${key}`, part, part, part]);
  assertEquals(await report.pages("xx"), []);
  assertEquals(await report.pages("toString"), []);
  assertEquals(store.calls.length, 4);
});

Deno.test("StoredReport.pages() reads what is hard to write, from memory too", async () => {
  await using temp = await tempFolder();
  await storeReport(temp.path, nastyReport());
  const report = await open(temp.path);
  for (const readable of [report, await report.loaded()]) {
    for (const { code, pages } of nastyReport().domains) {
      assertEquals(await readable.pages(code), pages, code);
    }
  }
});

Deno.test("StoredReport.loaded() reads a report once for all its domains", async () => {
  await using temp = await tempFolder();
  await storeHour(temp.path, NAME, { dump: dumpOf("Title") });
  const store = new WatchedStore(temp.path);
  const report = await (await openReport(store, HOUR))!.loaded();
  store.calls.length = 0;
  for (const [i, code] of codes.entries()) {
    assertEquals((await report.pages(code))[0]?.title, `Title_${i}`);
  }
  assertEquals(store.calls, []);
});

Deno.test("StoredReport finds out that a report has been replaced", async () => {
  await using temp = await tempFolder();
  const replacements = [
    { dump: dumpOf("Much_longer_title") },
    { dump: "zz A 1 0\n" },
    { dump: `${"\u{1f600}".repeat(10)} A 1 0\n${dumpOf("T")}` },
    { dump: dumpOf("Title").replace("c00 ", "c000 ") },
  ];
  for (const replacement of replacements) {
    await storeHour(temp.path, NAME, { dump: dumpOf("Title") });
    const report = await open(temp.path);
    await storeHour(temp.path, NAME, replacement);
    await assertRejects(() => report.pages("c70"), ReplacedReportError);
    await assertRejects(() => report.content(), ReplacedReportError);
    await assertRejects(() => report.report(), ReplacedReportError);
    await assertRejects(() => report.loaded(), ReplacedReportError);
  }
});

Deno.test("StoredReport says what to do about a report that was replaced", async () => {
  await using temp = await tempFolder();
  await storeHour(temp.path, "2026-W37");
  const report = (await openReport(storeIn(temp.path), parsePeriod("2026-W37")))!;
  await Deno.remove(report.location);
  const error = await assertRejects(() => report.content(), ReplacedReportError);
  assertEquals(
    error.message,
    'Cannot read the report of week "2026-W37": it is not as its manifest says; try again',
  );
});

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

Deno.test("whyIncomplete() names the hours that a report lacks, the first ranges of them", () => {
  const { hours } = parsePeriod("2026-09-10");
  const lack = (...lacking: number[]) => {
    const present = hours.filter((_, i) => !lacking.includes(i + 1));
    return whyIncomplete({
      period: "2026-09-10",
      hours: { present: present.length, expected: 24 },
      sources: present.map(({ label }) => ({ hour: label }) as Manifest["sources"][number]),
    });
  };
  assertEquals(lack(), undefined);
  assertEquals(lack(7), "23 of 24 hours, without 2026-09-10T07");
  assertEquals(
    lack(1, 2, 3, 10, 24),
    "19 of 24 hours, without 2026-09-10T01 to 2026-09-10T03, 2026-09-10T10, 2026-09-11T00",
  );
  assertEquals(
    lack(1, 3, 5, 7, 9),
    "19 of 24 hours, without 2026-09-10T01, 2026-09-10T03, 2026-09-10T05, and others",
  );
});
