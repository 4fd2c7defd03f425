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
  ...["be-tarask", "zh-min-nan.m", "xx.unknown", '"quoted"', '"\\"en\\""', "\u{10ffff}"],
].map(binary);

const PIECES = [
  ...["A", "B", "a", "_", "-", ".", ":", "/", "Main_Page", "Special:Search", "(disambiguation)"],
  ...["0", "1", "7", "=", "+", "@", ",", ";", "%", "%41", "%2", "%C3%A9", "%20", "%0A", "\t", "\r"],
  ...["é", "e\u0301", "ß", "Ω", "я", "漢", "ｚ", "\uffff", "\ufffd", "😀", "𝒵", "\u{10ffff}"],
  ...["\u200b", "\u200d", "\u202e", "\u200f", "\ufeff", "\u00a0", "\u0000", "\u0001", "\u007f"],
  ...['"', '"', '""', "\\", "\\", '\\"', "\\\\", "'"],
].map(binary).concat("\xff", "\xc3", "\xed\xa0\x80", "\xf0\x9f");

export function randomDump(random: Random): RandomDump {
  const quoted = random.chance(0.5);
  const lines: string[] = [];
  const rows: [code: string, title: string][] = [];
  for (let blocks = random.between(1, 7); blocks > 0; blocks--) {
    const code = random.pick(CODES);
    const mostViews = random.pick([1, 3, 30, 1e12]);
    for (let i = random.pick([1, 5, 30, 80]); i > 0; i--) {
      if (random.chance(0.06)) lines.push(malformedLine(code, random));
      const title = randomTitle(random);
      rows.push([code, title]);
      const written = quoted && title.includes('"')
        ? `"${title.replaceAll("\\", "\\\\").replaceAll('"', '\\"')}"`
        : title;
      lines.push(`${code} ${written || '""'} ${random.between(0, mostViews)} ${lastField(random)}`);
    }
  }
  const dump = lines.join("\n") + random.pick(["", "\n", "\n", "\n\n"]);
  return { dump: Buffer.from(dump, "latin1"), denylist: randomDenylist(rows, random) };
}

function randomTitle(random: Random): string {
  return Array.from({ length: random.pick([0, 1, 1, 1, 2, 2, 3, 4]) }, () => random.pick(PIECES))
    .join("");
}

function lastField(random: Random): string {
  return random.chance(0.97) ? "0" : random.pick(["", "1", "00", "x", "0\r", '""']);
}

function malformedLine(code: string, random: Random): string {
  if (random.chance(0.02)) return `${code} ${"x".repeat(random.between(65_520, 65_540))} 1 0`;
  const title = randomTitle(random) || "T";
  return random.pick([
    "",
    " ",
    code,
    `${code} ${title}`,
    `${code} ${title} 1`,
    `${code} ${title} 1 0 0`,
    `${code} ${title} ${title} 1 0`,
    `${code}  1 0`,
    ` ${title} 1 0`,
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

function randomDenylist(rows: [code: string, title: string][], random: Random): Uint8Array {
  const percent = (char: string) => "%" + char.charCodeAt(0).toString(16).padStart(2, "0");
  const lineEnd = random.pick(["\n", "\r\n"]);
  const projects = ["en.wikipedia", "en.wikibooks", "commons.wikimedia", "wikidata", "mediawiki"];
  const entries = rows.filter(() => random.chance(0.2)).map(([code, title]) =>
    `${random.chance(0.9) ? code : random.pick(["*", ...projects])} ` + random.pick([
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
