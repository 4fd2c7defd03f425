import { Hour } from "../../../core/time/hour.ts";
import type { Period, PeriodRange, Unit } from "../../../core/time/period.ts";
import type {
  DEFAULT_TOP,
  Domain,
  DomainList,
  DomainViews,
  HourList,
  Job,
  PeriodList,
  ProblemAnswer,
  Top,
} from "./answers.ts";

/** Why the server has no answer, as it or the network says it. */
export class Problem extends Error {
  override readonly name = "Problem";
  /** When to try again, in seconds from now. */
  readonly retryAfter: number | undefined;
  /** The hour that the server was asked for, which of the newest one only the answer's URL says. */
  readonly hour: Hour | undefined;

  /**
   * @param kind The last part of the problem's URN, as `not-stored`; `network` if the server could
   * not be reached.
   * @param detail A sentence without its full stop.
   */
  constructor(
    readonly kind: string,
    detail: string,
    { retryAfter, hour }: { retryAfter?: number | undefined; hour?: Hour | undefined } = {},
  ) {
    super(detail);
    this.retryAfter = retryAfter;
    this.hour = hour;
  }
}

/** How many pages are listed, however many the server has stored. */
const TOP: typeof DEFAULT_TOP = 25;

/** How many tops are cached, so that stepping back and forth asks for nothing again. */
const CACHED_TOPS = 400;

const cache = new Map<string, Top>();

/** Gets the top of a project in a stored period, the newest hour if none is named, by all accesses. */
export async function loadTop(
  period: Period | undefined,
  project: string,
  signal?: AbortSignal,
): Promise<Top> {
  const cached = period && cachedTop(period, project);
  if (cached !== undefined) return cached;
  // Both accesses at once, and by one URL whatever it is for: the browser keeps the answer.
  const query = new URLSearchParams({ project, top: String(TOP), make: "no" });
  const path = period === undefined ? "/v1/hours/latest" : pathOf(period);
  const top = (await getJson<Top>(`${path}?${query}`, signal)).body;
  cache.set(cacheKey(top.period, project), top);
  for (const oldest of cache.keys()) {
    if (cache.size <= CACHED_TOPS) break;
    cache.delete(oldest);
  }
  return top;
}

/** The top of a project in a period, if it has been loaded before. */
export function cachedTop(period: Period, project: string): Top | undefined {
  return cache.get(cacheKey(period.label, project));
}

/** Where the list of a domain is to be had as a file. */
export function downloadUrl(period: Period, { project, access }: Domain, format: string): string {
  return `${pathOf(period)}?${new URLSearchParams({ project, access, top: String(TOP), format })}`;
}

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

/**
 * Asks the server to make a period, without waiting for it.
 *
 * @returns The job, or `undefined` if it has been stored meanwhile.
 */
export async function makePeriod(period: Period, signal?: AbortSignal): Promise<Job | undefined> {
  const answer = await getJson<DomainList | Job>(`${pathOf(period)}/domains?wait=0`, signal);
  return answer.status === 202 ? answer.body as Job : undefined;
}

async function getJson<Body>(
  path: string,
  signal: AbortSignal | null = null,
): Promise<{ status: number; body: Body }> {
  let response: Response;
  let body: unknown;
  try {
    response = await fetch(path, { signal, headers: { accept: "application/json" } });
    body = await response.json();
  } catch (error) {
    if (signal?.aborted) throw error;
    throw new Problem("network", "The server cannot be reached, or its response was cut short");
  }
  if (response.ok) return { status: response.status, body: body as Body };
  const { type, title, detail } = body as ProblemAnswer;
  const retryAfter = Number(response.headers.get("retry-after"));
  throw new Problem(
    type?.split(":").at(-1) ?? "failed",
    detail ?? title ?? `The server responded with status ${response.status}`,
    { retryAfter: retryAfter > 0 ? retryAfter : undefined, hour: hourOf(response.url) },
  );
}

function pathOf(period: Period): string {
  return period.unit === "hour" ? `/v1/hours/${period}` : `/v1/periods/${period}`;
}

function hourOf(url: string): Hour | undefined {
  const name = /^\/v1\/hours\/(\d{4}-\d{2}-\d{2}T\d{2})/.exec(new URL(url).pathname)?.[1];
  return name === undefined ? undefined : Hour.parse(name);
}

function cacheKey(label: string, project: string): string {
  return `${label} ${project}`;
}
