import { assertEquals, assertRejects } from "@std/assert";
import { LoopbackServer } from "../../testing/loopback_server.ts";
import { SAMPLE } from "../../testing/sample.ts";
import { SAMPLE_HEADERS, sampleServer } from "../../testing/sample_server.ts";
import { unusedUrl } from "../../testing/unused_url.ts";
import { Hour } from "../../time/hour.ts";
import { systemClock } from "../../async/clock.ts";
import { HttpSource } from "./http_source.ts";
import { MissingDumpError } from "../missing_dump_error.ts";

const at = (time: string) => ({ ...systemClock, now: () => new Date(time) });

const HOUR = Hour.parse(SAMPLE.hour);
const OPTIONS = { fetch, userAgent: "wikitop/test", clock: at("2026-09-10T21:00Z") };

Deno.test("HttpSource.open() opens the dump of an hour where servers have it", async () => {
  await using server = sampleServer();
  const dump = await new HttpSource(server.url, OPTIONS).open(HOUR);
  const content = await Deno.readFile(SAMPLE.dump);
  assertEquals(await new Response(dump.body).bytes(), content);
  assertEquals(dump.url, server.url + "2026/2026-09/pageviews-20260910-180000.gz");
  assertEquals(dump.length, content.length);
  assertEquals(dump.etag, SAMPLE_HEADERS.etag);
  assertEquals(dump.lastModified, SAMPLE_HEADERS["last-modified"]);
  assertEquals(server.paths, [SAMPLE.dumpPath]);
  assertEquals(server.requests[0]!.headers.get("user-agent"), "wikitop/test");
});

Deno.test("HttpSource.open() takes a base with and without the slash at its end", async () => {
  await using server = new LoopbackServer(() => new Response("en A 1 0\n"));
  for (const base of [`${server.url}other/pageviews`, `${server.url}other/pageviews/`]) {
    await (await new HttpSource(base, OPTIONS).open(HOUR)).body.cancel();
  }
  const path = "/other/pageviews" + SAMPLE.dumpPath;
  assertEquals(server.paths, [path, path]);
});

Deno.test("HttpSource.open() asks with the password and the query of its base, and hides them", async () => {
  await using server = new LoopbackServer(() => new Response("en A 1 0\n"));
  const base = `${server.url.replace("//", "//joe:secret@")}other/pageviews?sig=secret&list=en`;
  const dump = await new HttpSource(base, OPTIONS).open(HOUR);
  await dump.body.cancel();
  assertEquals(server.paths, [`/other/pageviews${SAMPLE.dumpPath}`]);
  assertEquals(server.requests[0]!.query, "?sig=secret&list=en");
  assertEquals(server.requests[0]!.headers.get("authorization"), `Basic ${btoa("joe:secret")}`);
  const shown = `${server.url.replace("//", "//***@")}other/pageviews${SAMPLE.dumpPath}`;
  assertEquals(dump.url, `${shown}?sig=***&list=en`);
});

Deno.test("HttpSource.open() hides the password where there is no dump", async () => {
  await using server = new LoopbackServer(() => new Response(null, { status: 404 }));
  const source = new HttpSource(server.url.replace("//", "//joe:secret@"), OPTIONS);
  const { message } = await assertRejects(() => source.open(HOUR), MissingDumpError);
  assertEquals(message.includes("secret"), false, message);
});

Deno.test("HttpSource.open() does without what a server does not say", async () => {
  await using server = new LoopbackServer(() => new Response(new Blob(["en A 1 0\n"]).stream()));
  const dump = await new HttpSource(server.url, OPTIONS).open(HOUR);
  await dump.body.cancel();
  assertEquals([dump.length, dump.etag, dump.lastModified], [null, null, null]);
});

Deno.test("HttpSource.open() opens an empty answer", async () => {
  await using server = new LoopbackServer(() => new Response(null));
  const dump = await new HttpSource(server.url, OPTIONS).open(HOUR);
  assertEquals((await new Response(dump.body).bytes()).length, 0);
});

Deno.test("HttpSource.open() says of a young hour that its dump is not published yet", async () => {
  await using server = new LoopbackServer(() => new Response("none", { status: 404 }));
  const clock = at("2026-09-10T18:20Z");
  const error = await assertRejects(
    () => new HttpSource(server.url, { ...OPTIONS, clock }).open(HOUR),
    MissingDumpError,
  );
  assertEquals(error.published, "not yet");
  assertEquals(
    error.message,
    `Cannot find dump of hour "2026-09-10T18" at "${server.url}${SAMPLE.dumpPath.slice(1)}": ` +
      "it is not published yet; try again after 20:00Z",
  );
});

Deno.test({
  name: "HttpSource.open() says of an old hour that its dump is missing",
  sanitizeResources: true,
  async fn() {
    await using server = new LoopbackServer(() => new Response("none", { status: 404 }));
    const clock = at("2026-09-12T18:00Z");
    const error = await assertRejects(
      () => new HttpSource(server.url, { ...OPTIONS, clock }).open(HOUR),
      MissingDumpError,
    );
    assertEquals(error.published, "never");
    assertEquals(
      error.message,
      `Cannot find dump of hour "2026-09-10T18" at "${server.url}${SAMPLE.dumpPath.slice(1)}": ` +
        "it is missing there; try another source",
    );
  },
});

Deno.test("HttpSource.open() rejects what is neither there nor missing", async () => {
  await using server = new LoopbackServer(() => new Response("no", { status: 403 }));
  const error = await assertRejects(() => new HttpSource(server.url, OPTIONS).open(HOUR), Error);
  assertEquals(error instanceof MissingDumpError, false);
  await assertRejects(() => new HttpSource(unusedUrl(), OPTIONS).open(HOUR), Error, "Cannot fetch");
});
