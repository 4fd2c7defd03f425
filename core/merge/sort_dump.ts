import { type Bytes, compareText } from "../dump/bytes.ts";
import { DumpError } from "../dump/dump_error.ts";
import type { Gunzip } from "../dump/gunzip.ts";
import { refuseNoDump } from "../dump/not_a_dump.ts";
import { LONGEST_LINE } from "../dump/plain_rows.ts";
import { openDump } from "../dump/read_dump.ts";
import type { RowSink } from "../dump/row_sink.ts";
import { DumpScanner } from "../dump/scan.ts";
import { roomOfLine, writeLine } from "./dump_line.ts";
import type { MergeCounts } from "./merge_counts.ts";
import { DumpMerge } from "./merge_dumps.ts";
import type { WorkFiles } from "./work_files.ts";

/** How many bytes of titles, and how many rows, are sorted at a time. */
const BYTES = 1 << 25;
const ROWS = 1 << 20;

/** How many bytes of lines are written at a time. */
const CHUNK = 1 << 18;

/** Options of {@linkcode sortDump}. */
export interface SortOptions {
  /** Where the sorted dump goes, and its parts meanwhile. */
  files: WorkFiles;
  /** The name of its file. */
  name: string;
  /** What to gunzip with. */
  gunzip: Gunzip;
}

/**
 * Sorts a dump whose rows are out of order: parts of it in memory, each into a file, which are then
 * merged as any dumps are. Memory does not grow with the dump.
 *
 * @param dump The bytes of the dump, gzipped or plain.
 * @param options Where to.
 * @returns What was seen in the dump, of which the sorted one says less.
 * @throws {DumpError} If it cannot be read to its end, or is no dump.
 */
export async function sortDump(
  dump: ReadableStream<Bytes>,
  { files, name, gunzip }: SortOptions,
): Promise<MergeCounts> {
  const parts: string[] = [];
  const rows = new Rows();
  /** Rows of a chunk that found no room. */
  const left: Row[] = [];
  const scanner = new DumpScanner((code) => rows.sinkOf(code, (row) => left.push(row)));
  const flush = async () => {
    if (rows.count === 0) return;
    parts.push(`${name}.${parts.length}`);
    await files.write(parts.at(-1)!, rows.sortedLines(), { gzip: true });
    for (const row of left.splice(0)) rows.add(row);
  };
  for await (const chunk of openDump(dump, gunzip).chunks(scanner)) {
    scanner.push(chunk);
    if (rows.isFull) await flush();
  }
  scanner.finish();
  refuseNoDump(scanner);
  await flush();

  const bodies = await Promise.all(parts.map((part) => files.read(part)));
  const sorted = new DumpMerge(bodies.map((body) => ({ body })), gunzip);
  await files.write(name, sorted.lines(), { gzip: true });
  await Promise.all(parts.map((part) => files.remove(part)));
  const { lines, malformed } = scanner;
  return { lines, repeated: scanner.rows - sorted.rows, malformed: malformed.byReason };
}

/**
 * Looks where the rows of a dump are out of order.
 *
 * @returns Where, as a part of a sentence; `undefined` if they are in order. Whatever else is wrong
 * with the dump is for others to find.
 */
export async function findDisorder(
  dump: ReadableStream<Bytes>,
  gunzip: Gunzip,
): Promise<string | undefined> {
  const scanner = new DumpScanner(() => ({ floor: Infinity, row() {} }));
  try {
    for await (const chunk of openDump(dump, gunzip).chunks(scanner)) {
      scanner.push(chunk);
      if (scanner.unsorted !== undefined) break;
    }
  } catch (error) {
    if (!(error instanceof DumpError)) throw error;
  }
  const { unsorted } = scanner;
  return unsorted && `it is out of order: in line ${unsorted.line}, ${unsorted.what}`;
}

/** Rows in any order. */
class Rows {
  readonly #titles: Bytes = new Uint8Array(BYTES + 2 * LONGEST_LINE);
  /** Where each title ends; it begins where the one before it does. */
  readonly #ends: Uint32Array = new Uint32Array(ROWS + 1);
  readonly #views: Float64Array = new Float64Array(ROWS);
  /** The number of each row's code. */
  readonly #codes: Uint32Array = new Uint32Array(ROWS);
  /** The codes in the order in which they came, and the number of each. */
  readonly #numbers: Map<string, number> = new Map();
  /** How many rows there are. */
  count = 0;

  /** Whether there may be no room for another row. */
  get isFull(): boolean {
    return this.count === ROWS || this.#ends[this.count]! >= BYTES;
  }

  /** Takes the rows of a domain; what does not fit any more is taken later. */
  sinkOf(code: string, onFull: (row: Row) => void): RowSink {
    const number = this.#numbers.get(code) ?? this.#numbers.size;
    this.#numbers.set(code, number);
    return {
      row: (bytes, start, end, views) => {
        if (this.isFull) onFull({ code: number, title: bytes.slice(start, end), views });
        else this.add({ code: number, title: bytes.subarray(start, end), views });
      },
    };
  }

  add({ code, title, views }: Row): void {
    const start = this.#ends[this.count]!;
    this.#titles.set(title, start);
    this.#codes[this.count] = code;
    this.#views[this.count] = views;
    this.#ends[++this.count] = start + title.length;
  }

  /** The lines of all rows, in order, which are then let go of. */
  async *sortedLines(): AsyncGenerator<Bytes> {
    const codes = [...this.#numbers.keys()];
    const domains = codes.map((code) => new TextEncoder().encode(code));
    const places = new Uint32Array(codes.length);
    for (const [place, code] of codes.toSorted(compareText).entries()) {
      places[this.#numbers.get(code)!] = place;
    }
    const order = Uint32Array.from({ length: this.count }, (_, row) => row).sort((a, b) => {
      const byCode = places[this.#codes[a]!]! - places[this.#codes[b]!]!;
      return byCode !== 0 ? byCode : this.#compareTitles(a, b);
    });
    let lines = new Uint8Array(CHUNK);
    let at = 0;
    for (const row of order) {
      const domain = domains[this.#codes[row]!]!;
      const title = this.#titles.subarray(this.#ends[row], this.#ends[row + 1]);
      const room = roomOfLine(domain.length, title.length);
      if (at + room > lines.length) {
        yield lines.subarray(0, at);
        lines = new Uint8Array(Math.max(CHUNK, room));
        at = 0;
      }
      at = writeLine(lines, at, domain, title, this.#views[row]!);
    }
    yield lines.subarray(0, at);
    this.count = 0;
  }

  #compareTitles(a: number, b: number): number {
    const [titles, ends] = [this.#titles, this.#ends];
    const [startA, startB] = [ends[a]!, ends[b]!];
    const [lengthA, lengthB] = [ends[a + 1]! - startA, ends[b + 1]! - startB];
    const least = Math.min(lengthA, lengthB);
    for (let i = 0; i < least; i++) {
      const difference = titles[startA + i]! - titles[startB + i]!;
      if (difference !== 0) return difference;
    }
    return lengthA - lengthB;
  }
}

interface Row {
  /** The number of its code. */
  code: number;
  title: Uint8Array;
  views: number;
}
