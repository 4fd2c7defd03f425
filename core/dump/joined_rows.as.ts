// @ts-nocheck AssemblyScript, not TypeScript: `deno task wasm` compiles it to joined_rows_wasm.ts.

import { compare, SPACE, ZERO } from "./titles.as.ts";

/** How long the places of a cursor and a pick are, and where their parts are; `joined_rows.ts` has the same. */
const CURSOR: usize = 32;
const LINE_END: usize = 4;
const PREFIX: usize = 8;
const IS_MOBILE: usize = 12;
const PICKS: usize = 16;
const PICKS_END: usize = 20;
const PICK: usize = 16;

/**
 * Picks the rows of a domain that have some views or more.
 *
 * @param cursor Where in the domain's rows this is: where the next line begins (u32) and the last one
 * has ended (u32), how long a domain and the space behind it are in each (u32), whether its readers are
 * mobile (u32), where the picks begin (u32) and end (u32). Of each pick, where its title begins (u32)
 * and ends (u32), and its views (f64). Lines are all rows, in the order of their titles, which are
 * whatever stands between spaces.
 * @param floor The views from which rows are picked.
 * @param room How many picks there is room for.
 * @returns How many there are; fewer than there is room for once all lines are read.
 */
export function pick(cursor: usize, floor: f64, room: u32): u32 {
  const end: usize = load<u32>(cursor, LINE_END);
  const prefix: usize = load<u32>(cursor, PREFIX);
  const lineFeed = i8x16.splat(0x0a);
  const least = <u64> floor;
  let picks: u32 = 0;
  let pick: usize = load<u32>(cursor, PICKS_END);
  let line: usize = load<u32>(cursor);
  let block = line;
  while (block < end && picks < room) {
    let ends = i8x16.bitmask(i8x16.eq(v128.load(block), lineFeed)) |
      (i8x16.bitmask(i8x16.eq(v128.load(block, 16), lineFeed)) << 16);
    while (ends != 0) {
      const lineEnd = block + ctz(ends);
      ends &= ends - 1;
      if (lineEnd >= end || picks == room) break;
      // Most pages have views of one digit.
      let digit = lineEnd - 3;
      if (load<u8>(digit - 1) != SPACE || least <= 9) {
        while (load<u8>(digit - 1) != SPACE) digit--;
        const views = numberAt(digit);
        if (views >= least) {
          store<u32>(pick, <u32> (line + prefix));
          store<u32>(pick, <u32> (digit - 1), 4);
          store<f64>(pick, <f64> <i64> views, 8);
          pick += PICK;
          picks++;
        }
      }
      line = lineEnd + 1;
    }
    block = picks == room ? line : block + 32;
  }
  store<u32>(cursor, <u32> line);
  store<u32>(cursor, <u32> pick, PICKS_END);
  return picks;
}

/**
 * Sums the rows of several domains by their titles: of each title that was picked in any of them.
 *
 * @param cursors Where the cursors are, one behind the other, each at the beginning of its lines, and
 * of its picks.
 * @param count How many there are.
 * @param least Picks of fewer views are passed over.
 * @param floor A sum of as many views or more is a find.
 * @param out Takes the finds: where each title begins (u32) and ends (u32), its views (f64), those of
 * mobile domains among them (f64).
 * @param room How many finds there is room for.
 * @returns How many there are; fewer than there is room for once all picks are read.
 */
export function join(
  cursors: usize,
  count: u32,
  least: f64,
  floor: f64,
  out: usize,
  room: u32,
): u32 {
  const last = cursors + <usize> count * CURSOR;
  let finds: u32 = 0;
  let find = out;
  while (finds < room) {
    let first: usize = 0;
    for (let cursor = cursors; cursor < last; cursor += CURSOR) {
      const other = passOver(cursor, least);
      if (other != 0 && (first == 0 || orderOf(other, first) < 0)) first = other;
    }
    if (first == 0) break;
    const title: usize = load<u32>(first);
    const titleEnd: usize = load<u32>(first, 4);
    let views: f64 = 0;
    let mobile: f64 = 0;
    for (let cursor = cursors; cursor < last; cursor += CURSOR) {
      const more = <f64> <i64> viewsOf(cursor, title, titleEnd);
      views += more;
      if (load<u32>(cursor, IS_MOBILE) != 0) mobile += more;
      let other: usize = load<u32>(cursor, PICKS);
      const end: usize = load<u32>(cursor, PICKS_END);
      while (other < end && orderOf(other, first) == 0) other += PICK;
      store<u32>(cursor, <u32> other, PICKS);
    }
    if (views < floor) continue;
    store<u32>(find, <u32> title);
    store<u32>(find, <u32> titleEnd, 4);
    store<f64>(find, views, 8);
    store<f64>(find, mobile, 16);
    find += 24;
    finds++;
  }
  return finds;
}

/** The next pick of a cursor that has so many views, 0 if there is none. */
function passOver(cursor: usize, least: f64): usize {
  let pick: usize = load<u32>(cursor, PICKS);
  const end: usize = load<u32>(cursor, PICKS_END);
  while (pick < end && load<f64>(pick, 8) < least) pick += PICK;
  store<u32>(cursor, <u32> pick, PICKS);
  return pick < end ? pick : 0;
}

/** Orders two picks by their titles. */
function orderOf(pick: usize, other: usize): i32 {
  return compare(load<u32>(pick), load<u32>(pick, 4), load<u32>(other), load<u32>(other, 4));
}

/**
 * The views of a title in a domain, 0 if it has none. Titles are asked for in their order: the search
 * goes on from the one before, in strides that double, and then halves what is left.
 */
function viewsOf(cursor: usize, title: usize, titleEnd: usize): u64 {
  const end: usize = load<u32>(cursor, LINE_END);
  const prefix: usize = load<u32>(cursor, PREFIX);
  let line: usize = load<u32>(cursor);
  let behind = end;
  for (let stride: usize = 32; line < end; stride <<= 1) {
    const next = lineFrom(line + stride, end);
    if (next >= end) break;
    if (orderAt(next + prefix, title, titleEnd) >= 0) {
      behind = next;
      break;
    }
    line = next;
  }
  while (behind - line > 64) {
    const middle = lineFrom(line + ((behind - line) >> 1), behind);
    if (middle >= behind) break;
    if (orderAt(middle + prefix, title, titleEnd) < 0) line = middle;
    else behind = middle;
  }
  while (line < end && orderAt(line + prefix, title, titleEnd) < 0) line = lineFrom(line + 1, end);
  store<u32>(cursor, <u32> line);
  let views: u64 = 0;
  while (line < end && orderAt(line + prefix, title, titleEnd) == 0) {
    views += numberAt(line + prefix + (titleEnd - title) + 1);
    line = lineFrom(line + 1, end);
  }
  return views;
}

/** Where the first line begins that does not begin before a place; the end if there is none. */
function lineFrom(place: usize, end: usize): usize {
  const lineFeed = i8x16.splat(0x0a);
  for (let p = place - 1; p < end; p += 16) {
    const ends = i8x16.bitmask(i8x16.eq(v128.load(p), lineFeed));
    if (ends != 0) return min(p + <usize> ctz(ends) + 1, end);
  }
  return end;
}

/** Orders a title that a space ends and another one by their bytes. */
function orderAt(other: usize, title: usize, titleEnd: usize): i32 {
  const length = <u32> (titleEnd - title);
  let at: u32 = 0;
  while (at < length) {
    const same = i8x16.bitmask(i8x16.eq(v128.load(other + at), v128.load(title + at)));
    if (same != 0xffff) {
      at += ctz(~same);
      break;
    }
    at += 16;
  }
  if (at >= length) return load<u8>(other + length) == SPACE ? 0 : 1;
  const byte = <i32> load<u8>(other + at);
  return byte == SPACE ? -1 : byte - <i32> load<u8>(title + at);
}

/** The number that the digits at a place write. */
function numberAt(place: usize): u64 {
  let number: u64 = 0;
  let p = place;
  for (let digit = load<u8>(p) - ZERO; digit <= 9; digit = load<u8>(++p) - ZERO) {
    number = number * 10 + digit;
  }
  return number;
}
