/** The middle and the ends of several figures. */
export interface Spread {
  /** The middle one, or the mean of the two in the middle. */
  readonly median: number;
  readonly min: number;
  readonly max: number;
}

/**
 * The spread of at least one figure, in the figures' unit.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(spread([4, 1, 3, 2]), { median: 2.5, min: 1, max: 4 });
 * ```
 */
export function spread(figures: readonly number[]): Spread {
  if (figures.length === 0) throw new RangeError("Cannot sum up figures: there is none");
  const sorted = figures.toSorted((a, b) => a - b);
  const last = sorted.length - 1;
  return {
    median: (sorted[Math.floor(last / 2)]! + sorted[Math.ceil(last / 2)]!) / 2,
    min: sorted[0]!,
    max: sorted[last]!,
  };
}

/**
 * The smallest of at least one figure that so many percent of them are not above.
 *
 * @example
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
  return sorted[Math.max(0, Math.ceil(sorted.length * percent / 100) - 1)]!;
}
