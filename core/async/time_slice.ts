/** Longer than this nothing else on the event loop is to wait, in milliseconds. */
const SLICE_MS = 4;

/**
 * Cuts long work on the event loop into slices, so that others, a server's requests say, have their
 * turn in between.
 */
export class TimeSlice {
  #begun = performance.now();

  /** Lets others have their turn if the slice is used up: to be awaited every now and then. */
  async check(): Promise<void> {
    if (performance.now() - this.#begun < SLICE_MS) return;
    // A turn of the event loop: promises alone would not let the network have its say.
    await new Promise((resolve) => setTimeout(resolve, 0));
    this.#begun = performance.now();
  }
}
