import type { Hour } from "../time/hour.ts";
import { compareCodes } from "../rank/compare.ts";
import type { RankedPage } from "../rank/ranker.ts";
import { encodeReport } from "../report/encode_report.ts";
import { readReport } from "../report/format.ts";
import { type Manifest, restoreReport } from "../report/manifest.ts";
import type { Parameters } from "../report/report.ts";

/** What is known of a report that is to be verified. */
export interface Claim {
  /** The hour that it is said to be of. */
  hour: Hour;
  /** Its manifest. */
  manifest: Manifest;
}

/**
 * Looks for what cannot be right in a stored report: rows that are not those which its manifest and
 * its rule of ties speak of, that are out of order, or not written as such a report is. Whether its
 * bytes are those that its writer wrote, which the SHA-256 tells, is the store's to know.
 *
 * @param claim What is known of the report.
 * @param content The report's bytes.
 * @returns What is wrong, one sentence for each problem, none if nothing is.
 *
 * @example Usage
 * ```ts
 * import { describeReport, encodeReport, Hour, type Report, verifyReport } from "@wikitop/core";
 * import { assertEquals } from "@std/assert";
 *
 * const pages = [{ rank: 1, views: 5, title: "A" }, { rank: 2, views: 9, title: "B" }];
 * const hour = Hour.parse("2026-09-10T18", { now: new Date("2026-09-11") });
 * const report: Report = {
 *   hour,
 *   source: { url: "-", bytes: 40, sha256: null, etag: null, last_modified: null },
 *   parameters: { top: 25, ties: "row", denylist: null },
 *   counts: { lines: 2, views: 14, domains: 1, denied: 0, malformed: {} },
 *   domains: [{ code: "en", views: 14, pages }],
 * };
 * const encoded = encodeReport(report, "csv");
 * const facts = describeReport(report, encoded, { at: "2026-09-10T20:00Z", by: "me", seconds: 1 });
 * const file = { name: "2026-09-10T18.csv", bytes: encoded.content.length, sha256: "…" };
 * assertEquals(verifyReport({ hour, manifest: { ...facts, file } }, encoded.content), [
 *   'domain "en": page "B" has 9 views, the one before it 5',
 * ]);
 * ```
 */
export function verifyReport(
  { hour, manifest }: Claim,
  content: Uint8Array<ArrayBuffer>,
): string[] {
  const { hour_start, hour_end } = manifest.period;
  if (manifest.hour !== `${hour}` || hour_start !== hour.start || hour_end !== hour.end) {
    return [`its manifest is of hour "${manifest.hour}", ${hour_start} to ${hour_end}`];
  }
  let text: string;
  let pages: Map<string, RankedPage<string>[]>;
  try {
    text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(content);
    pages = readReport(text, manifest.format);
  } catch (error) {
    // JSON of another shape is a TypeError, as is what is no UTF-8.
    if (!(error instanceof SyntaxError || error instanceof TypeError)) throw error;
    return [`it cannot be read as ${manifest.format}: ${error.message}`];
  }
  const broken = [...pages].filter(([code, rows]) => !isDomain(code, rows));
  if (broken.length > 0) {
    return broken.map(([code]) => `domain "${code}": not all of it are pages with ranks and views`);
  }
  const problems = [
    ...verifyCounts(manifest, pages),
    ...[...pages].flatMap(([code, rows]) => verifyDomain(code, rows, manifest)),
  ];
  // Whatever else is wrong shows where its rows would be written otherwise.
  return problems.length > 0 ? problems : verifyText(text, manifest);
}

/** Tells whether what was read is what its type says: JSON may be of any shape. */
function isDomain(code: unknown, rows: unknown): boolean {
  return typeof code === "string" && Array.isArray(rows) &&
    rows.every((row) =>
      typeof row === "object" && row !== null && Number.isSafeInteger(row.rank) &&
      Number.isSafeInteger(row.views) && row.views >= 0 && typeof row.title === "string"
    );
}

function verifyCounts(
  { rows, counts, domain_views }: Manifest,
  pages: ReadonlyMap<string, readonly unknown[]>,
): string[] {
  const problems: string[] = [];
  const expect = (what: string, is: number, should: number) => {
    if (is !== should) problems.push(`${what}, its manifest says ${should}`);
  };
  const there = [...pages.values()].reduce((sum, rows) => sum + rows.length, 0);
  expect(`it has ${there} rows`, there, rows);
  const views = Object.values(domain_views);
  const sum = views.reduce((sum, views) => sum + views, 0);
  expect(`its domains have ${sum} views together`, sum, counts.views);
  expect(`the views of ${views.length} domains are known`, views.length, counts.domains);

  const codes = [...pages.keys()];
  for (const [i, code] of codes.entries()) {
    if (i > 0 && compareCodes(codes[i - 1], code) > 0) {
      problems.push(`domain "${code}" comes after "${codes[i - 1]}", against the order of bytes`);
    }
  }
  return problems;
}

/** Looks for the first problem of each kind in the rows of a domain. */
function verifyDomain(
  code: string,
  rows: readonly RankedPage<string>[],
  { parameters, domain_views }: Manifest,
): string[] {
  if (!Object.hasOwn(domain_views, code)) {
    return [`domain "${code}": the manifest does not know it`];
  }
  const problems = [...verifyOrder(rows), ...verifyRanks(rows, parameters)];
  const views = rows.reduce((sum, row) => sum + row.views, 0);
  if (views > domain_views[code]) {
    problems.push(`its pages have ${views} views, but all of the domain ${domain_views[code]}`);
  }
  return problems.map((problem) => `domain "${code}": ${problem}`);
}

function verifyOrder(rows: readonly RankedPage<string>[]): string[] {
  const titles = new Set<string>();
  for (const [i, { title, views }] of rows.entries()) {
    // The titles of two pages may be the same, or in another order, once bytes that are no UTF-8
    // have become U+FFFD.
    const isWhole = !title.includes("\uFFFD");
    if (isWhole && titles.has(title)) return [`page ${JSON.stringify(title)} is there twice`];
    titles.add(title);
    if (i === 0) continue;
    const before = rows[i - 1];
    if (views > before.views) {
      return [
        `page ${JSON.stringify(title)} has ${views} views, the one before it ${before.views}`,
      ];
    }
    const isTied = views === before.views && isWhole && !before.title.includes("\uFFFD");
    if (isTied && compareCodes(before.title, title) > 0) {
      return [
        `page ${JSON.stringify(title)} comes after ${JSON.stringify(before.title)} with as many ` +
        "views, against the order of bytes",
      ];
    }
  }
  return [];
}

function verifyRanks(rows: readonly RankedPage<string>[], { top, ties }: Parameters): string[] {
  let rank = 0;
  for (const [i, row] of rows.entries()) {
    const isTied = i > 0 && row.views === rows[i - 1].views;
    if (ties === "row" || !isTied) rank = ties === "dense" ? rank + 1 : i + 1;
    if (row.rank !== rank) {
      return [
        `page ${JSON.stringify(row.title)} has rank ${row.rank}, by ties "${ties}" it is ${rank}`,
      ];
    }
    if (rank > top) return [`page ${JSON.stringify(row.title)} has rank ${rank}, beyond ${top}`];
  }
  return [];
}

/** A report of the same rows is always written the same way: columns, projects, quotes and all. */
function verifyText(text: string, manifest: Manifest): string[] {
  const lines = text.split("\n");
  const { content, offsets } = encodeReport(restoreReport(manifest, text), manifest.format);
  const right = new TextDecoder("utf-8", { ignoreBOM: true }).decode(content).split("\n");
  for (let i = 0; i < Math.max(lines.length, right.length); i++) {
    if (lines[i] === right[i]) continue;
    return [`line ${i + 1} is ${shown(lines[i])}, it should be ${shown(right[i])}`];
  }
  const codes = new Set([...Object.keys(offsets), ...Object.keys(manifest.domain_offsets)]);
  for (const code of codes) {
    const [is, should] = [manifest.domain_offsets[code], offsets[code]];
    if (is === should) continue;
    return [`domain "${code}": its manifest says that it begins at byte ${is}, not ${should}`];
  }
  return [];
}

function shown(line: string | undefined): string {
  if (line === undefined) return "missing";
  return JSON.stringify(line.length > 200 ? `${line.slice(0, 200)}…` : line);
}
