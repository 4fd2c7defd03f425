import { type Bytes, compareBytes, compareText } from "../dump/bytes.ts";
import { MOST_DENIED, rankDenied } from "../rank/denied_top.ts";
import type { RankedPage } from "../rank/page.ts";
import { encodeCsv, encodeDenied } from "../report/csv.ts";
import { type PagesByCode, readCsv } from "../report/read_csv.ts";
import { joinChunks } from "../report/encode.ts";
import { type Manifest, restoreReport } from "../report/manifest.ts";
import type { Parameters } from "../report/report.ts";
import type { EntryName } from "./layout.ts";
import { whyNotWhole } from "./open.ts";

/**
 * Looks for what cannot be right in a stored report: rows that are not those which its manifest and
 * its rule of ties speak of, that are out of order, or not written as such a report is. Whether its
 * bytes are those that its writer wrote, which the SHA-256 tells, is the store's to know.
 *
 * @param name Which report it is said to be.
 * @param manifest Its manifest.
 * @param content The report's bytes.
 * @param denied The bytes of the denied pages beside it, if there are any.
 * @returns What is wrong, one sentence for each problem, none if nothing is.
 */
export async function verifyReport(
  name: EntryName,
  manifest: Manifest,
  content: Bytes,
  denied?: Bytes,
): Promise<string[]> {
  const reason = whyNotWhole(manifest, name);
  if (reason !== undefined) return [reason];
  let text: string;
  let pages: PagesByCode;
  try {
    text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(content);
    pages = readCsv(text);
  } catch (error) {
    // What is not UTF-8 is a TypeError.
    if (!(error instanceof SyntaxError || error instanceof TypeError)) throw error;
    return [`it cannot be read as CSV: ${error.message}`];
  }
  const broken = [...pages].filter(([_, rows]) => !rows.every(isPage));
  if (broken.length > 0) {
    return broken.map(([code]) => `domain "${code}": not all of it are pages with ranks and views`);
  }
  const problems = [
    ...verifyCounts(manifest, pages),
    ...[...pages].flatMap(([code, rows]) => verifyDomain(code, rows, manifest)),
  ];
  // Whatever else is wrong shows where its rows would be written otherwise.
  if (problems.length === 0) problems.push(...await verifyText(text, pages, manifest));
  if (problems.length > 0 || denied === undefined) return problems;
  return await verifyDenied(denied, pages, manifest);
}

function isPage({ rank, views }: RankedPage): boolean {
  return Number.isSafeInteger(rank) && Number.isSafeInteger(views) && views >= 0;
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
    if (i > 0 && compareText(codes[i - 1]!, code) > 0) {
      problems.push(`domain "${code}" comes after "${codes[i - 1]}", against the order of bytes`);
    }
  }
  return problems;
}

/** Looks for the first problem of each kind in the rows of a domain. */
function verifyDomain(
  code: string,
  rows: readonly RankedPage[],
  { parameters, domain_views }: Manifest,
): string[] {
  if (!Object.hasOwn(domain_views, code)) {
    return [`domain "${code}": the manifest does not know it`];
  }
  const problems = [...verifyOrder(rows), ...verifyRanks(rows, parameters)];
  const all = domain_views[code]!;
  const views = rows.reduce((sum, row) => sum + row.views, 0);
  if (views > all) {
    problems.push(`its pages have ${views} views, but all of the domain ${all}`);
  }
  return problems.map((problem) => `domain "${code}": ${problem}`);
}

function verifyOrder(rows: readonly RankedPage[]): string[] {
  const titles = new Set<string>();
  for (const [i, { title, views }] of rows.entries()) {
    // The titles of two pages may be the same, or in another order, once bytes that are no UTF-8
    // have become U+FFFD.
    const isWhole = !title.includes("\uFFFD");
    if (isWhole && titles.has(title)) return [`page ${JSON.stringify(title)} is there twice`];
    titles.add(title);
    if (i === 0) continue;
    const before = rows[i - 1]!;
    if (views > before.views) {
      return [
        `page ${JSON.stringify(title)} has ${views} views, the one before it ${before.views}`,
      ];
    }
    const isTied = views === before.views && isWhole && !before.title.includes("\uFFFD");
    if (isTied && compareText(before.title, title) > 0) {
      return [
        `page ${JSON.stringify(title)} comes after ${JSON.stringify(before.title)} with as many ` +
        "views, against the order of bytes",
      ];
    }
  }
  return [];
}

function verifyRanks(rows: readonly RankedPage[], { top, ties }: Parameters): string[] {
  let rank = 0;
  for (const [i, row] of rows.entries()) {
    const isTied = i > 0 && row.views === rows[i - 1]!.views;
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

/** Looks for what cannot be right in the denied pages that would rank. */
async function verifyDenied(
  content: Bytes,
  pages: PagesByCode,
  manifest: Manifest,
): Promise<string[]> {
  let denied: PagesByCode;
  try {
    denied = readCsv(new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(content));
  } catch (error) {
    if (!(error instanceof SyntaxError || error instanceof TypeError)) throw error;
    return [`its denied pages cannot be read as CSV: ${error.message}`];
  }
  const problems = [...denied].flatMap(([code, rows]) => {
    if (!Object.hasOwn(manifest.domain_views, code)) {
      return [`domain "${code}" of its denied pages: the manifest does not know it`];
    }
    return verifyDeniedRanks(rows, pages.get(code) ?? [], manifest.parameters)
      .map((problem) => `domain "${code}": ${problem}`);
  });
  if (problems.length > 0) return problems;
  const chunks = encodeDenied(restoreReport(manifest, pages, denied)) ?? [];
  const right = (await joinChunks(chunks)).content;
  return compareBytes(content, 0, content.length, right) === 0
    ? []
    : ["its denied pages are not written as they should be"];
}

function verifyDeniedRanks(
  denied: readonly RankedPage[],
  pages: readonly RankedPage[],
  { top, ties }: Parameters,
): string[] {
  if (!denied.every(isPage)) return ["not all of its denied pages have ranks and views"];
  if (denied.length > MOST_DENIED) return [`it has ${denied.length} denied pages`];
  // As above: what is no UTF-8 may stand in another order.
  if ([...denied, ...pages].some(({ title }) => title.includes("\uFFFD"))) return [];
  const encoder = new TextEncoder();
  const encode = (pages: readonly RankedPage[]) =>
    pages.map((page) => ({ ...page, title: encoder.encode(page.title) }));
  const right = rankDenied(encode(denied), encode(pages), ties);
  for (const [i, { title, rank }] of denied.entries()) {
    if (rank > top) return [`denied page ${JSON.stringify(title)} has rank ${rank}, beyond ${top}`];
    if (rank === right[i]!.rank) continue;
    return [
      `denied page ${JSON.stringify(title)} has rank ${rank}, by ties "${ties}" it would have ` +
      `${right[i]!.rank}`,
    ];
  }
  return [];
}

/** A report of the same rows is always written the same way: columns, projects, quotes and all. */
async function verifyText(
  text: string,
  pages: PagesByCode,
  manifest: Manifest,
): Promise<string[]> {
  const lines = text.split("\n");
  const { content, offsets } = await joinChunks(encodeCsv(restoreReport(manifest, pages)));
  const right = new TextDecoder("utf-8", { ignoreBOM: true }).decode(content).split("\n");
  for (let i = 0; i < Math.max(lines.length, right.length); i++) {
    if (lines[i] === right[i]) continue;
    return [`line ${i + 1} is ${shown(lines[i])}, it should be ${shown(right[i])}`];
  }
  const codes = new Set([...Object.keys(offsets), ...Object.keys(manifest.domain_offsets)]);
  for (const code of codes) {
    const [is, should] = [manifest.domain_offsets[code], offsets[code]];
    if (is === should) continue;
    const at = (byte: number | undefined) => byte === undefined ? "nowhere" : `at byte ${byte}`;
    return [`domain "${code}": its manifest says that it begins ${at(is)}, not ${at(should)}`];
  }
  return [];
}

function shown(line: string | undefined): string {
  if (line === undefined) return "missing";
  return JSON.stringify(line.length > 200 ? `${line.slice(0, 200)}…` : line);
}
