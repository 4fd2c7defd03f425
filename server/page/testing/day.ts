import { Hour } from "../../../core/mod.ts";

/** Titles that are written otherwise in a URL, or from right to left. */
const NASTY = [
  "AC/DC",
  "What?_(film)",
  "100%_Wolf",
  'C++,_"Heroes"',
  "Zürich",
  "Talk:Ada_Lovelace",
];
const ARABIC = ["الصفحة_الرئيسية", "مصر", "محمد_متولي_(ممثل)"];

/** The hours that the tests of the page have, and what was viewed in them. */
export const DAY = {
  /** The newest hour. */
  newest: "2026-09-11T18",
  /** One that is not stored, between others. */
  gap: "2026-09-11T04",
  /** How many hours there are, with the gap. */
  length: 30,
  /** When it is for the server and for the browser. */
  now: new Date("2026-09-12T00:00:00Z"),
  dumpOf,
} as const;

/** The names of the hours, the newest first. */
export function dayHours(): string[] {
  const newest = Hour.parse(DAY.newest);
  return Array.from({ length: DAY.length }, (_, i) => `${newest.plus(-i)}`)
    .filter((name) => name !== DAY.gap);
}

/**
 * The dump of an hour.
 *
 * @param ago How many hours before the newest it is.
 */
function dumpOf(ago: number): string {
  const lines: string[] = [];
  const add = (code: string, titles: readonly string[], most: number) => {
    for (const [i, title] of titles.entries()) {
      // Each page has a rhythm of its own, so that they overtake one another.
      const views = Math.round(most / (i + 1) * (1.5 + Math.sin(ago / 3 + i)));
      lines.push(`${code} ${title} ${views} 0`);
    }
  };
  const pages = Array.from({ length: 40 }, (_, i) => `Page_${i + 1}`);
  add("ar", ARABIC, 300);
  add("de", ["Wikipedia:Hauptseite", ...NASTY, ...pages], 20_000);
  add("de.m", [...NASTY, ...pages], 9_000);
  add("en", ["Main_Page", ...NASTY, ...pages], 100_000);
  add("en.d", ["word", "Wiktionary:Main_Page"], 900);
  add("en.m", [`New_${ago}`, "Main_Page", ...pages], 200_000);
  add("en.x", ["Nowhere"], 5);
  add("www.wd", ["Q42", "Q1"], 70);
  lines.unshift(`"" Z801 ${40 + ago} 0`);
  return lines.sort().join("\n") + "\n";
}
