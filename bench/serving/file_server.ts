/**
 * The least that Deno can do, on loopback: one file for whatever is asked. Prints its URL.
 *
 *     deno run --allow-net=127.0.0.1 --allow-read file_server.ts KIND FILE [BYTES]
 *
 * KIND is `text`, which keeps the text of the file at hand, or `dump`, which reads it anew for each
 * request, as a source of dumps that has the same one for every hour. BYTES is how many a second it
 * sends to a connection at most; for each dump that has gone out so slowly it prints the moment of
 * the last byte, in milliseconds since 1970.
 *
 * @module
 */
const [kind, path, limit] = Deno.args as [kind: string, path: string, limit?: string];

const options = {
  hostname: "127.0.0.1",
  port: 0,
  onListen: ({ port }: Deno.NetAddr) => console.log(`http://127.0.0.1:${port}/`),
};
if (kind === "text") {
  const body = await Deno.readTextFile(path);
  Deno.serve(options, () => new Response(body));
} else {
  const { size } = await Deno.stat(path);
  const headers = { "content-length": String(size), etag: `"${size}"` };
  Deno.serve(options, async () => {
    const { readable } = await Deno.open(path);
    const body = limit === undefined ? readable : readable.pipeThrough(slowly(size, +limit));
    return new Response(body, { headers });
  });
}

/** Lets so many bytes a second through, and tells when the last one has gone. */
function slowly(
  size: number,
  bytesPerSecond: number,
): TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>> {
  let sent = 0;
  return new TransformStream({
    async transform(chunk, controller) {
      controller.enqueue(chunk);
      sent += chunk.length;
      if (sent === size) console.log(Date.now());
      await new Promise((resolve) => setTimeout(resolve, (chunk.length / bytesPerSecond) * 1000));
    },
  });
}
