import { Hour, type HourRange } from "../../core/mod.ts";
import type { Query } from "../http/query.ts";
import { readRange } from "../read_range.ts";

/** Options of {@linkcode readHours}. */
export interface ReadHoursOptions {
  /** How many hours a range may have. */
  maxHours: number;
  /** The present time. */
  now: () => Date;
  /** How many hours a range has whose first hour is not named, or as many as it may have. */
  usual: number;
  /** Gives the last hour of a range of which neither is named. */
  newest: () => Hour | Promise<Hour>;
}

/**
 * Reads the range of hours that the parameters `from` and `to` name, each of which may be left out.
 *
 * @param query The parameters.
 * @param options What is meant then.
 * @returns The range.
 * @throws {Problem} If it is none, or too long.
 */
export async function readHours(
  query: Query,
  { maxHours, now, usual, newest }: ReadHoursOptions,
): Promise<HourRange> {
  const present = now();
  const from = query.hour("from", present);
  const to = query.hour("to", present);
  if (from !== undefined) {
    const past = Hour.lastBefore(present);
    const last = from.plus(maxHours - 1);
    return readRange(from, to ?? (last.since(past) < 0 ? last : past), maxHours);
  }
  const last = to ?? await newest();
  const first = last.plus(1 - Math.min(usual, maxHours));
  return readRange(first.since(Hour.first()) < 0 ? Hour.first() : first, last, maxHours);
}
