import { assertEquals, assertRejects } from "@std/assert";
import { streamOf } from "../../testdata/chunks.ts";
import type { Bytes } from "./bytes.ts";
import { tap } from "./tap.ts";

Deno.test("tap() shows each chunk before it passes", async () => {
  const seen: number[] = [];
  const stream = streamOf(Uint8Array.of(1, 2), Uint8Array.of(3));
  const bytes = await new Response(tap(stream, (chunk) => void seen.push(...chunk))).bytes();
  assertEquals([[...bytes], seen], [[1, 2, 3], [1, 2, 3]]);
});

Deno.test("tap() asks for no chunk in advance, so that all may be in the same memory", async () => {
  const memory = new Uint8Array(1);
  let pulls = 0;
  const stream = new ReadableStream<Bytes>({
    pull(controller) {
      memory[0] = ++pulls;
      controller.enqueue(memory);
    },
  }, { highWaterMark: 0 });
  const reader = tap(tap(stream, () => {}), () => {}).getReader();
  for (let i = 1; i <= 3; i++) {
    const { value } = await reader.read();
    await new Promise((resolve) => setTimeout(resolve));
    assertEquals([value![0], pulls], [i, i]);
  }
  await reader.cancel();
});

Deno.test("tap() ends both streams with the error of who looks on, or of the stream", async () => {
  let reason: unknown;
  const stream = new ReadableStream<Bytes>({
    pull: (controller) => controller.enqueue(Uint8Array.of(1)),
    cancel: (why) => void (reason = why),
  });
  const failed = new Error("disk full");
  const reader = tap(stream, () => Promise.reject(failed)).getReader();
  await assertRejects(() => reader.read(), Error, "disk full");
  assertEquals(reason, failed);

  const broken = new ReadableStream<Bytes>({
    pull: (controller) => controller.error(new Error("connection reset")),
  });
  await assertRejects(() => tap(broken, () => {}).getReader().read(), Error, "connection reset");
});
