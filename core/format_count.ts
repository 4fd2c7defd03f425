/**
 * Writes a number for people.
 *
 * @param count A whole number.
 * @returns The number with its thousands apart, as `6,777,476`.
 *
 * @example Usage
 * ```ts
 * import { formatCount } from "@wikitop/core";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(formatCount(6777476), "6,777,476");
 * ```
 */
export function formatCount(count: number): string {
  return count.toLocaleString("en-US");
}
