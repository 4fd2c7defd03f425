import { SAMPLE } from "./sample.ts";

/** What a server was asked, and when. */
export interface FaultyRequest {
  /** The method, as `GET`. */
  readonly method: string;
  /** The path, without the query. */
  readonly path: string;
  /** The headers. */
  readonly headers: Headers;
  /** When it came, in milliseconds of `performance.now()`. */
  readonly at: number;
  /** How many requests for the same path came before it. */
  readonly before: number;
}

/** What a server says, which need not be true. */
export interface Reply {
  /** The status. */
  status: number;
  /** The headers, sent as they are; a `content-length` may lie. */
  headers: Record<string, string>;
  /** The bytes behind the headers. */
  body: Uint8Array;
  /** After how many bytes of the body to hang up. */
  cut?: number;
  /** How long to wait before each of the first bytes, which are then sent one by one. */
  drip?: { bytes: number; milliseconds: number };
}

/** Misbehaves: makes a reply of the right one. */
export type Fault = (request: FaultyRequest, right: Reply) => Reply | Promise<Reply>;

/** A file as a server has it. */
export interface ServedFile {
  /** Its bytes. */
  content: Uint8Array;
  /** Its `ETag`. */
  etag: string;
}

/** Options of {@linkcode FaultServer}. */
export interface FaultServerOptions {
  /** What has a certificate, if it is to be a server of https. */
  tls?: Deno.TlsCertifiedKeyPem;
  /** How it misbehaves; not at all if it is left out. */
  fault?: Fault;
}

const DUMP = /^\/\d{4}\/\d{4}-\d{2}\/pageviews-\d{8}-\d{2}0000\.gz$/;
const LAST_MODIFIED = "Thu, 10 Sep 2026 20:04:05 GMT";

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/**
 * A dumps server that has the sample's dump for any hour, knows ranges and conditions, and misbehaves
 * where it is told to. It speaks HTTP by itself, for no library lets it lie or hang up as it likes.
 */
export class FaultServer implements AsyncDisposable {
  /** The requests so far. */
  readonly requests: FaultyRequest[] = [];
  /** What it has for any hour. */
  file: ServedFile;
  /** How it misbehaves. */
  fault: Fault | undefined;
  /** Its address, as `127.0.0.1:8080`. */
  readonly host: string;
  /** Its URL, with the slash at the end. */
  readonly url: string;
  /** How many connections were open at the same time at most. */
  mostConnections = 0;
  /** How many requests were answered at the same time at most. */
  mostRequests = 0;

  readonly #listener: Deno.TcpListener | Deno.TlsListener;
  readonly #connections: Set<Deno.Conn> = new Set();
  readonly #serving: Promise<void>;
  #busy = 0;

  /**
   * Starts a server.
   *
   * @param options How it misbehaves.
   */
  constructor({ tls, fault }: FaultServerOptions = {}) {
    const address = { hostname: "127.0.0.1", port: 0 };
    this.#listener = tls === undefined
      ? Deno.listen(address)
      : Deno.listenTls({ ...address, ...tls });
    this.file = { content: Deno.readFileSync(SAMPLE.dump), etag: '"sample-1"' };
    this.fault = fault;
    this.host = `127.0.0.1:${(this.#listener.addr as Deno.NetAddr).port}`;
    this.url = `${tls === undefined ? "http" : "https"}://${this.host}/`;
    this.#serving = this.#serve();
  }

  /** The paths that were asked for, in order. */
  get paths(): string[] {
    return this.requests.map(({ path }) => path);
  }

  /** The values of a header in the requests, in order. */
  asked(header: string): (string | null)[] {
    return this.requests.map(({ headers }) => headers.get(header));
  }

  /** Waits until no connection is open any more. */
  async rest(): Promise<void> {
    while (this.#connections.size > 0) await new Promise((resolve) => setTimeout(resolve, 10));
  }

  /** Stops it: from then on, connections are refused. */
  async [Symbol.asyncDispose](): Promise<void> {
    this.#listener.close();
    for (const connection of this.#connections) close(connection);
    await this.#serving;
  }

  async #serve(): Promise<void> {
    while (true) {
      let connection: Deno.Conn;
      try {
        connection = await this.#listener.accept();
      } catch (error) {
        if (error instanceof Deno.errors.BadResource) return;
        if (error instanceof Deno.errors.Interrupted) return;
        continue; // A client that does not trust the certificate, say.
      }
      this.#connections.add(connection);
      this.mostConnections = Math.max(this.mostConnections, this.#connections.size);
      this.#talk(connection).catch(() => {}).finally(() => {
        this.#connections.delete(connection);
        close(connection);
      });
    }
  }

  async #talk(connection: Deno.Conn): Promise<void> {
    let buffered = "";
    const buffer = new Uint8Array(16_384);
    while (true) {
      while (!buffered.includes("\r\n\r\n")) {
        const read = await connection.read(buffer);
        if (read === null) return;
        buffered += decoder.decode(buffer.subarray(0, read));
      }
      const end = buffered.indexOf("\r\n\r\n");
      const request = this.#note(buffered.slice(0, end));
      buffered = buffered.slice(end + 4);
      this.mostRequests = Math.max(this.mostRequests, ++this.#busy);
      let isBusy = true;
      const rest = () => {
        if (isBusy) this.#busy--;
        isBusy = false;
      };
      try {
        const right = rightReply(request, this.file);
        const reply = await this.fault?.(request, right) ?? right;
        if (!await send(connection, request, reply, rest)) return;
      } finally {
        rest();
      }
    }
  }

  #note(head: string): FaultyRequest {
    const [first, ...lines] = head.split("\r\n");
    const [method = "", target = ""] = first!.split(" ");
    const [path = ""] = target.split("?");
    const headers = new Headers(lines.map((line): [string, string] => {
      const colon = line.indexOf(":");
      return [line.slice(0, colon), line.slice(colon + 1).trim()];
    }));
    const before = this.requests.filter((request) => request.path === path).length;
    const request = { method, path, headers, at: performance.now(), before };
    this.requests.push(request);
    return request;
  }
}

/** What an honest server says. */
function rightReply({ path, headers }: FaultyRequest, { content, etag }: ServedFile): Reply {
  const facts = { etag, "last-modified": LAST_MODIFIED };
  if (!DUMP.test(path)) return { status: 404, headers: {}, body: encoder.encode("No such file\n") };
  const known = headers.get("if-none-match") === etag ||
    headers.get("if-modified-since") === LAST_MODIFIED;
  if (known) return { status: 304, headers: facts, body: new Uint8Array(0) };
  const start = Number(/^bytes=(\d+)-$/.exec(headers.get("range") ?? "")?.[1] ?? NaN);
  const isSame = [null, etag, LAST_MODIFIED].includes(headers.get("if-range"));
  if (Number.isNaN(start) || !isSame) return { status: 200, headers: facts, body: content };
  if (start >= content.length) {
    const range = { "content-range": `bytes */${content.length}` };
    return { status: 416, headers: { ...facts, ...range }, body: new Uint8Array(0) };
  }
  const range = { "content-range": `bytes ${start}-${content.length - 1}/${content.length}` };
  return { status: 206, headers: { ...facts, ...range }, body: content.subarray(start) };
}

/**
 * Sends a reply; says whether the connection can be used for another one. Before its last bytes are
 * sent it says that it ends, for who has them may ask again before this is told that they are sent.
 */
async function send(
  connection: Deno.Conn,
  request: FaultyRequest,
  { status, headers, body, cut, drip }: Reply,
  onEnd: () => void,
): Promise<boolean> {
  const isBare = status === 304;
  const isKept = request.headers.get("connection") !== "close";
  const all: Record<string, string> = {
    ...(isBare || "transfer-encoding" in headers ? {} : { "content-length": String(body.length) }),
    ...headers,
  };
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`);
  await write(connection, encoder.encode(`HTTP/1.1 ${status} Status\r\n${lines.join("")}\r\n`));
  if (request.method === "HEAD" || isBare) return isKept;
  const sent = body.subarray(0, cut);
  const slow = Math.min(drip?.bytes ?? 0, sent.length);
  for (let i = 0; i < slow; i++) {
    await new Promise((resolve) => setTimeout(resolve, drip!.milliseconds));
    await write(connection, sent.subarray(i, i + 1));
  }
  onEnd();
  await write(connection, sent.subarray(slow));
  const isTrue = [undefined, String(body.length)].includes(all["content-length"]);
  return cut === undefined && isTrue && isKept;
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
