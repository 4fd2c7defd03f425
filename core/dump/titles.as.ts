// @ts-nocheck AssemblyScript, not TypeScript: what the compiled loops share.

export const SPACE: u32 = 0x20;
export const QUOTE: u32 = 0x22;
export const ZERO: u32 = 0x30;

/** ` 0` and the LF behind the views, as they stand in memory. */
export const ROW_END: u32 = 0x0a3020;

/** Orders two titles by their bytes: negative if the first sorts before the second, 0 if they are equal. */
export function compare(title: usize, titleEnd: usize, other: usize, otherEnd: usize): i32 {
  const length = <u32> (titleEnd - title);
  const otherLength = <u32> (otherEnd - other);
  const at = commonOf(title, length, other, otherLength, 0);
  if (at < length && at < otherLength) {
    return <i32> load<u8>(title + at) - <i32> load<u8>(other + at);
  }
  return <i32> length - <i32> otherLength;
}

/** How many bytes two titles have in common at their beginning, of which so many are known. */
export function commonOf(
  title: usize,
  length: u32,
  other: usize,
  otherLength: u32,
  known: u32,
): u32 {
  const least = length < otherLength ? length : otherLength;
  let at = known;
  while (at < least) {
    const same = i8x16.bitmask(i8x16.eq(v128.load(title + at), v128.load(other + at)));
    if (same != 0xffff) {
      at += ctz(~same);
      break;
    }
    at += 16;
  }
  return at < least ? at : least;
}
