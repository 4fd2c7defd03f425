import { assert, assertEquals, assertRejects } from "@std/assert";
import { FakeClock } from "../../testing/fake_clock.ts";
import type { Bytes } from "../../dump/bytes.ts";
import { Hour } from "../../time/hour.ts";
import { FetchError } from "./fetch_error.ts";
import { HttpSource, type HttpSourceOptions } from "./http_source.ts";

const HOUR = Hour.parse("2026-09-10T18");
const FILE = new TextEncoder().encode("en Ada 7 0\n".repeat(100));

/** The places that are taken. */
class Places {
  taken = 0;
  most = 0;

  // deno-lint-ignore require-await
  connect = async (): Promise<Disposable> => {
    this.most = Math.max(this.most, ++this.taken);
    let isFree = false;
    return {
      [Symbol.dispose]: () => {
        assertEquals(isFree, false, "a place was given back twice");
        isFree = true;
        this.taken--;
      },
    };
  };
}

type Answer = (url: string, headers: Headers, signal: AbortSignal) => Promise<Response>;

function sourceOf(answer: Answer, options: Partial<HttpSourceOptions> = {}) {
  const places = new Places();
  const clock = new FakeClock();
  const fetch =
    ((url: string, { headers, signal }: RequestInit) =>
      answer(url, new Headers(headers), signal!)) as typeof globalThis.fetch;
  const source = new HttpSource("https://example.org/", {
    fetch,
    userAgent: "wikitop/test",
    clock,
    retryFor: 600_000,
    connect: places.connect,
    ...options,
  });
  return { source, places, clock };
}

function bodyOf(chunk: Uint8Array, end: (controller: ReadableStreamDefaultController) => void) {
  let isFirst = true;
  return new ReadableStream<Bytes>({
    pull(controller) {
      if (!isFirst) return end(controller);
      isFirst = false;
      controller.enqueue(new Uint8Array(chunk));
    },
  }, { highWaterMark: 0 });
}

const headers = { "content-length": String(FILE.length), etag: '"1"' };
const whole: Answer = () => Promise.resolve(new Response(FILE, { headers }));
const broken: Answer = () => {
  const body = bodyOf(FILE.subarray(0, 100), (c) => c.error(new TypeError("reset")));
  return Promise.resolve(new Response(body, { headers }));
};

Deno.test("HttpSource gives its connection back once the dump has been read", async () => {
  const { source, places } = sourceOf(whole);
  const { body } = await source.open(HOUR);
  assertEquals(places.taken, 1);
  await new Response(body).bytes();
  assertEquals(places.taken, 0);
});

Deno.test("HttpSource gives its connection back if the dump is not read to its end", async () => {
  for (const answer of [whole, broken]) {
    const { source, places } = sourceOf(answer);
    const { body } = await source.open(HOUR);
    const reader = body.getReader();
    await reader.read();
    await reader.cancel();
    assertEquals(places.taken, 0);
  }
});

Deno.test("HttpSource gives its connection back if it is cancelled while it waits", async () => {
  const waiting = Promise.withResolvers<void>();
  const { source, places } = sourceOf(broken);
  const { body } = await source.open(HOUR, { onRetry: () => waiting.resolve() });
  const reader = body.getReader();
  await reader.read();
  const next = reader.read();
  await waiting.promise;
  await reader.cancel();
  const { done, value } = await next;
  assertEquals({ done, value }, { done: true, value: undefined });
  assertEquals(places.taken, 0);
});

Deno.test("HttpSource gives its connection back if there is no dump, or no progress", async () => {
  for (const status of [304, 404, 403, 503]) {
    const answer = () => Promise.resolve(new Response(null, { status }));
    const { source, places } = sourceOf(answer);
    if (status === 304) await source.openIfChanged(HOUR, { etag: '"1"', last_modified: null });
    else await assertRejects(() => source.open(HOUR), Error, "Cannot ");
    assertEquals([places.taken, places.most], [0, 1]);
  }
  const { source, places } = sourceOf((_, headers) =>
    headers.has("range") ? Promise.reject(new TypeError("refused")) : broken("", headers, null!)
  );
  const { body } = await source.open(HOUR);
  await assertRejects(() => new Response(body).bytes(), FetchError, "refused");
  assertEquals(places.taken, 0);
});

Deno.test("HttpSource.measure() gives its connection back", async () => {
  for (const status of [200, 404, 503]) {
    const answer = () => Promise.resolve(new Response(null, { status, headers }));
    const { source, places } = sourceOf(answer);
    if (status === 503) await assertRejects(() => source.measure(HOUR), FetchError);
    else assertEquals(await source.measure(HOUR), status === 200 ? FILE.length : undefined);
    assertEquals([places.taken, places.most], [0, 1]);
  }
});

Deno.test("HttpSource gives a server up that takes the connection and never answers", async () => {
  const never: Answer = (_url, _headers, signal) =>
    new Promise((_, reject) => signal.addEventListener("abort", () => reject(signal.reason)));
  let asked = 0;
  const { source, clock } = sourceOf((...args) => asked++ < 2 ? never(...args) : whole(...args));
  const { body } = await source.open(HOUR);
  await body.cancel();
  assertEquals(asked, 3);
  assert(clock.slept.filter((delay) => delay === 30_000).length === 2, String(clock.slept));

  const impatient = sourceOf(never, { retryFor: 0 }).source;
  await assertRejects(() => impatient.open(HOUR), FetchError, "no answer came for 30 s");
  await assertRejects(() => impatient.measure(HOUR), FetchError, "no answer came for 30 s");
});

Deno.test("HttpSource does not take a slow body for no answer", async () => {
  const answer: Answer = (_url, _headers, signal) => {
    const body = bodyOf(FILE, (controller) => {
      assertEquals(signal.aborted, false);
      controller.close();
    });
    return Promise.resolve(new Response(body, { headers }));
  };
  const { source, clock } = sourceOf(answer);
  const { body } = await source.open(HOUR);
  await clock.sleep(40_000);
  assertEquals((await new Response(body).bytes()).length, FILE.length);
});

Deno.test("HttpSource asks for the file's own bytes, on a connection of its own", async () => {
  const asked: Headers[] = [];
  const { source } = sourceOf((url, headers, signal) => {
    asked.push(headers);
    return (asked.length === 1 ? broken : whole)(url, headers, signal);
  });
  const { body } = await source.open(HOUR);
  assertEquals((await new Response(body).bytes()).length, FILE.length);
  for (const headers of asked) {
    assertEquals(headers.get("accept-encoding"), "identity");
    assertEquals(headers.get("connection"), "close");
  }
  assertEquals(asked.map((headers) => headers.get("range")), [null, "bytes=100-"]);
  assertEquals(asked.map((headers) => headers.get("if-range")), [null, '"1"']);
});

const VALIDATORS: [headers: Record<string, string>, ifRange: string | null][] = [
  [{ etag: '"1"', "last-modified": "Thu, 10 Sep 2026 20:04:05 GMT" }, '"1"'],
  [
    { etag: 'W/"1"', "last-modified": "Thu, 10 Sep 2026 20:04:05 GMT" },
    "Thu, 10 Sep 2026 20:04:05 GMT",
  ],
  [{ etag: 'W/"1"' }, null],
];

for (const [facts, ifRange] of VALIDATORS) {
  Deno.test(`HttpSource resumes with ${ifRange ?? "no condition"} for ${Object.values(facts)[0]}`, async () => {
    const asked: (string | null)[] = [];
    const { source } = sourceOf((_url, headers) => {
      asked.push(headers.get("if-range"));
      const start = Number(/\d+/.exec(headers.get("range") ?? "0")![0]);
      const range = `bytes ${start}-${FILE.length - 1}/${FILE.length}`;
      const length = String(FILE.length - start);
      const body = start === 0
        ? bodyOf(FILE.subarray(0, 100), (c) => c.error(new TypeError("reset")))
        : FILE.slice(start);
      return Promise.resolve(
        new Response(body, {
          status: start === 0 ? 200 : 206,
          headers: {
            ...facts,
            "content-length": length,
            ...start === 0 ? {} : { "content-range": range },
          },
        }),
      );
    });
    const { body } = await source.open(HOUR);
    assertEquals(await new Response(body).bytes(), FILE);
    assertEquals(asked, [null, ifRange]);
  });
}

Deno.test("HttpSource goes on when its connection breaks behind the last byte", async () => {
  const { source } = sourceOf((_url, asked) => {
    if (asked.has("range")) {
      const range = { "content-range": `bytes */${FILE.length}` };
      return Promise.resolve(
        new Response(null, { status: 416, headers: { ...range, etag: '"1"' } }),
      );
    }
    const body = bodyOf(FILE, (controller) => controller.error(new TypeError("reset")));
    return Promise.resolve(new Response(body, { headers }));
  });
  const { body } = await source.open(HOUR);
  assertEquals(await new Response(body).bytes(), FILE);
});

for (
  const [location, words] of [
    ["http://example.org/dump", "which is not encrypted"],
    ["https://example.com/dump", "which is none of the sources"],
    ["https://[", "which is not a URL"],
  ] as const
) {
  Deno.test(`HttpSource does not follow a redirect to ${location}`, async () => {
    let asked = 0;
    const { source, places } = sourceOf(() => {
      asked++;
      return Promise.resolve(new Response(null, { status: 302, headers: { location } }));
    });
    const error = await assertRejects(() => source.open(HOUR), FetchError, words);
    assert(error.message.includes("source"), error.message);
    assertEquals([asked, places.taken], [1, 0]);
  });
}
