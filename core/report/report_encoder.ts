import type { Format } from "./format.ts";
import type { Report } from "./report.ts";

/** A report as bytes. */
export interface EncodedReport {
  /** How it is written. */
  format: Format;
  /** Its bytes. */
  content: Uint8Array<ArrayBuffer>;
  /** Where in them each domain begins that has something there, by its code. */
  offsets: Record<string, number>;
}

/** Puts the pieces of a report together as bytes, and notes where its domains are. */
export class ReportEncoder {
  readonly #report: Report;
  readonly #format: Format;
  readonly #encoder = new TextEncoder();
  readonly #pieces: Uint8Array[] = [];
  readonly #offsets: Map<string, number> = new Map();
  #length = 0;

  /**
   * Constructs a new instance.
   *
   * @param report The report.
   * @param format How it is written.
   */
  constructor(report: Report, format: Format) {
    this.#report = report;
    this.#format = format;
  }

  /**
   * Adds the next piece.
   *
   * @param text The piece, as `writeReport()` yields it: the first is what comes before the domains.
   */
  add(text: string): void {
    const piece = this.#encoder.encode(text);
    const domain = this.#report.domains[this.#pieces.length - 1];
    if (domain !== undefined && piece.length > 0) this.#offsets.set(domain.code, this.#length);
    this.#pieces.push(piece);
    this.#length += piece.length;
  }

  /**
   * Ends the report.
   *
   * @returns All of it.
   */
  finish(): EncodedReport {
    const content = new Uint8Array(this.#length);
    let offset = 0;
    for (const piece of this.#pieces) {
      content.set(piece, offset);
      offset += piece.length;
    }
    return { format: this.#format, content, offsets: Object.fromEntries(this.#offsets) };
  }
}
