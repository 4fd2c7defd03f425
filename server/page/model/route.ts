import { Hour } from "../../../core/time/hour.ts";
import { checkPeriod } from "../../../core/time/period.ts";
import type { Access } from "../data/answers.ts";
import { Problem } from "../data/api.ts";

/** What the page shows, as its URL says it. */
export interface Route {
  /** The hour, `undefined` for the newest one. */
  hour: Hour | undefined;
  /** The project, `undefined` for the reader's own. */
  project: string | undefined;
  /** The access, `undefined` for what the project has. */
  access: Access | undefined;
  /** What is searched for in the list. */
  search: string;
}

/** A URL, read: what is invalid in it is left out, and an invalid hour is a problem. */
export interface ParsedRoute {
  route: Route;
  problem: Problem | undefined;
}

const ACCESSES: readonly string[] = ["desktop", "mobile", "all"] satisfies Access[];

/** Reads the query of a URL, as `?hour=2026-09-10T18&project=en.wikipedia`. */
export function parseRoute(query: string): ParsedRoute {
  const parameters = new URLSearchParams(query);
  const access = parameters.get("access");
  const { hour, problem } = parseHour(parameters.get("hour"));
  const route = {
    hour,
    project: parameters.get("project") || undefined,
    access: access !== null && ACCESSES.includes(access) ? access as Access : undefined,
    search: parameters.get("q") ?? "",
  };
  return { route, problem };
}

/** Writes a route as the query of a URL, with `?`. */
export function formatRoute({ hour, project, access, search }: Route): string {
  const parameters = new URLSearchParams();
  if (hour !== undefined) parameters.set("hour", String(hour));
  if (project !== undefined) parameters.set("project", project);
  if (access !== undefined) parameters.set("access", access);
  if (search !== "") parameters.set("q", search);
  return `?${parameters}`;
}

function parseHour(text: string | null): { hour?: Hour; problem?: Problem } {
  if (!text) return {};
  try {
    return { hour: checkPeriod(Hour.parse(text), new Date()) };
  } catch (error) {
    if (error instanceof SyntaxError) return { problem: new Problem("bad-hour", error.message) };
    if (!(error instanceof RangeError)) throw error;
    return { problem: new Problem("out-of-range", error.message) };
  }
}
