import { assertEquals, assertFalse, assertRejects } from "@std/assert";
import { ConnectionClosedError, RawConnection, rawExchange } from "./raw_http.ts";

const encoder = new TextEncoder();

Deno.test("RawConnection.ask reads lengths, chunks, no bodies, and uses a connection again", async () => {
  const answers: Record<string, () => Response> = {
    "/length": () => new Response("ä".repeat(100_000)),
    "/chunks": () =>
      new Response(
        ReadableStream.from(["a", "b".repeat(70_000), "c"].map((t) => encoder.encode(t))),
      ),
    "/none": () => new Response(null, { status: 304 }),
  };
  let connections = 0;
  const seen = new Set<number>();
  await using server = Deno.serve(
    { hostname: "127.0.0.1", port: 0, onListen: () => {} },
    (request, { remoteAddr }) => {
      if (!seen.has(remoteAddr.port)) connections++;
      seen.add(remoteAddr.port);
      return answers[new URL(request.url).pathname]!();
    },
  );
  using connection = await RawConnection.open(`http://127.0.0.1:${server.addr.port}/`);
  const lengths: number[] = [];
  for (const path of ["/length", "/chunks", "/none", "/chunks", "/length"]) {
    lengths.push((await connection.ask({ path })).body.length);
  }
  const head = await connection.ask({ method: "HEAD", path: "/length" });
  assertEquals([...lengths, head.body.length], [200_000, 70_002, 0, 70_002, 200_000, 0]);
  assertEquals(connections, 1);
});

Deno.test("RawConnection.ask leaves a gzipped body as it came", async () => {
  const zipped = await new Response(
    new Blob(["x".repeat(5000)]).stream().pipeThrough(new CompressionStream("gzip")),
  ).bytes();
  await using server = Deno.serve(
    { hostname: "127.0.0.1", port: 0, onListen: () => {} },
    () => new Response(zipped, { headers: { "content-encoding": "gzip" } }),
  );
  using connection = await RawConnection.open(`http://127.0.0.1:${server.addr.port}/`);
  assertEquals((await connection.ask({ path: "/" })).body, zipped);
});

Deno.test("RawConnection.ask rejects where the server closes the connection within the body", async () => {
  using listener = Deno.listen({ hostname: "127.0.0.1", port: 0 });
  const serving = (async () => {
    using connection = await listener.accept();
    await connection.read(new Uint8Array(1000));
    await connection.write(encoder.encode("HTTP/1.1 200 OK\r\ncontent-length: 10\r\n\r\nabc"));
  })();
  using connection = await RawConnection.open(`http://127.0.0.1:${listener.addr.port}/`);
  await assertRejects(() => connection.ask({ path: "/" }), ConnectionClosedError);
  assertFalse(connection.isOpen);
  await serving;
});

Deno.test("RawConnection.ask reads to the end of the connection where no length is given", async () => {
  using listener = Deno.listen({ hostname: "127.0.0.1", port: 0 });
  const serving = (async () => {
    using connection = await listener.accept();
    await connection.read(new Uint8Array(1000));
    await connection.write(encoder.encode("HTTP/1.1 200 OK\r\n\r\nabc"));
  })();
  using connection = await RawConnection.open(`http://127.0.0.1:${listener.addr.port}/`);
  assertEquals((await connection.ask({ path: "/" })).body, encoder.encode("abc"));
  assertFalse(connection.isOpen);
  await serving;
});

Deno.test("RawConnection.read hands out at most so many bytes, whatever they are", async () => {
  using listener = Deno.listen({ hostname: "127.0.0.1", port: 0 });
  const serving = (async () => {
    using connection = await listener.accept();
    await connection.read(new Uint8Array(1000));
    await connection.write(encoder.encode("abcdefg"));
  })();
  using connection = await RawConnection.open(`http://127.0.0.1:${listener.addr.port}/`, "x");
  const read: string[] = [];
  for (let bytes; (bytes = await connection.read(3)) !== null;) {
    read.push(new TextDecoder().decode(bytes));
  }
  assertEquals(read, ["abc", "def", "g"]);
  await serving;
});

Deno.test("rawExchange reads several responses, and does not wait for what does not end", async () => {
  await using server = Deno.serve(
    { hostname: "127.0.0.1", port: 0, onListen: () => {} },
    ({ url }) => new Response("a\n", { status: url.endsWith("/none") ? 404 : 200 }),
  );
  const url = `http://127.0.0.1:${server.addr.port}`;
  const request = (path: string) => `GET ${path} HTTP/1.1\r\nHost: a\r\n\r\n`;
  const two = await rawExchange(url, request("/") + request("/none"), 200);
  assertEquals([two.status, two.statuses], [200, [200, 404]]);
  assertEquals(await rawExchange(url, "", 50), { text: "", status: undefined, statuses: [] });
});
