import type { Counts } from "../../core/mod.ts";

/** How many lines of a dump are malformed, for whatever reason. */
export function countMalformed({ malformed }: Pick<Counts, "malformed">): number {
  return Object.values(malformed).reduce((sum, { count }) => sum + count, 0);
}
