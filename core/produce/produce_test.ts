import { assert, assertEquals, assertRejects } from "@std/assert";
import { assertSameText } from "../testing/assert_same_text.ts";
import { tryLockFile } from "../deno/file_lock.ts";
import { hangUpServer } from "../testing/hang_up_server.ts";
import type { LoopbackServer } from "../testing/loopback_server.ts";
import { SAMPLE } from "../testing/sample.ts";
import { SAMPLE_HEADERS, sampleServer } from "../testing/sample_server.ts";
import { type TempFolder, tempFolder } from "../testing/temp_folder.ts";
import { Hour } from "../time/hour.ts";
import { createProducer, type Produce, type ProducerOptions } from "./produce.ts";
import { FORMATS } from "../report/formats/format.ts";
import { findDenylist, type FoundDenylist } from "../deny/load_denylist.ts";
import { HttpSource } from "../source/http/http_source.ts";
import { systemClock } from "../async/clock.ts";
import { rankHour } from "../rank/rank_hour.ts";
import { FolderStore } from "../node/folder_blobs.ts";
import { hourKey } from "../archive/layout.ts";
import { createSha256 } from "../node/sha256.ts";

const HOUR = Hour.parse(SAMPLE.hour, { now: new Date("2026-09-11") });
const NOW = new Date("2026-09-10T20:30:00Z");

/** A folder for a store, a server of dumps, and producers between them. */
class Place implements AsyncDisposable {
  readonly #temp: TempFolder;
  readonly #denylist: FoundDenylist;

  private constructor(
    temp: TempFolder,
    readonly server: LoopbackServer,
    denylist: FoundDenylist,
  ) {
    this.#temp = temp;
    this.#denylist = denylist;
  }

  static async open(server: LoopbackServer = sampleServer()): Promise<Place> {
    return new Place(await tempFolder(), server, (await readDenylist(SAMPLE.denylist))!);
  }

  /** A store of its own, as another process would have it. */
  get store(): FolderStore {
    return new FolderStore(this.#temp.path, { tryLock: tryLockFile });
  }

  producer(options: Partial<ProducerOptions> = {}): Produce {
    return createProducer({
      sources: [
        new HttpSource(this.server.url, {
          fetch,
          userAgent: "wikitop/test",
          clock: { ...systemClock, now: () => NOW },
        }),
      ],
      store: this.store,
      denylist: this.#denylist,
      top: 25,
      ties: "row",
      format: "csv",
      again: "never",
      rank: (dump, { denylist, ...options }) =>
        rankHour(dump, { ...options, denylist: denylist?.read() }),
      createSha256,
      maker: "wikitop/1.2.3",
      now: () => NOW,
      ...options,
    });
  }

  get isFinished(): Promise<boolean> {
    return this.store.read(hourKey(HOUR)).then((entry) => entry !== undefined);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.server[Symbol.asyncDispose]();
    await this.#temp[Symbol.asyncDispose]();
  }
}

function readDenylist(path: string): Promise<FoundDenylist | undefined> {
  return findDenylist(path, {
    readFile: (path) => Deno.readFile(path),
    store: new FolderStore("", { tryLock: tryLockFile }),
    createSha256,
    fetch,
    userAgent: "wikitop/test",
  });
}

Deno.test("createProducer() makes an hour from its dump into the store", async () => {
  await using place = await Place.open();
  const { made, location, report } = await place.producer()(HOUR);
  const expected = await Deno.readTextFile(SAMPLE.expected);
  assertEquals(made, true);
  assertSameText(await Deno.readTextFile(location), expected);
  assertEquals(place.server.paths, [SAMPLE.dumpPath]);
  const rows = report().domains.reduce((sum, { pages }) => sum + pages.length, 0);
  assertEquals(rows, expected.split("\n").length - 2);
});

Deno.test("createProducer() writes a manifest that says from what, how and when", async () => {
  await using place = await Place.open();
  const { manifest } = await place.producer()(HOUR);
  const dump = await Deno.readFile(SAMPLE.dump);
  const hash = createSha256();
  hash.update(dump);
  assertEquals(manifest.hour, "2026-09-10T18");
  assertEquals(manifest.source, {
    url: place.server.url.slice(0, -1) + SAMPLE.dumpPath,
    bytes: dump.length,
    sha256: hash.digest(),
    etag: SAMPLE_HEADERS.etag,
    last_modified: SAMPLE_HEADERS["last-modified"],
  });
  const denylist = (await readDenylist(SAMPLE.denylist))!.facts;
  assertEquals(manifest.parameters, { top: 25, ties: "row", denylist });
  assertEquals(manifest.made, { at: NOW.toISOString(), by: "wikitop/1.2.3", seconds: 0 });
  assert(manifest.counts.lines > 3000 && manifest.counts.denied > 0);
  const stored = (await place.store.read(hourKey(HOUR)))!.manifest;
  assertEquals(stored, JSON.parse(JSON.stringify(manifest)));
});

Deno.test("createProducer() makes an hour once for all who ask at the same moment", async () => {
  await using place = await Place.open();
  const produce = place.producer();
  const productions = await Promise.all([produce(HOUR), produce(HOUR), produce(HOUR.plus(0))]);
  assertEquals(place.server.paths, [SAMPLE.dumpPath]);
  for (const { manifest } of productions) assertEquals(manifest, productions[0].manifest);
});

Deno.test("createProducer() makes an hour once for two producers of one store", async () => {
  await using place = await Place.open();
  const productions = await Promise.all([
    place.producer()(HOUR),
    place.producer()(HOUR),
    place.producer()(HOUR),
  ]);
  assertEquals(place.server.paths, [SAMPLE.dumpPath]);
  assertEquals(productions.map(({ made }) => made).sort(), [false, false, true]);
});

Deno.test("createProducer() makes different hours side by side", async () => {
  await using place = await Place.open();
  const produce = place.producer();
  const [one, other] = await Promise.all([produce(HOUR), produce(HOUR.plus(1))]);
  assertEquals([one.made, other.made], [true, true]);
  assertEquals(other.manifest.hour, "2026-09-10T19");
  assertEquals(place.server.paths.toSorted(), [
    SAMPLE.dumpPath,
    SAMPLE.dumpPath.replace("-18", "-19"),
  ]);
});

Deno.test("createProducer() returns a finished hour without a request", async () => {
  await using place = await Place.open();
  const first = await place.producer()(HOUR);
  const produce = place.producer();
  for (const _ of [1, 2]) {
    const again = await produce(HOUR);
    assertEquals(again.made, false);
    assertEquals(again.manifest, JSON.parse(JSON.stringify(first.manifest)));
    assertEquals(again.location, first.location);
    assertEquals(again.report(), first.report());
  }
  assertEquals(place.server.requests.length, 1);
});

Deno.test("createProducer() takes no lock for a finished hour", async () => {
  await using place = await Place.open();
  await place.producer()(HOUR);
  using _lock = await place.store.lock(hourKey(HOUR));
  assertEquals((await place.producer()(HOUR)).made, false);
});

Deno.test("createProducer() returns a finished hour that goes further than is wanted", async () => {
  await using place = await Place.open();
  await place.producer({ top: 25 })(HOUR);
  const { made, manifest } = await place.producer({ top: 3 })(HOUR);
  assertEquals([made, manifest.parameters.top], [false, 25]);
  assertEquals(place.server.requests.length, 1);
});

const OTHERS: Record<string, Partial<ProducerOptions>> = {
  "more ranks are": { top: 26 },
  "other ties are": { ties: "dense" },
  "no denylist is": { denylist: undefined },
};

for (const [what, options] of Object.entries(OTHERS)) {
  Deno.test(`createProducer() makes a finished hour again if ${what} wanted`, async () => {
    await using place = await Place.open();
    await place.producer()(HOUR);
    const { made, manifest } = await place.producer(options)(HOUR);
    assertEquals(made, true);
    assertEquals(place.server.requests.length, 2);
    assertEquals(manifest.parameters.top, options.top ?? 25);
    assertEquals(manifest.parameters.ties, options.ties ?? "row");
    assertEquals(manifest.parameters.denylist === null, "denylist" in options);
    assertEquals((await place.producer(options)(HOUR)).made, false);
  });
}

Deno.test("createProducer() makes a finished hour again if another denylist is wanted", async () => {
  await using place = await Place.open();
  await using temp = await tempFolder();
  await place.producer()(HOUR);
  await Deno.writeTextFile(`${temp.path}/list`, "en Facebook\n");
  const denylist = await readDenylist(`${temp.path}/list`);
  const { made, report } = await place.producer({ denylist })(HOUR);
  assertEquals(made, true);
  const en = report().domains.find(({ code }) => code === "en")!;
  assert(en.pages.some(({ title }) => title === "Main_Page"));
  assert(!en.pages.some(({ title }) => title === "Facebook"));
});

Deno.test("createProducer() takes the same denylist of another name for the same", async () => {
  await using place = await Place.open();
  await using temp = await tempFolder();
  await place.producer()(HOUR);
  await Deno.copyFile(SAMPLE.denylist, `${temp.path}/list`);
  const denylist = await readDenylist(`${temp.path}/list`);
  assertEquals((await place.producer({ denylist })(HOUR)).made, false);
});

Deno.test("createProducer() makes a finished hour again if it is forced to", async () => {
  await using place = await Place.open();
  await place.producer()(HOUR);
  assertEquals((await place.producer({ again: "always" })(HOUR)).made, true);
  assertEquals(place.server.requests.length, 2);
});

for (const from of FORMATS) {
  for (const to of FORMATS.filter((format) => format !== from)) {
    Deno.test(`createProducer() turns ${from} into ${to} without a request`, async () => {
      await using place = await Place.open();
      await using fresh = await Place.open();
      const before = await place.producer({ format: from })(HOUR);
      const { made, manifest, location } = await place.producer({ format: to })(HOUR);
      assertEquals(made, false);
      assertEquals(place.server.requests.length, 1);
      assertEquals(manifest.format, to);
      assertEquals(manifest.made, before.manifest.made);
      assertEquals(manifest.source, before.manifest.source);
      await assertRejects(() => Deno.stat(before.location), Deno.errors.NotFound);

      const asMade = await fresh.producer({ format: to })(HOUR);
      assertSameText(
        (await Deno.readTextFile(location)).replaceAll(place.server.url, ""),
        (await Deno.readTextFile(asMade.location)).replaceAll(fresh.server.url, ""),
      );
      assertEquals(manifest.rows, asMade.manifest.rows);
      assertEquals(manifest.domain_views, asMade.manifest.domain_views);
    });
  }
}

Deno.test("createProducer() makes an hour again whose report was changed", async () => {
  await using place = await Place.open();
  const { location } = await place.producer()(HOUR);
  await Deno.writeTextFile(location, "edited\n");
  assertEquals((await place.producer()(HOUR)).made, true);
  assertSameText(await Deno.readTextFile(location), await Deno.readTextFile(SAMPLE.expected));
});

const FAILURES: Record<string, () => Response | Promise<Response>> = {
  "does not have the dump": () => new Response("none", { status: 404 }),
  "is busy": () => new Response("busy", { status: 503 }),
  "answers an HTML page": () => new Response("<html>\n<p>Log in\n</html>\n"),
  "answers nothing": () => new Response(""),
  "sends a dump that was cut short": async () =>
    new Response((await Deno.readFile(SAMPLE.dump)).subarray(0, 20_000)),
};

for (const [what, answer] of Object.entries(FAILURES)) {
  Deno.test(`createProducer() finishes no hour whose source ${what}`, async () => {
    await using place = await Place.open();
    const { answer: right } = place.server;
    const produce = place.producer();
    place.server.answer = answer;
    await assertRejects(() => produce(HOUR), Error, "Cannot ");
    assertEquals(await place.isFinished, false);

    place.server.answer = right;
    assertEquals((await produce(HOUR)).made, true);
  });

  Deno.test(`createProducer() leaves a finished hour alone whose source ${what}`, async () => {
    await using place = await Place.open();
    const { location } = await place.producer()(HOUR);
    place.server.answer = answer;
    await assertRejects(() => place.producer({ again: "always" })(HOUR), Error, "Cannot ");
    assertEquals(await place.isFinished, true);
    assertSameText(await Deno.readTextFile(location), await Deno.readTextFile(SAMPLE.expected));
  });
}

Deno.test("createProducer() finishes no hour whose source hangs up midway", async () => {
  await using place = await Place.open();
  await using server = hangUpServer(await Deno.readFile(SAMPLE.dump), 20_000);
  const options = { fetch, userAgent: "wikitop/test", clock: systemClock };
  const produce = place.producer({ sources: [new HttpSource(server.url, options)] });
  await assertRejects(() => produce(HOUR), Error, "Cannot read dump to its end: ");
  assertEquals(await place.isFinished, false);
});

Deno.test("createProducer() finishes no hour if its denylist cannot be read", async () => {
  await using place = await Place.open();
  const denylist: FoundDenylist = {
    facts: { url: "list", sha256: "ab".repeat(32) },
    content: new Uint8Array(0),
    read: () => Promise.reject(new Error("Cannot read denylist")),
  };
  await assertRejects(() => place.producer({ denylist })(HOUR), Error, "Cannot read denylist");
  assertEquals(await place.isFinished, false);
  assertEquals((await place.producer()(HOUR)).made, true);
});
