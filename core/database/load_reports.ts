import { listReports, type StoredEntry } from "../archive/list.ts";
import { openReport, ReplacedReportError } from "../archive/open.ts";
import { identityOf } from "../archive/identity.ts";
import type { Store } from "../store/entries.ts";
import type { StoreError } from "../store/store_error.ts";
import type { Hour } from "../time/hour.ts";
import { UNITS } from "../time/period.ts";
import type { EntryName } from "../archive/layout.ts";
import type { Database } from "./database.ts";
import { changedTitles } from "./rows.ts";

/** Which reports to load. */
export interface LoadReportsOptions {
  /** The first hour: periods that begin before it are left out; the first of all without it. */
  first?: Hour | undefined;
  /** The last hour, included; the last of all without it. */
  last?: Hour | undefined;
  /** The present time. */
  now: Date;
  /** Ends the work, after the report that is being loaded. */
  signal?: AbortSignal | undefined;
  /** Called with reports that are not finished, and so left out. */
  onUnfinished: (entry: StoredEntry) => void;
  /** Called with what cannot be listed. */
  onError: (error: StoreError) => void;
}

/** What became of a report. */
export interface LoadedEntry extends EntryName {
  /** Whether it was loaded just now; else it is there already. */
  loaded: boolean;
  /** How many rows it has. */
  rows: number;
  /** How many titles were changed because the database cannot hold them. */
  changed: number;
}

/** How often a report is read anew that was made again meanwhile. */
const TRIES = 5;

/** Loads the reports of a range into a database, of every unit and edition, but for those that it has. */
export async function* loadReports(
  store: Store,
  database: Database,
  { first, last, now, signal, onUnfinished, onError }: LoadReportsOptions,
): AsyncGenerator<LoadedEntry> {
  for (const unit of UNITS) {
    const options = { first, last, now, unit, edition: "any" as const, onError };
    for await (const entry of listReports(store, options)) {
      signal?.throwIfAborted();
      if (entry.manifest === undefined) onUnfinished(entry);
      else yield await load(store, database, entry);
    }
  }
}

async function load(
  store: Store,
  database: Database,
  { period, edition }: EntryName,
): Promise<LoadedEntry> {
  for (let attempt = 1;; attempt++) {
    try {
      const stored = await openReport(store, period, { edition });
      if (stored === undefined) throw new ReplacedReportError(period);
      const name = { period, edition };
      const { rows } = stored.manifest;
      const identity = await identityOf(stored.manifest);
      if (await database.loaded(name) === identity) {
        return { ...name, rows, loaded: false, changed: 0 };
      }
      const report = await stored.report();
      await database.replace(report, identity);
      return { ...name, rows, loaded: true, changed: changedTitles(report) };
    } catch (error) {
      if (!(error instanceof ReplacedReportError) || attempt === TRIES) throw error;
    }
  }
}
