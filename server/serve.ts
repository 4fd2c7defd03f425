import { systemClock } from "../core/mod.ts";
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
  /** Called with where the server listens, as `http://127.0.0.1:8080/`. */
  onListen: (url: string) => void;
  /** Called when connections could not be accepted. */
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
 * flight within a time, and leaves the rest to the end of the process.
 */
export async function serve(
  handler: Handler,
  { hostname, port, signal, graceMs, onListen, onWarning, close }: ServeOptions,
): Promise<void> {
  const closing = aborted(signal);
  const listen = (port: number) => {
    try {
      return Deno.serve({ hostname, port, onListen: () => {} }, handler);
    } catch (cause) {
      throw cannotListen(`${hostname}:${port}`, cause);
    }
  };

  const first = listen(port);
  onListen(urlOf(first.addr));
  let server: Deno.HttpServer | undefined = first;
  const shutdowns = new Set<Promise<void>>();
  // Deno accepts no more once a connection could not be accepted: for want of file descriptors,
  // say, which whoever opens enough of them brings about.
  while (server !== undefined) {
    const failure = await Promise.race([server.finished.catch((error: Error) => error), closing]);
    if (failure === undefined) break;
    onWarning(new Error(`Cannot accept connections: ${failure.message}; idle ones are closed`));
    const shutdown = server.shutdown().catch(() => {}).finally(() => shutdowns.delete(shutdown));
    shutdowns.add(shutdown);
    server = await listenAgain(() => listen(first.addr.port), closing);
  }

  const since = performance.now();
  const ended = Promise.all([server?.shutdown(), ...shutdowns]);
  await close();
  // Who never comes to an end is cut off with the process: to abort a server that is shutting down
  // is an error that nobody can catch.
  const left = Math.max(graceMs - (performance.now() - since), LAST_MS);
  const over = new AbortController();
  const tooLong = systemClock.sleep(left, over.signal).catch(() => {});
  await Promise.race([ended, tooLong]);
  over.abort();
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

function cannotListen(address: string, cause: unknown): Error {
  const isTaken = cause instanceof Deno.errors.AddrInUse;
  const reason = isTaken
    ? "another process does already; choose another port by --port N"
    : cause instanceof Error
    ? cause.message
    : String(cause);
  return new Error(`Cannot listen at ${address}: ${reason}`, { cause });
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
