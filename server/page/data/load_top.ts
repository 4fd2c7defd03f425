import type { Hour } from "../../../core/time/hour.ts";
import { DEFAULT_TOP } from "./default_top.ts";
import { getJson } from "./get_json.ts";
import type { Top } from "./top.ts";

/** How many tops are kept, so that stepping back and forth asks for nothing again. */
const KEPT = 400;

const kept = new Map<string, Top>();

/**
 * Asks for the top of a project in an hour that is stored.
 *
 * @param hour The hour, `undefined` for the newest one.
 * @param project The project.
 * @param signal Ends the wait.
 * @returns The top of all the ways that readers came.
 * @throws {Problem} If the server does not have it.
 */
export async function loadTop(
  hour: Hour | undefined,
  project: string,
  signal?: AbortSignal,
): Promise<Top> {
  const known = hour && keptTop(hour, project);
  if (known !== undefined) return known;
  // Both accesses at once, and by one URL whatever it is for: the browser keeps the answer.
  const query = new URLSearchParams({ project, top: String(DEFAULT_TOP), make: "no" });
  const path = `/v1/hours/${hour ?? "latest"}?${query}`;
  const top = (await getJson(path, signal)).body as Top;
  kept.set(keyOf(top.hour, project), top);
  for (const oldest of kept.keys()) {
    if (kept.size <= KEPT) break;
    kept.delete(oldest);
  }
  return top;
}

/**
 * The top of a project in an hour, if it has been asked for before.
 *
 * @param hour The hour.
 * @param project The project.
 * @returns The top, or `undefined`.
 */
export function keptTop(hour: Hour, project: string): Top | undefined {
  return kept.get(keyOf(String(hour), project));
}

function keyOf(hour: string, project: string): string {
  return `${hour} ${project}`;
}
