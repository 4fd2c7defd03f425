import type { Hour } from "../../../core/time/hour.ts";
import { getJson } from "./get_json.ts";
import type { Job } from "./job.ts";

/**
 * Asks the server to make an hour, without waiting for it.
 *
 * @param hour The hour.
 * @param signal Ends the wait for the answer.
 * @returns The work, or `undefined` if the hour has been made meanwhile.
 * @throws {Problem} If the server does not make it.
 */
export async function makeHour(hour: Hour, signal?: AbortSignal): Promise<Job | undefined> {
  const { status, body } = await getJson(`/v1/hours/${hour}/domains?wait=0`, signal);
  return status === 202 ? body as Job : undefined;
}
