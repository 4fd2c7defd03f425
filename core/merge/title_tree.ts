import type { Bytes } from "../dump/bytes.ts";
import type { RowBlock, RowMemory } from "../dump/row_block.ts";

/**
 * The hot loop of a merge: a tournament between the first rows of several blocks of one domain, in
 * which the loser of each match waits in its node of a tree, and the winner's next row plays the
 * matches on its way up again.
 *
 * Titles next to each other begin alike, so each row carries how many bytes its title has in common
 * with the row that won last. Of two rows the one with more of them sorts first, and no byte is
 * looked at; only where both have as many, their titles are compared, from there on. (Known as an LCP
 * loser tree.) That also shows rows of the same page: all of their bytes are in common.
 */
export class TitleTree {
  /** Node 1 is the root, its children are 2 and 3; a leaf is below the last of them. */
  readonly #losers: Int32Array;
  readonly #leaves: number;
  #winner = 0;

  // The row that each leaf has in the tournament.
  /** What it has in common with the row that won last, -1 if there is no row any more. */
  readonly #common: Int32Array;
  readonly #starts: Int32Array;
  readonly #lengths: Int32Array;

  // Where each leaf's block is being read.
  readonly #blocks: RowBlock[];
  readonly #titles: Bytes[];
  readonly #rows: Int32Array;
  readonly #ends: Int32Array;

  /** @param blocks The first blocks, at least one; none is empty. */
  constructor(blocks: readonly RowBlock[]) {
    this.#leaves = 1;
    while (this.#leaves < blocks.length) this.#leaves *= 2;
    this.#losers = new Int32Array(this.#leaves).fill(-1);
    this.#common = new Int32Array(this.#leaves).fill(-1);
    this.#starts = new Int32Array(this.#leaves);
    this.#lengths = new Int32Array(this.#leaves);
    this.#rows = new Int32Array(this.#leaves);
    this.#ends = new Int32Array(this.#leaves);
    this.#blocks = Array(this.#leaves).fill(blocks[0]);
    this.#titles = Array(this.#leaves).fill(blocks[0]!.titles);
    for (const [leaf, block] of blocks.entries()) this.#open(leaf, block);
    for (let leaf = 0; leaf < this.#leaves; leaf++) this.#enter(leaf);
  }

  /** Whether all rows have been taken. */
  get isEmpty(): boolean {
    return this.#common[this.#winner]! < 0;
  }

  /**
   * Takes rows in order, those of one page as one, until there are so many, or a block has ended.
   *
   * @param to Where they go.
   * @param most How many rows.
   * @returns The block that has ended: it is to be refilled, for it may have more rows of the last
   * page. `undefined` if there are so many rows, all of them whole, or no more.
   */
  run(to: RowMemory, most: number): number | undefined {
    const [common, starts, lengths] = [this.#common, this.#starts, this.#lengths];
    while (true) {
      const leaf = this.#winner;
      const shared = common[leaf]!;
      if (shared < 0) return undefined;
      const { views } = this.#blocks[leaf]!;
      const length = lengths[leaf]!;
      const row = this.#rows[leaf]!;
      if (shared === length && length === to.lastLength) {
        const sum = to.views[to.rows - 1]! + views[row]!;
        if (sum > Number.MAX_SAFE_INTEGER) throw new RangeError(TOO_MANY_VIEWS);
        to.views[to.rows - 1] = sum;
      } else {
        if (to.rows >= most) return undefined;
        const start = starts[leaf]!;
        to.add(this.#titles[leaf]!, start, start + length, shared, views[row]!);
      }
      if (row + 1 === this.#ends[leaf]) return leaf;
      this.#read(leaf, row + 1);
      this.#replay(leaf);
    }
  }

  /**
   * Goes on with a block that has ended.
   *
   * @param leaf Which one.
   * @param block The next one of its stream, `undefined` if there is none of this domain.
   */
  refill(leaf: number, block: RowBlock | undefined): void {
    if (block === undefined) this.#common[leaf] = -1;
    else this.#open(leaf, block);
    this.#replay(leaf);
  }

  #open(leaf: number, block: RowBlock): void {
    this.#blocks[leaf] = block;
    this.#titles[leaf] = block.titles;
    this.#ends[leaf] = block.first + block.rows;
    this.#read(leaf, block.first);
  }

  #read(leaf: number, row: number): void {
    const { bounds, common } = this.#blocks[leaf]!;
    const start = bounds[row]!;
    this.#rows[leaf] = row;
    this.#starts[leaf] = start;
    this.#lengths[leaf] = bounds[row + 1]! - start;
    this.#common[leaf] = common[row]!;
  }

  /** Lets a leaf play from below to the first node in which nobody waits yet. */
  #enter(leaf: number): void {
    let player = leaf;
    for (let node = (leaf + this.#leaves) >> 1; node > 0; node >>= 1) {
      const waiting = this.#losers[node]!;
      if (waiting < 0) {
        this.#losers[node] = player;
        return;
      }
      const winner = this.#play(player, waiting);
      this.#losers[node] = winner === player ? waiting : player;
      player = winner;
    }
    this.#winner = player;
  }

  /** Plays the matches from the last winner's leaf to the root. */
  #replay(leaf: number): void {
    const [losers, common] = [this.#losers, this.#common];
    let player = leaf;
    for (let node = (leaf + this.#leaves) >> 1; node > 0; node >>= 1) {
      const waiting = losers[node]!;
      const [ours, theirs] = [common[player]!, common[waiting]!];
      if (ours > theirs) continue;
      if (ours === theirs && this.#play(player, waiting) === player) continue;
      losers[node] = player;
      player = waiting;
    }
    this.#winner = player;
  }

  /** The winner of two rows; the loser then carries what it has in common with that. */
  #play(a: number, b: number): number {
    const common = this.#common;
    if (common[a] !== common[b]) return common[a]! > common[b]! ? a : b;
    if (common[a]! < 0) return a;
    const [titlesA, titlesB] = [this.#titles[a]!, this.#titles[b]!];
    const [startA, startB] = [this.#starts[a]!, this.#starts[b]!];
    const [lengthA, lengthB] = [this.#lengths[a]!, this.#lengths[b]!];
    const least = lengthA < lengthB ? lengthA : lengthB;
    let i = common[a]!;
    while (i < least && titlesA[startA + i] === titlesB[startB + i]) i++;
    const isA = i === least ? lengthA <= lengthB : titlesA[startA + i]! < titlesB[startB + i]!;
    common[isA ? b : a] = i;
    return isA ? a : b;
  }
}

const TOO_MANY_VIEWS = "Cannot merge: the views of a page exceed 2^53 − 1";
