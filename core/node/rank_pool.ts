import { Limiter } from "../async/limiter.ts";
import type { LoadedDenylist } from "../deny/load_denylist.ts";
import type { Bytes } from "../dump/bytes.ts";
import type { RankDumpOptions } from "../produce/make.ts";
import type { RankedReport } from "../produce/rank_report.ts";
import { RankThread } from "./rank_thread.ts";

/**
 * Ranks several hours at a time, each on a thread of its own, so that hours are ranked on all cores
 * and the calling thread stays free for the network.
 */
export class RankPool {
  readonly #workers: number;
  readonly #limiter: Limiter;
  readonly #idle: RankThread[] = [];
  /** How many threads there are, idle ones among them. */
  #threads = 0;
  #isClosed = false;

  /**
   * Makes a pool without threads; each starts when it is needed.
   *
   * @param workers How many hours to rank at a time.
   */
  constructor(workers: number) {
    this.#workers = workers;
    this.#limiter = new Limiter(workers);
  }

  /**
   * Starts all threads that have not started yet, so that they are warm when a dump comes.
   *
   * @param denylist The denylist that is to be used, for those that are idle to read. If it cannot be
   * had, whoever ranks with it hears of that.
   */
  start(denylist?: Promise<LoadedDenylist | undefined>): void {
    while (this.#threads < this.#workers) this.#idle.push(this.#startThread());
    denylist?.then((loaded) => this.#idle.forEach((thread) => thread.prepare(loaded)), () => {});
  }

  /**
   * Ranks one hour, as soon as a worker is free.
   *
   * @param dump The bytes of the dump, gzipped or plain.
   * @param options What to rank, and how.
   * @returns The top pages, what was seen, and the report as CSV.
   * @throws {DumpError} As `rankHour` does.
   */
  async rank(dump: ReadableStream<Bytes>, options: RankDumpOptions): Promise<RankedReport> {
    // Here, where it is checked: a web page in its place is not to be ranked with.
    await options.denylist?.read();
    return await this.#limiter.run(async () => {
      const thread = this.#takeThread();
      try {
        return await thread.rank(dump, options);
      } finally {
        if (thread.hasFailed || this.#isClosed) this.#endThread(thread);
        else this.#idle.push(thread);
      }
    });
  }

  /** Ends all threads: those that are idle now, the others once they are. */
  [Symbol.dispose](): void {
    this.#isClosed = true;
    for (const thread of this.#idle.splice(0)) this.#endThread(thread);
  }

  #takeThread(): RankThread {
    for (let idle = this.#idle.pop(); idle !== undefined; idle = this.#idle.pop()) {
      if (!idle.hasFailed) return idle;
      this.#endThread(idle);
    }
    return this.#startThread();
  }

  #startThread(): RankThread {
    this.#threads++;
    return new RankThread();
  }

  #endThread(thread: RankThread): void {
    this.#threads--;
    thread.end();
  }
}
