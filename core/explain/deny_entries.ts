import { Denylist } from "../deny/denylist.ts";

/** A line of a denylist that names a page. */
export interface DenylistEntry {
  /** Its number, from 1. */
  line: number;
  /** How it is written, without its end. */
  text: string;
}

/**
 * Finds the entries of a denylist that deny pages.
 *
 * It knows no rule but asks {@linkcode Denylist}, which keeps no entries: first the whole list, then
 * each half of what denies a page, and so on. That is slow, and nothing beside reading a dump.
 *
 * @param content The denylist, as {@linkcode Denylist.read} takes it.
 * @param pages The pages: the code of their domain, empty for Wikifunctions, and their titles.
 * @returns For each page its entries in their order, none if it is not denied.
 *
 * @example Usage
 * ```ts
 * import { denyEntries } from "@wikitop/core";
 * import { assertEquals } from "@std/assert";
 *
 * const content = new TextEncoder().encode("de Talk%3AA\nen Talk%3AA\nen B\nen Talk:A\n");
 * assertEquals(await denyEntries(content, { code: "en", titles: ["Talk:A", "C"] }), [
 *   [{ line: 2, text: "en Talk%3AA" }, { line: 4, text: "en Talk:A" }],
 *   [],
 * ]);
 * ```
 */
export async function denyEntries(
  content: Uint8Array<ArrayBuffer>,
  { code, titles }: { code: string; titles: readonly string[] },
): Promise<DenylistEntry[][]> {
  const encoder = new TextEncoder();
  const pages = titles.map((title): Page => ({ title: encoder.encode(title), entries: [] }));
  // Without ignoreBOM, the mark at the beginning of the file is gone, and no other.
  const lines = new TextDecoder().decode(content).split(/(?<=\n)/);
  await search(lines, 1, code, pages);
  return pages.map(({ entries }) => entries);
}

/** A page and what was found to deny it. */
interface Page {
  title: Uint8Array;
  entries: DenylistEntry[];
}

async function search(
  lines: readonly string[],
  first: number,
  code: string,
  pages: readonly Page[],
): Promise<void> {
  // An empty line before them, lest a mark that one of them begins with counts as that of the file.
  const denylist = await Denylist.read(new Blob([`\n${lines.join("")}`]).stream());
  const titles = denylist.titles(code);
  const denied = pages.filter(({ title }) => titles?.has(title, 0, title.length));
  if (denied.length === 0) return;
  if (lines.length === 1) {
    const text = lines[0].replace(/\r?\n$/, "");
    for (const { entries } of denied) entries.push({ line: first, text });
    return;
  }
  const half = lines.length >> 1;
  await search(lines.slice(0, half), first, code, denied);
  await search(lines.slice(half), first + half, code, denied);
}
