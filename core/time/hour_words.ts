import { Hour, type HourRange, PUBLICATION_DELAY_MS } from "./hour.ts";

/** The word for the newest hour, see {@linkcode latestHour}. */
export const LATEST = "latest";

/** What {@linkcode LATEST} is for who makes reports, in a sentence for people. */
export const LATEST_PUBLISHED = "latest is the newest published hour";
/** The same for who reads them. */
export const LATEST_STORED = "latest is the newest stored hour";

/** The word for the day before the present one. */
export const YESTERDAY = "yesterday";

/** The newest hour that is published by now, if nothing holds it up. */
export function newestPublished(now: Date): Hour {
  return Hour.lastBefore(new Date(now.getTime() - PUBLICATION_DELAY_MS));
}

/**
 * The hour that {@linkcode LATEST} stands for: the newest that is stored for who reads, and the newest
 * that is published for who makes, or where none is stored.
 */
export async function latestHour(
  now: Date,
  newestStored: () => Promise<Hour | undefined>,
): Promise<Hour> {
  return await newestStored() ?? newestPublished(now);
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
