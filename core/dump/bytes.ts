/** Bytes as streams of the web hand them out. */
export type Bytes = Uint8Array<ArrayBuffer>;

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
    const difference = bytes[start + i]! - other[i]!;
    if (difference !== 0) return difference;
  }
  return end - start - other.length;
}

/** Orders two texts, domain codes say, by their UTF-8 bytes. */
export function compareText(a: string, b: string): number {
  const encoder = new TextEncoder();
  const bytes = encoder.encode(a);
  return compareBytes(bytes, 0, bytes.length, encoder.encode(b));
}
