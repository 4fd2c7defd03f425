/** A request that comes by. */
export interface ProxiedRequest {
  /** The method, as `GET`. */
  readonly method: string;
  /** The path, with the query. */
  readonly path: string;
  /** How many requests came before it. */
  readonly before: number;
}

/**
 * What is done to a request: the connection is dropped before it is passed on, or its answer is lost;
 * it is answered with a status; its answer is cut after some bytes, or comes late.
 */
export type ProxyFault =
  | "drop"
  | "lose"
  | { status: number; body?: string }
  | { cut: number }
  | { delay: number };

/** Tells what to do to a request; nothing if it gives `undefined`. */
export type ChooseFault = (request: ProxiedRequest) => ProxyFault | undefined;

/** A proxy between a client and a server that hurts what comes by. It passes bytes on as they are. */
export class FaultProxy implements AsyncDisposable {
  /** Its URL. */
  readonly url: string;
  /** The requests so far. */
  readonly requests: ProxiedRequest[] = [];
  /** What it does to them. */
  fault: ChooseFault | undefined;

  readonly #target: { hostname: string; port: number };
  readonly #listener: Deno.TcpListener;
  readonly #connections: Set<Deno.Conn> = new Set();
  readonly #serving: Promise<void>;

  /** Starts a proxy before the server of a URL. */
  constructor(url: string, fault?: ChooseFault) {
    const { hostname, port } = new URL(url);
    this.#target = { hostname, port: Number(port) };
    this.fault = fault;
    this.#listener = Deno.listen({ hostname: "127.0.0.1", port: 0 });
    this.url = `http://127.0.0.1:${this.#listener.addr.port}`;
    this.#serving = this.#serve();
  }

  /** Stops it: from then on, connections are refused. */
  async [Symbol.asyncDispose](): Promise<void> {
    this.#listener.close();
    for (const connection of this.#connections) close(connection);
    await this.#serving;
  }

  async #serve(): Promise<void> {
    const passing: Promise<void>[] = [];
    try {
      for await (const client of this.#listener) {
        this.#connections.add(client);
        passing.push(this.#pass(client).catch(() => {}).finally(() => close(client)));
      }
    } catch (error) {
      if (!(error instanceof Deno.errors.BadResource)) throw error; // It was closed.
    }
    await Promise.all(passing);
  }

  /** Passes one request on, and its answer back; each has a connection of its own. */
  async #pass(client: Deno.Conn): Promise<void> {
    const head = await readHead(client);
    if (head === undefined) return;
    const [method = "", path = ""] = head.text.split(" ");
    const request = { method, path, before: this.requests.length };
    this.requests.push(request);
    const fault = this.fault?.(request);
    if (fault === "drop") return;
    if (typeof fault === "object" && "status" in fault) {
      const { status, body = "" } = fault;
      const length = new TextEncoder().encode(body).length;
      const answer =
        `HTTP/1.1 ${status} Fault\r\nconnection: close\r\ncontent-length: ${length}\r\n\r\n`;
      await write(client, new TextEncoder().encode(answer + body));
      return;
    }
    if (typeof fault === "object" && "delay" in fault) {
      await new Promise((resolve) => setTimeout(resolve, fault.delay));
    }
    const server = await Deno.connect(this.#target);
    this.#connections.add(server);
    try {
      // The header is not among those that are signed.
      await write(server, new TextEncoder().encode(`${head.text}\r\nconnection: close\r\n\r\n`));
      await write(server, head.rest);
      copy(client, server).catch(() => {}); // It ends with the connection.
      const most = fault === "lose"
        ? 0
        : typeof fault === "object" && "cut" in fault
        ? fault.cut
        : Infinity;
      await copy(server, client, most);
    } finally {
      close(server);
    }
  }
}

/** Reads up to the end of the headers, and whatever came with them; drops `connection` from them. */
async function readHead(
  connection: Deno.Conn,
): Promise<{ text: string; rest: Uint8Array } | undefined> {
  const latin1 = new TextDecoder("latin1");
  const buffer = new Uint8Array(65_536);
  for (let length = 0;;) {
    const read = await connection.read(buffer.subarray(length));
    if (read === null) return undefined;
    length += read;
    const text = latin1.decode(buffer.subarray(0, length));
    const end = text.indexOf("\r\n\r\n");
    if (end < 0) continue;
    const head = text.slice(0, end).replace(/\r\nconnection:[^\r]*/i, "");
    return { text: head, rest: buffer.slice(end + 4, length) };
  }
}

/** Copies bytes until there are no more, or as many as are named; those behind are read and dropped. */
async function copy(from: Deno.Conn, to: Deno.Conn, most: number = Infinity): Promise<void> {
  const buffer = new Uint8Array(65_536);
  let copied = 0;
  for (let read = await from.read(buffer); read !== null; read = await from.read(buffer)) {
    await write(to, buffer.subarray(0, Math.min(read, most - copied)));
    copied += read;
    if (copied > most) return;
  }
}

async function write(connection: Deno.Conn, bytes: Uint8Array): Promise<void> {
  for (let sent = 0; sent < bytes.length;) sent += await connection.write(bytes.subarray(sent));
}

function close(connection: Deno.Conn): void {
  try {
    connection.close();
  } catch (error) {
    if (!(error instanceof Deno.errors.BadResource)) throw error; // It is closed already.
  }
}
