import type { Bytes } from "../dump/bytes.ts";
import { checkOptions } from "../options.ts";
import type { RankedPage, Ties } from "../rank/page.ts";
import { type PagesByCode, readCsv, readCsvDomain } from "../report/read_csv.ts";
import { isManifest, type Manifest, REPORT_VERSION, restoreReport } from "../report/manifest.ts";
import type { Edition } from "../rank/edition.ts";
import type { Report } from "../report/report.ts";
import { type Entry, type EntryManifest, filesOf, type Store } from "../store/entries.ts";
import type { Hour } from "../time/hour.ts";
import { parsePeriod, type Period } from "../time/period.ts";
import { DENIED_EXTENSION, entryKey, type EntryName } from "./layout.ts";

/** What a report has to be like; whatever is left out is taken as it is. */
export interface Criteria {
  /** The last rank that is needed. A report that goes further satisfies it. */
  top?: number | undefined;
  /** What becomes of pages with equal views. */
  ties?: Ties | undefined;
  /** The SHA-256 of the denylist, `null` for none. */
  denylist?: string | null | undefined;
}

/** Options of {@linkcode openReport}. */
export interface OpenReportOptions extends Criteria {
  /**
   * How its domains are put together.
   *
   * @default {"each"}
   */
  edition?: Edition;
  /**
   * Whether a report will do that lacks hours which had no dump.
   *
   * @default {false}
   */
  incomplete?: boolean;
}

const OPEN_OPTIONS = {
  edition: true,
  incomplete: true,
  top: true,
  ties: true,
  denylist: true,
} as const;

/**
 * Opens the report of a period, reading no more than its manifest.
 *
 * @param store The store.
 * @param period The period.
 * @param options What the report has to be like.
 * @returns The report, or `undefined` if it is not finished, or finished with other parameters.
 * @throws {StoreError} If the store cannot be read.
 */
export async function openReport(
  store: Store,
  period: Period,
  options: OpenReportOptions = {},
): Promise<StoredReport | undefined> {
  checkOptions("openReport", options, OPEN_OPTIONS);
  const { edition = "each", incomplete = false, ...criteria } = options;
  const name = { period, edition };
  const manifest = await store.readManifest(entryKey(period, edition));
  if (!isWhole(manifest, name) || !satisfies(manifest, criteria)) return undefined;
  if (!incomplete && whyIncomplete(manifest) !== undefined) return undefined;
  return new StoredReport(store, name, manifest);
}

/**
 * Why what was read in the place of a manifest does not make a period finished, as a part of a
 * sentence. This is the one home of what "finished" means; the store sees to it that a manifest is
 * written last, and readers to it that it names the report's bytes.
 *
 * @param manifest What was read, `undefined` if nothing could be.
 * @param name Which report it is said to be of.
 * @returns The reason, `undefined` if the period is finished.
 */
export function whyUnfinished(manifest: unknown, name: EntryName): string | undefined {
  return whyNotWhole(manifest, name) ?? whyIncomplete(manifest as Manifest);
}

/**
 * Why a report lacks a part of its period, `undefined` if it does not: hours that had no dump when it
 * was made. It is right for the hours that it names.
 */
export function whyIncomplete(
  { hours, period, sources }: Pick<Manifest, "hours" | "period" | "sources">,
): string | undefined {
  if (hours === undefined || hours.present === hours.expected) return undefined;
  const count = `${hours.present} of ${hours.expected} hours`;
  const present = new Set(sources.map(({ hour }) => hour));
  const lacking = parsePeriod(period).hours.filter(({ label }) => !present.has(label));
  if (lacking.length !== hours.expected - hours.present) return count; // Its dumps are no hours'.
  const ranges: Gap[] = [];
  for (const hour of lacking) {
    const range = ranges.at(-1);
    if (range?.last.plus(1).label === hour.label) range.last = hour;
    else ranges.push({ first: hour, last: hour });
  }
  const names = ranges.slice(0, MOST_GAPS).map(({ first, last }) =>
    first === last ? first.label : `${first} to ${last}`
  );
  if (ranges.length > MOST_GAPS) names.push("and others");
  return `${count}, without ${names.join(", ")}`;
}

/** So many ranges of hours that a report lacks are named, and no more. */
const MOST_GAPS = 3;

/** Consecutive hours that a report lacks. */
interface Gap {
  first: Hour;
  last: Hour;
}

/** Whether what was read in the place of a manifest is that of a report, if not of all its hours. */
export function isWhole(manifest: unknown, name: EntryName): manifest is Manifest {
  return whyNotWhole(manifest, name) === undefined;
}

/** Why what was read in the place of a manifest is not that of a report of these rules. */
export function whyNotWhole(
  manifest: unknown,
  { period, edition }: EntryName,
): string | undefined {
  if (typeof manifest !== "object" || manifest === null) return "its manifest cannot be read";
  const version = "version" in manifest ? manifest.version : undefined;
  if (typeof version === "number" && version !== REPORT_VERSION) {
    return `it was made by the rules of version ${version}, not ${REPORT_VERSION}`;
  }
  if (!isManifest(manifest)) return "its manifest is not that of a report";
  const isIts = manifest.period === period.label && manifest.unit === period.unit &&
    manifest.period_start === period.start && manifest.period_end === period.end &&
    manifest.edition === edition;
  if (isIts) return undefined;
  return `its manifest is of ${manifest.unit} "${manifest.period}", ${manifest.period_start} to ` +
    `${manifest.period_end}, edition "${manifest.edition}"`;
}

/** Whether what was read in the place of a manifest makes a period finished. */
export function isFinished(manifest: unknown, name: EntryName): manifest is Manifest {
  return whyUnfinished(manifest, name) === undefined;
}

/** Whether a report is as it has to be. */
export function satisfies(
  { parameters }: Pick<Manifest, "parameters">,
  { top, ties, denylist }: Criteria,
): boolean {
  return (top === undefined || top <= parameters.top) &&
    (ties === undefined || ties === parameters.ties) &&
    (denylist === undefined || denylist === (parameters.denylist?.sha256 ?? null));
}

/** Reads bytes of a report's file; `undefined` if there is no such file. */
type ReadPart = (start: number, end: number) => Promise<Bytes | undefined>;

/** A report's file in memory, and the denied pages of its domains that would rank. */
export interface LoadedReport {
  /** The file's bytes. */
  content: Bytes;
  /** The denied pages by domain code. */
  denied: PagesByCode;
}

/** A finished report of which only what is asked for is read. */
export class StoredReport {
  /** The period. */
  readonly period: Period;
  /** How its domains are put together. */
  readonly edition: Edition;
  /** What is known of the report. */
  readonly manifest: Manifest;
  /** Where its file is, a path or URL. */
  readonly location: string;

  readonly #store: Store;
  readonly #key: string;
  readonly #readPart: ReadPart;
  #denied: Promise<PagesByCode> | undefined;
  /** Where in the file the domains begin, in their order, and its end. */
  #bounds: readonly number[] | undefined;

  /**
   * Makes what reads a report; nothing is read yet.
   *
   * @param store Where the report is.
   * @param name Which one it is.
   * @param manifest What is known of it.
   * @param loaded Its files, if they are at hand already.
   */
  constructor(store: Store, name: EntryName, manifest: Manifest, loaded?: LoadedReport) {
    this.period = name.period;
    this.edition = name.edition;
    this.manifest = manifest;
    this.#store = store;
    this.#key = entryKey(name.period, name.edition);
    this.location = store.locate(this.#key, manifest.file.name);
    this.#denied = loaded && Promise.resolve(loaded.denied);
    this.#readPart = loaded === undefined
      ? (start, end) => store.readPart(this.#key, manifest.file.name, start, end)
      : (start, end) => Promise.resolve(loaded.content.subarray(start, end));
  }

  /**
   * Reads the whole file, and checks that it is the one that its manifest names.
   *
   * @returns The bytes.
   * @throws {ReplacedReportError} If the report is not there any more as its manifest has it.
   */
  async content(): Promise<Bytes> {
    return (await this.#entry()).content;
  }

  /**
   * Reads the whole report.
   *
   * @returns The report, equal to the one that was written.
   * @throws {ReplacedReportError} If the report is not there any more as its manifest has it.
   */
  async report(): Promise<Report> {
    const entry = await this.#entry();
    return restoreReport(this.manifest, readCsv(decode(entry.content)), deniedIn(entry));
  }

  /**
   * Reads the whole file at once, for those who want many domains of it.
   *
   * @returns The same report, whose domains are read from memory.
   * @throws {ReplacedReportError} If the report is not there any more as its manifest has it.
   */
  async loaded(): Promise<StoredReport> {
    const entry = await this.#entry();
    const { content } = entry;
    return new StoredReport(this.#store, this, this.manifest, { content, denied: deniedIn(entry) });
  }

  /**
   * Reads the denied pages of a domain that would rank.
   *
   * @param code The domain code.
   * @returns The pages with the ranks that they would have, in the order of these; at most 25.
   * @throws {ReplacedReportError} If the report is not there any more as its manifest has it.
   */
  async denied(code: string): Promise<RankedPage[]> {
    this.#denied ??= this.#entry().then(deniedIn);
    return (await this.#denied).get(code) ?? [];
  }

  /**
   * Reads the top pages of a domain, and nothing else of the report.
   *
   * @param code The domain code.
   * @returns The pages in their order, none if the period does not have the domain.
   * @throws {ReplacedReportError} If the report is not there any more as its manifest has it.
   */
  async pages(code: string): Promise<RankedPage[]> {
    const { domain_offsets } = this.manifest;
    if (!Object.hasOwn(domain_offsets, code)) return [];
    const start = domain_offsets[code]!;
    const end = this.#endOf(start);
    const part = await this.#readPart(start, end);
    if (part?.length !== end - start) throw new ReplacedReportError(this.period);
    let domains: PagesByCode;
    try {
      domains = readCsvDomain(decode(part));
    } catch (cause) {
      // Where another report begins its lines elsewhere.
      if (!(cause instanceof SyntaxError || cause instanceof TypeError)) throw cause;
      throw new ReplacedReportError(this.period, { cause });
    }
    const pages = domains.size === 1 ? domains.get(code) : undefined;
    if (pages === undefined) throw new ReplacedReportError(this.period);
    return pages;
  }

  /** The report's files, which are those that its manifest names. */
  async #entry(): Promise<Entry> {
    const entry = await this.#store.read(this.#key);
    if (entry === undefined || digestsOf(entry.manifest) !== digestsOf(this.manifest)) {
      throw new ReplacedReportError(this.period);
    }
    return entry;
  }

  /** Where what begins at an offset ends. */
  #endOf(start: number): number {
    const { domain_offsets, file } = this.manifest;
    this.#bounds ??= [...Object.values(domain_offsets), file.bytes].sort((a, b) => a - b);
    let low = 0;
    for (let high = this.#bounds.length; low < high;) {
      const middle = (low + high) >> 1;
      if (this.#bounds[middle]! <= start) low = middle + 1;
      else high = middle;
    }
    return this.#bounds[low] ?? start;
  }
}

/** A report was made again, or removed, since its manifest was read: open it again. */
export class ReplacedReportError extends Error {
  /** The name of the class. */
  override name = "ReplacedReportError";
  /** The period of the report. */
  readonly period: Period;

  /**
   * Makes an error of which report it was.
   *
   * @param period The period of the report.
   * @param options Its cause.
   */
  constructor(period: Period, options?: ErrorOptions) {
    super(
      `Cannot read the report of ${period.unit} "${period}": it is not as its manifest says; try again`,
      options,
    );
    this.period = period;
  }
}

/** What tells the files of a report from those of another one. */
function digestsOf(manifest: Pick<EntryManifest, "file" | "companions">): string {
  return filesOf(manifest).map(({ sha256 }) => sha256).join();
}

/** The denied pages among an entry's files, none if it has no file of them. */
function deniedIn({ companions }: Entry): PagesByCode {
  const content = companions.get(DENIED_EXTENSION);
  return content === undefined ? new Map() : readCsv(decode(content));
}

function decode(bytes: Bytes): string {
  return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
}
