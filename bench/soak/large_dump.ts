import { gzipSync } from "node:zlib";
import { dumpText, type RowTuple } from "../../testdata/dump_text.ts";
import type { ExpectedRow } from "./expected_reports.ts";

/** So many languages, each on desktop and mobile, and so many pages of each: as long as a real report. */
const LANGUAGES = 250;
const PAGES = 32;
const TOP = 25;

/** A dump, and the rows of its report, known without any ranking. */
export interface LargeDump {
  /** The gzipped bytes. */
  readonly content: Uint8Array<ArrayBuffer>;
  /** The rows of its report. */
  readonly rows: readonly ExpectedRow[];
}

/**
 * Makes up a dump whose report is as long as that of a real hour.
 *
 * @returns The dump.
 */
export function largeDump(): LargeDump {
  const dump: RowTuple[] = [];
  const rows: ExpectedRow[] = [];
  const codes = Array.from({ length: LANGUAGES }, (_, i) => languageAt(i)).sort();
  for (const language of codes) {
    for (const [code, access] of [[language, "desktop"], [`${language}.m`, "mobile"]]) {
      for (let page = 1; page <= PAGES; page++) {
        // No two pages of a domain have the same views, and so no rule of ties has a say.
        const views = 10_000 - 7 * page;
        const title = `Page_${page * 7919 % 1000}_“${code}”_of_the_${"long_".repeat(3)}list`;
        dump.push([code, title, views]);
        const rank = String(page);
        const row = { code, project: `${language}.wikipedia`, access, rank, views: String(views) };
        if (page <= TOP) rows.push({ ...row, title });
      }
    }
  }
  return { content: new Uint8Array(gzipSync(dumpText(dump, "quoted"))), rows };
}

function languageAt(place: number): string {
  const letter = (number: number) => String.fromCharCode(97 + number % 26);
  return `q${letter(place)}${letter(Math.floor(place / 26))}`;
}
