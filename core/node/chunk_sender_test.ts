import { assert, assertEquals, assertRejects } from "@std/assert";
import { streamOf } from "../../testdata/chunks.ts";
import { createChunkSender } from "./chunk_sender.ts";
import type { Bytes } from "../dump/bytes.ts";

/** The feed of a stream, and what it has sent. */
function feedOf(stream: ReadableStream<Bytes>) {
  const sent: (number[] | "end")[] = [];
  const feed = createChunkSender(stream.getReader(), (chunk, transfer) => {
    if (chunk !== undefined) assertEquals(transfer, [chunk.buffer]);
    sent.push(chunk === undefined ? "end" : [...chunk]);
  });
  return { feed, sent };
}

const chunks = (count: number) => Array.from({ length: count }, (_, i) => Uint8Array.of(i));

Deno.test("createChunkSender() sends eight chunks ahead, and one more for each that is used up", async () => {
  const { feed, sent } = feedOf(streamOf(...chunks(20)));
  await feed.start();
  assertEquals(sent.length, 8);
  await feed.next();
  await Promise.all([feed.next(), feed.next()]);
  assertEquals(sent, chunks(11).map((chunk) => [...chunk]));
});

Deno.test("createChunkSender() sends the end once", async () => {
  for (const count of [0, 3, 8, 9]) {
    const { feed, sent } = feedOf(streamOf(...chunks(count)));
    await feed.start();
    await Promise.all(Array.from({ length: 12 }, () => feed.next()));
    assertEquals(sent, [...chunks(count).map((chunk) => [...chunk]), "end"]);
  }
});

Deno.test("createChunkSender() moves no memory that others use", async () => {
  const memory = new Uint8Array([1, 2, 3, 4]);
  const stream = new ReadableStream<Bytes>({
    start(controller) {
      controller.enqueue(memory.subarray(1, 3));
      controller.close();
    },
  });
  let sent: Bytes | undefined;
  const feed = createChunkSender(stream.getReader(), (chunk, transfer) => {
    sent ??= structuredClone(chunk, { transfer });
  });
  await feed.start();
  assertEquals([...sent!], [2, 3]);
  assertEquals([...memory], [1, 2, 3, 4]);
});

Deno.test("createChunkSender() uses the memory again that comes back, if it is large enough", async () => {
  const sizes = [...Array(8).fill(4), 3, 4, 5];
  const sent: Bytes[] = [];
  const chunks = sizes.map((size, i) => new Uint8Array(size).fill(i));
  const sender = createChunkSender(streamOf(...chunks).getReader(), (chunk) => {
    if (chunk !== undefined) sent.push(chunk);
  });
  await sender.start();
  for (let i = 0; i < 3; i++) await sender.next(sent[i]);
  assertEquals(sent.slice(8), chunks.slice(8));
  assertEquals(sent.slice(8).map(({ buffer }, i) => buffer === sent[i]!.buffer), [
    true,
    true,
    false,
  ]);
});

Deno.test("createChunkSender() passes the error of the stream on", async () => {
  let pulls = 0;
  const stream = new ReadableStream<Bytes>({
    pull(controller) {
      if (pulls++ < 3) controller.enqueue(new Uint8Array([pulls]));
      else controller.error(new Error("connection reset"));
    },
  }, { highWaterMark: 0 });
  const { feed, sent } = feedOf(stream);
  await assertRejects(() => feed.start(), Error, "connection reset");
  assertEquals(sent.length, 3);
  assert(!sent.includes("end"));
});
