/** Bytes as streams of the web hand them out. */
export type Bytes = Uint8Array<ArrayBuffer>;

/**
 * Orders a stretch of bytes and a byte string as `memcmp` does. For UTF-8 this is the order of code
 * points, which JavaScript's own comparison of strings, by UTF-16 units, is not.
 *
 * @param bytes The bytes that hold the first string.
 * @param start Where it begins.
 * @param end Where it ends.
 * @param other The bytes that hold the second string; they are it unless told otherwise.
 * @param otherStart Where it begins.
 * @param otherEnd Where it ends.
 * @returns Negative if the first sorts before the second, positive if after, 0 if they are equal.
 */
export function compareBytes(
  bytes: Uint8Array,
  start: number,
  end: number,
  other: Uint8Array,
  otherStart = 0,
  otherEnd: number = other.length,
): number {
  const otherLength = otherEnd - otherStart;
  const length = Math.min(end - start, otherLength);
  for (let i = 0; i < length; i++) {
    const difference = bytes[start + i]! - other[otherStart + i]!;
    if (difference !== 0) return difference;
  }
  return end - start - otherLength;
}

/** Orders two texts, domain codes say, by their UTF-8 bytes. */
export function compareText(a: string, b: string): number {
  const length = Math.min(a.length, b.length);
  for (let i = 0; i < length; i++) {
    const [unit, other] = [a.charCodeAt(i), b.charCodeAt(i)];
    if (unit !== other) return placeOf(unit) - placeOf(other);
  }
  return a.length - b.length;
}

/** Surrogates are numbered below other units, but stand for code points above all of these. */
function placeOf(unit: number): number {
  return unit >= 0xd800 && unit <= 0xdfff ? unit + 0x10000 : unit;
}

/** Whether bytes are UTF-8, see RFC 3629. A decoder would make a text of them, which costs more. */
export function isUtf8(bytes: Uint8Array): boolean {
  for (let i = 0; i < bytes.length; i++) {
    const lead = bytes[i]!;
    if (lead < 0x80) continue;
    if (lead < 0xc2 || lead > 0xf4) return false;
    const second = bytes[++i]!;
    // No longer than need be, no surrogate, not beyond U+10FFFF.
    const lowest = lead === 0xe0 ? 0xa0 : lead === 0xf0 ? 0x90 : 0x80;
    const highest = lead === 0xed ? 0x9f : lead === 0xf4 ? 0x8f : 0xbf;
    if (!(second >= lowest && second <= highest)) return false;
    for (let more = lead >= 0xf0 ? 2 : lead >= 0xe0 ? 1 : 0; more > 0; more--) {
      const next = bytes[++i]!;
      if (!(next >= 0x80 && next <= 0xbf)) return false;
    }
  }
  return true;
}
