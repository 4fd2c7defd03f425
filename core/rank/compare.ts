import type { Page } from "./ranker.ts";

/**
 * Orders a stretch of bytes and a byte string as `memcmp` does. For UTF-8 this is the order of code
 * points, which JavaScript's own comparison of strings, by UTF-16 units, is not.
 *
 * @param bytes The bytes that hold the first string.
 * @param start Where it begins.
 * @param end Where it ends.
 * @param other The second string.
 * @returns Negative if the first sorts before the second, positive if after, 0 if they are equal.
 */
export function compareBytes(
  bytes: Uint8Array,
  start: number,
  end: number,
  other: Uint8Array,
): number {
  const length = Math.min(end - start, other.length);
  for (let i = 0; i < length; i++) {
    const difference = bytes[start + i] - other[i];
    if (difference !== 0) return difference;
  }
  return end - start - other.length;
}

/**
 * Orders pages as they rank: the most views first, then by the bytes of their titles.
 *
 * @param a A page.
 * @param b Another page of the same domain.
 * @returns Negative if the first ranks before the second, positive if behind it.
 */
export function comparePages(a: Page, b: Page): number {
  return b.views - a.views || compareBytes(a.title, 0, a.title.length, b.title);
}

/**
 * Orders domain codes by their bytes.
 *
 * @param a A domain code.
 * @param b Another one.
 * @returns Negative if the first sorts before the second, positive if after, 0 if they are equal.
 */
export function compareCodes(a: string, b: string): number {
  const encoder = new TextEncoder();
  const bytes = encoder.encode(a);
  return compareBytes(bytes, 0, bytes.length, encoder.encode(b));
}
