/** Below those that a system gives to its own connections, which would take it before a server does. */
const [FIRST, LAST] = [15_000, 32_000];

/** A port of this machine at which nobody listens. */
export function unusedPort(): number {
  while (true) {
    const port = FIRST + Math.floor(Math.random() * (LAST - FIRST));
    try {
      using _listener = Deno.listen({ hostname: "127.0.0.1", port });
      return port;
    } catch (error) {
      if (!(error instanceof Deno.errors.AddrInUse)) throw error;
    }
  }
}
