import type { Hour } from "../time/hour.ts";
import type { Ties } from "../rank/ranker.ts";
import { type Manifest, REPORT_VERSION, restoreReport } from "../report/manifest.ts";
import type { Report } from "../report/report.ts";
import { hourKey } from "./layout.ts";
import type { Store } from "../store/store.ts";

/** An hour whose report is in a store. */
export interface FinishedHour {
  /** What is known of the report. */
  manifest: Manifest;
  /** Where its file is, a path or URL. */
  location: string;
  /** The report, which may go beyond the rank that was asked for. */
  report(): Report;
}

/** What a report has to be like; whatever is left out is taken as it is. */
export interface Wanted {
  /** The last rank that is needed. A report that goes further holds it. */
  top?: number;
  /** What becomes of pages with equal views. */
  ties?: Ties;
  /** The SHA-256 of the denylist, `null` for none. */
  denylist?: string | null;
}

/**
 * Looks for an hour in a store.
 *
 * @param hour The hour.
 * @param store The store.
 * @param wanted What the report has to be like.
 * @returns The hour, or `undefined` if it is not finished, or finished with other parameters.
 */
export async function findFinishedHour(
  hour: Hour,
  store: Store,
  wanted: Wanted = {},
): Promise<FinishedHour | undefined> {
  const key = hourKey(hour);
  const entry = await store.read(key);
  if (entry === undefined) return undefined;
  const manifest = entry.manifest as unknown as Manifest;
  if (manifest.version !== REPORT_VERSION || !fits(manifest, wanted)) return undefined;
  return {
    manifest,
    location: store.locate(key, manifest.file.name),
    report: () => restoreReport(manifest, new TextDecoder().decode(entry.content)),
  };
}

/**
 * Tells whether a report is as it has to be.
 *
 * @param manifest Its manifest.
 * @param wanted What it has to be like.
 * @returns Whether it is.
 */
export function fits(
  { parameters }: Pick<Manifest, "parameters">,
  { top, ties, denylist }: Wanted,
): boolean {
  return (top === undefined || top <= parameters.top) &&
    (ties === undefined || ties === parameters.ties) &&
    (denylist === undefined || denylist === (parameters.denylist?.sha256 ?? null));
}
