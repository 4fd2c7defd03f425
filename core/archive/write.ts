import type { Bytes } from "../dump/bytes.ts";
import type { DomainSize } from "../rank/ranking.ts";
import { encodeCsv, encodeDenied, type StoredForm } from "../report/csv.ts";
import { joinChunks } from "../report/encode.ts";
import { describeReport, type Manifest } from "../report/manifest.ts";
import type { Report } from "../report/report.ts";
import type { Store } from "../store/entries.ts";
import { DENIED_EXTENSION, entryKey, REPORT_EXTENSION } from "./layout.ts";
import { StoredReport } from "./open.ts";

/** A report that is ready to be stored. */
export interface ReadyReport {
  /** All of it but the domains. */
  head: Omit<Report, "domains">;
  /** The domains, without their pages. */
  domains: DomainSize[];
  /** The report as it is stored. */
  stored: StoredForm;
}

/**
 * Writes a report into a store, in the place of one that may be there: its rows, beside them the
 * denied pages that would rank, and its manifest. The caller holds the key's lock; where writers share
 * none, it says which version of the manifest it saw before it began.
 */
export async function writeReport(
  store: Store,
  { head, domains, stored: { csv, denied } }: ReadyReport,
  made: Manifest["made"],
  seen?: string | null,
): Promise<StoredReport> {
  const companions = new Map<string, Bytes>();
  if (denied !== undefined) companions.set(DENIED_EXTENSION, denied);
  const metadata = describeReport({ ...head, domains }, csv.offsets, made);
  const key = entryKey(head.period, head.edition);
  const files = { companions, seen };
  const { manifest } = await store.write(key, REPORT_EXTENSION, csv.content, metadata, files);
  return new StoredReport(store, head, manifest as unknown as Manifest);
}

/** Gets a report ready that has an object for each page. */
export async function readyReport({ domains, ...head }: Report): Promise<ReadyReport> {
  const report = { ...head, domains };
  const csv = await joinChunks(encodeCsv(report));
  const denied = encodeDenied(report);
  const stored = denied === undefined
    ? { csv }
    : { csv, denied: (await joinChunks(denied)).content };
  return { head, domains, stored };
}
