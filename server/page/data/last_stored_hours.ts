import { Hour } from "../../../core/time/hour.ts";
import { addMonths, monthOf } from "../model/month.ts";
import { storedHoursOf } from "./stored_hours.ts";

/**
 * The last stored hours up to one, of its month and the month before.
 *
 * @param hour The hour, included whether it is stored or not.
 * @param count How many hours at most.
 * @returns The hours, the oldest first.
 * @throws {Problem} If the server does not say.
 */
export async function lastStoredHours(hour: Hour, count: number): Promise<Hour[]> {
  const month = monthOf(String(hour));
  const upTo = async (months: number) =>
    [...await storedHoursOf(addMonths(month, months))].filter((name) => name < String(hour)).sort();
  let names = await upTo(0);
  if (names.length < count - 1) names = [...await upTo(-1), ...names];
  return [...names.slice(1 - count).map((name) => Hour.parse(name)), hour];
}
