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
    await turn();
    this.#begun = performance.now();
  }
}

/**
 * A turn of the event loop: promises alone would not let the network have its say. Timers wait for a
 * millisecond at least, a message for nothing.
 */
function turn(): Promise<void> {
  const { port1, port2 } = new MessageChannel();
  return new Promise((resolve) => {
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(undefined);
  });
}
