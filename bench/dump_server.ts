/**
 * A dumps server on loopback that has one dump for every hour: deno run dump_server.ts DUMP [BYTES],
 * where BYTES is how many a second it sends to a connection at most. Prints its URL, and for each
 * dump that has gone out the moment of its last byte, in milliseconds since 1970.
 *
 * @module
 */
const [path, limit] = Deno.args;
const bytesPerSecond = Number(limit ?? Infinity);
const { size } = await Deno.stat(path);

Deno.serve({
  hostname: "127.0.0.1",
  port: 0,
  onListen: ({ port }) => console.log(`http://127.0.0.1:${port}/`),
}, async () => {
  const file = await Deno.open(path);
  let sent = 0;
  const body = file.readable.pipeThrough(
    new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>({
      async transform(chunk, controller) {
        controller.enqueue(chunk);
        const pause = (chunk.length / bytesPerSecond) * 1000;
        sent += chunk.length;
        if (sent === size) console.log(Date.now());
        if (pause > 0) await new Promise((resolve) => setTimeout(resolve, pause));
      },
    }),
  );
  return new Response(body, { headers: { "content-length": String(size), etag: `"${size}"` } });
});
