import { Buffer } from "node:buffer";
import { DumpError, type DumpErrorCode } from "../core/dump/dump_error.ts";
import type { MalformedReason } from "../core/dump/malformed.ts";
import type { Counts } from "../core/rank/dump_ranking.ts";
import type { RankedDomain } from "../core/rank/ranking.ts";
import type { Ties } from "../core/rank/page.ts";
import { KNOWN_CODES } from "./known_codes.ts";

/** Options of {@linkcode rankNaively}. */
export interface NaiveOptions {
  /** The last rank to keep. */
  top: number;
  /** What becomes of pages with equal views. */
  ties: Ties;
  /** The pages to leave out, as a denylist lists them. */
  denylist?: Uint8Array | undefined;
  /** Whether the rows of all codes of a project are summed. */
  ofProjects?: boolean | undefined;
  /** Tells which pages rank, by their titles; all do if it is left out. */
  ranks?: ((title: string) => boolean) | undefined;
}

/** What {@linkcode rankNaively} answers: as {@linkcode rankHour} does. */
export interface NaiveRanking {
  /** The domains by the bytes of their codes. */
  domains: RankedDomain[];
  /** What was seen. */
  counts: Counts;
}

interface Row {
  domain: string;
  title: string;
  views: number;
  /** How many of the views were mobile. */
  mobile?: number;
}

/**
 * Ranks a dump by the rules alone: the whole of it in memory, one step after the other, slowly. It
 * shares no code with what it is there to check, but for the class of its errors.
 *
 * @throws {DumpError} If it is no dump.
 *
 * All strings in here are binary: one character for each byte. Their order is the order of bytes.
 */
export function rankNaively(dump: Uint8Array, options: NaiveOptions): NaiveRanking {
  const lines = binary(dump).split("\n");
  if (lines.at(-1) === "") lines.pop();

  const rows: Row[] = [];
  let badBytes = 0;
  const malformed: Counts["malformed"] = {};
  for (const [i, line] of lines.entries()) {
    const reason = whyMalformed(line);
    if (reason === undefined) {
      const [domain, title, views] = line.split(" ");
      rows.push({ domain: unquote(domain!), title: unquote(title!), views: Number(views) });
    } else {
      badBytes += line.length;
      const entry = malformed[reason] ??= { count: 0, examples: [] };
      entry.count += 1;
      if (entry.count <= 3) entry.examples.push({ line: i + 1, text: utf8(line.slice(0, 200)) });
    }
  }

  refuse(lines, rows, badBytes, lines.at(-1) !== "" && !binary(dump).endsWith("\n"));

  const denies = options.denylist === undefined ? () => false : readDenylist(options.denylist);
  const ofCodes = sumPages(rows);
  const projects = options.ofProjects ? sumProjects(ofCodes, denies) : undefined;
  const pages = projects?.pages ?? ofCodes;
  const isDenied = (row: Row) => projects?.denied.has(keyOf(row)) ?? denies(row);
  const codes = [...new Set(pages.map((row) => row.domain))].sort();
  return {
    domains: codes.map((code) => {
      const ofDomain = pages.filter((row) => row.domain === code);
      const ranked = ofDomain.filter(({ title }) => options.ranks?.(title) ?? true);
      const rank = (rows: Row[]) =>
        rows.sort(byViewsThenTitle)
          .map((row, i) => ({ row, rank: rankOf(i, rows, options.ties) }))
          .filter(({ rank }) => rank <= options.top);
      const shown = ({ row: { views, mobile, title }, rank }: { row: Row; rank: number }) => {
        const page = { rank, views, title: utf8(title) };
        if (!projects?.mixed.has(code) || views === 0) return page;
        return {
          ...page,
          mobileShare: Number((Math.round(1000 * mobile! / views) / 1000).toFixed(3)),
        };
      };
      const denied = rank([...ranked]).filter(({ row }) => isDenied(row)).slice(0, 25);
      return {
        code: utf8(code),
        views: sumOfViews(ofDomain),
        pages: rank(ranked.filter((row) => !isDenied(row))).map(shown),
        ...(denied.length > 0 && { denied: denied.map(shown) }),
      };
    }),
    counts: {
      lines: lines.length,
      views: sumOfViews(rows),
      domains: codes.length,
      denied: ofCodes.filter((row) => {
        return isDenied(projects === undefined ? row : { ...row, domain: projectOf(row.domain) });
      }).length,
      repeated: rows.length - ofCodes.length,
      malformed,
    },
  };
}

/**
 * The report that a dump is to give, as CSV: by the rules alone, and of codes that are known. Its
 * hour is the one that ends at the stamp in the dump's name.
 */
export function naiveReport(dumpName: string, ranking: NaiveRanking): string {
  const [, year, month, day, hour] = /-(\d{4})(\d{2})(\d{2})-(\d{2})0000/.exec(dumpName)!;
  const start = new Date(Date.UTC(+year!, +month! - 1, +day!, +hour! - 1));
  const periodStart = start.toISOString().replace(".000", "");

  const lines = [[
    "unit",
    "period_start",
    "domain_code",
    "project",
    "access",
    "rank",
    "views",
    "title",
    "mobile_share",
    "flags",
  ]];
  for (const { code, pages } of ranking.domains) {
    const [project, access] = KNOWN_CODES[code]!;
    for (const { rank, views, title } of pages) {
      const flags = NO_ARTICLE.test(title) ? "not-article" : "";
      lines.push(
        ["hour", periodStart, code, project, access, String(rank), String(views), title, "", flags],
      );
    }
  }
  const [header, ...rows] = lines.map((fields) => fields.map(csvField));
  // No page of a code has a mobile share: the field is empty, and not that of an empty text.
  for (const fields of rows) fields[8] = "";
  return [header!, ...rows].map((fields) => fields.join(",") + "\n").join("");
}

/** The titles of the test dumps that are no article's, by their namespaces or as main pages. */
const NO_ARTICLE =
  /^(Special|Spezial|Spécial|特別|Talk|User|Wikipedia|Wikidata|Wikinews|Wikifunctions|Commons|Help|File|Category|Appendix|Reconstruction|Thesaurus|Template|Portal|Project):|^Main_Page$/;

function whyMalformed(line: string): MalformedReason | undefined {
  if (line.length > 64 * 1024) return "length";
  const fields = line.split(" ");
  if (fields.length !== 4) return "fields";
  const [domain, title, views, fourth] = fields;
  if (title === "") return "title";
  if (!/^[0-9]+$/.test(views!) || BigInt(views!) > 2n ** 53n - 1n) return "views";
  if (fourth !== "0") return "fourth";
  if (unquote(title!).includes("\0\0")) return "title";
  if (domain!.includes("\0") || binary(Buffer.from(utf8(domain!))) !== domain) return "domain";
}

/** Throws why lines are no dump. */
function refuse(lines: string[], rows: Row[], badBytes: number, isUnended: boolean): void {
  const refuse = (code: DumpErrorCode) => {
    throw new DumpError(code, "the naive ranker refuses it");
  };
  if (lines.length === 0) refuse("empty");
  const bad = lines.filter((line) => whyMalformed(line) !== undefined);
  const bytes = lines.reduce((sum, { length }) => sum + length, 0);
  const odd = rows.filter(({ domain }) => /[^a-z0-9.-]/.test(domain));
  if (
    rows.length === 0 || 2 * bad.length > lines.length || 2 * badBytes > bytes ||
    100 * odd.length > rows.length || bad.some((line) => line.includes("\0"))
  ) refuse("not-a-dump");
  if (isUnended && whyMalformed(lines.at(-1)!) !== undefined) refuse("cut");
}

function keyOf({ domain, title }: Row): string {
  return `${domain} ${title}`;
}

function projectOf(code: string): string {
  // A word alone is the code of a Wikipedia.
  return KNOWN_CODES[code]?.[0] ?? (/^[a-z]+$/i.test(code) ? `${code}.wikipedia` : code);
}

/**
 * Sums the pages of each project, whose name stands in the place of a code; a page is denied if that of
 * any of the codes is.
 */
function sumProjects(
  ofCodes: Row[],
  denies: (row: Row) => boolean,
): { pages: Row[]; denied: Set<string>; mixed: Set<string> } {
  const isMobile = ({ domain }: Row) => KNOWN_CODES[domain]?.[1] === "mobile";
  const isOfProject = (row: Row, project: string) => projectOf(row.domain) === project;
  const projects = [...new Set(ofCodes.map(({ domain }) => projectOf(domain)))];
  const pages = sumPages(ofCodes.map((row) => ({
    ...row,
    domain: projectOf(row.domain),
    mobile: isMobile(row) ? row.views : 0,
  })));
  const names = Object.keys(KNOWN_CODES).concat(ofCodes.map(({ domain }) => domain));
  const denied = pages.filter(({ domain, title }) =>
    names.some((name) => projectOf(name) === domain && denies({ domain: name, title, views: 0 }))
  );
  const mixed = projects.filter((project) =>
    new Set(ofCodes.filter((row) => isOfProject(row, project)).map(isMobile)).size > 1
  );
  return { pages, denied: new Set(denied.map(keyOf)), mixed: new Set(mixed) };
}

/** Sums the rows of each page. */
function sumPages(rows: Row[]): Row[] {
  const pages = new Map<string, Row>();
  for (const row of rows) {
    const key = `${row.domain} ${row.title}`;
    const page = pages.get(key);
    if (page === undefined) pages.set(key, { ...row });
    else {
      page.views += row.views;
      if (row.mobile !== undefined) page.mobile = (page.mobile ?? 0) + row.mobile;
    }
  }
  return [...pages.values()];
}

function unquote(field: string): string {
  if (field === '""') return "";
  const inside = field.slice(1, -1);
  if (/^".*"$/s.test(field) && inside.includes('\\"')) return inside.replace(/\\(["\\])/g, "$1");
  return field;
}

/** What tells whether a row is denied, by each line of the denylist in its turn. */
function readDenylist(denylist: Uint8Array): (row: Row) => boolean {
  /** By domain, as it is written: titles, and namespaces, each as written and as decoded. */
  const titles = new Set<string>();
  const namespaces = new Set<string>();
  for (const line of new TextDecoder().decode(denylist).split(/\r?\n/)) {
    if (line.startsWith("#")) continue;
    const [written, ...words] = line.split(" ");
    const domain = binary(new TextEncoder().encode(written === '""' ? "" : written));
    const title = words.join(" ").replace(/^[ \t]+|[ \t]+$/g, "");
    if (title === "" || written === "") continue;
    const isNamespace = title.indexOf(":*") > 0 && title.indexOf(":") === title.length - 2;
    const named = isNamespace ? title.slice(0, -1) : title;
    for (const meant of [binary(new TextEncoder().encode(named)), decodeAsRequest(named)]) {
      (isNamespace ? namespaces : titles).add(`${domain} ${meant}`);
    }
  }
  return ({ domain, title }) =>
    [domain, KNOWN_CODES[domain]?.[0], "*"].some((name) =>
      titles.has(`${name} ${title}`) ||
      namespaces.has(`${name} ${title.slice(0, title.indexOf(":") + 1)}`)
    );
}

function decodeAsRequest(title: string): string {
  const bytes = binary(new TextEncoder().encode(title))
    .replace(/%([0-9A-Fa-f]{2})/g, (_, hex) => String.fromCharCode(parseInt(hex, 16)))
    .replaceAll(" ", "_");
  return binary(new TextEncoder().encode(utf8(bytes)));
}

function byViewsThenTitle(a: Row, b: Row): number {
  if (a.views !== b.views) return b.views - a.views;
  if (a.title === b.title) return 0;
  return a.title < b.title ? -1 : 1;
}

function rankOf(place: number, pages: Row[], ties: Ties): number {
  if (ties === "row") return place + 1;
  const above = pages.map((page) => page.views).filter((views) => views > pages[place]!.views);
  return 1 + (ties === "rank" ? above.length : new Set(above).size);
}

function sumOfViews(rows: Row[]): number {
  return rows.reduce((sum, row) => sum + row.views, 0);
}

function binary(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString("latin1");
}

function utf8(binary: string): string {
  return new TextDecoder("utf-8", { ignoreBOM: true }).decode(Buffer.from(binary, "latin1"));
}

/** Many readers take an empty field for an absent value, and only a quoted one for an empty text. */
function csvField(text: string): string {
  return text === "" || /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
