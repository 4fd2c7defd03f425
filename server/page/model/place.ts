import { Hour } from "../../../core/time/hour.ts";
import type { Access } from "../../../core/wiki/project.ts";

/** What the page shows, as its URL says it. */
export interface Place {
  /** The hour, `undefined` for the newest one. */
  hour: Hour | undefined;
  /** The project, `undefined` for the reader's own. */
  project: string | undefined;
  /** How the readers came, `undefined` for what the project has. */
  access: Access | undefined;
  /** What is searched for in the list. */
  search: string;
}

const ACCESSES: readonly string[] = ["desktop", "mobile", "all"] satisfies Access[];

/** Why the hour in a URL is none. */
export interface HourTrouble {
  /** The kind of problem, as the server would call it. */
  kind: "bad-hour" | "out-of-range";
  /** What is wrong. */
  detail: string;
}

/**
 * Reads a place from the query of a URL. What cannot be read is left out.
 *
 * @param query The query, as `?hour=2026-09-10T18&project=en.wikipedia`.
 * @returns The place, and what is wrong with its hour.
 */
export function readPlace(query: string): { place: Place; trouble: HourTrouble | undefined } {
  const parameters = new URLSearchParams(query);
  const access = parameters.get("access");
  const { hour, trouble } = readHour(parameters.get("hour"));
  const place = {
    hour,
    project: parameters.get("project") || undefined,
    access: access !== null && ACCESSES.includes(access) ? access as Access : undefined,
    search: parameters.get("q") ?? "",
  };
  return { place, trouble };
}

/**
 * Writes a place as the query of a URL.
 *
 * @param place The place.
 * @returns The query, with `?`.
 */
export function writePlace({ hour, project, access, search }: Place): string {
  const parameters = new URLSearchParams();
  if (hour !== undefined) parameters.set("hour", String(hour));
  if (project !== undefined) parameters.set("project", project);
  if (access !== undefined) parameters.set("access", access);
  if (search !== "") parameters.set("q", search);
  return `?${parameters}`;
}

function readHour(text: string | null): { hour?: Hour; trouble?: HourTrouble } {
  if (!text) return {};
  try {
    return { hour: Hour.parse(text) };
  } catch (error) {
    if (error instanceof SyntaxError) {
      return { trouble: { kind: "bad-hour", detail: error.message } };
    }
    if (!(error instanceof RangeError)) throw error;
    return { trouble: { kind: "out-of-range", detail: error.message } };
  }
}
