import { Buffer } from "node:buffer";
import type { Random } from "./random.ts";
import type { RandomDump } from "./random_dump.ts";

/** Codes of projects with one side, with two, with three; those of one language lie apart. */
const CODES = [
  ...['""', "ar", "ar.m", "ar.zero", "commons.m", "commons.m.m", "commons.zero.m", "en", "en.b"],
  ...["en.d", "en.m", "en.m.b", "en.zero", "m.w", "m.wd", "www.w", "www.wd", "xx.unknown"],
  ...["zh", "zh-yue", "zh-yue.m", "zh.b", "zh.m", "zh.m.b", "zh.zero"],
];

/** Titles of many lengths that begin alike, as those next to each other do in a dump. */
const BEGINNINGS = [
  "",
  "A",
  "List_of_",
  "List_of_things_named_after_",
  "Special:",
  "日本",
  '"',
  "\\",
];
const ENDS = [
  "",
  "A",
  "a",
  "AA",
  "Ab",
  "B",
  "_(disambiguation)",
  '"_or_\\"',
  "é",
  "\x01",
  "zzzzzzzz",
];

/**
 * Makes a dump whose projects have the same titles on several sides: in order but now and then, rows of
 * a page beside each other, quoted as newer dumps are or not.
 */
export function randomSides(random: Random): RandomDump {
  const isQuoted = random.chance(0.5);
  const rows: { code: string; title: string; text: string }[] = [];
  for (const code of CODES) {
    if (random.chance(0.3)) continue;
    const mostViews = random.pick([1, 3, 30, 3000]);
    for (let i = random.pick([1, 5, 30, 200]); i > 0; i--) {
      const title = binary(random.pick(BEGINNINGS) + random.pick(ENDS) + random.pick(ENDS));
      const written = isQuoted && title.includes('"')
        ? `"${title.replaceAll("\\", "\\\\").replaceAll('"', '\\"')}"`
        : title;
      do {
        const text = `${code} ${written || '""'} ${random.between(0, mostViews)} 0`;
        rows.push({ code: code === '""' ? "" : code, title, text });
      } while (random.chance(0.03));
    }
  }
  if (random.chance(0.8)) {
    rows.sort((a, b) => compare(a.code, b.code) || compare(a.title, b.title));
  } else {
    rows.sort((a, b) => compare(b.code, a.code));
  }
  const denylist = rows.filter(() => random.chance(0.02))
    .map(({ code, title }) => `${code || '""'} ${title}\n`).join("");
  const dump = rows.map(({ text }) => `${text}\n`).join("");
  return { dump: Buffer.from(dump, "latin1"), denylist: Buffer.from(denylist, "latin1") };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Strings with a character for each byte, whose order is that of bytes. */
function binary(text: string): string {
  return Buffer.from(text).toString("latin1");
}
