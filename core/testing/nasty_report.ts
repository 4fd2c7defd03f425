import { Hour, type RankedDomain, type Report, reportDomain } from "../mod.ts";

/** Titles that are hard to write down, or to read again. A dump can hold each of them. */
export const NASTY_TITLES: readonly string[] = [
  "Plain",
  "",
  " ",
  ",",
  '"',
  '""',
  '","',
  'Say_"cheese",_please',
  "\r",
  "Carriage\rreturn",
  "Ends_in_CR\r",
  "\\",
  '\\"',
  "\t",
  "\u0000",
  "\u001b[31mRed\u001b[0m",
  "\u0085\u2028\u2029",
  "\ufeffMarked",
  "\ufffd",
  "=HYPERLINK(A1)",
  "+1",
  "-",
  "@",
  "#",
  "'",
  "NULL",
  "NaN",
  "007",
  "1e5",
  "true",
  "{}",
  "__proto__",
  "日本",
  "e\u0301",
  "\u200b\u202e",
  "𝒵",
  "👩‍👩‍👧",
  "x".repeat(698),
];

/**
 * A report of given domains, made up in all else.
 *
 * @param domains The domains, in the order of their codes.
 * @returns The report.
 */
export function reportOf(domains: RankedDomain[]): Report {
  const views = domains.reduce((sum, domain) => sum + domain.views, 0);
  return {
    period: Hour.parse("2026-09-10T18"),
    edition: "each",
    sources: [{
      hour: "2026-09-10T18",
      url: "https://example.org/2026/2026-09/pageviews-20260910-180000.gz",
      bytes: 4711,
      sha256: "ab".repeat(32),
      etag: '"5af3-1b2c"',
      last_modified: "Thu, 10 Sep 2026 20:04:05 GMT",
    }],
    parameters: {
      top: 100,
      ties: "row",
      denylist: { url: "https://example.org/denylist", sha256: "cd".repeat(32) },
    },
    counts: {
      lines: 1000,
      views,
      domains: domains.length,
      denied: 3,
      repeated: 0,
      malformed: { fields: { count: 1, examples: [{ line: 7, text: 'en "\\x\u0000\ufffd' }] } },
    },
    domains: domains.map(reportDomain),
  };
}

/**
 * A report with all that is hard to write down: every nasty title, the empty domain code, codes
 * that objects take for numbers or for their own, domains without pages.
 *
 * @returns The report.
 */
export function nastyReport(): Report {
  const pages = NASTY_TITLES.map((title, i) => ({ rank: i + 1, views: 1000 - i, title }));
  const one = (title: string) => [{ rank: 1, views: Number.MAX_SAFE_INTEGER, title }];
  return reportOf([
    { code: "", views: 1, pages: one("Z801") },
    { code: "10", views: 2, pages: one("Ten") },
    { code: "2", views: 3, pages: one("Two") },
    { code: "__proto__", views: 4, pages: one("Prototype") },
    { code: "a,b", views: 5, pages: one("Comma") },
    { code: "constructor", views: 6, pages: [] },
    { code: "en", views: 7, pages },
    { code: "en.m", views: 0, pages: [] },
    { code: "toString", views: 8, pages: one("String") },
    { code: "\uff5a", views: 9, pages: one("Before a code point beyond U+FFFF") },
    { code: "\u{10ffff}", views: 10, pages: one("Behind it") },
  ]);
}
