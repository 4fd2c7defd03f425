import { checkPeriod, parsePeriod } from "../../core/mod.ts";
import type { PeriodRange } from "../../core/time/period.ts";

/**
 * The id of the job that makes a range of periods, as `2026-09-10T18`, `2026-09-10` or
 * `2026-09-10T01_2026-09-11T00`: whoever asks for the same ones means the same job.
 */
export function jobId({ first, last }: PeriodRange): string {
  return last.since(first) === 0 ? `${first}` : `${first}_${last}`;
}

/** The periods of the job with an id, `undefined` if no job can have it now. */
export function parseJobId(id: string, now: Date): PeriodRange | undefined {
  const [from = "", to = from, ...others] = id.split("_");
  if (others.length > 0) return undefined;
  try {
    const [first, last] = [from, to].map((label) => checkPeriod(parsePeriod(label), now));
    if (first === undefined || last === undefined || first.unit !== last.unit) return undefined;
    // Backwards, or written otherwise: the same periods would have two names.
    const range = { first, last };
    return last.since(first) >= 0 && jobId(range) === id ? range : undefined;
  } catch (error) {
    // There is no such period, or it is none.
    if (error instanceof RangeError || error instanceof SyntaxError) return undefined;
    throw error;
  }
}
