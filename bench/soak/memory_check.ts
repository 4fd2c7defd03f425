import type { ProcessWatch } from "./process_watch.ts";

/** How much larger a server may be at the end than after a minute, and than in its first one. */
const MOST = 1.2;
const MOST_AT_FIRST = 1.5;

/** From how many seconds on there is an end to speak of. */
const LONG = 180;

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
  /** What the ratio may be. */
  readonly most: number;
}

/**
 * Compares the memory of a server at the end with that after a minute. A soak of less than three
 * minutes has no such time: then it is that of the second quarter of its first minute. Caches fill
 * and code is compiled meanwhile, and so only gross growth is too much.
 *
 * @param watch What was seen of the server.
 * @param seconds How long the load has lasted.
 * @returns The comparison.
 */
export function checkMemory(watch: Pick<ProcessWatch, "median">, seconds: number): MemoryCheck {
  const [from, to, last] = seconds < LONG ? [15, 30, 15] : [50, 70, 30];
  const before = watch.median("memory", from, to);
  const after = watch.median("memory", seconds - last, seconds);
  return {
    times: `median of ${from}–${to} s, and of the last ${last} s`,
    before,
    after,
    ratio: after / before,
    most: seconds < LONG ? MOST_AT_FIRST : MOST,
  };
}
