import { LoopbackServer } from "../../core/testing/loopback_server.ts";
import { SAMPLE } from "../../core/testing/sample.ts";

/** In how many pieces a dump comes. */
const PIECES = 10;

/** A dumps server that has the sample's dump for any hour, takes its time, and counts who is connected. */
export class SlowSource implements AsyncDisposable {
  readonly #server: LoopbackServer;
  /** Resolves once dumps are sent. */
  #released: Promise<void> = Promise.resolve();
  #release = () => {};
  #open = 0;
  #most = 0;

  /** Starts one that takes so long for a dump, in milliseconds. */
  constructor(milliseconds: number) {
    const dump = Deno.readFileSync(SAMPLE.dump);
    this.#server = new LoopbackServer(({ method }) => {
      const headers = { etag: '"sample-1"', "content-length": `${dump.length}` };
      if (method === "HEAD") return new Response(null, { headers });
      this.#open++;
      this.#most = Math.max(this.#most, this.#open);
      let isOpen = true;
      const end = () => {
        if (isOpen) this.#open--;
        isOpen = false;
      };
      const pause = async () => {
        await this.#released;
        await new Promise((resolve) => setTimeout(resolve, milliseconds / PIECES));
      };
      return new Response(inPieces(dump, pause, end), { headers });
    });
  }

  get url(): string {
    return this.#server.url;
  }

  /** Sends no dump until they are released. */
  hold(): void {
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#released = promise;
    this.#release = resolve;
  }

  release(): void {
    this.#release();
  }

  /** How often a dump was asked for. */
  get requests(): number {
    return this.#server.requests.length;
  }

  /** How many were sent at the same time at most. */
  get mostRequests(): number {
    return this.#most;
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.#server[Symbol.asyncDispose]();
  }
}

/** Bytes in pieces, with a wait before each. Who has the last one may ask for the next dump. */
function inPieces(
  bytes: Uint8Array,
  pause: () => Promise<void>,
  end: () => void,
): ReadableStream<Uint8Array> {
  const size = Math.ceil(bytes.length / PIECES);
  let sent = 0;
  return new ReadableStream({
    async pull(controller) {
      await pause();
      const piece = bytes.slice(sent, sent + size);
      sent += piece.length;
      if (sent === bytes.length) end();
      controller.enqueue(piece);
      if (sent === bytes.length) controller.close();
    },
    cancel: end,
  }, { highWaterMark: 0 });
}
