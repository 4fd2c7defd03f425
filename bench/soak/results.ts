import { percentile } from "../statistics.ts";
import type { MemoryCheck } from "./process_monitor.ts";

/** More messages than these are only counted. */
const KEPT = 200;

/** More messages than these are not shown. */
const SHOWN = 40;

/** What has come of all requests, and what the server still owes for them. */
export class Results {
  /** Hours that are stored, as the server itself has said. */
  readonly stored: Set<string> = new Set();
  /** Jobs that were accepted and not yet seen at their ends, oldest first. */
  readonly openJobs: Set<string> = new Set();
  /** Jobs that a client has cancelled. */
  readonly cancelledJobs: Set<string> = new Set();
  /** How many checks have failed. */
  failures = 0;

  readonly #counts: Map<string, Map<string, number>> = new Map();
  readonly #messages: Map<string, number> = new Map();
  readonly #cached: number[] = [];

  /** How many requests there were. */
  get requests(): number {
    return this.counts.reduce((sum, { requests }) => sum + requests, 0);
  }

  /** How many requests there were, by kind of client, and how often they had which end. */
  get counts(): { kind: string; requests: number; ends: string }[] {
    return [...this.#counts].map(([kind, ends]) => ({
      kind,
      requests: [...ends.values()].reduce((sum, count) => sum + count, 0),
      ends: [...ends].sort(([a], [b]) => a < b ? -1 : 1)
        .map(([end, count]) => `${end}: ${count.toLocaleString("en")}`).join(", "),
    }));
  }

  /** What has failed, most frequent first. */
  get messages(): string[] {
    return [...this.#messages].sort(([, a], [, b]) => b - a)
      .map(([message, count]) => count === 1 ? message : `${message} (${count} times)`);
  }

  /** How long cached reads took, in milliseconds, `undefined` if there was none. */
  get cached(): { p50: number; p99: number; max: number } | undefined {
    if (this.#cached.length === 0) return undefined;
    const at = (percent: number) => percentile(this.#cached, percent);
    return { p50: at(50), p99: at(99), max: at(100) };
  }

  /** Counts a request of a kind of client by its status, or how else it ended. */
  count(kind: string, end: number | string): void {
    const ends = this.#counts.get(kind) ?? new Map<string, number>();
    this.#counts.set(kind, ends);
    ends.set(String(end), (ends.get(String(end)) ?? 0) + 1);
  }

  /** Notes how many milliseconds a cached read took. */
  addCachedRead(milliseconds: number): void {
    this.#cached.push(milliseconds);
  }

  /** Notes that a check of a kind of client has failed. */
  fail(kind: string, message: string): void {
    this.failures++;
    const text = `${kind}: ${message.replaceAll(/\s+/g, " ")}`;
    if (this.#messages.has(text) || this.#messages.size < KEPT) {
      this.#messages.set(text, (this.#messages.get(text) ?? 0) + 1);
    }
  }
}

/** What is known of a soak besides its requests. */
export interface SoakSummary {
  /** How long the load has lasted, in seconds. */
  readonly seconds: number;
  /** What decided what was asked. */
  readonly seed: number;
  /** What became of the server's memory. */
  readonly memory: MemoryCheck;
  /** How many files it had open, at first and at the end. */
  readonly files: readonly [before: number, after: number];
  /** What became of it in the end, a line each. */
  readonly ends: readonly string[];
}

/** Says what has come of a soak, in several lines. */
export function soakReport(
  results: Results,
  { seconds, seed, memory, files, ends }: SoakSummary,
): string {
  const { counts, cached, requests, failures, messages } = results;
  const width = Math.max(...counts.map(({ kind }) => kind.length));
  const ms = (time: number) => `${time.toFixed(1)} ms`;
  const mebibytes = (bytes: number) => `${(bytes / 2 ** 20).toFixed(0)} MiB`;
  const number = (count: number) => count.toLocaleString("en");
  const shown = messages.slice(0, SHOWN);
  const rest = messages.length - shown.length;
  return [
    `${number(requests)} requests in ${seconds.toFixed(0)} s, seed ${seed}:`,
    ...counts.map(({ kind, requests, ends }) =>
      `  ${kind.padEnd(width)}  ${number(requests).padStart(7)}  ${ends}`
    ),
    cached === undefined
      ? "There was no cached read"
      : `Cached reads: p50 ${ms(cached.p50)}, p99 ${ms(cached.p99)}, max ${ms(cached.max)}`,
    `Memory (${memory.times}): ${mebibytes(memory.before)}, ${mebibytes(memory.after)}, ` +
    `ratio ${memory.ratio.toFixed(2)} of ${memory.most} at most; open files: ${files.join(", ")}`,
    ...memory.remark === undefined ? [] : [memory.remark],
    ...ends,
    failures === 0 ? "No check failed" : `${number(failures)} checks failed:`,
    ...shown.map((message) => `  ${message}`),
    ...rest > 0 ? [`  and ${rest} more`] : [],
  ].join("\n");
}
