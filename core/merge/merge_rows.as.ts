// @ts-nocheck AssemblyScript, not TypeScript: `deno task wasm` compiles it to merge_rows_wasm.ts.

import { commonOf, QUOTE, ROW_END, SPACE, ZERO } from "../dump/titles.as.ts";

const BACKSLASH: u32 = 0x5c;

/** What a line has beside its domain and title at most: quotes, a space, 16 digits, ` 0`, LF. */
const REST: u32 = 32;

/** Views that are counted exactly: at most 2^53 − 1. */
const MOST_VIEWS: u64 = 0x1f_ffff_ffff_ffff;

// Where the parts of the state are; `merge_rows.ts` has the same.
const LEAVES: usize = 0; // How many streams there are.
const WINNER: usize = 4; // The stream that has the next row.
const OUT: usize = 8; // Where the next line goes.
const OUT_END: usize = 12; // Where there is no more room.
const DOMAIN: usize = 16; // Where the domain stands as it is written, a space behind it.
const DOMAIN_LENGTH: usize = 20; // The length of both.
const LAST: usize = 24; // Where the last title is kept while its text makes room.
const IS_OPEN: usize = 28; // Whether the last line waits for its views.
const SUM: usize = 32; // These.
const LAST_LENGTH: usize = 40; // The length of the last title, NONE before the first.
const ROWS: usize = 44; // How many lines there were.
const LOSERS: usize = 64; // Of each node of the tree, the stream that waits there.

/** A stream: where its rows are, and what it has in the tournament. */
const STREAM_BYTES: usize = 32;
const NEXT: usize = 0; // Its present row.
const END: usize = 4; // Where its rows end.
const TITLE: usize = 8; // Where the title begins.
const LENGTH: usize = 12; // How long it is.
const COMMON: usize = 16; // What it has in common with the row that won last, -1 for no row.

const NONE: u32 = 0xffffffff;

/** What {@linkcode run} gives beside the number of a stream. */
const DONE: i32 = -1;
const FULL: i32 = -2;
const TOO_MANY: i32 = -3;

/** Begins a domain: all streams have their first rows. */
export function begin(state: usize, streams: usize): void {
  const leaves = load<u32>(state, LEAVES);
  store<u32>(state, 0, IS_OPEN);
  store<u32>(state, NONE, LAST_LENGTH);
  memory.fill(state + LOSERS, 0xff, leaves << 2);
  for (let leaf: u32 = 0; leaf < leaves; leaf++) {
    const stream = streams + leaf * STREAM_BYTES;
    readRow(stream);
    store<i32>(stream, 0, COMMON);
    enter(state, streams, leaf);
  }
}

/**
 * Goes on with a stream whose rows have ended: it has others, or none of the domain.
 *
 * @param leaf Which stream.
 */
export function refill(state: usize, streams: usize, leaf: u32): void {
  const stream = streams + leaf * STREAM_BYTES;
  if (load<u32>(stream, NEXT) == load<u32>(stream, END)) {
    store<i32>(stream, -1, COMMON);
  } else {
    readRow(stream);
    const common = commonOf(
      load<u32>(stream, TITLE),
      load<u32>(stream, LENGTH),
      load<u32>(state, LAST),
      load<u32>(state, LAST_LENGTH),
      0,
    );
    store<i32>(stream, <i32> common, COMMON);
  }
  replay(state, streams, leaf);
}

/**
 * Takes rows in order, those of one page as one, and writes them as lines of a dump.
 *
 * It is a tournament between the first rows of the streams, in which the loser of each match waits in
 * its node of a tree, and the winner's next row plays the matches on its way up again. Titles next to
 * each other begin alike, so each row carries how many bytes its title has in common with the row
 * that won last. Of two rows the one with more of them sorts first, and no byte is looked at; only
 * where both have as many, their titles are compared, from there on. (Known as an LCP loser tree.)
 * That also shows rows of the same page: all of their bytes are in common.
 *
 * @returns The stream whose rows have ended, which is to be refilled; or that there are no more rows,
 * no more room, or that views cannot be summed.
 */
export function run(state: usize, streams: usize): i32 {
  const domain: usize = load<u32>(state, DOMAIN);
  const domainLength = load<u32>(state, DOMAIN_LENGTH);
  const outEnd: usize = load<u32>(state, OUT_END);
  let out: usize = load<u32>(state, OUT);
  let isOpen = load<u32>(state, IS_OPEN) != 0;
  let sum = load<u64>(state, SUM);
  let lastLength = load<u32>(state, LAST_LENGTH);
  let rows = load<u32>(state, ROWS);
  let result = DONE;
  while (true) {
    const leaf = load<u32>(state, WINNER);
    const stream = streams + leaf * STREAM_BYTES;
    const common = load<i32>(stream, COMMON);
    const isOver = common < 0;
    const length = load<u32>(stream, LENGTH);
    const row: usize = load<u32>(stream, NEXT);
    const title: usize = load<u32>(stream, TITLE);
    if (!isOver && isOpen && length == lastLength && <u32> common == length) {
      sum += <u64> load<f64>(row, 8);
    } else {
      if (isOpen) {
        if (sum > MOST_VIEWS) {
          result = TOO_MANY;
          break;
        }
        out = writeNumber(out, sum);
        store<u32>(out, ROW_END);
        out += 3;
        rows++;
        isOpen = false;
      }
      if (isOver) break;
      if (out + domainLength + 2 * length + REST > outEnd) {
        result = FULL;
        break;
      }
      copy(out, domain, domainLength);
      out = writeTitle(out + domainLength, title, length);
      store<u8>(out++, SPACE);
      sum = <u64> load<f64>(row, 8);
      lastLength = length;
      isOpen = true;
    }
    const next = row + 16;
    store<u32>(stream, <u32> next, NEXT);
    if (next == <usize> load<u32>(stream, END)) {
      memory.copy(load<u32>(state, LAST), title, length);
      result = <i32> leaf;
      break;
    }
    readRow(stream);
    const nextCommon = commonOf(
      load<u32>(stream, TITLE),
      load<u32>(stream, LENGTH),
      title,
      length,
      0,
    );
    store<i32>(stream, <i32> nextCommon, COMMON);
    replay(state, streams, leaf);
  }
  store<u32>(state, <u32> out, OUT);
  store<u32>(state, <u32> isOpen, IS_OPEN);
  store<u64>(state, sum, SUM);
  store<u32>(state, lastLength, LAST_LENGTH);
  store<u32>(state, rows, ROWS);
  return result;
}

function readRow(stream: usize): void {
  const row: usize = load<u32>(stream, NEXT);
  const title = load<u32>(row);
  store<u32>(stream, title, TITLE);
  store<u32>(stream, load<u32>(row, 4) - title, LENGTH);
}

/** Lets a stream play from below to the first node in which nobody waits yet. */
function enter(state: usize, streams: usize, leaf: u32): void {
  let player = leaf;
  for (let node = (leaf + load<u32>(state, LEAVES)) >> 1; node > 0; node >>= 1) {
    const place = state + LOSERS + (node << 2);
    const waiting = load<u32>(place);
    if (waiting == NONE) {
      store<u32>(place, player);
      return;
    }
    if (!wins(streams, player, waiting)) {
      store<u32>(place, player);
      player = waiting;
    }
  }
  store<u32>(state, player, WINNER);
}

/** Plays the matches from the last winner to the root. */
function replay(state: usize, streams: usize, leaf: u32): void {
  let player = leaf;
  let ours = load<i32>(streams + leaf * STREAM_BYTES, COMMON);
  for (let node = (leaf + load<u32>(state, LEAVES)) >> 1; node > 0; node >>= 1) {
    const place = state + LOSERS + (node << 2);
    const waiting = load<u32>(place);
    const theirs = load<i32>(streams + waiting * STREAM_BYTES, COMMON);
    if (ours > theirs) continue;
    if (ours == theirs && wins(streams, player, waiting)) continue;
    store<u32>(place, player);
    player = waiting;
    ours = theirs;
  }
  store<u32>(state, player, WINNER);
}

/** Whether the first of two rows sorts before the other; the loser then carries what they share. */
function wins(streams: usize, a: u32, b: u32): bool {
  const ours = streams + a * STREAM_BYTES;
  const theirs = streams + b * STREAM_BYTES;
  const common = load<i32>(ours, COMMON);
  const other = load<i32>(theirs, COMMON);
  if (common != other) return common > other;
  if (common < 0) return true;
  const title: usize = load<u32>(ours, TITLE);
  const otherTitle: usize = load<u32>(theirs, TITLE);
  const length = load<u32>(ours, LENGTH);
  const otherLength = load<u32>(theirs, LENGTH);
  const at = commonOf(title, length, otherTitle, otherLength, <u32> common);
  const isFirst = at == length || at == otherLength
    ? length <= otherLength
    : load<u8>(title + at) < load<u8>(otherTitle + at);
  store<i32>(isFirst ? theirs : ours, <i32> at, COMMON);
  return isFirst;
}

/** Copies by vectors: up to 15 bytes more are written, and overwritten by what comes next. */
function copy(to: usize, from: usize, length: u32): void {
  for (let i: u32 = 0; i < length; i += 16) v128.store(to + i, v128.load(from + i));
}

/**
 * Writes a title as Wikimedia's writer has done since February 2023: one that holds `"` stands in
 * quotes, an empty one is `""`.
 *
 * @returns Where it ends.
 */
function writeTitle(to: usize, title: usize, length: u32): usize {
  const quote = i8x16.splat(<i8> QUOTE);
  let isQuoted = length == 0;
  for (let i: u32 = 0; i < length; i += 16) {
    const bytes = v128.load(title + i);
    v128.store(to + i, bytes);
    const left = length - i;
    const quotes = <u32> i8x16.bitmask(i8x16.eq(bytes, quote));
    if ((left < 16 ? quotes & ((1 << left) - 1) : quotes) != 0) isQuoted = true;
  }
  if (!isQuoted) return to + length;
  let at = to;
  store<u8>(at++, QUOTE);
  for (let i: u32 = 0; i < length; i++) {
    const byte: u32 = load<u8>(title + i);
    if (byte == QUOTE || byte == BACKSLASH) store<u8>(at++, BACKSLASH);
    store<u8>(at++, byte);
  }
  store<u8>(at++, QUOTE);
  return at;
}

/** Writes a number in decimal digits, and tells where it ends. */
function writeNumber(to: usize, number: u64): usize {
  if (number < 10) {
    store<u8>(to, ZERO + <u32> number);
    return to + 1;
  }
  let digits: usize = 1;
  for (let rest = number; rest >= 10; rest /= 10) digits++;
  let rest = number;
  for (let at = to + digits - 1; at >= to; at--) {
    const higher = rest / 10;
    store<u8>(at, ZERO + <u32> (rest - higher * 10));
    rest = higher;
  }
  return to + digits;
}
