import type { RankedPage } from "../rank/page.ts";
import type { Report } from "../report/report.ts";

/** What a spreadsheet takes for the beginning of a formula, or may after it has trimmed the cell. */
const FORMULA = /^[=+\-@\t\r\n]/;

/** By the mark at the beginning of a file, Excel knows that it is UTF-8. */
export const BYTE_ORDER_MARK: Uint8Array<ArrayBuffer> = new Uint8Array([0xef, 0xbb, 0xbf]);

/**
 * A report for spreadsheets, which shows an apostrophe before each text that they would take for a
 * formula. It is not the same text any more, so nobody gets it who has not asked for it.
 */
export function spreadsheetSafe(report: Report): Report {
  const guardPages = (pages: readonly RankedPage[]) =>
    pages.map((page) => ({ ...page, title: guard(page.title) }));
  return {
    ...report,
    domains: report.domains.map((domain) => ({
      ...domain,
      code: guard(domain.code),
      project: guard(domain.project),
      pages: guardPages(domain.pages),
    })),
  };
}

function guard(text: string): string {
  return FORMULA.test(text) ? `'${text}` : text;
}
