import type { Handler } from "./handler.ts";

/** Options of {@linkcode serve}. */
export interface ServeOptions {
  /** The address to listen at. */
  hostname: string;
  /** The port, 0 for any that is free. */
  port: number;
  /** Aborts when the server is to shut down. */
  signal: AbortSignal;
  /** How long what is in flight may take then, in milliseconds. */
  graceMs: number;
  /** Hears where the server listens, as `http://127.0.0.1:8080/`. */
  onListen: (url: string) => void;
  /** Hears of connections that could not be accepted. */
  onWarning: (warning: Error) => void;
  /** Ends what would keep connections open; to be begun when the server shuts down. */
  close: () => Promise<void>;
}

/** How long the last answers may take once nothing waits for anything any more, in milliseconds. */
const LAST_MS = 1000;

/** For how long it is tried to listen again, in milliseconds, and how often. */
const LISTEN_AGAIN_MS = 60_000;
const LISTEN_EVERY_MS = 100;

/**
 * Serves until it is told to shut down: then it accepts no more connections, finishes what is in
 * flight within a time, and cuts off the rest.
 *
 * @param handler Answers requests.
 * @param options Where to listen, and how to end.
 * @throws {Deno.errors.AddrInUse} If somebody else listens there.
 */
export async function serve(
  handler: Handler,
  { hostname, port, signal, graceMs, onListen, onWarning, close }: ServeOptions,
): Promise<void> {
  const cut = new AbortController();
  const closing = aborted(signal);
  const listen = (port: number) =>
    Deno.serve({ hostname, port, signal: cut.signal, onListen: () => {} }, handler);

  let server = listen(port);
  const { addr } = server;
  onListen(urlOf(addr));
  const endings = new Set<Promise<void>>();
  // Deno accepts no more once a connection could not be accepted: for want of file descriptors,
  // say, which whoever opens enough of them brings about.
  while (true) {
    const failure = await Promise.race([server.finished.catch((error: Error) => error), closing]);
    if (failure === undefined) break;
    onWarning(new Error(`Cannot accept connections: ${failure.message}; idle ones are closed`));
    const ending = server.shutdown().catch(() => {}).finally(() => endings.delete(ending));
    endings.add(ending);
    const again = await listenAgain(() => listen(addr.port), closing);
    if (again === undefined) break;
    server = again;
  }

  const timer = setTimeout(() => cut.abort(), graceMs + LAST_MS);
  await Promise.all([server.shutdown(), close(), ...endings]);
  clearTimeout(timer);
}

/** Listens as soon as that is possible again, unless the server shuts down. */
async function listenAgain<Server>(
  listen: () => Server,
  closing: Promise<void>,
): Promise<Server | undefined> {
  let isClosing = false;
  void closing.then(() => isClosing = true);
  for (const end = performance.now() + LISTEN_AGAIN_MS;;) {
    await new Promise((resolve) => setTimeout(resolve, LISTEN_EVERY_MS));
    if (isClosing) return undefined;
    try {
      return listen();
    } catch (error) {
      // What used up the descriptors may still have them.
      if (performance.now() > end) throw error;
    }
  }
}

function urlOf({ hostname, port }: Deno.NetAddr): string {
  return `http://${hostname.includes(":") ? `[${hostname}]` : hostname}:${port}/`;
}

function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    signal.addEventListener("abort", () => resolve(), { once: true });
  });
}
