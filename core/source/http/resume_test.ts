import { assert, assertEquals, assertRejects } from "@std/assert";
import { FakeClock } from "../../testing/fake_clock.ts";
import { cut } from "../../../testdata/chunks.ts";
import { Random } from "../../../testdata/random.ts";
import type { Bytes } from "../../dump/bytes.ts";
import { FetchError } from "./fetch_error.ts";
import { type Part, resumable, type ResumeOptions } from "./resume.ts";

const FILE = new Uint8Array(Array.from({ length: 10_000 }, (_, i) => i * 7 + (i >> 8)));
const BUSY = new FetchError("Cannot fetch: busy", { transient: true });

interface Told {
  start: number;
  validator: string | undefined;
}

/** Chunks of a file, and what becomes of the connection behind them. */
function connection(
  chunks: Uint8Array[],
  end: "closes" | "breaks" | "hangs",
  onCancel = () => {},
): ReadableStream<Bytes> {
  const rest = chunks.map((chunk) => new Uint8Array(chunk));
  return new ReadableStream<Bytes>({
    pull(controller) {
      const chunk = rest.shift();
      if (chunk !== undefined) return controller.enqueue(chunk);
      if (end === "closes") controller.close();
      else if (end === "breaks") controller.error(new TypeError("connection reset"));
      else return new Promise(() => {});
    },
    cancel: onCancel,
  }, { highWaterMark: 0 });
}

function partFrom(start: number, body: ReadableStream<Bytes>, facts: Partial<Part> = {}): Part {
  return { body, start, length: FILE.length, validator: '"1"', ...facts };
}

function read(
  first: Part,
  open: (start: number, validator: string | undefined, tries: number) => Part,
  options: Partial<ResumeOptions> = {},
): { asked: Told[]; clock: FakeClock; body: ReadableStream<Bytes>; bytes: Promise<Uint8Array> } {
  const asked: Told[] = [];
  const clock = new FakeClock();
  const body = resumable(first, {
    clock,
    retryFor: 60_000,
    // deno-lint-ignore require-await
    async open(start, validator) {
      asked.push({ start, validator });
      return open(start, validator, asked.length);
    },
    ...options,
  });
  // Read as soon as somebody asks.
  return {
    asked,
    clock,
    body,
    get bytes() {
      return new Response(body).bytes();
    },
  };
}

const never = (): Part => {
  throw new Error("it was opened again");
};

Deno.test("resumable() passes a file on that comes whole", async () => {
  const body = connection(cut(FILE, new Random(1)), "closes");
  assertEquals(await read(partFrom(0, body), never).bytes, FILE);
  const facts = { length: undefined, validator: undefined };
  assertEquals(
    await read(partFrom(0, connection([FILE], "closes"), facts), never).bytes,
    FILE,
  );
  assertEquals((await read(partFrom(0, connection([], "closes"), facts), never).bytes).length, 0);
});

for (const end of ["breaks", "closes", "hangs"] as const) {
  Deno.test(`resumable() goes on where a connection ${end} too early`, async () => {
    for (let seed = 1; seed <= (end === "hangs" ? 3 : 8); seed++) {
      const random = new Random(seed);
      const piece = (start: number) => {
        const next = start + random.between(1, 3000);
        const chunks = cut(FILE.subarray(start, next), random);
        return connection(chunks, next >= FILE.length ? "closes" : end);
      };
      const reading = read(partFrom(0, piece(0)), (start) => partFrom(start, piece(start)));
      assertEquals(await reading.bytes, FILE);
      for (const { start, validator } of reading.asked) {
        assert(start > 0 && start < FILE.length);
        assertEquals(validator, '"1"');
      }
    }
  });
}

Deno.test("resumable() goes on from the first byte if nothing has come", async () => {
  const reading = read(
    partFrom(0, connection([], "breaks")),
    () => partFrom(0, connection([FILE], "closes")),
  );
  assertEquals(await reading.bytes, FILE);
  assertEquals(reading.asked, [{ start: 0, validator: '"1"' }]);
});

Deno.test("resumable() skips what a server sends twice that does not know ranges", async () => {
  for (let seed = 1; seed <= 8; seed++) {
    const random = new Random(seed);
    const reading = read(
      partFrom(0, connection([FILE.subarray(0, random.below(9999))], "breaks")),
      // It breaks again before it gets to anything new.
      (_start, _validator, tries) =>
        partFrom(
          0,
          tries === 1
            ? connection([FILE.subarray(0, 5)], "breaks")
            : connection(cut(FILE, random), "closes"),
        ),
    );
    assertEquals(await reading.bytes, FILE);
  }
});

Deno.test("resumable() reads anew what may have been decoded on its way", async () => {
  const facts = { length: undefined };
  const reading = read(
    partFrom(0, connection([FILE.subarray(0, 6000)], "breaks"), facts),
    (start) => partFrom(start, connection([FILE.subarray(start)], "closes"), facts),
  );
  assertEquals(await reading.bytes, FILE);
  assertEquals(reading.asked, [{ start: 0, validator: '"1"' }]);
});

const CHANGES: Record<string, Partial<Part>> = {
  "has another ETag": { validator: '"2"' },
  "has another length": { length: FILE.length + 1 },
  "comes from a later byte": { start: 5001 },
};

for (const [what, facts] of Object.entries(CHANGES)) {
  Deno.test(`resumable() fails if the rest ${what}`, async () => {
    let cancelled = false;
    const reading = read(
      partFrom(0, connection([FILE.subarray(0, 5000)], "breaks")),
      (start) => {
        const body = connection([FILE.subarray(start)], "closes", () => cancelled = true);
        return partFrom(start, body, facts);
      },
    );
    const error = await assertRejects(() => reading.bytes, Error, "Cannot resume dump: ");
    // Reading the dump anew from its beginning may help; asking on would not.
    assert(!(error instanceof FetchError));
    assert(cancelled, "the connection was left open");
    assertEquals(reading.asked.length, 1);
  });
}

Deno.test("resumable() tries again as long as there is progress", async () => {
  const reading = read(
    partFrom(0, connection([FILE.subarray(0, 100)], "breaks")),
    (start, _validator, tries) => {
      if (tries % 2 === 1) throw BUSY;
      const isLast = start + 100 >= FILE.length;
      const chunk = FILE.subarray(start, start + 100);
      return partFrom(start, connection([chunk], isLast ? "closes" : "breaks"));
    },
    { retryFor: 6000 },
  );
  assertEquals(await reading.bytes, FILE);
  assertEquals(reading.asked.length, 198);
});

Deno.test("resumable() gives up if there is no progress", async () => {
  const told: string[] = [];
  const reading = read(
    partFrom(0, connection([FILE.subarray(0, 100)], "breaks")),
    (start) => partFrom(start, connection([], "breaks")),
    { retryFor: 20_000, onRetry: ({ message }) => told.push(message) },
  );
  await assertRejects(() => reading.bytes, FetchError, "connection reset");
  const { asked, clock } = reading;
  assert(asked.length >= 3 && asked.length <= 5, `it asked ${asked.length} times`);
  assertEquals(clock.slept.length, asked.length);
  assertEquals(told.length, asked.length);
});

Deno.test("resumable() says how far it got when a connection ends too early", async () => {
  const reading = read(
    partFrom(0, connection([FILE.subarray(0, 100)], "closes")),
    never,
    { retryFor: 0 },
  );
  await assertRejects(() => reading.bytes, FetchError, "ended after 100 of 10000 bytes");
});

Deno.test("resumable() gives a connection up on which nothing comes", async () => {
  let cancelled = false;
  const body = connection([FILE.subarray(0, 100)], "hangs", () => cancelled = true);
  const reading = read(partFrom(0, body), never, { retryFor: 0 });
  await assertRejects(() => reading.bytes, FetchError, "nothing came for 30 s");
  assert(cancelled, "the connection was left open");
});

Deno.test("resumable() fails at once if another try is of no use", async () => {
  const reading = read(partFrom(0, connection([FILE.subarray(0, 100)], "breaks")), () => {
    throw new FetchError("Cannot fetch: status is 403");
  });
  await assertRejects(() => reading.bytes, FetchError, "status is 403");
  assertEquals(reading.asked.length, 1);
});

Deno.test("resumable() stops with its signal, also in the middle of a wait", async () => {
  for (const end of ["hangs", "breaks"] as const) {
    const controller = new AbortController();
    const reading = read(partFrom(0, connection([FILE.subarray(0, 100)], end)), never, {
      signal: controller.signal,
      onRetry: () => queueMicrotask(() => controller.abort(new Error("interrupted"))),
    });
    const reader = reading.body.getReader();
    await reader.read();
    const next = reader.read();
    if (end === "hangs") queueMicrotask(() => controller.abort(new Error("interrupted")));
    await assertRejects(() => next, Error, "interrupted");
    assertEquals(reading.asked, []);
  }
});

Deno.test("resumable() ends its connection when it is cancelled", async () => {
  let cancelled = false;
  const body = connection([FILE.subarray(0, 100)], "hangs", () => cancelled = true);
  const reading = read(partFrom(0, body), never);
  const reader = reading.body.getReader();
  await reader.read();
  await reader.cancel(new Error("enough"));
  assert(cancelled);
});

Deno.test("resumable() asks no more once it was cancelled in the middle of a wait", async () => {
  const waiting = Promise.withResolvers<void>();
  const reading = read(
    partFrom(0, connection([FILE.subarray(0, 100)], "breaks")),
    never,
    { onRetry: () => waiting.resolve() },
  );
  const reader = reading.body.getReader();
  await reader.read();
  const next = reader.read();
  await waiting.promise;
  await reader.cancel(new Error("enough"));
  const { done, value } = await next;
  assertEquals({ done, value }, { done: true, value: undefined });
  await new Promise((resolve) => setTimeout(resolve, 50));
  assertEquals(reading.asked, []);
});

Deno.test("resumable() lets go of what comes after it was cancelled", async () => {
  const opening = Promise.withResolvers<void>();
  const isOpen = Promise.withResolvers<Part>();
  let cancelled = false;
  const reading = read(partFrom(0, connection([FILE.subarray(0, 100)], "breaks")), never, {
    open() {
      opening.resolve();
      return isOpen.promise;
    },
  });
  const reader = reading.body.getReader();
  await reader.read();
  const next = reader.read();
  await opening.promise;
  await reader.cancel(new Error("enough"));
  isOpen.resolve(partFrom(100, connection([], "hangs", () => cancelled = true)));
  await next;
  await new Promise((resolve) => setTimeout(resolve, 20));
  assert(cancelled, "the connection was left open");
});

/** Bytes that come one by one, each after so many milliseconds. */
function drip(clock: FakeClock, from: number, every: number, length = 1): ReadableStream<Bytes> {
  let position = from;
  return new ReadableStream<Bytes>({
    async pull(controller) {
      if (position >= FILE.length) return controller.close();
      await clock.sleep(every);
      controller.enqueue(new Uint8Array(FILE.subarray(position, position += length)));
    },
  }, { highWaterMark: 0 });
}

Deno.test("resumable() gives up a connection that drips, and one that only drips in the end", async () => {
  const clock = new FakeClock();
  const started = clock.now().getTime();
  const retries: string[] = [];
  const { asked, bytes } = read(
    partFrom(0, drip(clock, 0, 10_000)),
    (start) => partFrom(start, drip(clock, start, 10_000)),
    { clock, retryFor: 600_000, onRetry: ({ message }) => retries.push(message) },
  );
  const { message } = await assertRejects(() => bytes, FetchError);
  assertEquals(message, "only 6 bytes came in 60 s");
  assertEquals(new Set(retries), new Set([message]));
  assert(asked.length > 3, String(asked.length));
  const seconds = (clock.now().getTime() - started) / 1000;
  assert(seconds >= 540 && seconds <= 670, `it took ${seconds} s`);
});

Deno.test("resumable() goes on where a connection that drips was given up", async () => {
  const clock = new FakeClock();
  const rest = (start: number) => connection([FILE.subarray(start)], "closes");
  const { asked, bytes } = read(
    partFrom(0, drip(clock, 0, 10_000)),
    (start) => partFrom(start, rest(start)),
    { clock, retryFor: 600_000 },
  );
  assertEquals(await bytes, FILE);
  assertEquals(asked, [{ start: 5, validator: '"1"' }]);
});

Deno.test("resumable() has patience with 10 kB/s, in whatever pieces they come", async () => {
  for (const [every, length] of [[100, 1000], [500, 5000], [1000, 10_000]] as const) {
    const clock = new FakeClock();
    const body = drip(clock, 0, every, length);
    const { bytes } = read(partFrom(0, body), never, { clock, retryFor: 0 });
    assertEquals(await bytes, FILE);
  }
});
