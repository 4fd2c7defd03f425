import { createFeed } from "./chunk_sender.ts";
import type { Bytes } from "../dump/gunzip.ts";
import type { FoundDenylist } from "../deny/load_denylist.ts";
import { Turnstile } from "../async/limiter.ts";
import type { RankedDomain, Ranking, RankOptions } from "../rank/rank_hour.ts";
import type { Answer, Request } from "./rank_pool_worker.ts";

/** Options of {@linkcode RankPool.rank}. */
export interface RankJobOptions extends Required<Pick<RankOptions, "top" | "ties">> {
  /** The pages to leave out, `undefined` for none. */
  denylist: FoundDenylist | undefined;
  /** Sees each chunk of the dump as it is read. */
  onRead: (chunk: Uint8Array) => void;
}

/**
 * Ranks several hours at a time, each on a thread of its own, so that hours are ranked on all cores
 * and the calling thread stays free for the network.
 */
export class RankPool {
  readonly #places: Turnstile;
  readonly #idle: Worker[] = [];
  /** The SHA-256 of the denylist that each worker has. */
  readonly #denylists: WeakMap<Worker, string> = new WeakMap();

  /**
   * Constructs a new instance.
   *
   * @param workers How many hours to rank at a time. Threads start when they are needed.
   */
  constructor(workers: number) {
    this.#places = new Turnstile(workers);
  }

  /**
   * Ranks one hour, as soon as a worker is free.
   *
   * @param dump The bytes of the dump, gzipped or plain.
   * @param options What to rank, and how.
   * @returns The ranking.
   * @throws {Error} What `rankHour` throws, and what the dump fails with.
   */
  async rank(dump: ReadableStream<Bytes>, options: RankJobOptions): Promise<Ranking> {
    // Here, where it is checked: a web page in its place is not to be ranked with.
    await options.denylist?.read();
    return await this.#places.pass(async () => {
      const url = new URL("./rank_pool_worker.ts", import.meta.url);
      // Nothing may come between a worker's start and its first listener, or its failure ends all.
      const worker = this.#idle.pop() ?? new Worker(url, { type: "module" });
      try {
        const ranking = await rankOn(worker, dump, options, this.#denylists);
        this.#idle.push(worker);
        return ranking;
      } catch (error) {
        // In the middle of a dump it is of no use for another one.
        worker.terminate();
        throw error;
      }
    });
  }

  /** Ends all threads that are idle. */
  [Symbol.dispose](): void {
    for (const worker of this.#idle.splice(0)) worker.terminate();
  }
}

async function rankOn(
  worker: Worker,
  dump: ReadableStream<Bytes>,
  { top, ties, denylist, onRead }: RankJobOptions,
  denylists: WeakMap<Worker, string>,
): Promise<Ranking> {
  const send = (request: Request, transfer: ArrayBuffer[] = []) =>
    worker.postMessage(request, transfer);
  if (denylists.get(worker) !== (denylist?.facts.sha256 ?? "")) {
    send({ kind: "denylist", content: denylist?.content });
    denylists.set(worker, denylist?.facts.sha256 ?? "");
  }

  let bytes = 0;
  const domains: RankedDomain[] = [];
  const reader = dump.getReader();
  const feed = createFeed(reader, (chunk, transfer) => {
    if (chunk === undefined) return send({ kind: "end" });
    bytes += chunk.length;
    onRead(chunk);
    send({ kind: "dump", chunk }, transfer);
  });

  try {
    return await new Promise<Ranking>((resolve, reject) => {
      const fail = (cause: unknown) => {
        const reason = cause instanceof Error ? cause.message : String(cause);
        const message = `Cannot read dump to its end: ${reason}, after ${bytes} bytes`;
        reject(new Error(message, { cause }));
      };
      worker.onerror = (event) => {
        event.preventDefault();
        reject(new Error(`the ranking thread failed: ${event.message}`));
      };
      worker.onmessage = ({ data: answer }: MessageEvent<Answer>) => {
        if (answer.kind === "hungry") feed.next().catch(fail);
        else if (answer.kind === "domains") domains.push(...answer.domains);
        else if (answer.kind === "ranking") resolve({ ...answer.ranking, domains });
        else reject(new Error(answer.message));
      };
      send({ kind: "begin", options: { top, ties } });
      feed.prime().catch(fail);
    });
  } catch (error) {
    await reader.cancel(error).catch(() => {}); // The first failure is the one to report.
    throw error;
  }
}
