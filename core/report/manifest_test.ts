import { assert, assertEquals, assertFalse } from "@std/assert";
import { nastyReport, reportOf } from "../testing/nasty_report.ts";
import { textOf } from "../testing/text_of.ts";
import { parsePeriod } from "../time/period.ts";
import { encodeCsv } from "./csv.ts";
import { readCsv } from "./read_csv.ts";
import { joinChunks } from "./encode.ts";
import { encodeReport, FORMAT_NAMES } from "./formats/format.ts";
import {
  describeReport,
  isManifest,
  type Manifest,
  REPORT_VERSION,
  type ReportMetadata,
  restoreReport,
} from "./manifest.ts";
import type { Report } from "./report.ts";

const MADE = { at: "2026-09-10T20:30:00.000Z", by: "wikitop/1.2.3", seconds: 0.7 };
const FILE = { name: "2026-09-10T18.csv", bytes: 7, sha256: "ef".repeat(32) };

async function describe(report: Report): Promise<ReportMetadata> {
  const { offsets } = await joinChunks(encodeCsv(report));
  return describeReport(report, offsets, MADE);
}

/** A manifest as it comes out of a store: it has been JSON. */
async function manifestOf(report: Report): Promise<Manifest> {
  return JSON.parse(JSON.stringify({ ...await describe(report), file: FILE }));
}

function restored(manifest: Manifest, report: Report): Report {
  return restoreReport(manifest, readCsv(textOf(encodeCsv(report))));
}

Deno.test("describeReport() says what a report was made from, how, and what was seen", async () => {
  const pages = [{ rank: 1, views: 5, title: "A" }, { rank: 2, views: 4, title: "B" }];
  const report = reportOf([
    { code: "de", views: 3, pages: [] },
    { code: "en", views: 9, pages },
  ]);
  assertEquals(JSON.parse(JSON.stringify(await describe(report))), {
    version: REPORT_VERSION,
    period: "2026-09-10T18",
    unit: "hour",
    period_start: "2026-09-10T17:00:00Z",
    period_end: "2026-09-10T18:00:00Z",
    edition: "each",
    rows: 2,
    sources: report.sources,
    parameters: report.parameters,
    counts: report.counts,
    domain_views: { de: 3, en: 9 },
    domain_offsets: { en: 81 },
    made: MADE,
  });
  assertEquals(REPORT_VERSION, 4);
});

Deno.test("describeReport() says of any period and edition when it begins and ends", async () => {
  const week = { ...reportOf([]), period: parsePeriod("2020-W53"), edition: "all" as const };
  const { period, unit, period_start, period_end, edition } = await describe(week);
  assertEquals([period, unit, period_start, period_end, edition], [
    "2020-W53",
    "week",
    "2020-12-28T00:00:00Z",
    "2021-01-04T00:00:00Z",
    "all",
  ]);
});

Deno.test("restoreReport() puts a report together again from its manifest and its rows", async () => {
  const report = nastyReport();
  assertEquals(restored(await manifestOf(report), report), report);
});

for (const format of FORMAT_NAMES) {
  Deno.test(`restoreReport() gives a report that is written as the same ${format}`, async () => {
    const report = nastyReport();
    const again = restored(await manifestOf(report), report);
    assertEquals(textOf(encodeReport(again, format)), textOf(encodeReport(report, format)));
  });
}

Deno.test("restoreReport() restores the period and the edition", async () => {
  for (const label of ["2026-09-10T18", "2026-09-10", "2026-W37", "2026-09"]) {
    const made = reportOf([{ code: "en", views: 9, pages: [] }]);
    const report: Report = { ...made, period: parsePeriod(label), edition: "all.articles" };
    const { period, edition } = restored(await manifestOf(report), report);
    assertEquals([`${period}`, period.unit, edition], [label, report.period.unit, "all.articles"]);
  }
});

/** A manifest as a store reads it. */
const MANIFEST = await manifestOf(nastyReport());
const [SOURCE] = MANIFEST.sources;

Deno.test("isManifest() accepts what a report's manifest says", () => {
  assert(isManifest(MANIFEST));
  assert(isManifest({ ...MANIFEST, parameters: { ...MANIFEST.parameters, denylist: null } }));
  assert(isManifest({ ...MANIFEST, added_later: true }));
  assert(isManifest({ ...MANIFEST, sources: [] }));
  assert(isManifest({ ...MANIFEST, sources: [SOURCE, { ...SOURCE, sha256: null, etag: null }] }));
});

const BROKEN: Record<string, unknown> = {
  "nothing": undefined,
  "null": null,
  "a list": [],
  "the manifest of a denylist": { url: "https://example.org/", entries: 7, file: FILE },
  "an object without anything": {},
  "no version": { ...MANIFEST, version: undefined },
  "a period that is none": { ...MANIFEST, period: 7 },
  "a period without a start": { ...MANIFEST, period_start: null },
  "a period without an end": { ...MANIFEST, period_end: undefined },
  "an unknown unit": { ...MANIFEST, unit: "year" },
  "the name of all objects as a unit": { ...MANIFEST, unit: "toString" },
  "an unknown edition": { ...MANIFEST, edition: "none" },
  "the name of all objects as an edition": { ...MANIFEST, edition: "toString" },
  "half a row": { ...MANIFEST, rows: 0.5 },
  "fewer than no rows": { ...MANIFEST, rows: -1 },
  "no sources": { ...MANIFEST, sources: null },
  "one source that is no list": { ...MANIFEST, sources: MANIFEST.sources[0] },
  "a source that is null": { ...MANIFEST, sources: [null] },
  "a source without an hour": { ...MANIFEST, sources: [{ ...SOURCE, hour: undefined }] },
  "a source without an etag": { ...MANIFEST, sources: [{ ...SOURCE, etag: undefined }] },
  "a source of no length": { ...MANIFEST, sources: [SOURCE, { ...SOURCE, bytes: -1 }] },
  "no parameters": { ...MANIFEST, parameters: undefined },
  "an unknown rule of ties": { ...MANIFEST, parameters: { ...MANIFEST.parameters, ties: "drow" } },
  "a denylist without digest": {
    ...MANIFEST,
    parameters: { ...MANIFEST.parameters, denylist: { url: "x" } },
  },
  "no counts": { ...MANIFEST, counts: [] },
  "views that are no number": { ...MANIFEST, domain_views: { en: "7" } },
  "lines that are not counted": { ...MANIFEST, counts: { ...MANIFEST.counts, lines: undefined } },
  "malformed lines that are no table": {
    ...MANIFEST,
    counts: { ...MANIFEST.counts, malformed: null },
  },
  "examples of malformed lines that are no list": {
    ...MANIFEST,
    counts: { ...MANIFEST.counts, malformed: { fields: { count: 1, examples: {} } } },
  },
  "malformed lines whose example has no text": {
    ...MANIFEST,
    counts: { ...MANIFEST.counts, malformed: { fields: { count: 1, examples: [{ line: 1 }] } } },
  },
  "no maker": { ...MANIFEST, made: undefined },
  "a time that is none": { ...MANIFEST, made: { ...MADE, at: "yesterday" } },
  "no places of the domains": { ...MANIFEST, domain_offsets: undefined },
  "a place before the beginning": { ...MANIFEST, domain_offsets: { en: -1 } },
  "no file": { ...MANIFEST, file: undefined },
  "no length of the file": { ...MANIFEST, file: { ...FILE, bytes: null } },
};

for (const [what, value] of Object.entries(BROKEN)) {
  Deno.test(`isManifest() refuses ${what}`, () => assertFalse(isManifest(value)));
}
