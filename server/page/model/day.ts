import { Hour } from "../../../core/time/hour.ts";
import { addMonths, monthOf } from "./month.ts";

const DAY_MS = 86_400_000;

/**
 * A day near another.
 *
 * @param day The day, as `2026-09-10`.
 * @param days How many days later; negative for earlier.
 * @returns The other day.
 */
export function addDays(day: string, days: number): string {
  return new Date(Date.parse(day) + days * DAY_MS).toISOString().slice(0, 10);
}

/**
 * The same day of another month, or its last one.
 *
 * @param day The day, as `2026-01-31`.
 * @param months How many months later; negative for earlier.
 * @returns The other day, as `2026-02-28`.
 */
export function addMonthsToDay(day: string, months: number): string {
  const { year, month } = addMonths(monthOf(day), months);
  const last = new Date(Date.UTC(year, month, 0)).getUTCDate();
  const date = Math.min(Number(day.slice(8)), last);
  return `${year}-${pad(month)}-${pad(date)}`;
}

/**
 * The day that an hour lies in.
 *
 * @param hour The hour.
 * @returns The day on which it begins, as `2026-09-10`.
 */
export function dayOf(hour: Hour): string {
  return hour.start.slice(0, 10);
}

/**
 * The hours of a day: those that begin on it.
 *
 * @param day The day, as `2026-09-10`.
 * @returns 24 hours, from the one that ends at 01:00; some may lie in the future.
 */
export function hoursOf(day: string): Hour[] {
  const hours = Date.parse(day) / 3_600_000 - Date.parse(Hour.first().end) / 3_600_000;
  return Array.from({ length: 24 }, (_, i) => Hour.first().plus(hours + 1 + i));
}

function pad(number: number): string {
  return String(number).padStart(2, "0");
}
