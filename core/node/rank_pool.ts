import { Limiter } from "../async/limiter.ts";
import type { LoadedDenylist } from "../deny/load_denylist.ts";
import type { Bytes } from "../dump/bytes.ts";
import { DumpError } from "../dump/dump_error.ts";
import type { RankedDump } from "../rank/dump_ranking.ts";
import type { Ties } from "../rank/page.ts";
import { createChunkSender } from "./chunk_sender.ts";
import type { Answer, Request } from "./rank_pool_worker.ts";

/** Which pages of a dump rank, and how. */
export interface RankJobOptions {
  /** The last rank to keep. */
  top: number;
  /** What becomes of pages with equal views. */
  ties: Ties;
  /** The pages to leave out, `undefined` for none. */
  denylist: LoadedDenylist | undefined;
}

/**
 * Ranks several hours at a time, each on a thread of its own, so that hours are ranked on all cores
 * and the calling thread stays free for the network.
 */
export class RankPool {
  readonly #limiter: Limiter;
  readonly #idle: Worker[] = [];
  /** The SHA-256 of the denylist that each worker has. */
  readonly #denylists: WeakMap<Worker, string> = new WeakMap();

  /**
   * Makes a pool without threads; each starts when it is needed.
   *
   * @param workers How many hours to rank at a time. Threads start when they are needed.
   */
  constructor(workers: number) {
    this.#limiter = new Limiter(workers);
  }

  /**
   * Ranks one hour, as soon as a worker is free.
   *
   * @param dump The bytes of the dump, gzipped or plain.
   * @param options What to rank, and how.
   * @returns The top pages, and what was seen.
   * @throws {DumpError} As `rankHour` does.
   */
  async rank(dump: ReadableStream<Bytes>, options: RankJobOptions): Promise<RankedDump> {
    // Here, where it is checked: a web page in its place is not to be ranked with.
    await options.denylist?.read();
    return await this.#limiter.run(async () => {
      const url = new URL("./rank_pool_worker.ts", import.meta.url);
      // Nothing may come between a worker's start and its first listener, or its failure ends all.
      const worker = this.#idle.pop() ?? new Worker(url, { type: "module" });
      try {
        const ranked = await rankOn(worker, dump, options, this.#denylists);
        this.#idle.push(worker);
        return ranked;
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
  { top, ties, denylist }: RankJobOptions,
  denylists: WeakMap<Worker, string>,
): Promise<RankedDump> {
  const send = (request: Request, transfer: ArrayBuffer[] = []) =>
    worker.postMessage(request, transfer);
  const digest = denylist?.identity.sha256 ?? "";
  if (denylists.get(worker) !== digest) {
    send({ kind: "denylist", content: denylist?.content });
    denylists.set(worker, digest);
  }

  const reader = dump.getReader();
  const sender = createChunkSender(reader, (chunk, transfer) => {
    if (chunk === undefined) send({ kind: "end" });
    else send({ kind: "dump", chunk }, transfer);
  });
  try {
    return await new Promise<RankedDump>((resolve, reject) => {
      const fail = (cause: unknown) => {
        const reason = cause instanceof Error ? cause.message : String(cause);
        reject(new DumpError("read", reason, { cause }));
      };
      worker.onerror = (event) => {
        event.preventDefault();
        reject(new Error(`the ranking thread failed: ${event.message}`));
      };
      worker.onmessage = ({ data: answer }: MessageEvent<Answer>) => {
        if (answer.kind === "ack") sender.next().catch(fail);
        else if (answer.kind === "ranked") resolve(answer.ranked);
        else reject(errorOf(answer));
      };
      send({ kind: "begin", options: { top, ties } });
      sender.start().catch(fail);
    });
  } catch (error) {
    await reader.cancel(error).catch(() => {}); // The first failure is the one to report.
    throw error;
  }
}

/** The error that a thread had: classes do not come through between threads. */
function errorOf({ message, dump }: Extract<Answer, { kind: "error" }>): Error {
  return dump === undefined ? new Error(message) : new DumpError(dump.code, dump.reason, dump);
}
