import { assertEquals, assertMatch, assertNotEquals } from "@std/assert";
import { Answer } from "./answer.ts";

const LONG = new TextEncoder().encode("wikitop ".repeat(1000));
const SHORT = new TextEncoder().encode("wikitop");
const OPTIONS = { type: "text/plain", cacheControl: "no-cache" };

const headers = (init: Record<string, string>) => new Headers(init);

Deno.test("Answer.respond() gives the same bytes any number of times", async () => {
  const answer = await Answer.of(LONG, OPTIONS);
  for (let time = 0; time < 3; time++) {
    const [plain, zipped] = ["identity", "gzip"].map((encoding) =>
      answer.respond(headers({ "accept-encoding": encoding }))
    );
    assertEquals(await plain!.bytes(), LONG);
    const stream = zipped!.body!.pipeThrough(new DecompressionStream("gzip"));
    assertEquals(await new Response(stream).bytes(), LONG);
  }
});

Deno.test("Answer.respond() gives answers that do not wait for each other", async () => {
  const answer = await Answer.of(LONG, OPTIONS);
  const unread = answer.respond(headers({}));
  assertEquals((await answer.respond(headers({})).bytes()).length, LONG.length);
  await unread.body!.cancel();
  assertEquals((await answer.respond(headers({})).bytes()).length, LONG.length);
});

Deno.test("Answer.of() tags answers by their bytes, and each encoding by its own", async () => {
  const [a, same, other] = await Promise.all([
    Answer.of(LONG, OPTIONS),
    Answer.of(LONG.slice(), OPTIONS),
    Answer.of(LONG.with(0, 1), OPTIONS),
  ]);
  assertMatch(a.etag, /^"[0-9a-f]{24}"$/);
  assertEquals(a.etag, same.etag);
  assertNotEquals(a.etag, other.etag);
  const zipped = a.respond(headers({ "accept-encoding": "gzip" }));
  assertNotEquals(zipped.headers.get("etag"), a.etag);
});

Deno.test("Answer.of() does not compress what a packet holds", async () => {
  const answer = await Answer.of(SHORT, OPTIONS);
  const response = answer.respond(headers({ "accept-encoding": "gzip" }));
  assertEquals(response.headers.get("content-encoding"), null);
  assertEquals(await response.text(), "wikitop");
  assertEquals((await Answer.of(new Uint8Array(0), OPTIONS)).respond(headers({})).status, 200);
});

Deno.test("Answer.respond() has the headers that it is given, and says no type in a 304", async () => {
  const answer = await Answer.of(SHORT, {
    ...OPTIONS,
    lastModified: new Date("2026-09-10T18:00:00.900Z"),
    headers: { vary: "Accept" },
  });
  assertEquals(Object.fromEntries(answer.respond(headers({})).headers), {
    "cache-control": "no-cache",
    "content-type": "text/plain",
    "etag": answer.etag,
    "last-modified": "Thu, 10 Sep 2026 18:00:00 GMT",
    "vary": "Accept",
    "x-content-type-options": "nosniff",
  });
  const unmodified = answer.respond(headers({ "if-none-match": answer.etag }));
  assertEquals([unmodified.status, unmodified.body], [304, null]);
  assertEquals(Object.fromEntries(unmodified.headers), {
    "cache-control": "no-cache",
    "etag": answer.etag,
    "last-modified": "Thu, 10 Sep 2026 18:00:00 GMT",
    "vary": "Accept",
  });
});

Deno.test("Answer.respond() knows nothing of the time of an answer that has none", async () => {
  const answer = await Answer.of(SHORT, OPTIONS);
  const since = headers({ "if-modified-since": "Fri, 31 Dec 9999 23:59:59 GMT" });
  assertEquals(answer.respond(since).status, 200);
  assertEquals(answer.respond(since).headers.has("last-modified"), false);
});

Deno.test("Answer.bytes counts all that is kept", async () => {
  const { bytes } = await Answer.of(LONG, OPTIONS);
  assertEquals(bytes > LONG.length, true);
  const { bytes: less } = await Answer.of(SHORT, OPTIONS);
  assertEquals(less < bytes, true);
});
