import { Hour } from "../../../core/time/hour.ts";

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** A calendar month; the first is 1. */
export interface Month {
  year: number;
  month: number;
}

/** The month of a day or an hour, by its name. */
export function monthOf(name: string): Month {
  return { year: Number(name.slice(0, 4)), month: Number(name.slice(5, 7)) };
}

export function addMonths({ year, month }: Month, months: number): Month {
  const count = year * 12 + month - 1 + months;
  return { year: Math.floor(count / 12), month: count % 12 + 1 };
}

/**
 * The days of a month in weeks that begin on a Monday.
 *
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

/** A day, as `2026-09-10`, so many days later. */
export function addDays(day: string, days: number): string {
  return new Date(Date.parse(day) + days * DAY_MS).toISOString().slice(0, 10);
}

/** The same day so many months later, or the last one of a shorter month. */
export function addMonthsToDay(day: string, months: number): string {
  const { year, month } = addMonths(monthOf(day), months);
  const last = new Date(Date.UTC(year, month, 0)).getUTCDate();
  const date = Math.min(Number(day.slice(8)), last);
  return `${year}-${pad(month)}-${pad(date)}`;
}

/** The day on which an hour begins. */
export function dayOf(hour: Hour): string {
  return hour.start.slice(0, 10);
}

/** The 24 hours that begin on a day; some may lie in the future, or before the first. */
export function hoursOf(day: string): Hour[] {
  const before = hourEndingAt(Date.parse(day));
  return Array.from({ length: 24 }, (_, i) => before.plus(i + 1));
}

/** The hour that ends at a time in milliseconds since 1970, which may lie before the first. */
export function hourEndingAt(time: number): Hour {
  return Hour.first().plus((time - Date.parse(Hour.first().end)) / HOUR_MS);
}

function pad(number: number): string {
  return String(number).padStart(2, "0");
}
