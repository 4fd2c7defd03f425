/** Titles that are told from nearly all others by a few of their bytes, before anybody asks further. */
export interface SampledTitles {
  /** The titles, UTF-8, one a line. */
  readonly lines: Uint8Array;
  /** How many lines there are. */
  readonly count: number;
  /**
   * Whether there are no others: if there are, every row is to be looked at.
   *
   * @default {true}
   */
  readonly isList?: boolean;
}

/**
 * Where the rows of one domain go. Most rows of a dump matter to nobody: a sink that says which ones
 * do is only told how many there were of the others.
 */
export interface RowSink {
  /**
   * The views from which rows are wanted. It may rise, and is then heard of a little later.
   *
   * @default {0}
   */
  readonly floor?: number;
  /** Titles whose rows are wanted whatever their views; the same ones at all times. */
  readonly denied?: SampledTitles | undefined;
  /**
   * Takes one row: any that is wanted, and some that are not. Its title is handed over in place, for
   * making a string of each would cost more than all else together; who keeps it has to copy it.
   *
   * @param bytes The bytes around the title, to be read before the call returns.
   * @param start Where the title begins.
   * @param end Where the title ends.
   * @param views How often the page was viewed, at most 2^53 − 1.
   * @param mobile How many of the views were mobile, where rows of both kinds were summed.
   */
  row(bytes: Uint8Array, start: number, end: number, views: number, mobile?: number): void;
  /**
   * Counts all rows, those that are handed over among them.
   *
   * @param rows How many there were since it was last called.
   * @param views How often their pages were viewed, all together.
   * @param repeated How many of them were of the page of the row before them.
   */
  count?(rows: number, views: number, repeated?: number): void;
  /**
   * Takes all plain rows as the dump writes them, whole lines of it, besides what {@linkcode row} is
   * handed; those that are not plain go to {@linkcode odd}. Both come in the order of the dump.
   *
   * @param bytes The bytes around the lines, to be read before the call returns.
   * @param start Where the first line begins.
   * @param end Where the last one has ended.
   * @param prefix How long the domain and the space behind it are in each.
   */
  lines?(bytes: Uint8Array, start: number, end: number, prefix: number): void;
  /** Takes a row that is not plain, see {@linkcode lines}. */
  odd?(title: Uint8Array, views: number, prefix: number): void;
}
