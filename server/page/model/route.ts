import { Hour } from "../../../core/time/hour.ts";
import { checkPeriod, parsePeriod, type Period } from "../../../core/time/period.ts";
import { readProject } from "../../../core/wiki/written_project.ts";
import type { Access, Pages } from "../data/answers.ts";
import { Problem } from "../data/problem.ts";

/** What is shown of a project in a period: its most viewed pages, or those that rise. */
export type View = "top" | "rises";

/** What the page shows, as its URL says it. */
export interface Route {
  view: View;
  /** The hour, day, week or month; `undefined` for the newest hour. */
  period: Period | undefined;
  /** The project, `undefined` for the reader's own. */
  project: string | undefined;
  /** The access, `undefined` for what the project has. */
  access: Access | undefined;
  /** Whether articles alone are listed. */
  pages: Pages;
  /** Whether the list is as long as the store has it. */
  isLong: boolean;
  /** What is shown beside it: another period or project. */
  versus: Period | string | undefined;
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
  const project = parameters.get("project");
  const { period, problem } = parse(parameters.get("hour"), parameters.get("period"));
  const route: Route = {
    view: parameters.get("view") === "rises" ? "rises" : "top",
    period,
    project: project ? readProject(project).project : undefined,
    access: access !== null && ACCESSES.includes(access) ? access as Access : undefined,
    pages: parameters.get("pages") === "all" ? "all" : "articles",
    isLong: parameters.get("top") === "all",
    versus: parseVersus(parameters.get("vs")),
    search: parameters.get("q") ?? "",
  };
  return { route, problem };
}

/** Writes a route as the query of a URL, with `?`. */
export function formatRoute(route: Route): string {
  const { view, period, project, access, pages, isLong, versus, search } = route;
  const parameters = new URLSearchParams();
  if (period !== undefined) {
    parameters.set(period.unit === "hour" ? "hour" : "period", period.label);
  }
  if (project !== undefined) parameters.set("project", project);
  if (access !== undefined) parameters.set("access", access);
  if (pages === "all") parameters.set("pages", pages);
  if (view === "rises") parameters.set("view", view);
  if (isLong) parameters.set("top", "all");
  if (versus !== undefined) parameters.set("vs", String(versus));
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

/** Another period, or else another project. */
function parseVersus(written: string | null): Period | string | undefined {
  if (!written) return undefined;
  if (!/^\d/.test(written)) return readProject(written).project;
  try {
    return checkPeriod(parsePeriod(written), new Date());
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof RangeError) return undefined;
    throw error;
  }
}
