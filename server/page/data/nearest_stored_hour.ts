import { Hour } from "../../../core/time/hour.ts";
import { getJson } from "./get_json.ts";
import { lastStoredHours } from "./last_stored_hours.ts";

/**
 * Looks for a stored hour near another.
 *
 * @param hour The hour.
 * @returns The last stored one before it, or else the newest; `undefined` if there is none.
 * @throws {Problem} If the server does not say.
 */
export async function nearestStoredHour(hour: Hour): Promise<Hour | undefined> {
  const [before] = await lastStoredHours(hour, 2);
  if (before.since(hour) !== 0) return before;
  const { body } = await getJson("/v1/hours");
  const newest = (body as { hours: string[] }).hours.at(-1);
  return newest === undefined ? undefined : Hour.parse(newest);
}
