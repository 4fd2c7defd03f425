import { Buffer } from "node:buffer";
import type { Random } from "./random.ts";

/** A dump in which all that is odd is mixed, and a denylist that goes with it. */
export interface RandomDump {
  /** The plain bytes of the dump. */
  dump: Uint8Array;
  /** The denylist. */
  denylist: Uint8Array;
}

// All strings in here are binary, one character for each byte: titles need not be UTF-8.
const binary = (text: string) => Buffer.from(text).toString("latin1");

const CODES = [
  ...["en", "en.m", "en.m.b", "e", "en.zero.d", "commons.m", "commons.m.m", "www.wd", "m.w", '""'],
  ...["", "be-tarask", "zh-min-nan.m", "xx.unknown"],
];

/** Codes that look like none, of which a dump may have a few, and some that cannot be one. */
const ODD_CODES = ['"quoted"', '"\\"en\\""', "\u{10ffff}", "En", "a\0b"].map(binary).concat(
  "e\xff",
);

const PIECES = [
  ...["A", "B", "a", "_", "-", ".", ":", "/", "Main_Page", "Special:Search", "(disambiguation)"],
  ...["0", "1", "7", "=", "+", "@", ",", ";", "%", "%41", "%2", "%C3%A9", "%20", "%0A", "\t", "\r"],
  ...["é", "e\u0301", "ß", "Ω", "я", "漢", "ｚ", "\uffff", "\ufffd", "😀", "𝒵", "\u{10ffff}"],
  ...["\u200b", "\u200d", "\u202e", "\u200f", "\ufeff", "\u00a0", "\u0000", "\u0001", "\u007f"],
  ...['"', '"', '""', "\\", "\\", '\\"', "\\\\", "'"],
].map(binary).concat("\xff", "\xc3", "\xed\xa0\x80", "\xf0\x9f");

interface Line {
  code: string;
  title: string;
  text: string;
}

/** Makes a dump that is in order as often as not; now and then it is none. */
export function randomDump(random: Random): RandomDump {
  const isQuoted = random.chance(0.5);
  const rows: Line[] = [];
  const addRow = (code: string, title: string, mostViews: number) => {
    const written = isQuoted && title.includes('"')
      ? `"${title.replaceAll("\\", "\\\\").replaceAll('"', '\\"')}"`
      : title;
    const views = random.between(0, mostViews);
    rows.push({ code, title, text: `${code} ${written || '""'} ${views} ${lastField(random)}` });
  };
  for (let blocks = random.between(1, 7); blocks > 0; blocks--) {
    const code = random.pick(CODES);
    const mostViews = random.pick([1, 3, 30, 1e12]);
    for (let i = random.pick([1, 5, 30, 80]); i > 0; i--) {
      const title = randomTitle(random);
      addRow(code, title, mostViews);
      while (random.chance(0.1)) addRow(code, title, mostViews);
    }
    if (random.chance(0.05)) addRow(random.pick(ODD_CODES), randomTitle(random), mostViews);
  }
  if (random.chance(0.5)) rows.sort(byCodeThenTitle);
  const lines = rows.flatMap(({ code, text }) =>
    random.chance(0.06) ? [malformedLine(code, random), text] : [text]
  );
  const dump = lines.join("\n") + random.pick(["", "\n", "\n", "\n\n"]);
  return { dump: Buffer.from(dump, "latin1"), denylist: randomDenylist(rows, random) };
}

/** As the writer sorted, before it quoted. */
function byCodeThenTitle(a: Line, b: Line): number {
  if (a.code !== b.code) return a.code < b.code ? -1 : 1;
  return a.title < b.title ? -1 : a.title > b.title ? 1 : 0;
}

function randomTitle(random: Random): string {
  return Array.from({ length: random.pick([0, 1, 1, 1, 2, 2, 3, 4]) }, () => random.pick(PIECES))
    .join("");
}

function lastField(random: Random): string {
  return random.chance(0.97) ? "0" : random.pick(["", "1", "00", "x", "0\r", '""']);
}

function malformedLine(code: string, random: Random): string {
  if (random.chance(0.003)) return `${code} ${"x".repeat(random.between(65_520, 65_540))} 1 0`;
  // A NUL in a line that is no row tells that all of it is no dump.
  const title = (randomTitle(random) || "T").replaceAll("\0", random.chance(0.05) ? "\0" : "0");
  return random.pick([
    "",
    " ",
    code,
    `${code} ${title}`,
    `${code} ${title} 1`,
    `${code} ${title} 1 0 0`,
    `${code} ${title} ${title} 1 0`,
    `${code}  1 0`,
    ` ${title} 1`,
    "  1 0",
    "   ",
    `${code} ${title}  0`,
    `${code} ${title} -1 0`,
    `${code} ${title} 1.5 0`,
    `${code} ${title} 1e3 0`,
    `${code} ${title} "1" 0`,
    `${code} ${title} ${2 ** 53} 0`,
    `${code} ${title} ${"9".repeat(random.between(16, 400))} 0`,
    `<p>${title}</p>`,
  ]);
}

function randomDenylist(rows: readonly Line[], random: Random): Uint8Array {
  const percent = (char: string) => "%" + char.charCodeAt(0).toString(16).padStart(2, "0");
  const lineEnd = random.pick(["\n", "\r\n"]);
  const projects = ["en.wikipedia", "en.wikibooks", "commons.wikimedia", "wikidata", "mediawiki"];
  const written = (code: string) => random.chance(0.9) ? code : random.pick(["*", ...projects]);
  const entries = rows.filter(() => random.chance(0.2)).map(({ code, title }) =>
    `${written(code) || '""'} ` + random.pick([
      title,
      title,
      title,
      title.replaceAll("_", " "),
      title.replaceAll("_", "%20"),
      title.replace(/[^]/g, percent),
      title.replace(/[^]/g, percent).toUpperCase(),
      title.replace(/[^A-Za-z]/g, percent),
      title.replace(/[\x80-\xff]/g, percent),
      percent("\xff") + title,
      `${title}%`,
      `${title}%4`,
      `%EF%BB%BF${title}`,
      title.replaceAll("A", "+"),
      `${title.slice(0, title.indexOf(":") + 1)}*`,
      `#${title}`,
      `${title} \t`,
    ])
  );
  entries.push("en", "", "en ", '"" ', "en Main_Page", "en Special%3ASearch", "%", "#en A");
  const text = random.shuffled(entries).join(lineEnd) + random.pick(["", lineEnd]);
  return Buffer.from(text, "latin1");
}
