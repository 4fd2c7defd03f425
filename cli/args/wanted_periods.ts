import { formatCount } from "../../core/format_count.ts";
import { Hour, periodAround } from "../../core/mod.ts";
import type { Arguments } from "./arguments.ts";
import { newestPeriod, parsePeriodRange, type PeriodRange } from "./period_range.ts";
import { UsageError } from "./usage_error.ts";

/**
 * Which periods are meant by `[PERIOD [END]]`, `--unit` and `--last`: without any of them, the hour 24
 * hours ago.
 *
 * @param command The name of the command, for messages.
 * @param args What was typed.
 * @param now The present time.
 * @returns Their range; and what to say if there cannot be as many as were asked for.
 */
export function wantedPeriods(
  command: string,
  args: Arguments,
  now: Date,
): PeriodRange & { cut?: string } {
  const unit = args.given("unit");
  const range = parsePeriodRange(args.positionals, unit, now);
  const count = args.given("last");
  const newest = newestPeriod(unit ?? "hour", now);
  if (count === undefined) {
    if (range !== undefined) return range;
    const dayAgo = periodAround(Hour.lastBefore(now).plus(-24), newest.unit);
    const one = dayAgo.since(newest) > 0 ? newest : dayAgo;
    return { first: one, last: one };
  }
  if (range !== undefined) {
    throw new UsageError(`Cannot ${command} "${range.first}" with --last: write either of them`);
  }
  const oldest = periodAround(Hour.first(), newest.unit);
  const first = newest.plus(1 - count);
  if (first.since(oldest) >= 0) return { first, last: newest };
  const cut = `--last ${count} goes back before the first dump: from ${oldest} on, ` +
    `${formatCount(newest.since(oldest) + 1)} ${newest.unit}s`;
  return { first: oldest, last: newest, cut };
}
