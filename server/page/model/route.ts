import { Hour } from "../../../core/time/hour.ts";
import { checkPeriod, parsePeriod, type Period } from "../../../core/time/period.ts";
import type { Access } from "../data/answers.ts";
import { Problem } from "../data/api.ts";

/** What the page shows, as its URL says it. */
export interface Route {
  /** The hour, day, week or month; `undefined` for the newest hour. */
  period: Period | undefined;
  /** The project, `undefined` for the reader's own. */
  project: string | undefined;
  /** The access, `undefined` for what the project has. */
  access: Access | undefined;
  /** What is searched for in the list. */
  search: string;
}

/** A URL, read: what is invalid in it is left out, and an invalid period is a problem. */
export interface ParsedRoute {
  route: Route;
  problem: Problem | undefined;
}

const ACCESSES: readonly string[] = ["desktop", "mobile", "all"] satisfies Access[];

/** Reads the query of a URL, as `?hour=2026-09-10T18&project=en.wikipedia` or `?period=2026-W37`. */
export function parseRoute(query: string): ParsedRoute {
  const parameters = new URLSearchParams(query);
  const access = parameters.get("access");
  const { period, problem } = parse(parameters.get("hour"), parameters.get("period"));
  const route = {
    period,
    project: parameters.get("project") || undefined,
    access: access !== null && ACCESSES.includes(access) ? access as Access : undefined,
    search: parameters.get("q") ?? "",
  };
  return { route, problem };
}

/** Writes a route as the query of a URL, with `?`. */
export function formatRoute({ period, project, access, search }: Route): string {
  const parameters = new URLSearchParams();
  if (period !== undefined) {
    parameters.set(period.unit === "hour" ? "hour" : "period", period.label);
  }
  if (project !== undefined) parameters.set("project", project);
  if (access !== undefined) parameters.set("access", access);
  if (search !== "") parameters.set("q", search);
  return `?${parameters}`;
}

function parse(
  hour: string | null,
  period: string | null,
): { period?: Period; problem?: Problem } {
  if (!hour && !period) return {};
  try {
    const parsed = hour ? Hour.parse(hour) : parsePeriod(period!);
    return { period: checkPeriod(parsed, new Date()) };
  } catch (error) {
    if (error instanceof SyntaxError) return { problem: new Problem("bad-hour", error.message) };
    if (!(error instanceof RangeError)) throw error;
    return { problem: new Problem("out-of-range", error.message) };
  }
}
