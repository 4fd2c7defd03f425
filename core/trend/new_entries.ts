import type { RankedPage } from "../rank/page.ts";
import type { Manifest } from "../report/manifest.ts";
import type { Period } from "../time/period.ts";
import { DomainPast, type RisenPage } from "./domain_past.ts";
import { isComparable, pastRuleOf } from "./past.ts";

/** What a stored period has of some domains. */
export interface PeriodLists {
  period: Period;
  manifest: Manifest;
  /** The pages of each domain in their order, by its code. */
  lists: ReadonlyMap<string, readonly RankedPage[]>;
}

/** A page that came into the top. */
export interface NewEntry {
  period: Period;
  title: string;
  /** Where it came, the place with the most views first. */
  places: (RisenPage & { code: string })[];
}

/** Options of {@linkcode newEntries}. */
export interface NewEntriesOptions {
  /** How many of the periods, the newest, are looked at; the others are their past. */
  count: number;
  /** Into the first how many ranks a page has to come. */
  top: number;
}

/**
 * The pages that came into the top of some domains: in each of the newest periods those that are in no
 * list of its past, so that a page which comes and goes every hour is told of once a day.
 *
 * @param periods The periods of one unit, in order.
 * @param options Which of them are looked at, and how far down.
 * @returns The pages, the newest period first, in each the one with the most views. A period with too
 * little past has none.
 */
export function newEntries(
  periods: readonly PeriodLists[],
  { count, top }: NewEntriesOptions,
): NewEntry[] {
  const newest = periods.map((_, i) => i).slice(-count).reverse();
  return newest.flatMap((i) => entriesOf(periods[i]!, pastOf(periods, i), top));
}

function pastOf(periods: readonly PeriodLists[], index: number): PeriodLists[] {
  const { period, manifest } = periods[index]!;
  const { most, within, least } = pastRuleOf(period.unit);
  const past = periods.slice(0, index)
    .filter((other) =>
      period.since(other.period) <= within && isComparable(manifest, other.manifest)
    )
    .slice(-most);
  return past.length < least ? [] : past;
}

function entriesOf({ period, lists }: PeriodLists, past: PeriodLists[], top: number): NewEntry[] {
  if (past.length === 0) return [];
  const seen = new Set(past.flatMap(({ lists }) => {
    return [...lists.values()].flatMap((pages) => pages.map(({ title }) => title));
  }));
  const entries = new Map<string, NewEntry>();
  for (const [code, pages] of lists) {
    const domain = new DomainPast(
      pages.filter(({ rank, title }) => rank <= top && !seen.has(title)),
    );
    for (const earlier of past) domain.add(earlier.lists.get(code) ?? []);
    for (const page of domain.rises()) {
      const entry = entries.get(page.title) ?? { period, title: page.title, places: [] };
      entries.set(page.title, entry);
      entry.places.push({ ...page, code });
    }
  }
  const most = ({ places }: NewEntry) => Math.max(...places.map(({ views }) => views));
  for (const { places } of entries.values()) places.sort((a, b) => b.views - a.views);
  return [...entries.values()].sort((a, b) => most(b) - most(a));
}
