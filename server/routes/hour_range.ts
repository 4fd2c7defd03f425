import { Hour, type HourRange, type Period } from "../../core/mod.ts";
import { type Part, schema } from "../http/json_schema.ts";
import { query as parameter } from "../http/openapi.ts";
import { Problem } from "../http/problem.ts";
import type { Query } from "../http/query.ts";
import type { Service } from "./service.ts";

const HOUR_MS = 3_600_000;

/** What is meant where the parameters `from` and `to` do not say it. */
export interface RangeDefaults {
  /** How many hours a range has whose first hour is not named, if it may have as many. */
  usual: number;
  /** Gives the last hour of a range of which neither is named. */
  newest: () => Hour | Promise<Hour>;
}

/**
 * Reads the range of hours that the parameters `from` and `to` name, each of which may be left out.
 * Throws a {@linkcode Problem} if it is none, or too long.
 */
export async function readRange(
  query: Query,
  { clock, maxHours }: Pick<Service, "clock" | "maxHours">,
  { usual, newest }: RangeDefaults,
): Promise<HourRange> {
  const now = clock.now();
  const from = query.hour("from", now);
  const to = query.hour("to", now);
  if (from !== undefined) {
    const past = Hour.lastBefore(now);
    const most = Math.min(maxHours, past.since(from) + 1);
    return checkRange(from, to ?? from.plus(most - 1), maxHours);
  }
  const last = to ?? await newest();
  const first = last.plus(1 - Math.min(usual, maxHours));
  return checkRange(first.since(Hour.first()) < 0 ? Hour.first() : first, last, maxHours);
}

/**
 * The range of two hours, or two longer periods of one unit; throws a {@linkcode Problem} if it runs
 * backwards or is too long.
 */
export function checkRange<Ranged extends Period>(
  first: Ranged,
  last: Ranged,
  maxHours: number,
): { first: Ranged; last: Ranged } {
  const hours = (Date.parse(last.end) - Date.parse(first.start)) / HOUR_MS;
  if (hours < 1) {
    throw new Problem("bad-parameter", `Cannot use "${first}" to "${last}": swap the two`);
  }
  if (hours > maxHours) {
    throw new Problem(
      "bad-parameter",
      `Cannot use "${first}" to "${last}": these are ${hours} hours, ${maxHours} at most are ` +
        "allowed at a time",
    );
  }
  return { first, last };
}

/** Describes the parameters `from` and `to`, and which hours are meant without them. */
export function rangeParameters(maxHours: number, otherwise: string): Part[] {
  const written = { schema: schema("WrittenHour") };
  return [
    parameter("from", `The first hour. Without from and to: ${otherwise}.`, written),
    parameter(
      "to",
      maxHours === Infinity
        ? "The last hour, included."
        : `The last hour, included; at most ${maxHours} hours at a time.`,
      written,
    ),
  ];
}
