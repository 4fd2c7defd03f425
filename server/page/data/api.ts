import type { Hour } from "../../../core/time/hour.ts";
import type { Period, PeriodRange, Unit } from "../../../core/time/period.ts";
import type {
  DomainList,
  DomainViews,
  HourList,
  Job,
  Overview,
  PageHistory,
  PeriodList,
} from "./answers.ts";
import { getJson, pathOf, postJson } from "./request.ts";

/** Gets the domains of a stored period. */
export async function loadDomains(period: Period): Promise<DomainViews[]> {
  return (await getJson<DomainList>(`${pathOf(period)}/domains?make=no`)).body.domains;
}

/** Gets the names of the stored hours of a range, or of the newest days; the oldest first. */
export async function loadStoredHours(range?: { from: Hour; to: Hour }): Promise<string[]> {
  const query = range === undefined ? "" : `?from=${range.from}&to=${range.to}`;
  return (await getJson<HourList>(`/v1/hours${query}`)).body.hours;
}

/** Gets the names of the stored periods of a unit, of a range or the newest; the oldest first. */
export async function loadStoredPeriods(unit: Unit, range?: PeriodRange): Promise<string[]> {
  const query = range === undefined ? "" : `&from=${range.first}&to=${range.last}`;
  return (await getJson<PeriodList>(`/v1/periods?unit=${unit}${query}`)).body.periods;
}

/** Options of {@linkcode loadHistory}. */
export interface HistoryOptions {
  unit: Unit;
  /** The periods; as many as usual up to the newest if they are left out. */
  range?: PeriodRange | undefined;
}

/** Gets the history of a page in a project, or in those that a pattern matches. */
export async function loadHistory(
  project: string,
  title: string,
  { unit, range }: HistoryOptions,
): Promise<PageHistory> {
  const query = new URLSearchParams(unit === "hour" ? {} : { unit });
  if (range !== undefined) {
    query.set("from", range.first.label);
    query.set("to", range.last.label);
  }
  const path = `/v1/pages/${encodeURIComponent(project)}/${encodeURIComponent(title)}`;
  return (await getJson<PageHistory>(`${path}?${query}`)).body;
}

/**
 * Asks the server to make a period, without waiting for it.
 *
 * @returns The job, or `undefined` if it has been stored meanwhile.
 */
export async function makePeriod(period: Period, signal?: AbortSignal): Promise<Job | undefined> {
  const answer = await getJson<DomainList | Job>(`${pathOf(period)}/domains?wait=0`, signal);
  return answer.status === 202 ? answer.body as Job : undefined;
}

/** Asks the server to make a range of periods. */
export async function makeRange({ first, last }: PeriodRange): Promise<Job> {
  return (await postJson<Job>("/v1/jobs", { from: first.label, to: last.label })).body;
}

let overview: Promise<Overview> | undefined;

/** Gets what the server is, once. */
export function loadOverview(): Promise<Overview> {
  overview ??= getJson<Overview>("/v1").then(({ body }) => body);
  overview.catch(() => overview = undefined);
  return overview;
}
