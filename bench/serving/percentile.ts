/**
 * A percentile of figures: the smallest of them that so many are not above.
 *
 * @param figures At least one figure, in any order.
 * @param percent From 0, the least, to 100, the greatest.
 * @returns The figure.
 * @throws {RangeError} If there is no figure.
 *
 * @example Usage
 * ```ts
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(percentile([30, 10, 20, 40], 50), 20);
 * assertEquals(percentile([30, 10, 20, 40], 99), 40);
 * ```
 */
export function percentile(figures: readonly number[], percent: number): number {
  if (figures.length === 0) throw new RangeError("Cannot sum up figures: there is none");
  const sorted = figures.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(sorted.length * percent / 100) - 1)];
}
