// @ts-nocheck AssemblyScript, not TypeScript: `deno task wasm` compiles it to plain_rows_wasm.ts.

import { compare, QUOTE, ROW_END, SPACE, ZERO } from "./titles.as.ts";

/** A number of no more digits cannot exceed 2^53 − 1. */
const SAFE_DIGITS: u32 = 15;

/** Where in `out` its parts are; `plain_rows.ts` has the same. */
const PENDING: usize = 16;
const REPEATED: usize = 32;
const UNORDERED: usize = 36;

/**
 * Reads plain rows of one domain: well formed, without quotes, each ended by a LF. It stops at the
 * first line that is anything else, or when there is no room for a further find.
 *
 * A row is a find only once the next one is seen to be of another page, for rows of the same are
 * summed; the last one stays pending, and is handed in again with the next call.
 *
 * @param start Where the first line begins.
 * @param end Where the last one has ended; 48 bytes more may be read, and count for nothing.
 * @param domain Where the domain stands as the dump writes it, a space behind it.
 * @param domainLength The length of both.
 * @param lineLength How long a line may be.
 * @param floor A row of as many views or more is a find.
 * @param samples A table of samples: a row whose sample is in it is a find, too; 0 for none.
 * @param mask The number of its bits, less 1.
 * @param out Takes what was seen: rows (u32), finds (u32), views of all rows (f64); the pending row:
 * where its title begins (u32, 0 for none), where it ends (u32), its views (f64); how many rows were
 * of the page before them (u32); which was the first whose title sorts before the one before it
 * (u32, from 1, 0 for none).
 * @param found Takes of each find its title and views, as of the pending row.
 * @param room How many finds there is room for.
 * @returns Where the first line begins that was not read.
 */
export function scan(
  start: usize,
  end: usize,
  domain: usize,
  domainLength: u32,
  lineLength: u32,
  floor: f64,
  samples: usize,
  mask: u32,
  out: usize,
  found: usize,
  room: u32,
): usize {
  const head = v128.load(domain);
  const headMask: u32 = domainLength < 16 ? (1 << domainLength) - 1 : 0xffff;
  const least = <u64> floor;
  let find = found;
  const full = find + (<usize> room << 4);
  let rows: u32 = 0;
  let sum: f64 = 0;
  let pending: usize = load<u32>(out, PENDING);
  let pendingEnd: usize = load<u32>(out, PENDING + 4);
  let pendingViews = <u64> load<f64>(out, PENDING + 8);
  let pendingKey = keyOf(pending, <u32> (pendingEnd - pending));
  let repeated: u32 = 0;
  let unordered: u32 = 0;
  let line = start;
  while (line < end && find < full) {
    if ((<u32> i8x16.bitmask(i8x16.eq(v128.load(line), head)) & headMask) != headMask) break;
    let i: u32 = 16;
    while (i < domainLength && load<u8>(line + i) == load<u8>(domain + i)) i++;
    if (i < domainLength) break;

    // Two vectors at a time, for most titles end in the second: a branch for each is often mistaken.
    const title = line + domainLength;
    let p = title;
    let ends = endsIn(p);
    while (ends == 0) {
      p += 32;
      ends = endsIn(p);
    }
    p += ctz(ends);
    const titleEnd = p;
    if (load<u8>(p) != SPACE || p == title || load<u8>(title) == QUOTE) break;

    // Most pages have views of one digit.
    const firstDigit = ++p;
    let views: u64 = load<u8>(p) - ZERO;
    if (views <= 9 && (load<u32>(p) & 0xffffff00) == ROW_END << 8) {
      p++;
    } else {
      views = 0;
      for (let digit = load<u8>(p) - ZERO; digit <= 9; digit = load<u8>(p) - ZERO) {
        views = views * 10 + digit;
        p++;
      }
      if (p == firstDigit || p - firstDigit > SAFE_DIGITS) break;
      if ((load<u32>(p) & 0xffffff) != ROW_END) break;
    }
    if (p + 2 - line > lineLength) break;

    line = p + 3;
    rows++;
    sum += <f64> <i64> views; // Signed is one instruction, unsigned many.
    const key = keyOf(title, <u32> (titleEnd - title));
    if (pending != 0) {
      if (!isAbove(key, pendingKey)) {
        const order = compare(title, titleEnd, pending, pendingEnd);
        if (order == 0) {
          pendingViews += views;
          repeated++;
          continue;
        }
        if (order < 0 && unordered == 0) unordered = rows;
      }
      if (
        pendingViews >= least || (samples != 0 && isIn(samples, sample(pending, pendingEnd) & mask))
      ) {
        store<u32>(find, pending);
        store<u32>(find, pendingEnd, 4);
        store<f64>(find, <f64> pendingViews, 8);
        find += 16;
      }
    }
    pending = title;
    pendingEnd = titleEnd;
    pendingViews = views;
    pendingKey = key;
  }
  store<u32>(out, rows);
  store<u32>(out, (find - found) >> 4, 4);
  store<f64>(out, sum, 8);
  store<u32>(out, pending, PENDING);
  store<u32>(out, pendingEnd, PENDING + 4);
  store<f64>(out, <f64> pendingViews, PENDING + 8);
  store<u32>(out, repeated, REPEATED);
  store<u32>(out, unordered, UNORDERED);
  return line;
}

/**
 * Makes the table of samples of titles.
 *
 * @param start Where the titles begin, one a line.
 * @param end Where a LF has ended the last one.
 * @param samples Where the table goes.
 * @param mask The number of its bits, less 1; these are a power of 2 from 32.
 */
export function mark(start: usize, end: usize, samples: usize, mask: u32): void {
  memory.fill(samples, 0, (mask >>> 3) + 1);
  let title = start;
  for (let p = start; p < end; p++) {
    if (load<u8>(p) != 0x0a) continue;
    if (title < p) {
      const bit = sample(title, p) & mask;
      const byte = samples + (bit >>> 3);
      const flag: u32 = 1 << (bit & 7);
      store<u8>(byte, load<u8>(byte) | <u8> flag);
    }
    title = p + 1;
  }
}

/** A bit for each of the next 32 bytes, set for those that no title holds, or few. */
function endsIn(p: usize): u32 {
  const space = i8x16.splat(<i8> SPACE);
  return i8x16.bitmask(i8x16.le_u(v128.load(p), space)) |
    (i8x16.bitmask(i8x16.le_u(v128.load(p, 16), space)) << 16);
}

/** The first 16 bytes of a title, the first of them last; zeros stand for what it does not have. */
function keyOf(title: usize, length: u32): v128 {
  const places = i8x16(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15);
  const inside = i8x16.lt_u(places, i8x16.splat(<i8> (length < 16 ? length : 16)));
  const bytes = v128.and(v128.load(title), inside);
  return i8x16.shuffle(bytes, bytes, 15, 14, 13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1, 0);
}

/** Whether a key tells that its title sorts behind the other one; no branch depends on where. */
function isAbove(key: v128, other: v128): bool {
  const high = <u64> i64x2.extract_lane(key, 1);
  const otherHigh = <u64> i64x2.extract_lane(other, 1);
  const low = <u64> i64x2.extract_lane(key, 0);
  const otherLow = <u64> i64x2.extract_lane(other, 0);
  return (<u32> (high > otherHigh) | (<u32> (high == otherHigh) & <u32> (low > otherLow))) != 0;
}

function isIn(samples: usize, bit: u32): bool {
  return ((load<u8>(samples + (bit >>> 3)) >>> (bit & 7)) & 1) != 0;
}

/** Mixes the length of a title and three of its bytes; many begin alike (`Special:`), few end so. */
function sample(start: usize, end: usize): u32 {
  const length = <u32> (end - start);
  const mixed = (length << 24) ^ (load<u8>(end - 1) << 16) ^
    (load<u8>(start + (length >>> 1)) << 8) ^ load<u8>(start + (length >>> 2));
  const spread = mixed * 0x9e3779b1;
  return <u32> (spread ^ (spread >>> 15));
}
