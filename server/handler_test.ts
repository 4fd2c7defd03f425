import { assert, assertEquals, assertMatch, assertNotEquals } from "@std/assert";
import { sampleServer } from "../core/testing/sample_server.ts";
import { SAMPLE } from "../core/testing/sample.ts";
import { FolderSource } from "../core/node/folder_source.ts";
import { createHandler } from "./handler.ts";
import { storeIn } from "../core/testing/store_hour.ts";
import { hourOf } from "./testing/controlled_make.ts";
import { makeFrom } from "./testing/make_from.ts";
import { HandlerFixture } from "./testing/handler_fixture.ts";
import { smallPage } from "./testing/small_page.ts";

const H18 = SAMPLE.hour;
const PATH = `/v1/hours/${H18}`;

/** Enough of a dump that its report is worth compressing. */
const DUMP = Array.from({ length: 60 }, (_, i) => `en Title_${i} ${100 - i} 0\n`).join("");

async function gunzipped(response: Response): Promise<string> {
  return await new Response(response.body!.pipeThrough(new DecompressionStream("gzip"))).text();
}

Deno.test("createHandler() compresses for those who accept it, with a tag of its own", async () => {
  await using place = await HandlerFixture.open({ freshFor: 60_000 });
  await place.store(H18, { dump: DUMP });
  for (const path of [`${PATH}?format=csv`, PATH, `${PATH}?format=ndjson`]) {
    // The second time, it is at hand.
    for (let time = 1; time <= 2; time++) {
      const plain = await place.ask(path);
      const zipped = await place.ask(path, { headers: { "accept-encoding": "br, gzip;q=0.8" } });
      assertEquals(plain.headers.get("content-encoding"), null);
      assertEquals(zipped.headers.get("content-encoding"), "gzip");
      assertEquals(zipped.headers.get("content-type"), plain.headers.get("content-type"));
      for (const { headers } of [plain, zipped]) {
        assertMatch(headers.get("etag")!, /^"[^"]+"$/);
        assertMatch(headers.get("vary")!, /\bAccept-Encoding\b/);
      }
      assertNotEquals(zipped.headers.get("etag"), plain.headers.get("etag"));
      assertEquals(await gunzipped(zipped), await plain.text());
    }
  }
});

Deno.test("createHandler() compresses for nobody who does not want it", async () => {
  await using place = await HandlerFixture.open();
  await place.store(H18, { dump: DUMP });
  const encodings: Record<string, boolean> = {
    "gzip": true,
    "GZIP": true,
    "x-gzip": true,
    "*": true,
    "deflate,gzip": true,
    "gzip;q=0.001": true,
    "identity, gzip;q=1.0": true,
    "": false,
    "br": false,
    "identity": false,
    "gzip;q=0": false,
    "gzip; q=0.000": false,
    "br, gzip ;q=0 , deflate": false,
    "notgzip": false,
  };
  for (const [accepted, isZipped] of Object.entries(encodings)) {
    const { headers } = await place.ask(PATH, { headers: { "accept-encoding": accepted } });
    assertEquals(headers.get("content-encoding"), isZipped ? "gzip" : null, accepted);
  }
});

Deno.test("createHandler() sends nothing to those who have it already", async () => {
  await using place = await HandlerFixture.open({ freshFor: 60_000 });
  await place.store(H18, { dump: DUMP });
  const tag = (await place.ask(PATH)).headers.get("etag")!;
  const gzip = { "accept-encoding": "gzip" };
  const zipTag = (await place.ask(PATH, { headers: gzip })).headers.get("etag")!;
  const csvTag = (await place.ask(`${PATH}?format=csv`)).headers.get("etag")!;
  const conditions: [Record<string, string>, status: number][] = [
    [{ "if-none-match": tag }, 304],
    [{ "if-none-match": `W/${tag}` }, 304],
    [{ "if-none-match": `"x", ${tag}` }, 304],
    [{ "if-none-match": `"x",W/${tag},"y"` }, 304],
    [{ "if-none-match": "*" }, 304],
    [{ ...gzip, "if-none-match": zipTag }, 304],
    [{ "if-none-match": '"x"' }, 200],
    [{ "if-none-match": tag.slice(1, -1) }, 200],
    [{ "if-none-match": csvTag }, 200],
    [{ "if-none-match": "" }, 200],
    // When it was made: at the end of the hour.
    [{ "if-modified-since": "Thu, 10 Sep 2026 18:00:00 GMT" }, 304],
    [{ "if-modified-since": "Thu, 10 Sep 2026 18:00:01 GMT" }, 304],
    [{ "if-modified-since": "Thu, 10 Sep 2026 17:59:59 GMT" }, 200],
    [{ "if-modified-since": "yesterday" }, 200],
    [{ "if-modified-since": "" }, 200],
    // A tag says more than a time.
    [{ "if-none-match": '"x"', "if-modified-since": "Thu, 10 Sep 2026 18:00:00 GMT" }, 200],
    [{ "if-none-match": tag, "if-modified-since": "Thu, 10 Sep 2015 18:00:00 GMT" }, 304],
  ];
  for (const [headers, status] of conditions) {
    const response = await place.ask(PATH, { headers });
    assertEquals(response.status, status, JSON.stringify(headers));
    assertEquals(await response.text() === "", status === 304);
    if (status !== 304) continue;
    for (const name of ["etag", "last-modified", "cache-control", "vary"]) {
      assert(response.headers.has(name), name);
    }
    assertEquals(response.headers.get("content-encoding"), null);
    assertEquals(response.headers.get("content-type"), null);
  }
});

Deno.test("createHandler() tells when a report was made, and for how long it may be kept", async () => {
  await using place = await HandlerFixture.open();
  const made = { at: "2026-09-10T19:30:00.999Z", by: "wikitop/test", seconds: 1 };
  await place.store(H18, { metadata: { made } });
  const { headers } = await place.ask(PATH);
  assertEquals(headers.get("last-modified"), "Thu, 10 Sep 2026 19:30:00 GMT");
  assertEquals(headers.get("cache-control"), "public, max-age=600");
  const since = { "if-modified-since": headers.get("last-modified")! };
  assertEquals((await place.ask(PATH, { headers: since })).status, 304);
});

Deno.test("createHandler() answers HEAD as GET, but for the body", async () => {
  await using place = await HandlerFixture.open({ files: await smallPage(), freshFor: 60_000 });
  await place.store(H18, { dump: DUMP });
  const paths = [
    "/v1/hours",
    "/v1/hours/latest",
    "/v1/hours/2026091018",
    PATH,
    `${PATH}?format=csv&top=3`,
    `${PATH}?domain=xx`,
    `${PATH}?top=0`,
    `${PATH}/domains`,
    "/v1/pages/en/Title_1",
    "/v1/jobs/x",
    "/get_task_state?date=2026091018",
    "/healthz",
    "/readyz",
    "/openapi.json",
    "/",
    "/assets/main-1.js",
    "/nowhere",
  ];
  for (const path of paths) {
    for (const header of [["accept", "*/*"], ["accept-encoding", "gzip"], ["if-none-match", "*"]]) {
      const headers = Object.fromEntries([header]);
      const get = await place.ask(path, { headers });
      const head = await place.ask(path, { method: "HEAD", headers });
      assertEquals(head.status, get.status, path);
      assertEquals([...head.headers], [...get.headers], path);
      await get.body?.cancel();
      await head.body?.cancel();
    }
  }
});

Deno.test("createHandler() lets the scripts of all sites read, and none but its own change", async () => {
  await using place = await HandlerFixture.open();
  await place.store(H18);
  const paths = [PATH, `${PATH}/domains`, "/v1/hours", "/v1/hours/latest", "/v1/pages/en/A"];
  for (const path of [...paths, `${PATH}?top=0`, "/v1/jobs/x", "/openapi.json", "/nowhere"]) {
    const { headers } = await place.ask(path, { headers: { origin: "https://example.org" } });
    assertEquals(headers.get("access-control-allow-origin"), "*", path);
    assertEquals(headers.get("access-control-allow-credentials"), null);
  }
  const preflight = await place.ask(PATH, {
    method: "OPTIONS",
    headers: {
      "origin": "https://example.org",
      "access-control-request-method": "GET",
      "access-control-request-headers": "prefer",
    },
  });
  assertEquals([preflight.status, await preflight.text()], [204, ""]);
  assertEquals(preflight.headers.get("access-control-allow-origin"), "*");
  assertEquals(preflight.headers.get("access-control-allow-methods"), "GET, HEAD");
  assertMatch(preflight.headers.get("access-control-allow-headers")!, /\bPrefer\b/);
  assertEquals(preflight.headers.get("allow"), "GET, HEAD, OPTIONS");
  // A POST of JSON from another site has to be asked for first, and is not allowed.
  const jobs = await place.ask("/v1/jobs", { method: "OPTIONS" });
  assertEquals(jobs.headers.get("allow"), "GET, HEAD, POST, OPTIONS");
  assert(!jobs.headers.get("access-control-allow-methods")!.includes("POST"));
  assert(!jobs.headers.get("access-control-allow-headers")!.includes("Content-Type"));
  assertEquals((await place.ask("/nowhere", { method: "OPTIONS" })).status, 404);
});

Deno.test("createHandler() knows neither other paths nor other ways of asking", async () => {
  await using place = await HandlerFixture.open();
  const paths = [
    "/v2",
    "/v2/",
    "/v1//hours",
    "/V1/hours",
    "/v1/hours/a/b",
    "/v1/jobs/a/events/b",
    "/v1/pages/en",
    "/favicon.ico",
    "/assets",
    "//example.org/",
    "/%2e%2e/etc/passwd",
    "/index.html",
  ];
  for (const path of paths) {
    const response = await place.ask(path);
    assertEquals([response.status, (await response.json()).type], [
      404,
      "urn:wikitop:problem:not-found",
    ], path);
  }
  const ways: [method: string, path: string, allow: string][] = [
    ["POST", PATH, "GET, HEAD, OPTIONS"],
    ["DELETE", "/v1/hours", "GET, HEAD, OPTIONS"],
    ["PUT", "/v1/jobs", "GET, HEAD, POST, OPTIONS"],
    ["DELETE", "/v1/jobs", "GET, HEAD, POST, OPTIONS"],
    ["PATCH", `/v1/jobs/${H18}`, "GET, HEAD, DELETE, OPTIONS"],
    ["DELETE", "/get_task_state", "GET, HEAD, POST, OPTIONS"],
    ["PROPFIND", "/", "GET, HEAD, OPTIONS"],
  ];
  for (const [method, path, allow] of ways) {
    const response = await place.ask(path, { method });
    assertEquals(response.status, 405, path);
    assertEquals(response.headers.get("allow"), allow);
    assertEquals((await response.json()).type, "urn:wikitop:problem:method-not-allowed");
  }
});

Deno.test("createHandler() refuses URLs that are longer than anybody needs", async () => {
  await using place = await HandlerFixture.open();
  await place.store(H18);
  const start = `http://wikitop.test${PATH}?domain=en`;
  const pad = (length: number) => `${PATH}?domain=en${",".repeat(length - start.length)}`;
  assertEquals((await place.ask(pad(4096))).status, 400);
  const response = await place.ask(pad(4097));
  assertEquals([response.status, (await response.json()).type], [
    414,
    "urn:wikitop:problem:uri-too-long",
  ]);
});

Deno.test("createHandler() neither throws nor tells what went wrong inside", async () => {
  await using place = await HandlerFixture.open();
  await Deno.mkdir(place.folder, { recursive: true });
  await Deno.writeTextFile(`${place.folder}/2026`, "");
  for (const path of [PATH, `${PATH}/domains`, "/v1/hours", "/v1/pages/en/A"]) {
    const response = await place.ask(path);
    assertEquals(response.status, 500, path);
    assertEquals(await response.json(), {
      type: "urn:wikitop:problem:failed",
      title: "The server failed",
      status: 500,
      detail: "Cannot answer: the server's log says why",
    });
  }
  assertEquals(place.errors.length, 4);
  assertMatch(String(place.errors[0]), /^StoreError: .*: a part of its path is not a folder$/);
});

Deno.test("createHandler() answers the same with the least of options", async () => {
  await using place = await HandlerFixture.open();
  await place.store(H18);
  const handler = createHandler({ store: storeIn(place.folder) });
  const response = await handler(new Request(`http://wikitop.test${PATH}?domain=de`));
  assertEquals(await response.text(), await place.text(`${PATH}?domain=de`));
  assertEquals(
    (await handler(new Request("http://wikitop.test/v1/hours/2026-09-01T00"))).status,
    403,
  );
});

Deno.test("createHandler() names no folder of its machine", async () => {
  await using server = sampleServer();
  await using place = await HandlerFixture.open({
    queue: (folder) => ({ make: makeFrom(server.url, folder), maxTries: 1 }),
  });
  const hour = "2026-09-10T17";
  const source = { hour, bytes: 1, sha256: null, etag: null, last_modified: null };
  const metadata = {
    sources: [{ ...source, url: `${place.folder}/dumps/pageviews-20260910-170000.gz` }],
    parameters: {
      top: 25,
      ties: "row",
      denylist: { url: `${place.folder}/denylist`, sha256: "ab".repeat(32) },
    },
  };
  await place.store(hour, { metadata });
  for (const query of ["", "?top=1", "?domain=en", "?domain=*"]) {
    const text = await place.text(`/v1/hours/${hour}${query}`);
    assert(!text.includes(place.folder), text);
    const { sources: [source], parameters } = JSON.parse(text);
    assertEquals(source.url, "pageviews-20260910-170000.gz");
    assertEquals(parameters.denylist.url, "denylist");
  }
  // Where the hour's file cannot be put.
  await Deno.mkdir(`${place.folder}/2026/09/${H18}.csv/x`, { recursive: true });
  // Where there is something else than a manifest.
  await Deno.mkdir(`${place.folder}/2026/09/2026-09-10T15.manifest`);
  const hours = [H18, "2026-09-10T15", "2026-09-10T14"];
  const paths = hours.flatMap((hour) => [
    `/v1/hours/${hour}`,
    `/v1/hours/${hour}/domains`,
    `/v1/jobs/${hour}`,
    `/get_task_state?date=${hour}`,
  ]);
  const statuses = new Set<number>();
  for (const path of [...paths, "/v1/hours", "/v1/pages/en/A", "/metrics", "/readyz"]) {
    const response = await place.ask(path);
    statuses.add(response.status);
    const sent = [...response.headers].join() + await response.text();
    assert(!sent.includes(place.folder) && !sent.includes("/tmp/"), `${path}: ${sent}`);
  }
  assert(statuses.has(500) && statuses.has(404), [...statuses].join());
});

Deno.test("createHandler() names no folder in which a dump was looked for", async () => {
  await using place = await HandlerFixture.open({
    queue: (folder) => ({
      maxTries: 1,
      make: async ({ label }) => {
        await new FolderSource(`${folder}/dumps`).open(hourOf(label));
        throw new Error("There is a dump");
      },
    }),
  });
  const response = await place.ask(PATH);
  assertEquals(response.status, 404);
  const { type, detail } = await response.json();
  assertEquals(type, "urn:wikitop:problem:missing");
  assert(detail.includes('folder "dumps" has neither'), detail);
  assertEquals((await place.json(`/v1/jobs/${H18}`)).hours[0].message, detail);
});

Deno.test("createHandler() says of a store that is full that the server failed", async () => {
  await using server = sampleServer();
  await using place = await HandlerFixture.open({
    queue: (folder) => ({ make: makeFrom(server.url, folder), maxTries: 1 }),
  });
  await Deno.mkdir(`${place.folder}/2026/09/${H18}.csv/x`, { recursive: true });
  const response = await place.ask(PATH);
  assertEquals([response.status, (await response.json()).type], [
    500,
    "urn:wikitop:problem:failed",
  ]);
});

Deno.test("createHandler() counts what it answers, from hand or not", async () => {
  await using place = await HandlerFixture.open({ freshFor: 60_000 });
  await place.store(H18);
  for (let time = 0; time < 5; time++) await place.ask(PATH);
  await place.ask(PATH, { headers: { "if-none-match": "*" } });
  await place.ask(`${PATH}?domain=xx`);
  await place.ask("/nowhere");
  const totals = place.metrics.requests.totals().map(({ labels, value }) =>
    `${labels.route} ${labels.status} ${value}`
  );
  assertEquals(totals.sort(), [
    "/v1/hours/{hour} 200 5",
    "/v1/hours/{hour} 304 1",
    "/v1/hours/{hour} 404 1",
    "none 404 1",
  ]);
  assertEquals(place.metrics.hits, 5);
});

Deno.test("createHandler() answers over a socket as it does without one", async () => {
  await using place = await HandlerFixture.open();
  await place.store(H18, { dump: DUMP });
  const options = { hostname: "127.0.0.1", port: 0, onListen: () => {} };
  await using server = Deno.serve(options, place.handler);
  const url = `http://127.0.0.1:${server.addr.port}${PATH}`;
  const response = await fetch(url);
  assertEquals(response.headers.get("content-encoding"), "gzip");
  assertEquals(await response.text(), await place.text(PATH));
  const head = await fetch(url, { method: "HEAD" });
  assertEquals([head.status, await head.text()], [200, ""]);
  assertEquals(head.headers.get("etag"), response.headers.get("etag"));
  const { period } = await (await fetch(url.replace(H18, "latest"))).json();
  assertEquals(period, hourOf(H18).toString());
});

Deno.test("createHandler() redirects a slash too many, but for one of a title", async () => {
  await using place = await HandlerFixture.open({ files: await smallPage() });
  const redirected = async (path: string) => {
    const response = await place.ask(path);
    await response.body?.cancel();
    return [response.status, response.headers.get("location")];
  };
  assertEquals(await redirected("/v1/hours/"), [308, "/v1/hours"]);
  assertEquals(await redirected("/v1/hours//?to=2026-09-10"), [308, "/v1/hours?to=2026-09-10"]);
  assertEquals(await redirected("/docs/"), [308, "/docs"]);
  assertEquals(await redirected("/v1/"), [308, "/v1"]);
  assertEquals(await redirected("/v1/hours/a/domains/"), [308, "/v1/hours/a/domains"]);
  assertEquals(await redirected("//example.org/"), [404, null]);
  assertEquals(await redirected("/nowhere/"), [404, null]);
  assertEquals(await redirected("/page/en.wikipedia/AC/"), [200, null]);
});
