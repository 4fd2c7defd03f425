import { identityOf } from "../archive/identity.ts";
import { listReports, type StoredEntry } from "../archive/list.ts";
import { UNITS } from "../time/period.ts";
import type { Hour } from "../time/hour.ts";
import type { Store } from "../store/entries.ts";
import type { StoreError } from "../store/store_error.ts";
import type { ExportFile } from "./export_file.ts";
import { type ExportedFile, type Exporter, ExportError } from "./exporter.ts";
import type { Members } from "./file_record.ts";

/** Which reports to export. */
export interface ExportReportsOptions {
  /** The first hour: periods that begin before it are left out; the first of all without it. */
  first?: Hour | undefined;
  /** The last hour, included; the last of all without it. */
  last?: Hour | undefined;
  /** The present time. */
  now: Date;
  /** Ends the work. */
  signal?: AbortSignal | undefined;
  /** Called with reports that are not finished, and so left out. */
  onUnfinished: (entry: StoredEntry) => void;
  /** Called with what cannot be listed, or must not be replaced; the others are exported. */
  onError: (error: StoreError | ExportError) => void;
}

/** A file, and the reports of it that were listed so far. */
interface Gathered {
  file: ExportFile;
  members: Record<string, string>;
}

/**
 * Brings all files up to date that hold reports of a range, of every unit and edition, one after the
 * other in the order of their periods.
 */
export async function* exportReports(
  exporter: Exporter,
  store: Store,
  { first, last, now, signal, onUnfinished, onError }: ExportReportsOptions,
): AsyncGenerator<ExportedFile> {
  async function* update(file: ExportFile, members: Members): AsyncGenerator<ExportedFile> {
    try {
      yield await exporter.update(file, members, signal);
    } catch (error) {
      if (!(error instanceof ExportError) || error.code !== "export-loss") throw error;
      onError(error);
    }
  }
  for (const unit of UNITS) {
    const gathered = new Map<string, Gathered>();
    const options = { first, last, now, unit, edition: "any" as const, onError };
    for await (const entry of listReports(store, options)) {
      signal?.throwIfAborted();
      if (entry.manifest === undefined) {
        onUnfinished(entry);
        continue;
      }
      // Periods come in their order: what ended before this one is gathered.
      for (const [path, { file, members }] of gathered) {
        if (file.span.end > entry.period.start) continue;
        gathered.delete(path);
        yield* update(file, members);
      }
      const file = exporter.fileOf(entry);
      const members = gathered.get(file.path)?.members ?? {};
      members[entry.period.label] = await identityOf(entry.manifest);
      gathered.set(file.path, { file, members });
    }
    for (const { file, members } of gathered.values()) {
      yield* update(file, members);
    }
  }
}
