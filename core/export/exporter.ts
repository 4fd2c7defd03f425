import { identityOf } from "../archive/identity.ts";
import { listReports } from "../archive/list.ts";
import { openReport, ReplacedReportError, type StoredReport } from "../archive/open.ts";
import type { EntryName } from "../archive/layout.ts";
import type { Bytes } from "../dump/bytes.ts";
import type { Compress } from "../report/formats/parquet.ts";
import type { Store } from "../store/entries.ts";
import { parsePeriod } from "../time/period.ts";
import { encodeFile, holdsSeveral } from "./encode_file.ts";
import { type ExportFile, exportFileOf, type ExportForm } from "./export_file.ts";
import {
  type FileRecord,
  isUpToDate,
  lostReports,
  type Members,
  readRecord,
  recordOf,
  writeRecord,
} from "./file_record.ts";
import type { ExportTarget } from "./target.ts";

/** Options of {@linkcode Exporter}. */
export interface ExporterOptions {
  /** Where the reports are. */
  store: Store;
  /** Where the files go. */
  target: ExportTarget;
  /** What they are like. */
  form: ExportForm;
  /** zstd, for Parquet. */
  zstd?: Compress | undefined;
}

/** What became of a file. */
export interface ExportedFile {
  /** Where it is, for people. */
  location: string;
  /** Whether it was written just now; else it is there already, or there is nothing to write. */
  written: boolean;
  /** How many reports it holds. */
  reports: number;
  /** Its length in bytes. */
  bytes: number;
}

/** An export that cannot be done: its place has one of another `form`, or a file would have `lost` reports. */
export class ExportError extends Error {
  /** The name of the class. */
  override name = "ExportError";

  constructor(message: string, readonly code: "export-form" | "export-loss") {
    super(message);
  }
}

/** The note of what all files of an export are like. */
const FORM_NOTE = "form";

/** How often a file is begun anew because a report was made again while it was read. */
const TRIES = 5;

/**
 * Writes stored reports as files for others to read. Each is there whole or not at all: first the
 * file, then the mark of its folder, then the note of what is in it, by which the next export leaves
 * out what would be the same. Any number of processes may export into one place.
 */
export class Exporter {
  readonly #store: Store;
  readonly #target: ExportTarget;
  readonly #form: ExportForm;
  readonly #zstd: Compress | undefined;
  #isFormChecked = false;

  /**
   * Makes an exporter; nothing is read or written yet.
   *
   * @throws {RangeError} If no file can have that form.
   */
  constructor({ store, target, form, zstd }: ExporterOptions) {
    if (form.per !== undefined && !holdsSeveral(form.format)) {
      throw new RangeError(
        `Cannot put the hours of a ${form.per} into one file of "${form.format}": it is one ` +
          "document for each report; choose ndjson",
      );
    }
    this.#store = store;
    this.#target = target;
    this.#form = form;
    this.#zstd = zstd;
  }

  /** The file that a report belongs into. */
  fileOf(name: EntryName): ExportFile {
    return exportFileOf(name, this.#form);
  }

  /**
   * Looks whether the place can take such files, and notes that it has them.
   *
   * @param signal Ends the wait for others who export there.
   * @throws {ExportError} If it has others already.
   */
  async begin(signal?: AbortSignal): Promise<void> {
    if (this.#isFormChecked) return;
    const lock = await this.#target.lock(signal); // Not by `using`, which Node 20 cannot parse.
    try {
      await this.#checkForm();
    } finally {
      lock[Symbol.dispose]();
    }
  }

  /**
   * Brings a file up to date with the store.
   *
   * @param file The file.
   * @param known All its reports, if they were just listed: where it has the same already, nothing is
   * locked.
   * @param signal Ends the work.
   * @returns What became of it.
   * @throws {ExportError} If that must not be done.
   */
  async update(
    file: ExportFile,
    known?: Members,
    signal?: AbortSignal,
  ): Promise<ExportedFile> {
    await this.begin(signal);
    if (known !== undefined) {
      const record = await this.#record(file);
      if (record !== undefined && isUpToDate(record, known)) return this.#told(file, record);
    }
    const lock = await this.#target.lock(signal); // Not by `using`, which Node 20 cannot parse.
    try {
      for (let attempt = 1;; attempt++) {
        try {
          return await this.#write(file, signal);
        } catch (error) {
          if (!(error instanceof ReplacedReportError) || attempt === TRIES) throw error;
        }
      }
    } finally {
      lock[Symbol.dispose]();
    }
  }

  async #write(file: ExportFile, signal: AbortSignal | undefined): Promise<ExportedFile> {
    const members = await this.#members(file);
    const before = await this.#record(file);
    if (before !== undefined && isUpToDate(before, members)) return this.#told(file, before);
    const lost = before === undefined ? [] : lostReports(before, members);
    if (lost.length > 0) {
      throw new ExportError(
        `Cannot replace "${this.#target.locate(file.path)}": it has reports that the store does ` +
          `not have any more, "${lost[0]}" for one`,
        "export-loss",
      );
    }
    if (Object.keys(members).length === 0) return this.#told(file, recordOf({}, 0));
    const reports = this.#reports(file, members, signal);
    const content = encodeFile(reports, this.#form, { zstd: this.#zstd });
    const record = recordOf(members, await this.#target.write(file.path, content));
    if (file.success !== undefined) await this.#target.write(file.success, nothing());
    await this.#target.writeNote(noteOf(file), writeRecord(record));
    return this.#told(file, record, true);
  }

  /** The finished reports that belong into a file. */
  async #members({ span: { hours }, unit, edition }: ExportFile): Promise<Members> {
    const members: Record<string, string> = {};
    const range = { first: hours[0]!, last: hours.at(-1)! };
    for await (
      const { period, manifest } of listReports(this.#store, { ...range, unit, edition })
    ) {
      if (manifest !== undefined) members[period.label] = await identityOf(manifest);
    }
    return members;
  }

  /** Opens the reports of a file, one after the other, as they were listed. */
  async *#reports(
    { edition }: ExportFile,
    members: Members,
    signal: AbortSignal | undefined,
  ): AsyncGenerator<StoredReport> {
    for (const [label, identity] of Object.entries(members)) {
      signal?.throwIfAborted();
      const period = parsePeriod(label);
      const report = await openReport(this.#store, period, { edition });
      if (report === undefined || await identityOf(report.manifest) !== identity) {
        throw new ReplacedReportError(period);
      }
      yield report;
    }
  }

  /** What is noted of a file that is there. */
  async #record(file: ExportFile): Promise<FileRecord | undefined> {
    const record = readRecord(await this.#target.note(noteOf(file)));
    if (record === undefined) return undefined;
    return await this.#target.size(file.path) === record.bytes ? record : undefined;
  }

  /** Files of two forms in one place would be read as one, and rows be there twice. */
  async #checkForm(): Promise<void> {
    const form = describeForm(this.#form);
    const noted = (await this.#target.note(FORM_NOTE))?.trim();
    if (noted === undefined) await this.#target.writeNote(FORM_NOTE, `${form}\n`);
    else if (noted !== form) {
      throw new ExportError(
        `Cannot export to "${this.#target.locate("")}": its files are "${noted}", not "${form}"`,
        "export-form",
      );
    }
    this.#isFormChecked = true;
  }

  #told(file: ExportFile, { reports, bytes }: FileRecord, written = false): ExportedFile {
    const location = this.#target.locate(file.path);
    return { location, written, reports: Object.keys(reports).length, bytes };
  }
}

function describeForm({ format, layout, per, spreadsheetSafe = false }: ExportForm): string {
  const words = [format, layout, per === undefined ? "" : `per ${per}`];
  return [...words, spreadsheetSafe ? "spreadsheet-safe" : ""].filter((word) => word).join(" ");
}

function noteOf({ path }: ExportFile): string {
  return `files/${path}.json`;
}

async function* nothing(): AsyncGenerator<Bytes> {}
