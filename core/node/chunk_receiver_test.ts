import { assertEquals, assertRejects } from "@std/assert";
import type { Bytes } from "../dump/bytes.ts";
import { createChunkReceiver } from "./chunk_receiver.ts";

/** A receiver of a few chunks, and the memory that it has sent back. */
function receiverOf(...chunks: Bytes[]) {
  const back: Bytes[] = [];
  const receiver = createChunkReceiver((memory, transfer) => {
    assertEquals(transfer, [memory.buffer]);
    back.push(memory);
  });
  for (const chunk of chunks) receiver.push(chunk);
  return { receiver, back, reader: receiver.chunks.getReader() };
}

const [FIRST, SECOND] = [Uint8Array.of(1), Uint8Array.of(2)];

Deno.test("createChunkReceiver() sends memory back once the next chunk is asked for", async () => {
  const { receiver, back, reader } = receiverOf(FIRST, SECOND);
  receiver.end();
  assertEquals((await reader.read()).value, FIRST);
  assertEquals(back, []);
  assertEquals((await reader.read()).value, SECOND);
  assertEquals(back, [FIRST]);
  assertEquals((await reader.read()).done, true);
  assertEquals(back, [FIRST, SECOND]);
});

Deno.test("createChunkReceiver() fails as it is told, and drops what comes afterwards", async () => {
  const { receiver, reader } = receiverOf();
  receiver.fail(new Error("the request was cancelled"));
  receiver.push(FIRST);
  receiver.end();
  await assertRejects(() => reader.read(), Error, "the request was cancelled");
});

Deno.test("createChunkReceiver() drops what comes for a stream that was cancelled", async () => {
  const { receiver, back, reader } = receiverOf(FIRST);
  await reader.cancel();
  receiver.push(SECOND);
  receiver.fail(new Error("late"));
  assertEquals(back, []);
});
