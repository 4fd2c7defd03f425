import { Hour, type HourRange } from "../../core/mod.ts";

const ID = /^(\d{4}-\d\d-\d\dT\d\d)(?:_(\d{4}-\d\d-\d\dT\d\d))?$/;

/**
 * The name of the job that makes a range of hours: whoever asks for the same hours means the same
 * job.
 *
 * @param range The hours.
 * @returns Its name, as `2026-09-10T18` or `2026-09-10T01_2026-09-11T00`.
 */
export function jobId({ first, last }: HourRange): string {
  return last.since(first) === 0 ? `${first}` : `${first}_${last}`;
}

/**
 * The hours that a job's name says it makes.
 *
 * @param id What may be the name of a job.
 * @param now The present time; no job makes an hour that has not ended.
 * @returns The hours, `undefined` if no job has that name.
 */
export function parseJobId(id: string, now: Date): HourRange | undefined {
  const [, from, to = from] = ID.exec(id) ?? [];
  if (from === undefined) return undefined;
  try {
    const range = { first: Hour.parse(from, { now }), last: Hour.parse(to, { now }) };
    // Backwards, or one hour written as two: the same hours would have two names.
    return range.last.since(range.first) >= 0 && jobId(range) === id ? range : undefined;
  } catch (error) {
    if (error instanceof RangeError) return undefined; // There is no such hour.
    throw error;
  }
}
