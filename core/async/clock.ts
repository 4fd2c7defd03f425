/** The passing of time, to be handed in. */
export interface Clock {
  /** The present time. */
  now(): Date;
  /**
   * Lets time pass.
   *
   * @param milliseconds How much.
   * @param signal Ends the wait early, by rejecting with its reason.
   */
  sleep(milliseconds: number, signal?: AbortSignal): Promise<void>;
}

/** Runtimes take a longer time for none at all, see https://html.spec.whatwg.org/#dom-settimeout. */
const LONGEST_TIMER_MS = 2 ** 31 - 1;

/** The passing of real time. */
export const systemClock: Clock = {
  now: () => new Date(),
  async sleep(milliseconds, signal) {
    for (let left = milliseconds; left > 0; left -= LONGEST_TIMER_MS) {
      await sleepOnce(Math.min(left, LONGEST_TIMER_MS), signal);
    }
    signal?.throwIfAborted();
  },
};

function sleepOnce(milliseconds: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    signal?.throwIfAborted();
    const stop = () => {
      clearTimeout(timer);
      reject(signal?.reason);
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener("abort", stop);
      resolve();
    }, milliseconds);
    signal?.addEventListener("abort", stop, { once: true });
  });
}
