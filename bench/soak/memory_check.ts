import type { ProcessWatch } from "./process_watch.ts";

/** How much larger a server may be at the end than at first. */
const MOST = 1.2;

/** What became of a server's memory. */
export interface MemoryCheck {
  /** Which times are compared. */
  readonly times: string;
  /** The memory at first, in bytes. */
  readonly before: number;
  /** The memory at the end. */
  readonly after: number;
  /** The one by the other. */
  readonly ratio: number;
  /** Whether that is too much. */
  readonly isTooMuch: boolean;
}

/**
 * Compares the memory of a server at the end with that after a minute. In a soak of less than three
 * minutes, there is no such time to compare: then it is that of the second quarter of a minute, when
 * the server has not come to rest yet, and so the check is only for gross growth.
 *
 * @param watch What was seen of the server.
 * @param seconds How long the load has lasted.
 * @returns The comparison.
 */
export function checkMemory(watch: ProcessWatch, seconds: number): MemoryCheck {
  const [from, to, last] = seconds < 180 ? [15, 30, 15] : [50, 70, 30];
  const before = watch.median("memory", from, to);
  const after = watch.median("memory", seconds - last, seconds);
  return {
    times: `median of ${from}–${to} s, and of the last ${last} s`,
    before,
    after,
    ratio: after / before,
    isTooMuch: after > before * MOST,
  };
}
