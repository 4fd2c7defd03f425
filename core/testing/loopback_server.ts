/** What a server was asked. */
export interface Asked {
  /** The method, as `GET`. */
  readonly method: string;
  /** The path, without the query. */
  readonly path: string;
  /** The query with its `?`, empty if there is none. */
  readonly query: string;
  /** The headers. */
  readonly headers: Headers;
}

/** What a server says to a request. */
export type Answer = (request: Request) => Response | Promise<Response>;

/** A real server on a free port of this machine, which remembers what it was asked. */
export class LoopbackServer implements AsyncDisposable {
  /** The requests so far. */
  readonly requests: Asked[] = [];
  /** What it says; may be exchanged while it runs. */
  answer: Answer;
  /** Its address, as `127.0.0.1:8080`. */
  readonly host: string;

  readonly #server: Deno.HttpServer<Deno.NetAddr>;

  /**
   * Starts a server.
   *
   * @param answer What it says.
   */
  constructor(answer: Answer) {
    this.answer = answer;
    const options = { hostname: "127.0.0.1", port: 0, onListen: () => {} };
    this.#server = Deno.serve(options, (request) => {
      // A request cannot be looked at any more once it is answered.
      const { method, url, headers } = request;
      const { pathname: path, search: query } = new URL(url);
      this.requests.push({ method, path, query, headers: new Headers(headers) });
      return this.answer(request);
    });
    this.host = `127.0.0.1:${this.#server.addr.port}`;
  }

  /** Its URL, with the slash at the end. */
  get url(): string {
    return `http://${this.host}/`;
  }

  /** The paths that were asked for, in order. */
  get paths(): string[] {
    return this.requests.map(({ path }) => path);
  }

  /** Stops it: from then on, connections are refused. */
  async [Symbol.asyncDispose](): Promise<void> {
    await this.#server.shutdown();
  }
}
