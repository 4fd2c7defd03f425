/** The middle and the ends of several figures. */
export interface Spread {
  /** The middle one, or the mean of the two in the middle. */
  readonly median: number;
  /** The smallest. */
  readonly min: number;
  /** The largest. */
  readonly max: number;
}

/**
 * Sums figures up.
 *
 * @param figures At least one figure, in any order.
 * @returns Their spread, in the figures' unit.
 * @throws {RangeError} If there is no figure.
 *
 * @example Usage
 * ```ts
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(spread([4, 1, 3, 2]), { median: 2.5, min: 1, max: 4 });
 * ```
 */
export function spread(figures: readonly number[]): Spread {
  if (figures.length === 0) throw new RangeError("Cannot sum up figures: there is none");
  const sorted = figures.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  return {
    median: sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2,
    min: sorted[0],
    max: sorted[sorted.length - 1],
  };
}
