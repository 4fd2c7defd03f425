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
  /** Ends what would keep connections open; to be begun when the server shuts down. */
  close: () => Promise<void>;
}

/** How long the last answers may take once nothing waits for anything any more, in milliseconds. */
const LAST_MS = 1000;

/**
 * Serves until it is told to shut down: then it accepts no more connections, finishes what is in
 * flight within a time, and cuts off the rest.
 *
 * @param handler Answers requests.
 * @param options Where to listen, and how to end.
 * @throws {Error} If it cannot listen there.
 */
export async function serve(
  handler: Handler,
  { hostname, port, signal, graceMs, onListen, close }: ServeOptions,
): Promise<void> {
  const cut = new AbortController();
  const server = listen({
    hostname,
    port,
    signal: cut.signal,
    onListen: ({ hostname, port }) =>
      onListen(`http://${hostname.includes(":") ? `[${hostname}]` : hostname}:${port}/`),
  }, handler);
  await Promise.race([server.finished, aborted(signal)]);

  const timer = setTimeout(() => cut.abort(), graceMs + LAST_MS);
  await Promise.all([server.shutdown(), close()]);
  clearTimeout(timer);
}

function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    signal.addEventListener("abort", () => resolve(), { once: true });
  });
}

function listen(
  options: Deno.ServeTcpOptions & { onListen: (address: Deno.NetAddr) => void },
  handler: Handler,
): Deno.HttpServer<Deno.NetAddr> {
  try {
    return Deno.serve(options, handler);
  } catch (cause) {
    if (!(cause instanceof Error) || cause.name === "NotCapable") throw cause;
    const place = `${options.hostname}:${options.port}`;
    const why = cause instanceof Deno.errors.AddrInUse
      ? "another program listens there already; choose another --port"
      : `${cause.message}; choose another --host or --port`;
    throw new Error(`Cannot listen at "${place}": ${why}`, { cause });
  }
}
