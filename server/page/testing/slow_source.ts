import { LoopbackServer } from "../../../cli/testing/loopback_server.ts";
import { DAY } from "./day.ts";

/** A dumps server that sends the first half of a dump at once, and the rest when it is let. */
export class SlowSource extends LoopbackServer {
  readonly #rest = Promise.withResolvers<void>();

  /** Starts the server. */
  constructor() {
    super(() => new Response());
    this.answer = () => this.#answer();
  }

  /** Sends what is held back, and all that follows. */
  release(): void {
    this.#rest.resolve();
  }

  async #answer(): Promise<Response> {
    const plain = new Blob([DAY.dumpOf(0)]).stream();
    const zipped = plain.pipeThrough(new CompressionStream("gzip"));
    const dump = new Uint8Array(await new Response(zipped).arrayBuffer());
    const half = dump.length >> 1;
    const rest = this.#rest.promise;
    const body = new ReadableStream({
      async start(controller) {
        controller.enqueue(dump.subarray(0, half));
        await rest;
        controller.enqueue(dump.subarray(half));
        controller.close();
      },
    });
    return new Response(body, { headers: { "content-length": String(dump.length) } });
  }
}
