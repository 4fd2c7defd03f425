/**
 * Writes out every title a denylist drops, so that a rival needs only compare.
 *
 * An entry stands for its title as written and for its title percent-decoded once: spaces become
 * `_`, invalid UTF-8 becomes U+FFFD, `+` and an incomplete `%` stay. The project's own denylist is
 * not used here on purpose: an error in it would then be in all the answers, and unseen.
 *
 * @param denylist The denylist: lines of domain code, space and title.
 * @returns The lines, in the same form and each one once. Titles that no line of a dump can hold
 * are left out, those with a space or the end of a line in them.
 *
 * @example Usage
 * ```ts
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(expandDenylist("en Special%3ASearch\n"), "en Special%3ASearch\nen Special:Search\n");
 * ```
 */
export function expandDenylist(denylist: string): string {
  const lines = new Set<string>();
  for (const entry of denylist.split("\n")) {
    const space = entry.indexOf(" ");
    const title = entry.slice(space + 1);
    if (space < 1 || title === "") continue;
    for (const form of [title, percentDecode(title)]) {
      if (!/[ \r\n]/.test(form)) lines.add(`${entry.slice(0, space)} ${form}\n`);
    }
  }
  return [...lines].join("");
}

function percentDecode(title: string): string {
  if (!title.includes("%")) return title.replaceAll(" ", "_");
  const bytes: number[] = [];
  const encoded = new TextEncoder().encode(title);
  for (let at = 0; at < encoded.length; at++) {
    const digits = String.fromCharCode(...encoded.subarray(at + 1, at + 3));
    if (encoded[at] === 0x25 && /^[0-9a-f]{2}$/i.test(digits)) {
      bytes.push(Number.parseInt(digits, 16));
      at += 2;
    } else {
      bytes.push(encoded[at]);
    }
  }
  const decoder = new TextDecoder("utf-8", { ignoreBOM: true });
  return decoder.decode(Uint8Array.from(bytes)).replaceAll(" ", "_");
}
