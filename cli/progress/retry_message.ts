/** What is said of tries that fail, each reason in full once: it may be the same for ten minutes. */
export class RetryMessages {
  readonly #advice: string;
  #last: string | undefined;

  /** What to do instead of waiting is said with the first one alone. */
  constructor(advice = "") {
    this.#advice = advice;
  }

  /** What to say of a try that has failed, and of the wait before the next one, in milliseconds. */
  next({ message }: Error, delay: number): string {
    const again = delay > 0 ? `trying again in ${secondsOf(delay)} s` : "trying again now";
    if (message === this.#last) return `Still not, for the same reason; ${again}`;
    const isFirst = this.#last === undefined;
    this.#last = message;
    return `${message}; ${again}${isFirst ? this.#advice : ""}`;
  }
}

function secondsOf(delay: number): string {
  return (delay / 1000).toFixed(delay < 10_000 ? 1 : 0);
}
