import type { Ledger } from "./ledger.ts";
import type { MemoryCheck } from "./memory_check.ts";

/** Longer lists of complaints are cut. */
const SHOWN = 40;

/** What is known of a soak besides its requests. */
export interface SoakFacts {
  /** How long the load has lasted, in seconds. */
  readonly seconds: number;
  /** What decided what was asked. */
  readonly seed: number;
  /** What became of the server's memory. */
  readonly memory: MemoryCheck;
  /** How many files it had open, at first and at the end. */
  readonly files: readonly [before: number, after: number];
  /** What became of it in the end, a line each. */
  readonly ends: readonly string[];
}

/**
 * Says what came of a soak.
 *
 * @param ledger Its requests.
 * @param facts What else is known.
 * @returns The lines.
 */
export function soakReport(
  ledger: Ledger,
  { seconds, seed, memory, files, ends }: SoakFacts,
): string {
  const { counts, cached, requests, wrongs, complaints } = ledger;
  const width = Math.max(...counts.map(({ kind }) => kind.length));
  const ms = (time: number) => `${time.toFixed(1)} ms`;
  const mebibytes = (bytes: number) => `${(bytes / 2 ** 20).toFixed(0)} MiB`;
  const number = (count: number) => count.toLocaleString("en");
  const shown = complaints.slice(0, SHOWN);
  const rest = complaints.length - shown.length;
  return [
    `${number(requests)} requests in ${seconds.toFixed(0)} s, seed ${seed}:`,
    ...counts.map(({ kind, requests, ends }) =>
      `  ${kind.padEnd(width)}  ${number(requests).padStart(7)}  ${ends}`
    ),
    cached === undefined
      ? "No read was of what was at hand"
      : `Reads of what was at hand: p50 ${ms(cached.p50)}, p99 ${ms(cached.p99)}, ` +
        `longest ${ms(cached.max)}`,
    `Memory (${memory.times}): ${mebibytes(memory.before)}, ${mebibytes(memory.after)}, ` +
    `ratio ${memory.ratio.toFixed(2)} of ${memory.most} at most; open files: ${files.join(", ")}`,
    ...ends,
    wrongs === 0 ? "Nothing was wrong" : `${number(wrongs)} things were wrong:`,
    ...shown.map((complaint) => `  ${complaint}`),
    ...rest > 0 ? [`  and ${rest} more`] : [],
  ].join("\n");
}
