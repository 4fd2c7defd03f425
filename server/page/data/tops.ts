import type { Period } from "../../../core/time/period.ts";
import type {
  Access,
  DEFAULT_TOP,
  Domain,
  Edition,
  Pages,
  Top,
  TopHistory,
  Trend,
} from "./answers.ts";
import { getJson, pathOf } from "./request.ts";

/** Which list of a project is wanted. */
export interface Wanted {
  project: string;
  /** By which access; `undefined` for all if that is summed, or else for what there is. */
  access: Access | undefined;
  /** Articles alone, or all pages. */
  pages: Pages;
  /** Whether it is to be as long as the server has it, or as usual. */
  isLong: boolean;
}

/** How many pages are listed as a rule, however many the server has stored. */
export const USUAL_TOP: typeof DEFAULT_TOP = 25;

/** How many tops are cached, so that stepping back and forth asks for nothing again. */
const CACHED_TOPS = 400;

const cache = new Map<string, Top>();

/** The editions that answer what is wanted, the best first: one that is not stored is passed over. */
const EDITIONS: readonly (readonly Edition[])[] = [
  ["all.articles", "all", "articles", "each"],
  ["all", "each"],
  ["articles", "each"],
  ["each"],
];

/** Gets the top of a project in a stored period, the newest hour if none is named. */
export async function loadTop(
  period: Period | undefined,
  wanted: Wanted,
  signal?: AbortSignal,
): Promise<Top> {
  const cached = period && cachedTop(period, wanted);
  if (cached !== undefined) return cached;
  // Both accesses at once, and by one URL whatever it is for: the browser keeps the answer.
  const query = new URLSearchParams({ project: wanted.project });
  if (!wanted.isLong) query.set("top", String(USUAL_TOP));
  addEditions(query, wanted);
  query.set("make", "no");
  const path = period === undefined ? "/v1/hours/latest" : pathOf(period);
  const { body, headers } = await getJson<Omit<Top, "storedTop">>(`${path}?${query}`, signal);
  const top = { ...body, storedTop: Number(headers.get("wikitop-top")) };
  keep(top, wanted);
  return top;
}

/** The top that is wanted of a period, if it has been loaded before. */
export function cachedTop(period: Period, wanted: Wanted): Top | undefined {
  return cache.get(cacheKey(period.label, wanted, editionsOf(wanted)));
}

/**
 * Gets the tops of the newest periods up to one in one answer, which has no denied pages and no sums: what
 * lines are drawn from.
 *
 * @param edition The edition, which is that of a top of the same list.
 * @returns The tops, the oldest first.
 */
export async function loadPast(
  period: Period,
  { project }: Wanted,
  { edition, count, signal }: { edition: Edition; count: number; signal: AbortSignal },
): Promise<Top[]> {
  const query = new URLSearchParams({
    unit: period.unit,
    to: period.label,
    last: String(count),
    edition,
  });
  const path = `/v1/tops/${encodeURIComponent(project)}?${query}`;
  const { series } = (await getJson<TopHistory>(path, signal)).body;
  const [first] = series;
  return (first?.periods ?? []).map(({ period }, i) => ({
    period,
    edition,
    storedTop: USUAL_TOP,
    domains: series.map(({ domain_code, access, periods }) => ({
      domain_code,
      project,
      access,
      views: 0,
      pages: periods[i]!.pages,
      denied: [],
    })),
  }));
}

/** Gets what rises in a project in a stored period. */
export async function loadTrend(
  period: Period,
  wanted: Wanted,
  signal?: AbortSignal,
): Promise<Trend> {
  const query = new URLSearchParams({ project: wanted.project });
  addEditions(query, wanted);
  return (await getJson<Trend>(`/v1/trending/${period}?${query}`, signal)).body;
}

/** Where a list is to be had as a file. */
export function downloadUrl(
  period: Period,
  { project, access }: Domain,
  { edition, format, isLong }: { edition: Edition; format: string; isLong: boolean },
): string {
  const query = new URLSearchParams({ project, access });
  if (!isLong) query.set("top", String(USUAL_TOP));
  if (edition !== "each") query.set("edition", edition);
  query.set("format", format);
  return `${pathOf(period)}?${query}`;
}

function editionsOf({ access, pages }: Wanted): readonly Edition[] {
  const isSplit = access === "desktop" || access === "mobile";
  return EDITIONS[(isSplit ? 2 : 0) + (pages === "articles" ? 0 : 1)]!;
}

function addEditions(query: URLSearchParams, wanted: Wanted): void {
  const editions = editionsOf(wanted);
  if (editions.length > 1) query.set("edition", editions.join());
}

/** Keeps an answer for all wishes that it is the answer to. */
function keep(top: Top, wanted: Wanted): void {
  const asked = editionsOf(wanted);
  const missing = asked.slice(0, asked.indexOf(top.edition));
  for (const editions of EDITIONS) {
    const first = editions.find((edition) => !missing.includes(edition));
    if (first === top.edition) cache.set(cacheKey(top.period, wanted, editions), top);
  }
  for (const oldest of cache.keys()) {
    if (cache.size <= CACHED_TOPS) break;
    cache.delete(oldest);
  }
}

function cacheKey(
  label: string,
  { project, isLong }: Wanted,
  editions: readonly Edition[],
): string {
  return `${label} ${project} ${isLong} ${editions.join()}`;
}
