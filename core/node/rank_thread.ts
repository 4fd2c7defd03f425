import type { LoadedDenylist } from "../deny/load_denylist.ts";
import type { Bytes } from "../dump/bytes.ts";
import { DumpError } from "../dump/dump_error.ts";
import type { RankDumpOptions } from "../produce/make.ts";
import type { RankedReport } from "../produce/rank_report.ts";
import { createChunkSender } from "./chunk_sender.ts";
import type { Answer, Request } from "./rank_pool_worker.ts";

/** A thread that ranks one dump after the other, also after one that failed or was given up. */
export class RankThread {
  /** Whether it failed itself: it is of no use any more. */
  hasFailed = false;

  // Nothing may come between its start and its first listener, or its failure ends all.
  readonly #worker: Worker = new Worker(new URL("./rank_pool_worker.ts", import.meta.url), {
    type: "module",
  });
  /** The SHA-256 of the denylist that it has. */
  #denylist = "";

  constructor() {
    this.#worker.onerror = (event) => {
      event.preventDefault();
      this.hasFailed = true;
    };
  }

  /** Gives it a denylist, which it reads before the dump comes; none for `undefined`. */
  prepare(denylist: LoadedDenylist | undefined): void {
    const sha256 = denylist?.identity.sha256 ?? "";
    if (sha256 === this.#denylist) return;
    this.#denylist = sha256;
    this.#send({ kind: "denylist", content: denylist?.content });
  }

  /** Ranks a dump. Whatever comes of it, the thread has let go of it when that is known. */
  async rank(
    dump: ReadableStream<Bytes>,
    { period, editions, top, ties, denylist, createSha256 }: RankDumpOptions,
  ): Promise<RankedReport> {
    this.prepare(denylist);
    const reader = dump.getReader();
    let isOver = false;
    let failure: DumpError | undefined;
    const sender = createChunkSender(reader, (chunk, transfer) => {
      if (isOver) return;
      if (chunk === undefined) this.#send({ kind: "end" });
      else this.#send({ kind: "dump", chunk }, transfer);
    });
    /** Gives up a dump that cannot be read. */
    const stop = (cause: unknown) => {
      if (isOver) return;
      isOver = true;
      const reason = cause instanceof Error ? cause.message : String(cause);
      failure = new DumpError("read", reason, { cause });
      this.#send({ kind: "stop" });
    };
    try {
      const ranked = await new Promise<RankedReport>((resolve, reject) => {
        this.#worker.onerror = (event) => {
          event.preventDefault();
          this.hasFailed = true;
          reject(new Error(`the ranking thread failed: ${event.message}`));
        };
        this.#worker.onmessage = ({ data: answer }: MessageEvent<Answer>) => {
          if (answer.kind === "used") sender.next(answer.memory).catch(stop);
          else if (answer.kind === "ranked") resolve(answer.ranked);
          else reject(errorOf(answer));
        };
        const isDigested = createSha256 !== undefined;
        const options = { period: period.label, editions, top, ties, isDigested };
        this.#send({ kind: "begin", options });
        sender.start().catch(stop);
      });
      if (failure !== undefined) throw failure;
      return ranked;
    } catch (error) {
      isOver = true;
      await reader.cancel(error).catch(() => {}); // The first failure is the one to report.
      throw failure ?? error;
    }
  }

  /** Ends it; to be called only while it has nothing to do. */
  end(): void {
    this.#worker.terminate();
  }

  #send(request: Request, transfer: ArrayBuffer[] = []): void {
    this.#worker.postMessage(request, transfer);
  }
}

/** The error that a thread had: classes do not come through between threads. */
function errorOf({ message, dump }: Extract<Answer, { kind: "error" }>): Error {
  return dump === undefined ? new Error(message) : new DumpError(dump.code, dump.reason, dump);
}
