import { assertEquals } from "@std/assert";
import { RawConnection } from "../serving/raw_connection.ts";
import { eventStream } from "./event_stream.ts";

Deno.test("eventStream puts pieces together, and passes over comments", async () => {
  const bytes = new TextEncoder().encode(
    'event: job\ndata: {"a": "ä"}\n\n: alive\n\nevent: end\ndata: {}\n\n',
  );
  // One byte after the other, and so a boundary within everything.
  const pieces = ReadableStream.from(Array.from(bytes, (byte) => new Uint8Array([byte])));
  await using server = Deno.serve(
    { hostname: "127.0.0.1", port: 0, onListen: () => {} },
    () => new Response(pieces),
  );
  using connection = await RawConnection.open(`http://127.0.0.1:${server.addr.port}/`);
  await connection.send({ path: "/" });
  await connection.readHead();
  const events = await Array.fromAsync(eventStream(connection));
  assertEquals(events, [{ name: "job", data: '{"a": "ä"}' }, { name: "end", data: "{}" }]);
});
