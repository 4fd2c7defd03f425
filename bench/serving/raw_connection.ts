/** What is asked. */
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

/** The beginning of an answer. */
export interface RawHead {
  readonly status: number;
  readonly headers: Headers;
}

/** An answer as it came, with nothing decoded. */
export interface RawAnswer extends RawHead {
  readonly body: Uint8Array<ArrayBuffer>;
}

/** The connection ended where more was to come. */
export class HungUpError extends Error {
  /** The name of the class. */
  override name = "HungUpError";
  /** Whether the beginning of the answer had been read. */
  readonly isWithinBody: boolean;

  /**
   * Constructs a new instance.
   *
   * @param isWithinBody Whether the beginning of the answer had been read.
   */
  constructor(isWithinBody: boolean) {
    super(`The server hung up ${isWithinBody ? "within the body of" : "before"} its answer`);
    this.isWithinBody = isWithinBody;
  }
}

const BUFFER = 1 << 16;
const NEWLINE = 10;

const latin1 = new TextDecoder("latin1");

/**
 * A connection of HTTP 1.1 that is kept alive. `fetch` decodes bodies, chooses its connections by
 * itself and reads ahead; here the bytes are as they came, and are read when they are asked for.
 *
 * @example Usage
 * ```ts ignore
 * using connection = await RawConnection.open("http://127.0.0.1:8080/");
 * const { status, body } = await connection.ask({ path: "/healthz" });
 * ```
 */
export class RawConnection implements Disposable {
  readonly #connection: Deno.TcpConn;
  readonly #host: string;
  readonly #buffer = new Uint8Array(BUFFER);
  #start = 0;
  #end = 0;
  /** How many bytes of the body are to come; before each chunk, none. */
  #left = 0;
  #framing: "length" | "chunks" | "close" = "length";
  #isOpen = true;
  #isWithinBody = false;

  private constructor(connection: Deno.TcpConn, host: string) {
    this.#connection = connection;
    this.#host = host;
  }

  /**
   * Connects to a server.
   *
   * @param url Any URL of the server.
   * @returns The connection.
   */
  static async open(url: string): Promise<RawConnection> {
    const { host, hostname, port } = new URL(url);
    const connection = await Deno.connect({ hostname, port: Number(port) });
    connection.setNoDelay(true);
    return new RawConnection(connection, host);
  }

  /** Whether it can be used for another request. */
  get isOpen(): boolean {
    return this.#isOpen;
  }

  /** Asks, and reads the answer to its end. */
  async ask(request: RawRequest): Promise<RawAnswer> {
    await this.send(request);
    const head = await this.readHead(request.method);
    const pieces: Uint8Array<ArrayBuffer>[] = [];
    while (true) {
      const piece = await this.readBody();
      if (piece === null) break;
      pieces.push(piece.slice());
    }
    return { ...head, body: pieces.length === 1 ? pieces[0] : joined(pieces) };
  }

  /** Sends a request. */
  async send({ method = "GET", path, headers = {}, body }: RawRequest): Promise<void> {
    const all: Record<string, string> = { host: this.#host, ...headers };
    if (body !== undefined) all["content-length"] = String(new TextEncoder().encode(body).length);
    const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`).join("");
    await this.write(`${method} ${path} HTTP/1.1\r\n${lines}\r\n${body ?? ""}`);
  }

  /** Sends text as it is. */
  async write(text: string): Promise<void> {
    const bytes = new TextEncoder().encode(text);
    for (let sent = 0; sent < bytes.length;) {
      sent += await this.#connection.write(bytes.subarray(sent));
    }
  }

  /** Reads the beginning of an answer, up to its body. */
  async readHead(method = "GET"): Promise<RawHead> {
    this.#isWithinBody = false;
    const [first, ...lines] = (await this.#readUntil("\r\n\r\n")).split("\r\n");
    const status = Number(/^HTTP\/1\.1 (\d{3})/.exec(first)?.[1]);
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

  /**
   * Reads on in the body.
   *
   * @returns What has come, good until the next call; `null` at the end.
   */
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
      if (this.#framing !== "close") throw this.#hungUp();
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

  /** Hangs up, wherever it is. */
  [Symbol.dispose](): void {
    this.#isOpen = false;
    try {
      this.#connection.close();
    } catch (error) {
      if (!(error instanceof Deno.errors.BadResource)) throw error; // It is closed already.
    }
  }

  async #readUntil(end: string): Promise<string> {
    let text = "";
    while (true) {
      if (this.#start === this.#end && !await this.#fill()) throw this.#hungUp();
      const line = this.#buffer.subarray(this.#start, this.#end);
      const newline = line.indexOf(NEWLINE);
      const length = newline < 0 ? line.length : newline + 1;
      text += latin1.decode(line.subarray(0, length));
      this.#start += length;
      if (text.endsWith(end)) return text.slice(0, -end.length);
    }
  }

  async #fill(): Promise<boolean> {
    const read = await this.#connection.read(this.#buffer);
    this.#start = 0;
    this.#end = read ?? 0;
    return read !== null && read > 0;
  }

  #hungUp(): HungUpError {
    this.#isOpen = false;
    return new HungUpError(this.#isWithinBody);
  }
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
