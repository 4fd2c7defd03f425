import { assert, assertEquals, assertNotEquals, assertRejects } from "@std/assert";
import { fileURLToPath } from "node:url";
import { type Clock, systemClock } from "../async/clock.ts";
import { FakeClock } from "../testing/fake_clock.ts";
import { tryLockFile } from "../deno/file_lock.ts";
import { LoopbackServer } from "../testing/loopback_server.ts";
import { tempFolder } from "../testing/temp_folder.ts";
import { unusedUrl } from "../testing/unused_url.ts";
import { openFolderStore } from "../node/folder_store.ts";
import { createSha256 } from "../node/sha256.ts";
import { type DenylistOptions, loadDenylist, type LoadedDenylist } from "./load_denylist.ts";

const LIST = "en Main_Page\nen Special%3ASearch\nde Wikipedia:Hauptseite\n";
const NEWER_LIST = LIST + "fr Accueil\n";

function sha256(text: string): string {
  const hash = createSha256();
  hash.update(new TextEncoder().encode(text));
  return hash.digest();
}

/** What loads denylists and keeps them in a folder, and the warnings it gave. */
function loaderIn(folder: string, more: Partial<DenylistOptions> = {}) {
  const warnings: string[] = [];
  const load = (place: string, options: Partial<DenylistOptions> = {}) =>
    loadDenylist(place, {
      openFile: async (path) => ({ body: (await Deno.open(path)).readable }),
      clock: systemClock,
      store: openFolderStore(folder, { tryLock: tryLockFile }).store,
      fetch,
      userAgent: "wikitop/test",
      onWarning: (message) => warnings.push(message),
      ...more,
      ...options,
    });
  return { load, warnings };
}

/** A server of a denylist, which knows whether it is still the one that was fetched. */
function listServer(text: string, etag: string): LoopbackServer {
  return new LoopbackServer((request) =>
    request.headers.get("if-none-match") === etag
      ? new Response(null, { status: 304 })
      : new Response(text, { headers: { etag } })
  );
}

async function denies(found: LoadedDenylist | undefined, code: string, title: string) {
  const bytes = new TextEncoder().encode(title);
  return (await found?.read())?.titles(code)?.has(bytes, 0, bytes.length) ?? false;
}

async function keptIn(folder: string): Promise<string[]> {
  try {
    const entries = await Array.fromAsync(Deno.readDir(`${folder}/denylist`));
    return entries.map(({ name }) => name);
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return [];
    throw error;
  }
}

Deno.test("loadDenylist() reads a file", async () => {
  await using temp = await tempFolder();
  const path = `${temp.path}/list`;
  await Deno.writeTextFile(path, LIST);
  const found = await loaderIn(temp.path).load(path);
  assertEquals(found?.identity, { url: path, sha256: sha256(LIST) });
  assert(await denies(found, "en", "Special:Search"));
  assert(!await denies(found, "fr", "Accueil"));
  assertEquals(await keptIn(temp.path), []);
});

Deno.test("loadDenylist() reads a list once, however often it is asked for", async () => {
  await using temp = await tempFolder();
  const path = `${temp.path}/list`;
  await Deno.writeTextFile(path, LIST);
  const found = await loaderIn(temp.path).load(path);
  assert(found!.read() === found!.read());
  await found!.read();
});

Deno.test("loadDenylist() keeps and tells no password of a URL", async () => {
  await using temp = await tempFolder();
  await using server = listServer(LIST, '"1"');
  const url = `${server.url.replace("//", "//joe:secret@")}list?sig=secret`;
  const found = await loaderIn(temp.path).load(url);
  assertEquals(found?.identity.url, `${server.url.replace("//", "//***@")}list?sig=***`);
  assertEquals(server.requests[0]!.headers.get("authorization"), `Basic ${btoa("joe:secret")}`);
  assertEquals(server.requests[0]!.query, "?sig=secret");
  const names = await keptIn(temp.path);
  for (const name of names) {
    const text = await Deno.readTextFile(`${temp.path}/denylist/${name}`);
    assert(!/secret|joe/.test(name + text), name);
  }
  // With another password it is the same list.
  await loaderIn(temp.path).load(url.replace("joe:secret", "ann:other"));
  assertEquals([server.requests.length, await keptIn(temp.path)], [1, names]);
  const nobody = unusedUrl().replace("//", "//joe:secret@");
  const error = await assertRejects(() => loaderIn(temp.path).load(nobody), Error);
  assert(!error.message.includes("secret"), error.message);
});

Deno.test("loadDenylist() rejects a file that is not there", async () => {
  await using temp = await tempFolder();
  await assertRejects(() => loaderIn(temp.path).load(`${temp.path}/none.txt`), Error, "none.txt");
});

Deno.test("loadDenylist() finds none where none is wanted, and looks at nothing", async () => {
  await using temp = await tempFolder();
  const openFile = () => Promise.reject(new Error("it read a file"));
  const search = loaderIn(`${temp.path}/store`, { openFile });
  assertEquals(await search.load("none"), undefined);
  assertEquals(await Array.fromAsync(Deno.readDir(temp.path)), []);
});

Deno.test("loadDenylist() fetches a URL once, and then asks no more", async () => {
  await using temp = await tempFolder();
  await using server = listServer(LIST, '"1"');
  const place = `${server.url}list`;
  const first = await loaderIn(temp.path).load(place);
  const second = await loaderIn(temp.path).load(place);
  assertEquals(server.paths, ["/list"]);
  assertEquals(server.requests[0]!.headers.get("user-agent"), "wikitop/test");
  for (const found of [first, second]) {
    assertEquals(found?.identity, { url: place, sha256: sha256(LIST) });
    assert(await denies(found, "en", "Main_Page"));
  }
});

Deno.test("loadDenylist() keeps the ETag of a URL, and how much it fetched", async () => {
  await using temp = await tempFolder();
  await using server = listServer(LIST, '"1"');
  const place = `${server.url}list`;
  await loaderIn(temp.path).load(place);
  const names = await keptIn(temp.path);
  assertEquals(names.length, 2);
  const manifest = names.find((name) => name.endsWith(".manifest"));
  const { url, etag, entries } = JSON.parse(
    await Deno.readTextFile(`${temp.path}/denylist/${manifest}`),
  );
  assertEquals({ url, etag, entries }, { url: place, etag: '"1"', entries: 3 });
});

Deno.test("loadDenylist() fetches a URL once for two who ask at the same moment", async () => {
  await using temp = await tempFolder();
  await using server = listServer(LIST, '"1"');
  await Promise.all([1, 2, 3].map(() => loaderIn(temp.path).load(`${server.url}list`)));
  assertEquals(server.requests.length, 1);
});

Deno.test("loadDenylist() tells the lists of one server apart", async () => {
  await using temp = await tempFolder();
  await using server = new LoopbackServer(({ url }) => new Response(`en ${new URL(url).search}\n`));
  const places = ["?a", "?b"].map((query) => `${server.url}list${query}`);
  for (const _ of [1, 2]) {
    for (const place of places) {
      const found = await loaderIn(temp.path).load(place);
      assert(await denies(found, "en", place.slice(-2)), place);
    }
  }
  assertEquals(server.requests.length, 2);
});

Deno.test("loadDenylist() refreshes: 304 leaves the list that was kept", async () => {
  await using temp = await tempFolder();
  await using server = listServer(LIST, '"1"');
  const { load, warnings } = loaderIn(temp.path);
  const place = `${server.url}list`;
  await load(place);
  const found = await load(place, { refresh: true });
  assertEquals(server.requests.length, 2);
  assertEquals(server.requests[1]!.headers.get("if-none-match"), '"1"');
  assertEquals(found?.identity.sha256, sha256(LIST));
  assertEquals(warnings, []);
});

Deno.test("loadDenylist() refreshes: a newer list takes the place of the one kept", async () => {
  await using temp = await tempFolder();
  await using server = listServer(LIST, '"1"');
  const { load } = loaderIn(temp.path);
  const place = `${server.url}list`;
  await load(place);
  server.answer = () => new Response(NEWER_LIST, { headers: { etag: '"2"' } });
  const found = await load(place, { refresh: true });
  assertEquals(found?.identity.sha256, sha256(NEWER_LIST));
  assert(await denies(found, "fr", "Accueil"));
  assertEquals((await load(place))?.identity.sha256, sha256(NEWER_LIST));
  assertEquals(server.requests.length, 2);
});

Deno.test("loadDenylist() fetches at once what it is to refresh and does not have", async () => {
  await using temp = await tempFolder();
  await using server = listServer(LIST, '"1"');
  const found = await loaderIn(temp.path).load(`${server.url}list`, { refresh: true });
  assertEquals(found?.identity.sha256, sha256(LIST));
  assertEquals(server.requests.length, 1);
});

Deno.test("loadDenylist() takes the list that was kept, with a warning, if the URL is down", async () => {
  await using temp = await tempFolder();
  const { load, warnings } = loaderIn(temp.path);
  let place = "";
  {
    await using server = listServer(LIST, '"1"');
    place = `${server.url}list`;
    await load(place);
  }
  const found = await load(place, { refresh: true });
  assertEquals(found?.identity.sha256, sha256(LIST));
  assert(await denies(found, "en", "Main_Page"));
  assertEquals(warnings.length, 1);
  assert(warnings[0]!.startsWith(`Cannot fetch "${place}": `), warnings[0]);
  assert(warnings[0]!.includes("Using the denylist that was kept before"), warnings[0]);
});

Deno.test("loadDenylist() rejects if there is nothing to be had at all", async () => {
  await using temp = await tempFolder();
  const place = `${unusedUrl()}list`;
  await assertRejects(() => loaderIn(temp.path).load(place), Error, `Cannot fetch "${place}"`);
  assertEquals(await keptIn(temp.path), []);
});

const NO_LISTS: Record<string, () => Response> = {
  "an HTML page": () =>
    new Response(
      "<!DOCTYPE html>\n<html lang=en>\n<title>Log in to this network</title>\n" +
        "<p>You have to accept our terms\nof use first, or else you have no access.\n",
      { headers: { "content-type": "text/html; charset=utf-8" } },
    ),
  "an HTML page as plain text": () =>
    new Response("<!DOCTYPE html>\n<html lang=en>\n<body>\n<p>Log in to this network</p>\n"),
  "an XML document": () =>
    new Response('<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>Gone</Code></Error>\n', {
      headers: { "content-type": "application/xml" },
    }),
  "a JSON document": () => Response.json({ error: { message: "no such thing" } }),
  "an empty body": () => new Response(""),
  "no line of its form": () => new Response("\n\n-\nnothing\n"),
  "404": () => new Response("en Main_Page\n", { status: 404 }),
  "403": () => new Response("en Main_Page\n", { status: 403 }),
  "500": () => new Response("en Main_Page\n", { status: 500 }),
};

for (const [what, answer] of Object.entries(NO_LISTS)) {
  Deno.test(`loadDenylist() rejects a URL that answers ${what}, and keeps nothing`, async () => {
    await using temp = await tempFolder();
    await using server = new LoopbackServer(answer);
    const { load } = loaderIn(temp.path);
    await assertRejects(() => load(`${server.url}list`), Error, `${server.url}list`);
    assertEquals(await keptIn(temp.path), []);
  });

  Deno.test(`loadDenylist() keeps what it has if a URL answers ${what}`, async () => {
    await using temp = await tempFolder();
    await using server = listServer(LIST, '"1"');
    const { load, warnings } = loaderIn(temp.path);
    await load(`${server.url}list`);
    server.answer = answer;
    const found = await load(`${server.url}list`, { refresh: true });
    assertEquals(found?.identity.sha256, sha256(LIST));
    assertEquals(warnings.length, 1);
  });
}

Deno.test("loadDenylist() rejects a file without a line of its form", async () => {
  await using temp = await tempFolder();
  await Deno.writeTextFile(`${temp.path}/empty`, "");
  await assertRejects(() => loaderIn(temp.path).load(`${temp.path}/empty`), Error, "empty");
});

Deno.test("loadDenylist() fetches again what was kept and has been damaged since", async () => {
  await using temp = await tempFolder();
  await using server = listServer(LIST, '"1"');
  const { load } = loaderIn(temp.path);
  await load(`${server.url}list`);
  const [name] = (await keptIn(temp.path)).filter((name) => !name.endsWith(".manifest"));
  await Deno.writeTextFile(`${temp.path}/denylist/${name}`, "en Main_Page\n");
  const found = await load(`${server.url}list`);
  assertEquals(found?.identity.sha256, sha256(LIST));
  assertEquals(server.requests.length, 2);
  assertEquals(server.requests[1]!.headers.get("if-none-match"), null);
});

Deno.test("loadDenylist() tells lists apart by their bytes", async () => {
  await using temp = await tempFolder();
  const { load } = loaderIn(temp.path);
  await Deno.writeTextFile(`${temp.path}/a`, LIST);
  await Deno.writeTextFile(`${temp.path}/b`, NEWER_LIST);
  const [a, b] = await Promise.all([load(`${temp.path}/a`), load(`${temp.path}/b`)]);
  assertNotEquals(a?.identity.sha256, b?.identity.sha256);
});

Deno.test({
  name: "loadDenylist() does without keeping a list where it may not write, with a warning",
  permissions: { net: true, read: true, write: false },
  async fn() {
    await using server = listServer(LIST, '"1"');
    const folder = fileURLToPath(new URL("./no-such-store", import.meta.url));
    const { load, warnings } = loaderIn(folder);
    for (const times of [1, 2]) {
      const found = await load(`${server.url}list`);
      assertEquals(found?.identity.sha256, sha256(LIST));
      assertEquals(server.requests.length, times);
      assertEquals(warnings.length, times);
      assert(warnings[0]!.startsWith(`Cannot keep denylist "${server.url}list": `), warnings[0]);
    }
  },
});

/** Waits for nothing longer than a moment. */
const hurried: Clock = {
  now: () => new Date(),
  sleep: (_, signal) => systemClock.sleep(20, signal),
};

Deno.test("loadDenylist() tries a URL again that is busy, and waits as long as it says", async () => {
  await using temp = await tempFolder();
  await using server = listServer(LIST, '"1"');
  const { answer } = server;
  let asked = 0;
  server.answer = (request) => {
    asked++;
    if (asked === 1) return new Response(null, { status: 503 });
    if (asked === 2) return new Response(null, { status: 429, headers: { "retry-after": "7" } });
    return answer(request);
  };
  const retries: [message: string, delay: number][] = [];
  const found = await loaderIn(temp.path).load(`${server.url}list`, {
    clock: new FakeClock(),
    retryFor: 60_000,
    onRetry: ({ message }, delay) => retries.push([message, delay]),
  });
  assertEquals(found?.identity.sha256, sha256(LIST));
  assertEquals(retries.length, 2);
  assert(retries[0]![0].includes("status is 503"), retries[0]![0]);
  assertEquals(retries[1]![1], 7000);
});

/** A server that accepts connections and says nothing. */
function silentServer(): LoopbackServer {
  return new LoopbackServer(({ signal }) =>
    new Promise((resolve) => signal.addEventListener("abort", () => resolve(new Response())))
  );
}

Deno.test("loadDenylist() gives up a URL that does not answer", async () => {
  await using temp = await tempFolder();
  await using server = silentServer();
  await assertRejects(
    () => loaderIn(temp.path).load(`${server.url}list`, { clock: hurried }),
    Error,
    "no answer came for 30 s",
  );
});

Deno.test("loadDenylist() ends by its signal, also while it waits for another that loads", async () => {
  await using temp = await tempFolder();
  await using server = silentServer();
  const abort = new AbortController();
  const load = () => loaderIn(temp.path).load(`${server.url}list`, { signal: abort.signal });
  setTimeout(() => abort.abort(new Error("enough")), 50);
  await Promise.all([1, 2].map(() => assertRejects(load, Error, "enough")));
});

Deno.test("loadDenylist() reads no more than a denylist may have", async () => {
  await using temp = await tempFolder();
  const endless = () => {
    const megabyte = new TextEncoder().encode("en Page\n".repeat(1 << 17));
    return new ReadableStream({ pull: (controller) => controller.enqueue(megabyte.slice()) });
  };
  await using server = new LoopbackServer(() => new Response(endless()));
  for (const place of [`${server.url}list`, "file"]) {
    await assertRejects(
      () =>
        loaderIn(temp.path).load(place, { openFile: () => Promise.resolve({ body: endless() }) }),
      Error,
      `Cannot use denylist "${place}": it is longer than 67108864 bytes`,
    );
  }
});

Deno.test("loadDenylist() asks for a connection as sources do, and gives it back", async () => {
  await using temp = await tempFolder();
  await using server = listServer(LIST, '"1"');
  const open: string[] = [];
  await loaderIn(temp.path).load(`${server.url}list`, {
    connect: (host) => {
      open.push(host);
      return Promise.resolve({ [Symbol.dispose]: () => void open.pop() });
    },
  });
  assertEquals(open, []);
  assertEquals(server.requests[0]!.headers.get("connection"), "close");
});

Deno.test("loadDenylist() warns of lines that do nothing where it is asked to", async () => {
  await using temp = await tempFolder();
  const path = `${temp.path}/list`;
  await Deno.writeTextFile(path, `${LIST}# ours\nenglish Main_Page\nen.wikipedia.org A\nEN B\n`);
  const { load, warnings } = loaderIn(temp.path);
  await (await load(path))!.read();
  assertEquals(warnings, []);
  await (await load(path, { warnOfLines: true }))!.read();
  assertEquals(warnings, [
    `Denylist "${path}": 2 of its lines name no page of a known domain, the first is line 6, ` +
    '"en.wikipedia.org A"; write "domain_code title", a project in the place of the code, or * ' +
    "for all domains",
  ]);
});
