import { Hour, type HourRange, PUBLICATION_DELAY_MS } from "./hour.ts";

/** The word for the newest hour. */
export const LATEST = "latest";

/** The word for the day before the present one. */
export const YESTERDAY = "yesterday";

/** The newest hour that is published by now, if nothing holds it up. */
export function newestPublished(now: Date): Hour {
  return Hour.lastBefore(new Date(now.getTime() - PUBLICATION_DELAY_MS));
}

/** The 24 hours of the day before the present one, in UTC. */
export function hoursOfYesterday(now: Date): HourRange {
  const today = Math.floor(now.getTime() / 86_400_000);
  const hours = Hour.ofDay(today - 1);
  return { first: hours[0]!, last: hours.at(-1)! };
}

/**
 * Reads an hour as {@linkcode Hour.parse} does, or the word `latest`.
 *
 * @throws {SyntaxError} If it is no hour, `yesterday` among them.
 * @throws {RangeError} If there is no such date or hour.
 */
export function parseHourOrWord(written: string, now: Date): Hour {
  if (written === LATEST) return newestPublished(now);
  if (written !== YESTERDAY) return Hour.parse(written);
  const { first, last } = hoursOfYesterday(now);
  throw new SyntaxError(
    `Invalid hour "${written}": it is a day; write an hour of it, "${first}" to "${last}"`,
  );
}
