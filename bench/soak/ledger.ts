import { percentile } from "../serving/percentile.ts";

/** More complaints than these are only counted. */
const KEPT = 200;

/** What is known of all requests, and of what the server owes for them. */
export class Ledger {
  /** Hours that are stored, as the server itself has said. */
  readonly stored: Set<string> = new Set();
  /** Jobs that were accepted and not yet seen at their ends, oldest first. */
  readonly openJobs: Set<string> = new Set();
  /** Jobs that somebody has cancelled. */
  readonly cancelledJobs: Set<string> = new Set();
  /** How many things were wrong. */
  wrongs = 0;

  readonly #counts: Map<string, Map<string, number>> = new Map();
  readonly #complaints: Map<string, number> = new Map();
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

  /** What was wrong, most frequent first. */
  get complaints(): string[] {
    return [...this.#complaints].sort(([, a], [, b]) => b - a)
      .map(([complaint, count]) => count === 1 ? complaint : `${complaint} (${count} times)`);
  }

  /** How long cached reads took, in milliseconds, `undefined` if there was none. */
  get cached(): { p50: number; p99: number; max: number } | undefined {
    if (this.#cached.length === 0) return undefined;
    const [p50, p99, max] = [50, 99, 100].map((percent) => percentile(this.#cached, percent));
    return { p50, p99, max };
  }

  /**
   * Counts a request.
   *
   * @param kind The kind of client.
   * @param end Its status, or how else it ended.
   */
  count(kind: string, end: number | string): void {
    const ends = this.#counts.get(kind) ?? new Map<string, number>();
    this.#counts.set(kind, ends);
    ends.set(String(end), (ends.get(String(end)) ?? 0) + 1);
  }

  /**
   * Notes how long an answer took that was at hand.
   *
   * @param milliseconds The time.
   */
  readCached(milliseconds: number): void {
    this.#cached.push(milliseconds);
  }

  /**
   * Notes that something was wrong.
   *
   * @param kind The kind of client that saw it.
   * @param complaint What was wrong.
   */
  wrong(kind: string, complaint: string): void {
    this.wrongs++;
    const text = `${kind}: ${complaint.replaceAll(/\s+/g, " ")}`;
    if (this.#complaints.has(text) || this.#complaints.size < KEPT) {
      this.#complaints.set(text, (this.#complaints.get(text) ?? 0) + 1);
    }
  }
}
