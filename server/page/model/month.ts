const DAY_MS = 86_400_000;

/** A calendar month. */
export interface Month {
  /** The year. */
  year: number;
  /** The month from 1. */
  month: number;
}

/**
 * The month of a day.
 *
 * @param day The day, as `2026-09-10`.
 * @returns Its month.
 */
export function monthOf(day: string): Month {
  const [year, month] = day.split("-").map(Number);
  return { year, month };
}

/**
 * A month near another.
 *
 * @param month The month.
 * @param months How many months later; negative for earlier.
 * @returns The other month.
 */
export function addMonths({ year, month }: Month, months: number): Month {
  const count = year * 12 + month - 1 + months;
  return { year: Math.floor(count / 12), month: count % 12 + 1 };
}

/**
 * The days of a month in weeks that begin on a Monday.
 *
 * @param month The month.
 * @returns Weeks of seven days as `2026-09-10`, `undefined` where the month has no day.
 */
export function weeksOf({ year, month }: Month): (string | undefined)[][] {
  const first = Date.UTC(year, month - 1, 1);
  const length = (Date.UTC(year, month, 1) - first) / DAY_MS;
  const before = (new Date(first).getUTCDay() + 6) % 7;
  const days: (string | undefined)[] = Array(before).fill(undefined);
  for (let i = 0; i < length; i++) {
    days.push(new Date(first + i * DAY_MS).toISOString().slice(0, 10));
  }
  while (days.length % 7 !== 0) days.push(undefined);
  return Array.from({ length: days.length / 7 }, (_, i) => days.slice(i * 7, i * 7 + 7));
}
