import { Buffer } from "node:buffer";
import { gzipSync } from "node:zlib";
import { assert, assertEquals, AssertionError, assertRejects } from "@std/assert";
import { cut, streamOf } from "../../testdata/chunks.ts";
import { uncaughtIn } from "../testing/left_behind.ts";
import { Random } from "../../testdata/random.ts";
import type { Bytes } from "./bytes.ts";
import { type Gunzip, gunzip, plainBytes } from "./gunzip.ts";
import { gunzipNode, gunzipStream } from "../node/gunzip_node.ts";

const GUNZIPS: Record<string, Gunzip> = { gunzip, gunzipNode, gunzipStream };
const WITH_NODE: Record<string, Gunzip> = { gunzipNode, gunzipStream };
const PURE = { permissions: "none" } as const;

/** Longer than all buffers on the way together, and neither simple nor hard to compress. */
const CONTENT = dumpLike(4_000_000);
const GZIP = gzip(CONTENT);

function dumpLike(length: number): Uint8Array {
  const random = new Random(7);
  let text = "";
  while (text.length < length) {
    text += `en Page_${random.below(1e6)}_${random.below(9)} ${random.below(99)} 0\n`;
  }
  return Buffer.from(text);
}

function gzip(content: Uint8Array | string): Uint8Array {
  return new Uint8Array(gzipSync(content));
}

function changed(bytes: Uint8Array, at: number): Uint8Array {
  const copy = bytes.slice();
  copy[at < 0 ? copy.length + at : at]! ^= 1;
  return copy;
}

const concat = (...parts: Uint8Array[]): Uint8Array => Buffer.concat(parts);

/** In chunks as they come from a network. */
function pieces(bytes: Uint8Array, size = 50_000): Uint8Array[] {
  return Array.from(
    { length: Math.ceil(bytes.length / size) },
    (_, i) => bytes.subarray(i * size, (i + 1) * size),
  );
}

/** Reads chunks as the scanner does: each is valid until the next one is asked for. */
async function readAll(stream: ReadableStream<Bytes>): Promise<Uint8Array> {
  const copies: Uint8Array[] = [];
  const reader = stream.getReader();
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    copies.push(next.value.slice());
  }
  return concat(...copies);
}

/** Compares without showing megabytes of difference. */
function assertSame(actual: Uint8Array, expected: Uint8Array) {
  assertEquals(actual.length, expected.length);
  assert(Buffer.from(actual).equals(expected), "the bytes differ");
}

for (const [name, gunzip] of Object.entries(GUNZIPS)) {
  Deno.test(`${name} gunzips in chunks of any size`, PURE, async () => {
    assertSame(await readAll(gunzip(streamOf(...pieces(GZIP)))), CONTENT);
    const content = CONTENT.subarray(0, 2000);
    const [first, ...rest] = pieces(gzip(content), 1);
    const nothing = new Uint8Array(0);
    const chunks = [nothing, first, ...Array(99).fill(nothing), ...rest, nothing];
    assertSame(await readAll(gunzip(streamOf(...chunks))), content);
  });

  Deno.test(`${name} gunzips nothing to nothing`, PURE, async () => {
    assertEquals((await readAll(gunzip(streamOf(gzip(""))))).length, 0);
  });

  Deno.test(`${name} leaves memory that its source goes on using as it is`, PURE, async () => {
    const memory = new Uint8Array([...gzip("en A 1 0\n"), ...gzip("en B 2 0\n")]);
    const copy = memory.slice();
    const file = new ReadableStream<Bytes>({
      start(controller) {
        controller.enqueue(memory.subarray(0, gzip("en A 1 0\n").length));
        controller.close();
      },
    });
    await readAll(gunzip(file));
    assertEquals(memory, copy);
  });

  const broken: Record<string, Uint8Array> = {
    "without its last byte": GZIP.subarray(0, -1),
    "without its trailer": GZIP.subarray(0, -8),
    "that ends halfway": GZIP.subarray(0, GZIP.length / 2),
    "that ends in its header": GZIP.subarray(0, 5),
    "that ends after its magic bytes": GZIP.subarray(0, 2),
    "with a wrong checksum": changed(GZIP, -8),
    "with a wrong length": changed(GZIP, -1),
    "with a bit changed halfway": changed(GZIP, GZIP.length >> 1),
    "with an unknown method of compression": changed(GZIP, 2),
    "followed by text": concat(GZIP, Buffer.from("garbage")),
    "followed by half a member": concat(GZIP, GZIP.subarray(0, 100)),
    "followed by half the header of a member": concat(GZIP, GZIP.subarray(0, 1)),
    "followed by a member that is corrupt": concat(GZIP, changed(gzip("en A 1 0\n"), -8)),
  };
  for (const [how, bytes] of Object.entries(broken)) {
    Deno.test(`${name} rejects a file ${how}`, PURE, async () => {
      await assertRejects(() => readAll(gunzip(streamOf(...pieces(bytes)))), Error);
      await assertRejects(() => readAll(gunzip(streamOf(bytes))), Error);
    });
  }

  Deno.test(`${name} passes the error of its source on`, PURE, async () => {
    await assertRejects(() => readAll(gunzip(failing(9))), Error, "connection reset");
  });

  Deno.test(`${name} passes the error of its source on to a slow reader`, PURE, async () => {
    let thrown: unknown;
    const uncaught = await uncaughtIn(async () => {
      // While the reader is busy with its first chunk, much of the file arrives, and fails.
      const isBusy = Promise.withResolvers<void>();
      const chunks = pieces(GZIP).slice(0, -1);
      const total = chunks.length;
      const file = new ReadableStream<Bytes>({
        async pull(controller) {
          if (total - chunks.length === 4) await isBusy.promise;
          const chunk = chunks.shift();
          if (chunk === undefined) controller.error(new Error("connection reset"));
          else controller.enqueue(new Uint8Array(chunk));
        },
      }, { highWaterMark: 0 });
      const reader = gunzip(file).getReader();
      assert((await reader.read()).value!.length > 0);
      isBusy.resolve();
      await new Promise((resolve) => setTimeout(resolve, 100));
      try {
        while (!(await reader.read()).done);
      } catch (error) {
        thrown = error;
      }
    });
    assertEquals(uncaught, []);
    assertEquals(String(thrown), "Error: connection reset");
  });

  Deno.test(`${name} stops when it is cancelled midway`, PURE, async () => {
    let reason: unknown;
    const uncaught = await uncaughtIn(async () => {
      const chunks = pieces(GZIP);
      const file = new ReadableStream<Bytes>({
        // It never ends: only to cancel it ends the test.
        pull: (controller) => controller.enqueue(new Uint8Array(chunks.shift() ?? [])),
        cancel: (why) => {
          reason = why;
        },
      }, { highWaterMark: 0 });
      const reader = gunzip(file).getReader();
      assert((await reader.read()).value!.length > 0);
      await reader.cancel(new Error("enough"));
      assertEquals((await reader.read()).done, true);
    });
    assertEquals(uncaught, []);
    assertEquals(String(reason), "Error: enough");
  });

  Deno.test(`${name} stops when it is cancelled before it began`, PURE, async () => {
    await gunzip(streamOf(GZIP)).cancel();
  });
}

/** A file whose source fails after some of its chunks. */
function failing(after: number): ReadableStream<Bytes> {
  const chunks = pieces(GZIP);
  assert(after < chunks.length);
  let read = 0;
  return new ReadableStream<Bytes>({
    async pull(controller) {
      await new Promise((resolve) => setTimeout(resolve));
      if (read === after) controller.error(new Error("connection reset"));
      else controller.enqueue(new Uint8Array(chunks[read++]!));
    },
  }, { highWaterMark: 0 });
}

const TWO_MEMBERS = concat(gzip("en A 1 0\n"), gzip("en B 2 0\n"));
const TWO_LINES = new TextEncoder().encode("en A 1 0\nen B 2 0\n");

for (const [name, gunzip] of Object.entries(WITH_NODE)) {
  Deno.test(`${name} reads all members of a file`, PURE, async () => {
    const content = await readAll(gunzip(streamOf(...pieces(concat(GZIP, GZIP)))));
    assertSame(content, concat(CONTENT, CONTENT));
  });
}

for (const [name, gunzip] of Object.entries({ gunzipNode, gunzipStream })) {
  Deno.test(`${name} takes no harm from zeros behind the file`, PURE, async () => {
    const padded = concat(GZIP, new Uint8Array(512));
    assertSame(await readAll(gunzip(streamOf(...pieces(padded)))), CONTENT);
    assertSame(await readAll(gunzip(streamOf(padded))), CONTENT);
  });
}

for (const [name, gunzip] of Object.entries({ gunzipNode, gunzipStream })) {
  Deno.test(`${name} rejects a file followed by zeros and more`, PURE, async () => {
    for (const more of [gzip("en B 2 0\n"), Buffer.from("garbage")]) {
      const bytes = concat(GZIP, new Uint8Array(9), more);
      for (const chunks of [[bytes], pieces(bytes), pieces(bytes, 1 << 20)]) {
        await assertRejects(() => readAll(gunzip(streamOf(...chunks))), Error, "garbage");
      }
    }
  });
}

Deno.test("gunzipNode puts each chunk into the memory that it is given", PURE, async () => {
  for (const size of [1000, 1 << 20]) {
    const rooms: Bytes[] = [];
    const room = () => {
      rooms.push(new Uint8Array(new ArrayBuffer(size + 9), 9));
      return rooms.at(-1)!;
    };
    const content: Bytes[] = [];
    for await (const chunk of gunzipNode(streamOf(...pieces(GZIP)), room)) {
      assert(chunk.buffer === rooms.at(-1)!.buffer && chunk.byteOffset === 9);
      content.push(chunk);
    }
    assertSame(concat(...content), CONTENT);
  }
});

Deno.test("gunzip reads all members of a file or none, never a part", PURE, async () => {
  for (const size of [1, 7, 1000]) {
    try {
      const content = await readAll(gunzip(streamOf(...pieces(TWO_MEMBERS, size))));
      assertEquals(new Uint8Array(content), TWO_LINES);
    } catch (error) {
      assert(error instanceof Error && !(error instanceof AssertionError), String(error));
    }
  }
});

Deno.test("plainBytes gunzips what is gzipped and passes on what is not", PURE, async () => {
  const content = CONTENT.subarray(0, 3000);
  for (let seed = 1; seed <= 20; seed++) {
    for (const bytes of [content, gzip(content)]) {
      const chunks = cut(bytes, new Random(seed));
      assertSame(await readAll(await plainBytes(streamOf(...chunks), gunzip)), content);
    }
  }
});

Deno.test("plainBytes passes on what is too short to tell", PURE, async () => {
  for (const bytes of [[], [0x1f], [0x0a], [0x1f, 0x1f], [0x8b, 0x1f], [0x1f, 0x0a]]) {
    for (const empty of [[], [new Uint8Array(0)]]) {
      const chunks = [...empty, ...bytes.map((byte) => Uint8Array.of(byte)), ...empty];
      const plain = await readAll(await plainBytes(streamOf(...chunks), gunzip));
      assertEquals([...plain], bytes);
    }
  }
});

Deno.test("plainBytes rejects a file of the magic bytes alone", PURE, async () => {
  const plain = await plainBytes(streamOf(Uint8Array.of(0x1f), Uint8Array.of(0x8b)), gunzip);
  await assertRejects(() => readAll(plain), Error);
});

Deno.test("plainBytes rejects when the dump cannot be read", PURE, async () => {
  await assertRejects(() => plainBytes(failing(0), gunzip), Error, "connection reset");
  const plain = await plainBytes(failing(2), gunzip);
  await assertRejects(() => readAll(plain), Error, "connection reset");
});

Deno.test("plainBytes cancels the dump with its reason", PURE, async () => {
  for (const start of [GZIP, CONTENT]) {
    let reason: unknown;
    const dump = new ReadableStream<Bytes>({
      pull: (controller) => controller.enqueue(new Uint8Array(start.subarray(0, 10_000))),
      cancel: (why) => {
        reason = why;
      },
    }, { highWaterMark: 0 });
    const plain = await plainBytes(dump, gunzip);
    await plain.cancel(new Error("enough"));
    assertEquals(String(reason), "Error: enough");
  }
});
