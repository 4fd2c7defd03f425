import { assert, assertEquals, assertRejects } from "@std/assert";
import { gzipSync } from "node:zlib";
import { streamOf } from "../../testdata/chunks.ts";
import { systemClock } from "../async/clock.ts";
import { Denylist } from "../deny/denylist.ts";
import type { LoadedDenylist } from "../deny/load_denylist.ts";
import { createSha256 } from "../node/sha256.ts";
import { MissingDumpError } from "../source/missing_dump_error.ts";
import type { Dump, KnownDump, Source } from "../source/source.ts";
import { Hour } from "../time/hour.ts";
import { parsePeriod } from "../time/period.ts";
import type { ProduceEvent } from "./events.ts";
import { make, type MakeOptions } from "./make.ts";

const HOUR = Hour.parse("2026-09-10T18");
const GOOD = new Uint8Array(gzipSync("en Ada 7 0\nde Berlin 9 0\nen Alan 7 0\nen.m B 1 0\n"));
const DAMAGED = GOOD.map((byte, i) => i === GOOD.length - 8 ? byte ^ 1 : byte);

/** A source that gives one thing after the other, the last one from then on. */
class Given implements Source {
  opened = 0;
  known: KnownDump | undefined;
  readonly #contents: (Uint8Array | undefined)[];

  constructor(...contents: (Uint8Array | undefined)[]) {
    this.#contents = contents;
  }

  async open(): Promise<Dump> {
    return (await this.openIfChanged(HOUR, undefined))!;
  }

  // deno-lint-ignore require-await
  async openIfChanged(_: Hour, known: KnownDump | undefined): Promise<Dump | undefined> {
    this.known = known;
    const content = this.#contents[Math.min(this.opened++, this.#contents.length - 1)];
    return content && {
      url: "https://example.org/dump.gz",
      body: streamOf(content.subarray(0, 10), content.subarray(10)),
      length: content.length,
      etag: '"1"',
      lastModified: "Thu, 10 Sep 2026 20:04:05 GMT",
    };
  }
}

function makeFrom(source: Source, options: Partial<MakeOptions> = {}) {
  const clock = { ...systemClock, now: () => new Date("2026-09-12T21:00Z") };
  return make(HOUR, { sources: [source], clock, createSha256, ...options });
}

Deno.test("make() makes the report of an hour, and says from what", async () => {
  const report = (await makeFrom(new Given(GOOD)))!;
  const hash = createSha256();
  hash.update(GOOD);
  assertEquals(report.period, HOUR);
  assertEquals(report.edition, "each");
  assertEquals(report.sources, [{
    hour: "2026-09-10T18",
    url: "https://example.org/dump.gz",
    bytes: GOOD.length,
    sha256: hash.digest(),
    etag: '"1"',
    last_modified: "Thu, 10 Sep 2026 20:04:05 GMT",
  }]);
  assertEquals(report.parameters, { top: 25, ties: "row", denylist: null });
  assertEquals([report.counts.lines, report.counts.views, report.counts.domains], [4, 24, 3]);
  assertEquals(report.domains, [
    {
      code: "de",
      project: "de.wikipedia",
      access: "desktop",
      views: 9,
      pages: [{ rank: 1, views: 9, title: "Berlin" }],
    },
    {
      code: "en",
      project: "en.wikipedia",
      access: "desktop",
      views: 14,
      pages: [{ rank: 1, views: 7, title: "Ada" }, { rank: 2, views: 7, title: "Alan" }],
    },
    {
      code: "en.m",
      project: "en.wikipedia",
      access: "mobile",
      views: 1,
      pages: [{ rank: 1, views: 1, title: "B" }],
    },
  ]);
});

Deno.test("make() ranks with the parameters that it is given", async () => {
  const content = new TextEncoder().encode("en Ada\n");
  const identity = { url: "list", sha256: "ab".repeat(32) };
  const read = () => Denylist.read(new Blob([content]).stream());
  const denylist: LoadedDenylist = { identity, content, read };
  const report = (await makeFrom(new Given(GOOD), { top: 1, ties: "rank", denylist }))!;
  assertEquals(report.parameters, { top: 1, ties: "rank", denylist: identity });
  assertEquals(report.counts.denied, 1);
  const en = report.domains.find(({ code }) => code === "en")!;
  assertEquals(en.pages, [{ rank: 1, views: 7, title: "Alan" }]);
  assertEquals(en.views, 14);
});

Deno.test("make() does without a digest where nothing digests", async () => {
  const report = (await makeFrom(new Given(GOOD), { createSha256: undefined }))!;
  assertEquals(report.sources[0]!.sha256, null);
});

Deno.test("make() ranks with what it is given, which may move the chunks elsewhere", async () => {
  const report = (await makeFrom(new Given(GOOD), {
    async rank(dump, { period, editions, top, ties, denylist, createSha256 }) {
      assertEquals([period, editions], [HOUR, ["each"]]);
      assertEquals([top, ties, denylist], [25, "row", undefined]);
      const sha256 = createSha256!();
      for await (const chunk of dump) {
        sha256.update(chunk);
        structuredClone(chunk, { transfer: [chunk.buffer] });
      }
      const none = new Float64Array(0);
      const indices = new Uint32Array(0);
      const ranked = {
        edition: "each" as const,
        tops: {
          codes: [],
          domainViews: none,
          pageCounts: indices,
          deniedCounts: indices,
          ranks: indices,
          views: none,
          mobileShares: none,
          titleEnds: indices,
          titles: new Uint8Array(0),
        },
        counts: { lines: 1, views: 2, domains: 3, denied: 4, repeated: 0, malformed: {} },
        stored: { csv: { content: new Uint8Array(0), offsets: {} } },
      };
      return { editions: [ranked], sha256: sha256.digest() };
    },
  }))!;
  assertEquals(report.counts, {
    lines: 1,
    views: 2,
    domains: 3,
    denied: 4,
    repeated: 0,
    malformed: {},
  });
  const hash = createSha256();
  hash.update(GOOD);
  assertEquals(report.sources[0]!.sha256, hash.digest());
  assertEquals(report.sources[0]!.bytes, GOOD.length);
});

Deno.test("make() tells of each step, of each attempt anew", async () => {
  const events: ProduceEvent[] = [];
  const source = new Given(DAMAGED, GOOD);
  const report = (await makeFrom(source, { onEvent: (event) => events.push(event) }))!;
  const hour = "2026-09-10T18";
  const { length } = GOOD;
  const start = (attempt: number): ProduceEvent => ({
    stage: "download",
    state: "start",
    hour,
    url: "https://example.org/dump.gz",
    length,
    attempt,
  });
  const reading: ProduceEvent[] = [
    { stage: "rank", state: "start", hour },
    { stage: "download", state: "progress", hour, bytes: 10 },
    { stage: "download", state: "progress", hour, bytes: length },
  ];
  const [retry] = events.filter((event) => event.stage === "retry");
  assertEquals(events, [
    start(1),
    ...reading,
    retry!,
    start(2),
    ...reading,
    { stage: "download", state: "end", hour, bytes: length },
    { stage: "rank", state: "end", hour, lines: 4, malformed: 0 },
  ]);
  assertEquals(retry!.delay, 0);
  assert(retry!.error.message.startsWith("Cannot use dump "), retry!.error.message);
  // What was read in vain counts for nothing.
  const hash = createSha256();
  hash.update(GOOD);
  assertEquals(report.sources[0]!.sha256, hash.digest());
});

Deno.test("make() makes nothing if the dump is still the one that is known", async () => {
  const source = new Given(undefined);
  const known = { hour: "2026-09-10T18", etag: '"1"', last_modified: null };
  const events: ProduceEvent[] = [];
  const onEvent = (event: ProduceEvent) => events.push(event);
  assertEquals(await makeFrom(source, { known: [known], onEvent }), undefined);
  assertEquals(source.known, known);
  assertEquals(events, []);
});

Deno.test("make() refuses what it cannot make, before it opens a dump", async () => {
  for (const text of ["2026-09-10", "2026-W37", "2026-09"]) {
    const period = parsePeriod(text);
    const { message } = await assertRejects(() => make(period, { sources: [] }), RangeError);
    assertEquals(
      message,
      `Cannot make ${period.unit} "${text}": there is no work place for its dumps`,
    );
  }
  await assertRejects(() => makeFrom(new Given(GOOD), { top: 0.5 }), RangeError);
});

Deno.test("make() says of a dump that is nowhere that it is missing", async () => {
  const missing = new MissingDumpError(HOUR, "https://example.org/", new Date("2026-09-12T21:00Z"));
  const open = () => Promise.reject(missing);
  const error = await assertRejects(() => makeFrom({ open, openIfChanged: open }), Error);
  assertEquals(error, missing);
});

Deno.test("make() stops with its signal", async () => {
  const controller = new AbortController();
  const source = new Given(GOOD);
  const onEvent = ({ stage, state }: ProduceEvent) => {
    if (stage === "download" && state === "progress") controller.abort(new Error("interrupted"));
  };
  const hanging: Source = {
    async open() {
      const body = new ReadableStream<Uint8Array<ArrayBuffer>>({
        start: (stream) => {
          stream.enqueue(new Uint8Array(GOOD.subarray(0, 10)));
          controller.signal.addEventListener("abort", () => stream.error(controller.signal.reason));
        },
      });
      return { ...await source.open(), body };
    },
    openIfChanged: () => Promise.reject(),
  };
  const options = { signal: controller.signal, onEvent };
  await assertRejects(() => makeFrom(hanging, options), Error, "interrupted");
  assertEquals(source.opened, 1);
});
