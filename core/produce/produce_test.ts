import { assert, assertEquals, assertRejects } from "@std/assert";
import { assertSameText } from "../testing/assert_same_text.ts";
import { tryLockFile } from "../deno/file_lock.ts";
import { hangUpServer } from "../testing/hang_up_server.ts";
import type { LoopbackServer } from "../testing/loopback_server.ts";
import { SAMPLE } from "../testing/sample.ts";
import { SAMPLE_HEADERS, sampleServer } from "../testing/sample_server.ts";
import { type TempFolder, tempFolder } from "../testing/temp_folder.ts";
import { Hour } from "../time/hour.ts";
import { parsePeriod } from "../time/period.ts";
import { make } from "./make.ts";
import type { ProduceEvent } from "./events.ts";
import { createProducer, type Producer, type ProducerOptions } from "./produce.ts";
import { encodeReport, FORMAT_NAMES } from "../report/formats/format.ts";
import { loadDenylist, type LoadedDenylist } from "../deny/load_denylist.ts";
import { HttpSource } from "../source/http/http_source.ts";
import { systemClock } from "../async/clock.ts";
import { openFolderStore } from "../node/folder_store.ts";
import { entryKey } from "../archive/layout.ts";
import type { StoredReport } from "../archive/open.ts";
import type { Report } from "../report/report.ts";
import { REPORT_VERSION } from "../report/manifest.ts";
import type { Store } from "../store/entries.ts";
import type { Dump, KnownDump, OpenOptions, Source } from "../source/source.ts";
import { streamOf } from "../../testdata/chunks.ts";
import { createSha256 } from "../node/sha256.ts";

const HOUR = Hour.parse(SAMPLE.hour);
const NOW = new Date("2026-09-10T20:30:00Z");
const CLOCK = { ...systemClock, now: () => NOW };

/** A folder for a store, a server of dumps, and producers between them. */
class Place implements AsyncDisposable {
  readonly #temp: TempFolder;
  readonly #denylist: LoadedDenylist;

  private constructor(
    temp: TempFolder,
    readonly server: LoopbackServer,
    denylist: LoadedDenylist,
  ) {
    this.#temp = temp;
    this.#denylist = denylist;
  }

  static async open(server: LoopbackServer = sampleServer()): Promise<Place> {
    return new Place(await tempFolder(), server, (await readDenylist(SAMPLE.denylist))!);
  }

  /** A store of its own, as another process would have it. */
  get store(): Store {
    return openFolderStore(this.#temp.path, { tryLock: tryLockFile }).store;
  }

  producer(options: Partial<ProducerOptions> = {}): Producer {
    return createProducer({ ...this.options(), ...options });
  }

  options() {
    return {
      sources: [
        new HttpSource(this.server.url, {
          fetch,
          userAgent: "wikitop/test",
          clock: CLOCK,
        }),
      ],
      store: this.store,
      denylist: this.#denylist,
      top: 25,
      ties: "row" as const,
      createSha256,
      generator: "wikitop/1.2.3",
      clock: CLOCK,
    };
  }

  get isFinished(): Promise<boolean> {
    return this.store.read(entryKey(HOUR)).then((entry) => entry !== undefined);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.server[Symbol.asyncDispose]();
    await this.#temp[Symbol.asyncDispose]();
  }
}

function readDenylist(path: string): Promise<LoadedDenylist | undefined> {
  return loadDenylist(path, {
    openFile: async (path) => ({ body: (await Deno.open(path)).readable }),
    clock: systemClock,
    store: openFolderStore("", { tryLock: tryLockFile }).store,
    fetch,
    userAgent: "wikitop/test",
  });
}

Deno.test("createProducer() makes an hour from its dump into the store", async () => {
  await using place = await Place.open();
  const { made, report } = await place.producer().produce(HOUR);
  const expected = await Deno.readTextFile(SAMPLE.expected);
  assertEquals(made, true);
  assertSameText(await Deno.readTextFile(report.location), expected);
  assertEquals(place.server.paths, [SAMPLE.dumpPath]);
  const rows = (await report.report()).domains.reduce((sum, { pages }) => sum + pages.length, 0);
  assertEquals(rows, expected.split("\n").length - 2);
});

Deno.test("createProducer() writes a manifest that says from what, how and when", async () => {
  await using place = await Place.open();
  const { report: { manifest } } = await place.producer().produce(HOUR);
  const dump = await Deno.readFile(SAMPLE.dump);
  const hash = createSha256();
  hash.update(dump);
  assertEquals([manifest.unit, manifest.period], ["hour", "2026-09-10T18"]);
  assertEquals(manifest.version, REPORT_VERSION);
  assertEquals(manifest.sources, [{
    hour: "2026-09-10T18",
    url: place.server.url.slice(0, -1) + SAMPLE.dumpPath,
    bytes: dump.length,
    sha256: hash.digest(),
    etag: SAMPLE_HEADERS.etag,
    last_modified: SAMPLE_HEADERS["last-modified"],
  }]);
  const denylist = (await readDenylist(SAMPLE.denylist))!.identity;
  assertEquals(manifest.parameters, { top: 25, ties: "row", denylist });
  assertEquals(manifest.made, { at: NOW.toISOString(), by: "wikitop/1.2.3", seconds: 0 });
  assert(manifest.counts.lines > 3000 && manifest.counts.denied > 0);
  const stored = (await place.store.read(entryKey(HOUR)))!.manifest;
  assertEquals(stored, JSON.parse(JSON.stringify(manifest)));
});

Deno.test("createProducer() makes an hour once for all who ask at the same moment", async () => {
  await using place = await Place.open();
  const producer = place.producer();
  const productions = await Promise.all([
    producer.produce(HOUR),
    producer.produce(HOUR),
    producer.produce(HOUR.plus(0)),
  ]);
  assertEquals(place.server.paths, [SAMPLE.dumpPath]);
  const [first] = productions;
  for (const { report } of productions) assertEquals(report.manifest, first!.report.manifest);
});

Deno.test("createProducer() makes an hour once for two producers of one store", async () => {
  await using place = await Place.open();
  const productions = await Promise.all([
    place.producer().produce(HOUR),
    place.producer().produce(HOUR),
    place.producer().produce(HOUR),
  ]);
  assertEquals(place.server.paths, [SAMPLE.dumpPath]);
  assertEquals(productions.map(({ made }) => made).sort(), [false, false, true]);
});

Deno.test("createProducer() makes different hours side by side", async () => {
  await using place = await Place.open();
  const producer = place.producer();
  const [one, other] = await Promise.all([
    producer.produce(HOUR),
    producer.produce(HOUR.plus(1)),
  ]);
  assertEquals([one.made, other.made], [true, true]);
  assertEquals(other.report.manifest.period, "2026-09-10T19");
  assertEquals(place.server.paths.toSorted(), [
    SAMPLE.dumpPath,
    SAMPLE.dumpPath.replace("-18", "-19"),
  ]);
});

Deno.test("createProducer() returns a finished hour without a request", async () => {
  await using place = await Place.open();
  const first = await place.producer().produce(HOUR);
  const producer = place.producer();
  for (const _ of [1, 2]) {
    const events: ProduceEvent[] = [];
    const again = await producer.produce(HOUR, { onEvent: (event) => events.push(event) });
    assertEquals([again.made, events], [false, []]);
    assertEquals(again.report.manifest, JSON.parse(JSON.stringify(first.report.manifest)));
    assertEquals(again.report.location, first.report.location);
    assertEquals(await again.report.report(), await first.report.report());
  }
  assertEquals(place.server.requests.length, 1);
});

Deno.test("createProducer() takes no lock for a finished hour", async () => {
  await using place = await Place.open();
  await place.producer().produce(HOUR);
  using _lock = await place.store.lock(entryKey(HOUR));
  assertEquals((await place.producer().produce(HOUR)).made, false);
});

Deno.test("createProducer() returns a finished hour that goes further than is wanted", async () => {
  await using place = await Place.open();
  await place.producer({ top: 25 }).produce(HOUR);
  const { made, report } = await place.producer({ top: 3 }).produce(HOUR);
  assertEquals([made, report.manifest.parameters.top], [false, 25]);
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
    await place.producer().produce(HOUR);
    const { made, report: { manifest } } = await place.producer(options).produce(HOUR);
    assertEquals(made, true);
    assertEquals(place.server.requests.length, 2);
    assertEquals(manifest.parameters.top, options.top ?? 25);
    assertEquals(manifest.parameters.ties, options.ties ?? "row");
    assertEquals(manifest.parameters.denylist === null, "denylist" in options);
    assertEquals((await place.producer(options).produce(HOUR)).made, false);
  });
}

Deno.test("createProducer() makes a finished hour again if another denylist is wanted", async () => {
  await using place = await Place.open();
  await using temp = await tempFolder();
  await place.producer().produce(HOUR);
  await Deno.writeTextFile(`${temp.path}/list`, "en Facebook\n");
  const denylist = await readDenylist(`${temp.path}/list`);
  const { made, report } = await place.producer({ denylist }).produce(HOUR);
  assertEquals(made, true);
  const en = (await report.report()).domains.find(({ code }) => code === "en")!;
  assert(en.pages.some(({ title }) => title === "Main_Page"));
  assert(!en.pages.some(({ title }) => title === "Facebook"));
});

Deno.test("createProducer() tells what it replaces, and keeps a higher top", async () => {
  await using place = await Place.open();
  const before = (await place.producer({ top: 100 }).produce(HOUR)).report.manifest.parameters;
  const events: ProduceEvent[] = [];
  const onEvent = (event: ProduceEvent) => {
    if (event.stage === "replace") events.push(event);
  };
  const without = place.producer({ denylist: undefined, top: 3 });
  const { report, made } = await without.produce(HOUR, { onEvent });
  const after = { top: 100, ties: "row", denylist: null } as const;
  assertEquals([made, report.manifest.parameters], [true, after]);
  assertEquals(events.splice(0), [{ stage: "replace", state: "start", before, after }]);
  // To make the same again replaces nothing by another.
  const forced = await without.produce(HOUR, { onEvent, rebuild: "always" });
  assertEquals([forced.report.manifest.parameters, events], [after, []]);
});

Deno.test("createProducer() takes the same denylist of another name for the same", async () => {
  await using place = await Place.open();
  await using temp = await tempFolder();
  await place.producer().produce(HOUR);
  await Deno.copyFile(SAMPLE.denylist, `${temp.path}/list`);
  const denylist = await readDenylist(`${temp.path}/list`);
  assertEquals((await place.producer({ denylist }).produce(HOUR)).made, false);
});

Deno.test("createProducer() makes a finished hour again if it is forced to", async () => {
  await using place = await Place.open();
  await place.producer().produce(HOUR);
  assertEquals((await place.producer().produce(HOUR, { rebuild: "always" })).made, true);
  assertEquals(place.server.requests.length, 2);
});

for (const format of FORMAT_NAMES) {
  Deno.test(`createProducer() keeps all that a report as ${format} needs`, async () => {
    await using place = await Place.open();
    const { report } = await place.producer().produce(HOUR);
    const write = async (stored: StoredReport) => {
      const chunks = [...encodeReport(await stored.report(), format)];
      return await new Blob(chunks.map(({ bytes }) => bytes)).text();
    };
    const text = await write(report);
    assertSameText(text, await write((await place.producer().produce(HOUR)).report));
    const { store: _store, generator: _generator, ...options } = place.options();
    const made = (await make(HOUR, options))!;
    const chunks = [...encodeReport(made, format)];
    assertSameText(text, await new Blob(chunks.map(({ bytes }) => bytes)).text());
    assertEquals(place.server.requests.length, 2);
  });
}

Deno.test("createProducer() makes an hour again whose report was changed", async () => {
  await using place = await Place.open();
  const { report: { location } } = await place.producer().produce(HOUR);
  await Deno.writeTextFile(location, "edited\n");
  assertEquals((await place.producer().produce(HOUR)).made, true);
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
    const producer = place.producer();
    place.server.answer = answer;
    await assertRejects(() => producer.produce(HOUR), Error, "Cannot ");
    assertEquals(await place.isFinished, false);

    place.server.answer = right;
    assertEquals((await producer.produce(HOUR)).made, true);
  });

  Deno.test(`createProducer() leaves a finished hour alone whose source ${what}`, async () => {
    await using place = await Place.open();
    const { report: { location } } = await place.producer().produce(HOUR);
    place.server.answer = answer;
    await assertRejects(
      () => place.producer().produce(HOUR, { rebuild: "always" }),
      Error,
      "Cannot ",
    );
    assertEquals(await place.isFinished, true);
    assertSameText(await Deno.readTextFile(location), await Deno.readTextFile(SAMPLE.expected));
  });
}

Deno.test("createProducer() finishes no hour whose source hangs up midway", async () => {
  await using place = await Place.open();
  await using server = hangUpServer(await Deno.readFile(SAMPLE.dump), 20_000);
  const options = { fetch, userAgent: "wikitop/test", clock: systemClock };
  const producer = place.producer({ sources: [new HttpSource(server.url, options)] });
  const error = await assertRejects(() => producer.produce(HOUR), Error);
  const start = `Cannot use dump "${
    server.url.slice(0, -1)
  }${SAMPLE.dumpPath}" of hour "${HOUR}": `;
  assert(error.message.startsWith(start), error.message);
  assert(error.message.includes("after 20000 bytes"), error.message);
  assertEquals(await place.isFinished, false);
});

Deno.test("createProducer() finishes no hour if its denylist cannot be read", async () => {
  await using place = await Place.open();
  const denylist: LoadedDenylist = {
    identity: { url: "list", sha256: "ab".repeat(32) },
    content: new Uint8Array(0),
    read: () => Promise.reject(new Error("Cannot read denylist")),
  };
  await assertRejects(
    () => place.producer({ denylist }).produce(HOUR),
    Error,
    "Cannot read denylist",
  );
  assertEquals(await place.isFinished, false);
  assertEquals((await place.producer().produce(HOUR)).made, true);
});

Deno.test("createProducer() loads its denylist once an hour is wanted, not before", async () => {
  await using place = await Place.open();
  let loads = 0;
  const denylist = () => {
    loads++;
    return readDenylist(SAMPLE.denylist);
  };
  const producer = place.producer({ denylist });
  assertEquals(loads, 0);
  const { report } = await producer.produce(HOUR);
  assertEquals(report.manifest.parameters.denylist?.url, SAMPLE.denylist);
  assert(loads > 0);
  const failing = () => Promise.reject(new Error("Cannot fetch denylist"));
  const produce = () => place.producer({ denylist: failing }).produce(HOUR.plus(1));
  await assertRejects(produce, Error, "Cannot fetch denylist");
});

Deno.test("createProducer() says of itself that it made a report if nobody else does", async () => {
  await using place = await Place.open();
  const { report } = await place.producer({ generator: undefined }).produce(HOUR);
  assertEquals(report.manifest.made.by, "@wikitop/core");
});

Deno.test("createProducer() without a work place makes hours alone, and says so", async () => {
  await using place = await Place.open();
  const day = () => place.producer().produce(parsePeriod("2026-09-10"));
  await assertRejects(day, RangeError, 'Cannot make day "2026-09-10": there is no work place');
});

Deno.test("Producer.produce() makes an hour again if its dump has changed since", async () => {
  await using place = await Place.open();
  const producer = place.producer();
  const first = await producer.produce(HOUR, { rebuild: "if-changed" });
  assertEquals([first.made, place.server.requests.length], [true, 1]);
  const same = await producer.produce(HOUR, { rebuild: "if-changed" });
  assertEquals([same.made, place.server.requests.length], [false, 2]);
  assertEquals(place.server.requests[1]!.headers.get("if-none-match"), SAMPLE_HEADERS.etag);
  assertEquals(same.report.manifest, JSON.parse(JSON.stringify(first.report.manifest)));
  place.server.answer = () => new Response("en A 1 0\n", { headers: { etag: '"2"' } });
  const changed = await producer.produce(HOUR, { rebuild: "if-changed" });
  assertEquals([changed.made, changed.report.manifest.rows], [true, 1]);
  assertEquals(changed.report.manifest.sources[0]!.etag, '"2"');
});

Deno.test("Producer.produce() tells of each stage from its start to its end", async () => {
  await using place = await Place.open();
  const events: ProduceEvent[] = [];
  const onEvent = (event: ProduceEvent) => events.push(event);
  const { report } = await place.producer().produce(HOUR, { onEvent });
  const marks = events.filter(({ state }) => state !== "progress");
  assertEquals(marks.map(({ stage, state }) => `${stage} ${state}`), [
    "download start",
    "rank start",
    "download end",
    "rank end",
    "write start",
    "write end",
  ]);
  const { bytes } = report.manifest.sources[0]!;
  const progress = events.flatMap((event) => event.state === "progress" ? [event.bytes] : []);
  assert(progress.length > 0 && progress.every((read, i) => read > (progress[i - 1] ?? 0)));
  assertEquals(progress.at(-1), bytes);
  assertEquals(marks[2], { stage: "download", state: "end", hour: HOUR.label, bytes });
  const { lines } = report.manifest.counts;
  assertEquals(marks[3], { stage: "rank", state: "end", hour: HOUR.label, lines, malformed: 0 });
  assertEquals(marks[5], { stage: "write", state: "end", location: report.location });
});

/** A source whose dump comes once its gate is opened. */
class GatedSource implements Source {
  opened = 0;
  aborted: unknown[] = [];
  readonly gate = Promise.withResolvers<void>();
  /** Is there once somebody waits at the gate. */
  readonly waiting = Promise.withResolvers<void>();

  async open(_: Hour, { signal }: OpenOptions = {}): Promise<Dump> {
    this.opened++;
    this.waiting.resolve();
    await new Promise<void>((resolve, reject) => {
      signal?.addEventListener("abort", () => {
        this.aborted.push(signal.reason);
        reject(signal.reason);
      });
      this.gate.promise.then(resolve);
    });
    const body = streamOf(new TextEncoder().encode("en A 1 0\n"));
    return { url: "gated", body, length: null, etag: null, lastModified: null };
  }

  openIfChanged(hour: Hour, _: KnownDump, options?: OpenOptions): Promise<Dump> {
    return this.open(hour, options);
  }
}

Deno.test("Producer.produce() tells all who wait what happens, from when they came", async () => {
  await using place = await Place.open();
  const source = new GatedSource();
  const producer = place.producer({ sources: [source] });
  const told: string[][] = [[], []];
  const listen = (who: number) => ({
    onEvent: ({ stage, state }: ProduceEvent) => told[who]!.push(`${stage} ${state}`),
  });
  const first = producer.produce(HOUR, listen(0));
  await source.waiting.promise;
  const second = producer.produce(HOUR, listen(1));
  source.gate.resolve();
  assertEquals([(await first).made, (await second).made], [true, true]);
  assertEquals(source.opened, 1);
  assertEquals(told[0], told[1]);
  assertEquals(told[0]!.at(-1), "write end");
});

Deno.test("Producer.produce() goes on for the others if one leaves", async () => {
  for (const leaver of [0, 1]) {
    await using place = await Place.open();
    const source = new GatedSource();
    const producer = place.producer({ sources: [source] });
    const controllers = [new AbortController(), new AbortController()];
    const told = [0, 0];
    const productions = controllers.map(({ signal }, i) =>
      producer.produce(HOUR, { signal, onEvent: () => told[i]!++ })
    );
    await source.waiting.promise;
    const left = productions[leaver]!;
    controllers[leaver]!.abort(new Error("enough"));
    await assertRejects(() => left, Error, "enough");
    source.gate.resolve();
    const stays = await productions[1 - leaver]!;
    assertEquals([stays.made, source.opened, source.aborted], [true, 1, []]);
    assertEquals(told[leaver], 0);
    assert(told[1 - leaver]! > 0);
    assertEquals(await place.isFinished, true);
  }
});

Deno.test("Producer.produce() goes on for one who cannot leave", async () => {
  await using place = await Place.open();
  const source = new GatedSource();
  const producer = place.producer({ sources: [source] });
  const controller = new AbortController();
  const stays = producer.produce(HOUR);
  const leaves = producer.produce(HOUR, { signal: controller.signal });
  await source.waiting.promise;
  controller.abort(new Error("enough"));
  await assertRejects(() => leaves, Error, "enough");
  source.gate.resolve();
  assertEquals((await stays).made, true);
});

Deno.test("Producer.produce() is aborted once all have left, and lets go of its lock", async () => {
  await using place = await Place.open();
  const source = new GatedSource();
  const producer = place.producer({ sources: [source] });
  const controllers = [new AbortController(), new AbortController()];
  const productions = controllers.map(({ signal }) => producer.produce(HOUR, { signal }));
  await source.waiting.promise;
  const rejected = productions.map((production, i) =>
    assertRejects(() => production, Error, `enough ${i}`)
  );
  for (const [i, controller] of controllers.entries()) controller.abort(new Error(`enough ${i}`));
  await Promise.all(rejected);
  assertEquals(source.aborted.map(String), ["Error: enough 1"]);
  assertEquals(await place.isFinished, false);
  using _lock = await place.store.lock(entryKey(HOUR));
});

Deno.test("Producer.produce() begins anew for who comes after all have left", async () => {
  await using place = await Place.open();
  const source = new GatedSource();
  const producer = place.producer({ sources: [source] });
  const controller = new AbortController();
  const left = producer.produce(HOUR, { signal: controller.signal });
  await source.waiting.promise;
  controller.abort(new Error("enough"));
  const comes = producer.produce(HOUR);
  await assertRejects(() => left, Error, "enough");
  source.gate.resolve();
  assertEquals([(await comes).made, source.opened], [true, 2]);
});

Deno.test("Producer.produce() begins nothing for who has left before", async () => {
  await using place = await Place.open();
  const source = new GatedSource();
  const signal = AbortSignal.abort(new Error("enough"));
  const produce = () => place.producer({ sources: [source] }).produce(HOUR, { signal });
  await assertRejects(produce, Error, "enough");
  assertEquals(source.opened, 0);
});

/** Changes the version that the manifest of the hour says it is of. */
async function setVersion({ location }: StoredReport, version: number): Promise<string> {
  const path = location.replace(/csv$/, "manifest");
  const manifest = JSON.parse(await Deno.readTextFile(path));
  const text = JSON.stringify({ ...manifest, version });
  await Deno.writeTextFile(path, text);
  return text;
}

Deno.test("Producer.produce() does not make again what a newer version has made", async () => {
  await using place = await Place.open();
  const { report } = await place.producer().produce(HOUR);
  const text = await setVersion(report, REPORT_VERSION + 1);
  for (const rebuild of ["never", "if-changed", "always"] as const) {
    const { message } = await assertRejects(
      () => place.producer().produce(HOUR, { rebuild }),
      Error,
    );
    assertEquals(
      message,
      'Cannot make hour "2026-09-10T18": a newer version of the program has made it, by the rules ' +
        `of version ${REPORT_VERSION + 1}, not ${REPORT_VERSION}; update this program`,
    );
  }
  assertEquals(await Deno.readTextFile(report.location.replace(/csv$/, "manifest")), text);
  assertEquals(place.server.requests.length, 1);
});

Deno.test("Producer.produce() makes again what an older version has made", async () => {
  await using place = await Place.open();
  const { report } = await place.producer().produce(HOUR);
  await setVersion(report, REPORT_VERSION - 1);
  const again = await place.producer().produce(HOUR);
  assertEquals([again.made, again.report.manifest.version], [true, REPORT_VERSION]);
});

Deno.test("Producer.produce() keeps each edition, all from one reading of the dump", async () => {
  await using place = await Place.open();
  const editions = ["each", "all"] as const;
  const { report, reports } = await place.producer({ editions }).produce(HOUR);
  assertEquals([report.edition, ...reports.map(({ edition }) => edition)], ["each", "each", "all"]);
  assertEquals(place.server.requests.length, 1);
  const [each, all] = await Promise.all(reports.map((report) => report.report()));
  const english = (report: Report, codes: readonly string[]) =>
    report.domains.filter(({ code }) => codes.includes(code))
      .reduce((sum, { views }) => sum + views, 0);
  assert(english(all!, ["en.wikipedia"]) > 0);
  assertEquals(english(all!, ["en.wikipedia"]), english(each!, ["en", "en.m", "en.zero"]));
  assertEquals(all!.counts.views, each!.counts.views);
});

Deno.test("Producer.produce() makes the editions that are missing, and leaves the others", async () => {
  await using place = await Place.open();
  const { report } = await place.producer().produce(HOUR);
  const before = await Deno.stat(report.location);
  const both = await place.producer({ editions: ["each", "all"] }).produce(HOUR);
  assertEquals([both.made, both.reports.length, place.server.requests.length], [true, 2, 2]);
  assertEquals((await Deno.stat(report.location)).mtime, before.mtime);
  const again = await place.producer({ editions: ["each", "all"] }).produce(HOUR);
  assertEquals([again.made, place.server.requests.length], [false, 2]);
});

Deno.test("Producer.produce() records what comes of a cross-check", async () => {
  await using place = await Place.open();
  const events: ProduceEvent[] = [];
  const onEvent = (event: ProduceEvent) => events.push(event);
  const answer = place.server.answer;
  place.server.answer = (request) =>
    new URL(request.url).pathname.includes("projectviews")
      ? new Response("en - 7 0\n")
      : answer(request);
  const { report } = await place.producer({ crossCheck: true }).produce(HOUR, { onEvent });
  const result = report.manifest.cross_check!;
  assert(result.url!.endsWith("/2026/2026-09/projectviews-20260910-180000"));
  assert(result.differing > 1 && result.examples.length > 1);
  assertEquals(events.find(({ stage }) => stage === "cross-check"), {
    stage: "cross-check",
    state: "end",
    hour: HOUR.label,
    result,
  });
  assertEquals((await report.report()).crossCheck, result);
});
