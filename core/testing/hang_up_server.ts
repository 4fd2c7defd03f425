/**
 * A server that promises a file, sends the beginning of it and hangs up.
 *
 * @param content The whole file.
 * @param sent How many bytes of it are sent.
 * @returns The server's URL, and what stops it.
 */
export function hangUpServer(
  content: Uint8Array,
  sent: number,
): { url: string } & AsyncDisposable {
  const listener = Deno.listen({ hostname: "127.0.0.1", port: 0 });
  const serving = serve(listener, content, sent);
  return {
    url: `http://127.0.0.1:${listener.addr.port}/`,
    async [Symbol.asyncDispose]() {
      listener.close();
      await serving;
    },
  };
}

async function serve(listener: Deno.TcpListener, content: Uint8Array, sent: number): Promise<void> {
  const head = new TextEncoder().encode(
    `HTTP/1.1 200 OK\r\nContent-Length: ${content.length}\r\n\r\n`,
  );
  for await (using connection of listener) {
    await connection.read(new Uint8Array(10_000));
    const writer = connection.writable.getWriter();
    await writer.write(head);
    await writer.write(content.slice(0, sent));
    writer.releaseLock();
  }
}
