import { LoopbackServer } from "../../../core/testing/loopback_server.ts";
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
    const dump = await gzip(DAY.dumpOf(0) + longDomain());
    const half = dump.length >> 1;
    const body = new ReadableStream({
      start: (controller) => controller.enqueue(dump.subarray(0, half)),
      pull: async (controller) => {
        await this.#rest.promise;
        controller.enqueue(dump.subarray(half));
        controller.close();
      },
    });
    return new Response(body, { headers: { "content-length": String(dump.length) } });
  }
}

async function gzip(text: string): Promise<Uint8Array> {
  const zipped = new Blob([text]).stream().pipeThrough(new CompressionStream("gzip"));
  return new Uint8Array(await new Response(zipped).arrayBuffer());
}

/** Enough to count in megabytes. */
function longDomain(): string {
  return Array.from({ length: 80_000 }, (_, i) => `zz ${Math.sin(i)} 1 0\n`).join("");
}
