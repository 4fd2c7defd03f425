import { Hour, type ProduceEvent, type Production } from "../../core/mod.ts";
import type { MakePeriod } from "../jobs/jobs.ts";

/** One making of an hour, whose end the test decides. */
export interface Made {
  /** The hour. */
  hour: string;
  /** Aborted when the queue does not want the hour any more. */
  signal: AbortSignal;
  /** Says that something happens. */
  tell(event: ProduceEvent): void;
  /** Says that the dump is opened, and how long it is. */
  open(length: number): void;
  /** Says how many bytes of the dump have been read. */
  read(bytes: number): void;
  /** Says what the trouble is, and after how many milliseconds it is tried again. */
  retry(message: string, delay: number): void;
  /** Finishes the hour. */
  finish(): void;
  /** Fails, if it has not ended. */
  fail(error: unknown): void;
}

/** Makes hours as a test tells it to. */
export class ControlledMake {
  /** All makings so far, in the order in which they were begun. */
  readonly all: Made[] = [];
  /** Whether a making that is stopped ends by itself. */
  endsWhenStopped = true;
  /** How many makings went on at the same time at most. */
  most = 0;
  /** The hours that were begun while they were being made. */
  readonly twice: string[] = [];

  readonly #running: Set<string> = new Set();

  /** To be handed to the queue. */
  readonly make: MakePeriod = (hour, { signal, onEvent }) => {
    const { promise, resolve, reject } = Promise.withResolvers<Production>();
    if (this.#running.has(`${hour}`)) this.twice.push(`${hour}`);
    this.#running.add(`${hour}`);
    this.most = Math.max(this.most, this.#running.size);
    const download = { stage: "download", hour: `${hour}` } as const;
    this.all.push({
      hour: `${hour}`,
      signal,
      tell: onEvent,
      open: (length) =>
        onEvent({ ...download, state: "start", url: "https://example.org/", length, attempt: 1 }),
      read: (bytes) => onEvent({ ...download, state: "progress", bytes }),
      retry: (message, delay) =>
        onEvent({ stage: "retry", state: "wait", error: new Error(message), delay }),
      finish: () => resolve({ made: true } as Production),
      fail: reject,
    });
    const stop = () => this.endsWhenStopped && reject(signal.reason);
    signal.addEventListener("abort", stop);
    return promise.finally(() => this.#running.delete(`${hour}`));
  };

  /** The hours that were begun, in order. */
  get hours(): string[] {
    return this.all.map(({ hour }) => hour);
  }

  /** Waits until so many makings have been begun. */
  async begun(count: number): Promise<Made> {
    while (this.all.length < count) await nextTask();
    return this.all[count - 1]!;
  }
}

/** Makes hours at once. */
export const makeAtOnce: MakePeriod = () => Promise.resolve({ made: true } as Production);

/** An hour that has been. */
export function hourOf(name: string): Hour {
  return Hour.parse(name);
}

/** A range of hours that have been. */
export function rangeOf(from: string, to: string = from): { first: Hour; last: Hour } {
  return { first: hourOf(from), last: hourOf(to) };
}

/** Lets all else go on that can go on. */
export function nextTask(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 1));
}
