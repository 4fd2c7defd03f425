import { redactUrls } from "../core/redact_urls.ts";

/**
 * Makes a text that comes from outside fit to be printed, with U+FFFD for what is not: a terminal
 * obeys control characters, and turns the line around for some invisible ones.
 */
export function printable(text: string): string {
  return text.replace(/[\p{Cc}\u202A-\u202E\u2066-\u2069\u2028\u2029]/gu, "\uFFFD");
}

/**
 * Makes a message, or what people are shown, fit to be printed, whatever it quotes; its lines stay.
 * All that is not data goes to the terminal through here. The secrets of URLs are hidden before, in
 * core; a message of a runtime may have some nevertheless.
 */
export function printableLines(text: string): string {
  return redactUrls(text).split("\n").map(printable).join("\n");
}

/**
 * Breaks a text at its words into lines of so many columns, those behind the first with an indent. A
 * word that is longer, as a URL, has a line of its own.
 */
export function wrap(text: string, columns: number, indent = ""): string[] {
  const [lead = ""] = /^ */.exec(text) ?? [];
  const [first = "", ...words] = text.slice(lead.length).split(" ");
  const lines: string[] = [];
  let line = lead + first;
  let width = widthOf(line);
  for (const word of words) {
    const more = 1 + widthOf(word);
    if (width + more <= columns) {
      line += ` ${word}`;
      width += more;
    } else {
      lines.push(line.trimEnd());
      line = indent + word;
      width = indent.length + more - 1;
    }
  }
  return [...lines, line];
}

/**
 * Breaks the lines of a message at their words, for a terminal; a command to paste, which is indented,
 * and a line of JSON stay whole.
 */
export function wrapLines(text: string, columns: number | undefined): string {
  if (columns === undefined) return text;
  return text.split("\n").flatMap((line) =>
    /^( {2}|\{)/.test(line) ? line : wrap(line, columns, "  ")
  ).join("\n");
}

/** Characters that take one column: scripts before the wide ones, punctuation, arrows, bars. */
const NARROW = /[ -\u10FF\u2000-\u22FF\u2500-\u259F]/;

/**
 * How many columns a text takes at most: what is not known to be narrow is taken for wide. What knows
 * better is too much to load for a message, and a line may end early.
 */
function widthOf(text: string): number {
  let width = 0;
  for (const character of text) width += NARROW.test(character) ? 1 : 2;
  return width;
}

/** A title as people read it, with spaces. */
export function printableTitle(title: string): string {
  return printable(title).replaceAll("_", " ");
}
