import { fits, type Wanted } from "./finished_hour.ts";
import type { Hour } from "../time/hour.ts";
import type { RankedPage } from "../rank/ranker.ts";
import { readReportDomain } from "../report/format.ts";
import { isManifest } from "../report/is_manifest.ts";
import { type Manifest, REPORT_VERSION } from "../report/manifest.ts";
import { hourKey } from "./layout.ts";
import type { Store } from "../store/store.ts";

/** Reads bytes of a report's file; `undefined` if there is no such file. */
type ReadPart = (start: number, end: number) => Promise<Uint8Array<ArrayBuffer> | undefined>;

/** A finished hour of which only what is asked for is read. */
export class StoredReport {
  /** The hour. */
  readonly hour: Hour;
  /** What is known of its report. */
  readonly manifest: Manifest;

  readonly #store: Store;
  readonly #readPart: ReadPart;
  /** Where in the file the domains begin, in their order, and its end. */
  #bounds: readonly number[] | undefined;

  /**
   * Constructs a new instance.
   *
   * @param hour The hour.
   * @param manifest What is known of its report.
   * @param store Where the report is.
   * @param readPart What reads its bytes; the store, unless they are at hand already.
   */
  constructor(hour: Hour, manifest: Manifest, store: Store, readPart?: ReadPart) {
    this.hour = hour;
    this.manifest = manifest;
    this.#store = store;
    this.#readPart = readPart ??
      ((start, end) => store.readPart(hourKey(hour), manifest.file.name, start, end));
  }

  /**
   * Reads the whole file, and checks that it is the one that its manifest names.
   *
   * @returns The bytes.
   * @throws {ReplacedReportError} If the report is not there any more as its manifest has it.
   */
  async content(): Promise<Uint8Array<ArrayBuffer>> {
    const entry = await this.#store.read(hourKey(this.hour));
    if (entry?.manifest.file.sha256 !== this.manifest.file.sha256) {
      throw new ReplacedReportError(this.hour);
    }
    return entry.content;
  }

  /**
   * Reads the whole file at once, for those who want many domains of it.
   *
   * @returns The same report, whose domains are read from memory.
   * @throws {ReplacedReportError} If the report is not there any more as its manifest has it.
   */
  async loaded(): Promise<StoredReport> {
    const content = await this.content();
    const readPart: ReadPart = (start, end) => Promise.resolve(content.subarray(start, end));
    return new StoredReport(this.hour, this.manifest, this.#store, readPart);
  }

  /**
   * Reads the top pages of a domain, and nothing else of the report.
   *
   * @param code The domain code.
   * @returns The pages in their order, none if the hour does not have the domain.
   * @throws {ReplacedReportError} If the report is not there any more as its manifest has it.
   */
  async pages(code: string): Promise<RankedPage<string>[]> {
    const { domain_offsets, format } = this.manifest;
    if (!Object.hasOwn(domain_offsets, code)) return [];
    const start = domain_offsets[code];
    const end = this.#endOf(start);
    const part = await this.#readPart(start, end);
    if (part?.length !== end - start) throw new ReplacedReportError(this.hour);
    try {
      const text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(part);
      const domains = readReportDomain(text, format);
      if (domains.size === 1 && domains.has(code)) return domains.get(code)!;
    } catch (error) {
      // Where another report begins its lines elsewhere.
      if (!(error instanceof SyntaxError || error instanceof TypeError)) throw error;
    }
    throw new ReplacedReportError(this.hour);
  }

  /** Where what begins at an offset ends. */
  #endOf(start: number): number {
    const { domain_offsets, file } = this.manifest;
    this.#bounds ??= [...Object.values(domain_offsets), file.bytes].sort((a, b) => a - b);
    let low = 0;
    for (let high = this.#bounds.length; low < high;) {
      const middle = (low + high) >> 1;
      if (this.#bounds[middle] <= start) low = middle + 1;
      else high = middle;
    }
    return this.#bounds[low] ?? start;
  }
}

/** A report was made again, or removed, since its manifest was read: open it again. */
export class ReplacedReportError extends Error {
  /** The name of the class. */
  override name = "ReplacedReportError";

  /**
   * Constructs a new instance.
   *
   * @param hour The hour of the report.
   */
  constructor(hour: Hour) {
    super(
      `Cannot read the report of hour "${hour}": it is not as its manifest says; try again, and if ` +
        "that does not help, see what wikitop verify says",
    );
  }
}

/**
 * Opens the report of an hour, reading no more than its manifest.
 *
 * @param hour The hour.
 * @param store The store.
 * @param wanted What the report has to be like.
 * @returns The report, or `undefined` if the hour is not finished, or finished with other parameters.
 */
export async function openReport(
  hour: Hour,
  store: Store,
  wanted: Wanted = {},
): Promise<StoredReport | undefined> {
  const manifest: unknown = await store.readManifest(hourKey(hour));
  if (!isManifest(manifest) || manifest.version !== REPORT_VERSION) return undefined;
  if (manifest.hour !== hour.toString() || !fits(manifest, wanted)) return undefined;
  return new StoredReport(hour, manifest, store);
}
