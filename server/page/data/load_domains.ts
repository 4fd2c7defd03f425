import type { Hour } from "../../../core/time/hour.ts";
import { getJson } from "./get_json.ts";
import type { DomainViews } from "./top.ts";

/**
 * Asks for the domains of an hour that is stored.
 *
 * @param hour The hour.
 * @param signal Ends the wait.
 * @returns The domains.
 * @throws {Problem} If the server does not have the hour.
 */
export async function loadDomains(hour: Hour, signal?: AbortSignal): Promise<DomainViews[]> {
  const { body } = await getJson(`/v1/hours/${hour}/domains?make=no`, signal);
  return (body as { domains: DomainViews[] }).domains;
}
