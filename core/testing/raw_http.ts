/** A request of {@linkcode RawConnection}. */
export interface RawRequest {
  /**
   * The method.
   *
   * @default {"GET"}
   */
  method?: string;
  /** The path and the query. */
  path: string;
  /** Headers besides `Host`. */
  headers?: Record<string, string>;
  /** The body, which is sent with its length. */
  body?: string;
}

/** The beginning of a response, up to its body. */
export interface RawHead {
  readonly status: number;
  readonly headers: Headers;
}

/** A response as it came, with nothing decoded. */
export interface RawResponse extends RawHead {
  readonly body: Uint8Array<ArrayBuffer>;
}

/** The server has closed the connection where more was to come. */
export class ConnectionClosedError extends Error {
  override name = "ConnectionClosedError";
  /** Whether the beginning of the response had been read. */
  readonly isWithinBody: boolean;

  constructor(isWithinBody: boolean) {
    super(`The server closed the connection ${isWithinBody ? "within" : "before"} its response`);
    this.isWithinBody = isWithinBody;
  }
}

const BUFFER = 1 << 16;
const NEWLINE = 10;

const encoder = new TextEncoder();
const latin1 = new TextDecoder("latin1");

/**
 * A connection of HTTP/1.1 that is kept alive. `fetch` decodes bodies, chooses its connections by
 * itself and reads ahead; here the bytes are as they came, and are read when they are asked for.
 * What is sent need not be HTTP.
 */
export class RawConnection implements Disposable {
  readonly #socket: Deno.TcpConn;
  readonly #host: string;
  /** Made when it is needed: thousands of connections may only idle. */
  #buffer = new Uint8Array(0);
  #start = 0;
  #end = 0;
  /** How many bytes of the body are to come; before each chunk, none. */
  #left = 0;
  #framing: "length" | "chunks" | "close" = "length";
  #isOpen = true;
  #isWithinBody = false;

  private constructor(socket: Deno.TcpConn, host: string) {
    this.#socket = socket;
    this.#host = host;
  }

  /** Connects to the server of a URL, and sends something at once. */
  static async open(url: string, first: string | Uint8Array = ""): Promise<RawConnection> {
    const { host, hostname, port } = new URL(url);
    const socket = await Deno.connect({ hostname, port: Number(port) });
    socket.setNoDelay(true);
    const connection = new RawConnection(socket, host);
    try {
      await connection.write(first);
    } catch (error) {
      connection.close();
      throw error;
    }
    return connection;
  }

  /** Whether it can be used for another request. */
  get isOpen(): boolean {
    return this.#isOpen;
  }

  /** Sends a request, and reads the response to its end. */
  async ask(request: RawRequest): Promise<RawResponse> {
    await this.send(request);
    const head = await this.readHead(request.method);
    const pieces: Uint8Array<ArrayBuffer>[] = [];
    while (true) {
      const piece = await this.readBody();
      if (piece === null) break;
      pieces.push(piece.slice());
    }
    return { ...head, body: pieces.length === 1 ? pieces[0]! : joined(pieces) };
  }

  /** Sends a request. */
  async send({ method = "GET", path, headers = {}, body }: RawRequest): Promise<void> {
    const all: Record<string, string> = { host: this.#host, ...headers };
    if (body !== undefined) all["content-length"] = String(encoder.encode(body).length);
    const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`).join("");
    await this.write(`${method} ${path} HTTP/1.1\r\n${lines}\r\n${body ?? ""}`);
  }

  /** Sends something as it is. */
  async write(data: string | Uint8Array): Promise<void> {
    const bytes = typeof data === "string" ? encoder.encode(data) : data;
    for (let sent = 0; sent < bytes.length;) {
      sent += await this.#socket.write(bytes.subarray(sent));
    }
  }

  /** Reads the beginning of a response, up to its body. */
  async readHead(method = "GET"): Promise<RawHead> {
    this.#isWithinBody = false;
    const [first, ...lines] = (await this.#readUntil("\r\n\r\n")).split("\r\n");
    const status = Number(/^HTTP\/1\.1 (\d{3})/.exec(first!)?.[1]);
    const headers = new Headers(lines.map((line): [string, string] => {
      const colon = line.indexOf(":");
      return [line.slice(0, colon), line.slice(colon + 1).trim()];
    }));
    const length = headers.get("content-length");
    const isBare = method === "HEAD" || status === 304 || status === 204;
    if (!isBare && headers.get("transfer-encoding") === "chunked") {
      this.#framing = "chunks";
      this.#left = 0;
    } else if (isBare || length !== null) {
      this.#framing = "length";
      this.#left = isBare ? 0 : Number(length);
    } else {
      this.#framing = "close";
      this.#left = Infinity;
    }
    if (headers.get("connection") === "close") this.#isOpen = false;
    this.#isWithinBody = true;
    return { status, headers };
  }

  /** Reads on in the body: what has come, valid until the next call, or `null` at the end. */
  async readBody(): Promise<Uint8Array<ArrayBuffer> | null> {
    if (this.#left === 0) {
      if (this.#framing !== "chunks") return null;
      this.#left = parseInt(await this.#readUntil("\r\n"), 16);
      if (this.#left === 0) {
        await this.#readUntil("\r\n");
        this.#framing = "length";
        return null;
      }
    }
    if (this.#start === this.#end && !await this.#fill()) {
      if (this.#framing !== "close") throw this.#closed();
      this.#left = 0;
      this.#framing = "length";
      this.#isOpen = false;
      return null;
    }
    const end = Math.min(this.#end, this.#start + this.#left);
    const piece = this.#buffer.subarray(this.#start, end);
    this.#left -= piece.length;
    this.#start = end;
    if (this.#left === 0 && this.#framing === "chunks") {
      const kept = piece.slice();
      await this.#readUntil("\r\n");
      return kept;
    }
    return piece;
  }

  /**
   * Reads on, whatever it is: so many bytes at most as have come, valid until the next call, or
   * `null` at the end of the connection.
   */
  async read(most: number = BUFFER): Promise<Uint8Array<ArrayBuffer> | null> {
    if (this.#start === this.#end && !await this.#fill(most)) return null;
    const bytes = this.#buffer.subarray(this.#start, Math.min(this.#end, this.#start + most));
    this.#start += bytes.length;
    return bytes;
  }

  /** Closes the connection, if it is not closed already. */
  close(): void {
    this.#isOpen = false;
    try {
      this.#socket.close();
    } catch (error) {
      if (!(error instanceof Deno.errors.BadResource)) throw error;
    }
  }

  [Symbol.dispose](): void {
    this.close();
  }

  async #readUntil(end: string): Promise<string> {
    let text = "";
    while (true) {
      if (this.#start === this.#end && !await this.#fill()) throw this.#closed();
      const line = this.#buffer.subarray(this.#start, this.#end);
      const newline = line.indexOf(NEWLINE);
      const length = newline < 0 ? line.length : newline + 1;
      text += latin1.decode(line.subarray(0, length));
      this.#start += length;
      if (text.endsWith(end)) return text.slice(0, -end.length);
    }
  }

  async #fill(most = BUFFER): Promise<boolean> {
    if (this.#buffer.length === 0) this.#buffer = new Uint8Array(BUFFER);
    const read = await this.#socket.read(this.#buffer.subarray(0, most));
    this.#start = 0;
    this.#end = read ?? 0;
    return read !== null && read > 0;
  }

  #closed(): ConnectionClosedError {
    this.#isOpen = false;
    return new ConnectionClosedError(this.#isWithinBody);
  }
}

/** What {@linkcode rawExchange} got back. */
export interface RawExchange {
  /** All that was read. */
  text: string;
  /** The status of the first response, `undefined` if there is none. */
  status: number | undefined;
  /** The statuses of all responses, in order. */
  statuses: number[];
}

/**
 * Sends bytes as they are, which need not be HTTP, and reads until the server closes the
 * connection, or for so many milliseconds.
 */
export async function rawExchange(
  url: string,
  bytes: string | Uint8Array,
  patience = 2000,
): Promise<RawExchange> {
  using connection = await RawConnection.open(url);
  // To close the connection is how a server says that it has seen enough.
  const sending = connection.write(bytes).catch(() => {});
  const decoder = new TextDecoder();
  let text = "";
  const timer = setTimeout(() => connection.close(), patience);
  try {
    for (let read; (read = await connection.read()) !== null;) {
      text += decoder.decode(read, { stream: true });
    }
  } catch (error) {
    if (!isClosed(error)) throw error;
  }
  clearTimeout(timer);
  connection.close();
  await sending;
  const statuses = [...text.matchAll(/^HTTP\/1\.[01] (\d{3}) /gm)].map(([, status]) =>
    Number(status)
  )
    .filter((status) => status !== 100);
  return { text, status: statuses[0], statuses };
}

function isClosed(error: unknown): boolean {
  const { BadResource, BrokenPipe, ConnectionReset, Interrupted } = Deno.errors;
  return [BadResource, BrokenPipe, ConnectionReset, Interrupted].some((kind) =>
    error instanceof kind
  );
}

function joined(pieces: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let offset = 0;
  for (const piece of pieces) {
    whole.set(piece, offset);
    offset += piece.length;
  }
  return whole;
}
