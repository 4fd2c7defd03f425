import { Hour } from "../../../core/time/hour.ts";
import { addMonths, type Month } from "../model/month.ts";
import { getJson } from "./get_json.ts";

const months = new Map<string, Promise<Set<string>>>();

/** How long the list of a month is believed, in milliseconds: other readers make hours too. */
const FRESH_MS = 60_000;

/**
 * The stored hours of a month: those whose name lies in it.
 *
 * @param month The month.
 * @returns The hours' names.
 * @throws {Problem} If the server does not say.
 */
export function storedHoursOf({ year, month }: Month): Promise<Set<string>> {
  const key = `${year}-${month}`;
  let stored = months.get(key);
  if (stored === undefined) {
    stored = ask({ year, month });
    months.set(key, stored);
    stored.catch(() => months.delete(key));
    setTimeout(() => months.delete(key), FRESH_MS);
  }
  return stored;
}

/** Forgets what was stored: an hour has just been made. */
export function forgetStoredHours(): void {
  months.clear();
}

async function ask(month: Month): Promise<Set<string>> {
  const next = addMonths(month, 1);
  const begin = hourAt(month);
  const [first, now] = [Hour.first(), Hour.lastBefore(new Date())];
  // A month has 744 hours at most, as many as the server lists at once.
  const from = begin.since(first) < 0 ? first : begin;
  const last = hourAt(next).plus(-1);
  const to = last.since(now) > 0 ? now : last;
  if (to.since(from) < 0) return new Set();
  const { body } = await getJson(`/v1/hours?from=${from}&to=${to}`);
  return new Set((body as { hours: string[] }).hours);
}

/** The hour that ends as a month begins, which may lie before the first. */
function hourAt({ year, month }: Month): Hour {
  const hours = (Date.UTC(year, month - 1, 1) - Date.parse(Hour.first().end)) / 3_600_000;
  return Hour.first().plus(hours);
}
