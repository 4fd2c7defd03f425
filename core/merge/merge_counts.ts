import type { MalformedLines, MalformedReason } from "../dump/malformed.ts";

/** What was seen in dumps while they were merged. */
export interface MergeCounts {
  /** All lines, malformed ones among them. */
  lines: number;
  /** How many rows were of the page of the row before them, in the same dump. */
  repeated: number;
  /** The lines that are no rows, by reason; examples are those of the first dumps that have any. */
  malformed: Partial<Record<MalformedReason, MalformedLines>>;
}

/** What was seen in several dumps. */
export function sumCounts(all: readonly MergeCounts[]): MergeCounts {
  const sum: MergeCounts = { lines: 0, repeated: 0, malformed: {} };
  for (const { lines, repeated, malformed } of all) {
    sum.lines += lines;
    sum.repeated += repeated;
    for (const [reason, { count, examples }] of Object.entries(malformed)) {
      const lines = sum.malformed[reason as MalformedReason] ??= { count: 0, examples: [] };
      lines.count += count;
      lines.examples.push(...examples.slice(0, Math.max(0, 3 - lines.examples.length)));
    }
  }
  return sum;
}
