/** A network between two processes, which can be cut. */
export class TcpProxy implements AsyncDisposable {
  /** Its port on loopback. */
  readonly port: number;

  readonly #target: { hostname: string; port: number };
  readonly #listener: Deno.TcpListener;
  readonly #connections: Set<Deno.Conn> = new Set();
  /** Resolves once it is whole, at once if it is. */
  #whole: Promise<void> = Promise.resolve();
  #mend: (() => void) | undefined;

  /**
   * Starts a proxy.
   *
   * @param target What it connects to.
   */
  constructor(target: { hostname: string; port: number }) {
    this.#target = target;
    this.#listener = Deno.listen({ hostname: "127.0.0.1", port: 0 });
    this.port = this.#listener.addr.port;
    void this.#serve();
  }

  /** Lets nothing through any more, and says so to nobody. */
  cut(): void {
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#whole = promise;
    this.#mend = resolve;
  }

  /** Lets all through, also what was sent meanwhile. */
  mend(): void {
    this.#mend?.();
    this.#mend = undefined;
  }

  /** Ends it, and all connections. */
  [Symbol.asyncDispose](): Promise<void> {
    this.mend();
    this.#listener.close();
    for (const connection of this.#connections) close(connection);
    return Promise.resolve();
  }

  async #serve(): Promise<void> {
    for await (const client of this.#listener) {
      this.#connections.add(client);
      void this.#connect(client);
    }
  }

  async #connect(client: Deno.Conn): Promise<void> {
    try {
      await this.#whole;
      const server = await Deno.connect(this.#target);
      this.#connections.add(server);
      void this.#pump(client, server);
      void this.#pump(server, client);
    } catch {
      this.#connections.delete(client);
      close(client); // Nobody listens there.
    }
  }

  async #pump(from: Deno.Conn, to: Deno.Conn): Promise<void> {
    const buffer = new Uint8Array(16_384);
    try {
      for (let read = await from.read(buffer); read !== null; read = await from.read(buffer)) {
        await this.#whole;
        for (let sent = 0; sent < read;) sent += await to.write(buffer.subarray(sent, read));
      }
      await this.#whole;
    } catch {
      // One of the two has gone: the other hears of it.
    }
    for (const connection of [from, to]) {
      this.#connections.delete(connection);
      close(connection);
    }
  }
}

function close(connection: Deno.Conn): void {
  try {
    connection.close();
  } catch (error) {
    if (!(error instanceof Deno.errors.BadResource)) throw error; // It is closed already.
  }
}
