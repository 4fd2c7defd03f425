/**
 * A dumps server on loopback that has one dump for every hour: deno run dump_server.ts DUMP [BYTES],
 * where BYTES is how many a second it sends to a connection at most. Prints its URL, and for each
 * dump that has gone out so slowly the moment of its last byte, in milliseconds since 1970.
 *
 * @module
 */
const [path, limit] = Deno.args;
const bytesPerSecond = Number(limit);
const { size } = await Deno.stat(path);

Deno.serve({
  hostname: "127.0.0.1",
  port: 0,
  onListen: ({ port }) => console.log(`http://127.0.0.1:${port}/`),
}, async () => {
  const { readable } = await Deno.open(path);
  const body = limit === undefined ? readable : readable.pipeThrough(slowly());
  return new Response(body, { headers: { "content-length": String(size), etag: `"${size}"` } });
});

/** Lets so many bytes a second through, and tells when the last one has gone. */
function slowly(): TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>> {
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
