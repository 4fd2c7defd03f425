import type { Bytes } from "../dump/bytes.ts";
import { encodeCsv, encodeDenied } from "../report/csv.ts";
import { joinChunks } from "../report/encode.ts";
import { describeReport, type Manifest } from "../report/manifest.ts";
import type { Report } from "../report/report.ts";
import type { Store } from "../store/entries.ts";
import { DENIED_EXTENSION, entryKey, REPORT_EXTENSION } from "./layout.ts";
import { StoredReport } from "./open.ts";

/**
 * Writes a report into a store, in the place of one that may be there: its rows, beside them the
 * denied pages that would rank, and its manifest. The caller holds the key's lock.
 */
export async function writeReport(
  store: Store,
  report: Report,
  made: Manifest["made"],
): Promise<StoredReport> {
  const { content, offsets } = await joinChunks(encodeCsv(report));
  const denied = encodeDenied(report);
  const companions = new Map<string, Bytes>();
  if (denied !== undefined) companions.set(DENIED_EXTENSION, (await joinChunks(denied)).content);
  const metadata = describeReport(report, offsets, made);
  const key = entryKey(report.period, report.edition);
  const { manifest } = await store.write(key, REPORT_EXTENSION, content, metadata, companions);
  return new StoredReport(store, report, manifest as unknown as Manifest);
}
