import { type Bytes, compareText } from "../dump/bytes.ts";
import type { Gunzip } from "../dump/gunzip.ts";
import { refuseNoDump } from "../dump/not_a_dump.ts";
import { openDump } from "../dump/read_dump.ts";
import { type RowBlock, RowMemory } from "../dump/row_block.ts";
import { DumpScanner } from "../dump/scan.ts";
import { DumpMerge, type MergeCounts } from "./merge_dumps.ts";
import type { WorkFiles } from "./work_files.ts";
import { writeDump } from "./write_dump.ts";

/** How many bytes of titles, and how many rows, are sorted at a time. */
const BYTES = 1 << 25;
const ROWS = 1 << 20;

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
  const scanner = new DumpScanner((code) => rows.sinkOf(code));
  const flush = async () => {
    if (rows.count === 0) return;
    parts.push(`${name}.${parts.length}`);
    await files.write(parts.at(-1)!, writeDump(rows.sorted()), { gzip: true });
    rows.clear();
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

/** Rows in any order. */
class Rows {
  readonly #memory: RowMemory = new RowMemory();
  /** The codes in the order in which they came, and the number of each. */
  readonly #numbers: Map<string, number> = new Map();
  /** The number of each row's code. */
  #codes: number[] = [];

  get count(): number {
    return this.#memory.rows;
  }

  get isFull(): boolean {
    const { rows, bounds } = this.#memory;
    return rows >= ROWS || bounds[rows]! >= BYTES;
  }

  sinkOf(code: string) {
    const number = this.#numbers.get(code) ?? this.#numbers.size;
    this.#numbers.set(code, number);
    return {
      row: (bytes: Uint8Array, start: number, end: number, views: number) => {
        this.#codes.push(number);
        this.#memory.add(bytes, start, end, 0, views);
      },
    };
  }

  /** Lets go of all rows; the sinks stay. */
  clear(): void {
    this.#codes.length = 0;
    this.#memory.enter();
    this.#memory.clear();
  }

  async *sorted(): AsyncGenerator<RowBlock> {
    const { titles, bounds, views } = this.#memory;
    const codes = [...this.#numbers.keys()];
    const places = new Uint32Array(codes.length);
    for (const [place, code] of codes.toSorted(compareText).entries()) {
      places[this.#numbers.get(code)!] = place;
    }
    const order = Uint32Array.from(this.#codes, (_, row) => row).sort((a, b) => {
      const byCode = places[this.#codes[a]!]! - places[this.#codes[b]!]!;
      return byCode !== 0 ? byCode : compareTitles(titles, bounds, a, b);
    });
    const memory = new RowMemory();
    for (const [i, row] of order.entries()) {
      memory.add(titles, bounds[row]!, bounds[row + 1]!, 0, views[row]!);
      const code = this.#codes[row]!;
      const next = order[i + 1];
      if (next !== undefined && this.#codes[next] === code && memory.rows < 1 << 13) continue;
      yield memory.block(codes[code]!);
      memory.enter();
      memory.clear();
    }
  }
}

function compareTitles(titles: Uint8Array, bounds: Uint32Array, a: number, b: number): number {
  const [startA, startB] = [bounds[a]!, bounds[b]!];
  const [lengthA, lengthB] = [bounds[a + 1]! - startA, bounds[b + 1]! - startB];
  const least = Math.min(lengthA, lengthB);
  for (let i = 0; i < least; i++) {
    const difference = titles[startA + i]! - titles[startB + i]!;
    if (difference !== 0) return difference;
  }
  return lengthA - lengthB;
}
