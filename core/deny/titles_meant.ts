const LF = 0x0a;
const SPACE = 0x20;
const UNDERSCORE = 0x5f;
const PERCENT = 0x25;

const encoder = new TextEncoder();
const decoder = new TextDecoder("utf-8", { ignoreBOM: true });

/** The titles that an entry matches which is written so: itself, and itself percent-decoded. */
export function titlesMeant(written: string): Uint8Array[] {
  return matchingTitles(encoder.encode(written));
}

/** All titles that entries of these titles match; of both there is one a line. */
export function matchingTitles(written: Uint8Array): Uint8Array[] {
  const encoded = encodedTitles(written);
  if (encoded.length === 0) return [written];
  return [written, percentDecode(encoded)];
}

/** Those of the titles that mean another one, too. */
function encodedTitles(titles: Uint8Array): Uint8Array {
  const encoded = new Uint8Array(titles.length + 1);
  let length = 0;
  let lineStart = 0;
  let isEncoded = false;
  for (let i = 0; i <= titles.length; i++) {
    const byte = titles[i] ?? LF;
    encoded[length++] = byte;
    if (byte === PERCENT || byte === SPACE) isEncoded = true;
    if (byte !== LF) continue;
    if (!isEncoded) length = lineStart;
    lineStart = length;
    isEncoded = false;
  }
  return encoded.subarray(0, Math.max(0, length - 1));
}

/**
 * Titles as Wikimedia reads them from a request. They are decoded all at once, one a line, because
 * a decoder's call costs more than its work on a title.
 */
function percentDecode(titles: Uint8Array): Uint8Array {
  const decoded = new Uint8Array(titles.length);
  let length = 0;
  for (let i = 0; i < titles.length; i++) {
    let byte = titles[i]!;
    if (byte === PERCENT) {
      const high = hexDigit(titles[i + 1]);
      const low = hexDigit(titles[i + 2]);
      if (high >= 0 && low >= 0) {
        byte = high * 16 + low;
        i += 2;
      }
    }
    if (byte === SPACE) byte = UNDERSCORE;
    // A title of two lines would fall apart; no row has one, and none has one with a space either.
    else if (byte === LF && titles[i] !== LF) byte = SPACE;
    decoded[length++] = byte;
  }
  return encoder.encode(decoder.decode(decoded.subarray(0, length)));
}

/** The value of a hexadecimal digit, -1 of any other byte. */
function hexDigit(byte: number | undefined): number {
  if (byte === undefined) return -1;
  if (byte >= 0x30 && byte <= 0x39) return byte - 0x30;
  const letter = byte | 0x20;
  return letter >= 0x61 && letter <= 0x66 ? letter - 0x61 + 10 : -1;
}
