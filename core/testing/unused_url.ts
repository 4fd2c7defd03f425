/**
 * A URL of this machine at which nobody listens: connections to it are refused.
 *
 * @returns The URL, with the slash at the end.
 */
export function unusedUrl(): string {
  using listener = Deno.listen({ hostname: "127.0.0.1", port: 0 });
  return `http://127.0.0.1:${listener.addr.port}/`;
}
