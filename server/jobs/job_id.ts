import { checkPeriod, Hour, type HourRange } from "../../core/mod.ts";

const ID = /^(\d{4}-\d\d-\d\dT\d\d)(?:_(\d{4}-\d\d-\d\dT\d\d))?$/;

/**
 * The id of the job that makes a range of hours, as `2026-09-10T18` or
 * `2026-09-10T01_2026-09-11T00`: whoever asks for the same hours means the same job.
 */
export function jobId({ first, last }: HourRange): string {
  return last.since(first) === 0 ? `${first}` : `${first}_${last}`;
}

/** The hours of the job with an id, `undefined` if no job can have it now. */
export function parseJobId(id: string, now: Date): HourRange | undefined {
  const [, from = "", to = from] = ID.exec(id) ?? [];
  if (from === "") return undefined;
  const hourOf = (name: string) => checkPeriod(Hour.parse(name), now);
  try {
    const range = { first: hourOf(from), last: hourOf(to) };
    // Backwards, or one hour written as two: the same hours would have two names.
    return range.last.since(range.first) >= 0 && jobId(range) === id ? range : undefined;
  } catch (error) {
    if (error instanceof RangeError) return undefined; // There is no such hour.
    throw error;
  }
}
