import { compareText } from "../dump/bytes.ts";
import { type RowBlock, RowMemory } from "../dump/row_block.ts";
import { TitleTree } from "./title_tree.ts";

/** How many rows are handed on at a time. */
const ROWS = 1 << 13;

/**
 * Merges rows in order into one stream of rows in order: those of one page are summed, whether they
 * come from several streams or from one. Memory does not grow with the rows.
 *
 * @param sources The streams, each in the order of domain codes and titles by their bytes.
 * @returns The rows of every page, once.
 */
export async function* mergeBlocks(
  sources: readonly AsyncIterable<RowBlock>[],
): AsyncGenerator<RowBlock> {
  const cursors = sources.map((source) => new Cursor(source));
  const memory = new RowMemory();
  try {
    await Promise.all(cursors.map((cursor) => cursor.next()));
    while (true) {
      const codes = cursors.flatMap(({ block }) => block === undefined ? [] : [block.code]);
      if (codes.length === 0) return;
      const code = codes.reduce((least, code) => compareText(code, least) < 0 ? code : least);
      yield* mergeDomain(code, cursors.filter(({ block }) => block?.code === code), memory);
    }
  } finally {
    await Promise.all(cursors.map((cursor) => cursor.close()));
  }
}

async function* mergeDomain(
  code: string,
  cursors: readonly Cursor[],
  memory: RowMemory,
): AsyncGenerator<RowBlock> {
  const tree = new TitleTree(cursors.map(({ block }) => block!));
  memory.enter();
  while (!tree.isEmpty) {
    memory.clear();
    let ended = tree.run(memory, ROWS);
    while (ended !== undefined) {
      const block = await cursors[ended]!.next();
      tree.refill(ended, block?.code === code ? block : undefined);
      ended = tree.run(memory, ROWS);
    }
    yield memory.block(code);
  }
}

/** Where a stream of blocks is read. */
class Cursor {
  /** The present block, `undefined` at the end. */
  block: RowBlock | undefined;

  readonly #blocks: AsyncIterator<RowBlock>;

  constructor(blocks: AsyncIterable<RowBlock>) {
    this.#blocks = blocks[Symbol.asyncIterator]();
  }

  async next(): Promise<RowBlock | undefined> {
    const next = await this.#blocks.next();
    return this.block = next.done ? undefined : next.value;
  }

  /** Ends the stream; what ended the merge is the error to report. */
  async close(): Promise<void> {
    await this.#blocks.return?.().catch(() => {});
  }
}
