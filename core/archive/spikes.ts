import { SPIKE_FACTOR } from "../report/flags.ts";
import type { Row } from "../report/report.ts";
import type { Edition } from "../rank/edition.ts";
import type { Store } from "../store/entries.ts";
import { Hour } from "../time/hour.ts";
import type { Period } from "../time/period.ts";
import { listPeriods } from "./list.ts";
import { openReport } from "./open.ts";

/** How many stored periods on each side a page is compared with, and how many there must be. */
const NEIGHBOURS = 12;
const LEAST_NEIGHBOURS = 6;

/** Options of {@linkcode findSpikes}. */
export interface SpikeOptions {
  /** How the domains of the report are put together. */
  edition: Edition;
  /** The codes of the domains that are looked at. */
  codes: readonly string[];
  /**
   * How many times its own median a page's views are a spike.
   *
   * @default {20}
   */
  factor?: number | undefined;
}

/**
 * Compares the pages of a period with the stored periods around it, twelve on each side at most.
 *
 * In a period that does not have a page in its top, the page counts with the views of the last one that
 * is: it had no more. What is stored changes, so that what this tells is never stored itself.
 *
 * @param store The store.
 * @param period The period.
 * @param options Which domains, and what a spike is.
 * @returns Tells whether the views of a page are a spike; none are, if there are fewer than six stored
 * periods to compare them with.
 */
export async function findSpikes(
  store: Store,
  period: Period,
  { edition, codes, factor = SPIKE_FACTOR }: SpikeOptions,
): Promise<(row: Row) => boolean> {
  const { unit } = period;
  const [first, last] = [period.plus(-NEIGHBOURS).hours[0]!, period.plus(NEIGHBOURS).hours.at(-1)!];
  const range = { first: first.since(Hour.first()) < 0 ? Hour.first() : first, last };
  /** Of each neighbour, the views of its pages and of the last of them, by domain. */
  const neighbours: Map<string, { views: Map<string, number>; least: number }>[] = [];
  for (const other of await listPeriods(store, { ...range, unit, edition })) {
    if (other.label === period.label) continue;
    const opened = await openReport(store, other, { edition });
    const report = codes.length > FEW ? await opened?.loaded() : opened;
    if (report === undefined) continue;
    const domains: (typeof neighbours)[number] = new Map();
    for (const code of codes) {
      const pages = await report.pages(code);
      const isFull = (pages.at(-1)?.rank ?? 0) >= report.manifest.parameters.top;
      domains.set(code, {
        views: new Map(pages.map(({ title, views }) => [title, views])),
        least: isFull ? pages.at(-1)!.views : 0,
      });
    }
    neighbours.push(domains);
  }
  if (neighbours.length < LEAST_NEIGHBOURS) return () => false;
  return ({ domain, page }) => {
    const seen = neighbours.flatMap((domains) => {
      const found = domains.get(domain.code);
      return found === undefined ? [] : found.views.get(page.title) ?? found.least;
    });
    return seen.length > 0 && page.views >= factor * Math.max(1, medianOf(seen));
  };
}

/** So many domains are read one by one, more with the whole report. */
const FEW = 20;

function medianOf(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}
