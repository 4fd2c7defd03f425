import { assert, assertEquals, assertRejects } from "@std/assert";
import { storeHour, storeIn } from "../../core/testing/store_hour.ts";
import { tempFolder } from "../../core/testing/temp_folder.ts";
import { openReport } from "../../core/mod.ts";
import { AnswerCache, type Rendered } from "./answer_cache.ts";
import { type CachedReport, versionOf } from "./report_cache.ts";
import { hourOf } from "../testing/controlled_make.ts";
import type { Exchange } from "../http/router.ts";

const OPTIONS = { type: "text/plain", cacheControl: "no-cache" };

function exchange(path: string, headers: Record<string, string> = {}): Exchange {
  const request = new Request(`http://wikitop.test${path}`, { headers });
  return { request, url: new URL(request.url), param: () => "", route: "/{path}" };
}

function rendered(text: string): () => Promise<Rendered> {
  return () => Promise.resolve({ ...OPTIONS, body: new TextEncoder().encode(text) });
}

/** An hour that stays fresh for some time, in milliseconds. */
async function cachedReport(at: string, freshFor = 60_000): Promise<CachedReport> {
  await using temp = await tempFolder();
  const made = { at, by: "wikitop/test", seconds: 1 };
  await storeHour(temp.path, "2026-09-10T18", { metadata: { made } });
  const report = await openReport(storeIn(temp.path), hourOf("2026-09-10T18"));
  return {
    report: report!,
    version: versionOf(report!),
    freshUntil: performance.now() + freshFor,
  };
}

const OLD = await cachedReport("2026-09-10T19:00:00Z");
const NEW = await cachedReport("2026-09-10T20:00:00Z");

async function found(cache: AnswerCache, { request }: Exchange): Promise<string | undefined> {
  return await cache.find(request, performance.now())?.answer.respond(request.headers).text();
}

Deno.test("AnswerCache.find() finds what was rendered for the same URL and formats", async () => {
  const cache = new AnswerCache(100_000);
  assertEquals(await found(cache, exchange("/a")), undefined);
  await cache.respond(exchange("/a"), OLD, rendered("A"));
  await cache.respond(exchange("/a", { accept: "text/csv" }), OLD, rendered("A as CSV"));
  assertEquals(await found(cache, exchange("/a")), "A");
  assertEquals(await found(cache, exchange("/a", { accept: "*/*" })), "A");
  assertEquals(await found(cache, exchange("/a", { accept: "text/csv" })), "A as CSV");
  assertEquals(await found(cache, exchange("/a", { accept: "text/html" })), undefined);
  assertEquals(await found(cache, exchange("/a?b")), undefined);
  assertEquals(cache.find(exchange("/a").request, performance.now())?.route, "/{path}");
});

Deno.test("AnswerCache.respond() renders once for all who ask at the same time", async () => {
  const cache = new AnswerCache(100_000);
  let count = 0;
  const render = async () => {
    await new Promise((resolve) => setTimeout(resolve, 1));
    return await rendered(`${++count}`)();
  };
  const all = await Promise.all(
    Array.from({ length: 50 }, () => cache.respond(exchange("/a"), OLD, render)),
  );
  for (const response of all) assertEquals(await response.text(), "1");
  assertEquals(await (await cache.respond(exchange("/a"), OLD, render)).text(), "1");
  assertEquals(await (await cache.respond(exchange("/b"), OLD, render)).text(), "2");
});

Deno.test("AnswerCache.respond() renders anew for another report of the hour", async () => {
  const cache = new AnswerCache(100_000);
  const text = async (cached: CachedReport, written: string) =>
    await (await cache.respond(exchange("/a"), cached, rendered(written))).text();
  assertEquals(await text(OLD, "old"), "old");
  assertEquals(await text(NEW, "new"), "new");
  assertEquals(await found(cache, exchange("/a")), "new");
  // At the same time, too.
  assertEquals(await Promise.all([text(OLD, "1"), text(NEW, "2")]), ["1", "new"]);
});

Deno.test("AnswerCache.find() finds nothing that may be out of date", async () => {
  const cache = new AnswerCache(100_000);
  const stale = await cachedReport("2026-09-10T21:00:00Z", 0);
  await cache.respond(exchange("/a"), stale, rendered("A"));
  assertEquals(await found(cache, exchange("/a")), undefined);
  // Once somebody has looked, the answer is as good as new.
  stale.freshUntil = performance.now() + 60_000;
  assertEquals(await found(cache, exchange("/a")), "A");
});

Deno.test("AnswerCache.respond() keeps no failure", async () => {
  const cache = new AnswerCache(100_000);
  const fail = () => Promise.reject(new RangeError("Cannot"));
  for (const isLong of [true, true, true, true, true, false]) {
    await assertRejects(() => cache.respond(exchange("/a"), OLD, fail, { isLong }), RangeError);
  }
  assertEquals(await found(cache, exchange("/a")), undefined);
  const response = await cache.respond(exchange("/a"), OLD, rendered("A"), { isLong: true });
  assertEquals(await response.text(), "A");
});

Deno.test("AnswerCache keeps no more than it may, what was asked for last first", async () => {
  const cache = new AnswerCache(10_000);
  const size = 3000;
  const paths = Array.from({ length: 20 }, (_, i) => `/${i}`);
  for (const path of paths) {
    await cache.respond(exchange(path), OLD, rendered(path.padEnd(size - 2000)));
  }
  // What was asked for a moment ago is found for a moment more, however little room there is.
  const later = performance.now() + 1000;
  const kept = paths.filter((path) => cache.find(exchange(path).request, later) !== undefined);
  assertEquals(kept, paths.slice(-kept.length));
  assert(kept.length > 0 && kept.length <= 3, kept.join());
  const huge = await cache.respond(exchange("/huge"), OLD, rendered("x".repeat(20_000)));
  assertEquals((await huge.text()).length, 20_000);
  assertEquals(await found(cache, exchange("/huge")), undefined);
});

Deno.test("AnswerCache counts what clients send, which may be longer than the answer", async () => {
  const cache = new AnswerCache(10_000);
  const long = (i: number) => exchange("/a", { accept: `text/csv;x=${i}${"x".repeat(8000)}` });
  for (let i = 0; i < 3; i++) await cache.respond(long(i), OLD, rendered("A"));
  assertEquals(await found(cache, long(0)), undefined);
});
