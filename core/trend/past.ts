import { type StoredReport, whyIncomplete } from "../archive/open.ts";
import { formatCount } from "../format_count.ts";
import type { Manifest } from "../report/manifest.ts";
import type { Edition } from "../rank/edition.ts";
import { Hour, type HourRange } from "../time/hour.ts";
import { type Period, periodAround, type PeriodRange, type Unit } from "../time/period.ts";

/** The past of a period: so many stored ones before it, of those not longer ago than `within`. */
export interface PastRule {
  /** How many there are at most. */
  most: number;
  /** How many periods it goes back. */
  within: number;
  /** How many there have to be. */
  least: number;
}

/** The past of an hour is a day of stored hours, looked for in a week; of others seven, in 28. */
const [OF_HOURS, OF_OTHERS]: [PastRule, PastRule] = [
  { most: 24, within: 7 * 24, least: 6 },
  { most: 7, within: 28, least: 3 },
];

/** How much past a period of a unit has. */
export function pastRuleOf(unit: Unit): PastRule {
  return unit === "hour" ? OF_HOURS : OF_OTHERS;
}

/** How to get at stored reports. */
export interface PastOptions {
  /** Lists the stored periods of a unit whose hours all lie in a range, in order. */
  list(options: HourRange & { unit: Unit; edition: Edition }): Promise<Period[]>;
  /** Opens the report of a period in the same edition, `undefined` if there is none. */
  open(period: Period): Promise<StoredReport | undefined>;
}

/**
 * Finds the stored reports that a report is compared with.
 *
 * @param current The report.
 * @param options How to get at others.
 * @returns The newest before it that can be compared with it, in order.
 * @throws {TooFewPeriodsError} If there are too few.
 */
export async function findPast(
  current: StoredReport,
  { list, open }: PastOptions,
): Promise<StoredReport[]> {
  const { period, edition } = current;
  const { most, within, least } = pastRuleOf(period.unit);
  const range = hoursBefore(period, within);
  const stored = range === undefined ? [] : await list({ ...range, unit: period.unit, edition });
  const past: StoredReport[] = [];
  let others = 0;
  for (const earlier of stored.toReversed()) {
    const report = await open(earlier);
    if (report === undefined) continue;
    if (isComparable(current.manifest, report.manifest)) past.push(report);
    else others++;
    if (past.length === most) break;
  }
  if (past.length < least) throw new TooFewPeriodsError(period, past.length, others);
  return past.reverse();
}

/**
 * Whether views in one report can be set against those in another: that lacks no hour, and leaves out
 * the same pages, for one that was denied was not in the list however many viewed it.
 */
export function isComparable(current: Manifest, other: Manifest): boolean {
  const listOf = ({ parameters }: Manifest) => parameters.denylist?.sha256;
  return whyIncomplete(other) === undefined && listOf(current) === listOf(other);
}

/** A period has too little stored past to tell what rises in it. */
export class TooFewPeriodsError extends Error {
  /** The name of the class. */
  override name = "TooFewPeriodsError";
  /** The periods before it that would be enough, `undefined` if it lies too near to the first dump. */
  readonly wanted: PeriodRange | undefined;

  /** Takes the period, how many are there that will do, and how many are not comparable. */
  constructor(period: Period, found: number, others: number) {
    const { unit } = period;
    const { most, least } = pastRuleOf(unit);
    const also = others === 0
      ? ""
      : `, and ${formatCount(others)} more that lack hours or have another denylist`;
    super(
      `Cannot tell what rises in ${unit} "${period}": ${found === 0 ? "none" : found} of the ` +
        `${unit}s before it ${
          found === 1 ? "is" : "are"
        } stored${also}; it takes ${least} at least`,
    );
    const [earliest, last] = [periodAround(Hour.first(), unit), period.plus(-1)];
    const count = Math.min(most, 1 + last.since(earliest));
    if (count >= least) this.wanted = { first: period.plus(-count), last };
  }
}

/** The hours of so many periods before one, none before the first dump. */
function hoursBefore(period: Period, count: number): HourRange | undefined {
  const [first, last] = [period.plus(-count).hours[0]!, period.plus(-1).hours.at(-1)!];
  if (last.since(Hour.first()) < 0) return undefined;
  return { first: first.since(Hour.first()) < 0 ? Hour.first() : first, last };
}
