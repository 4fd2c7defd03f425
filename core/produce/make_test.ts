import { assert, assertEquals, assertRejects } from "@std/assert";
import { gzipSync } from "node:zlib";
import { streamOf } from "../../testdata/chunks.ts";
import { Hour } from "../time/hour.ts";
import type { ProducerOptions, ProductionEvent } from "./produce.ts";
import { rankHour } from "../rank/rank_hour.ts";
import { readDump } from "./make.ts";
import { FetchError } from "../source/http/fetch_error.ts";
import { MissingDumpError } from "../source/missing_dump_error.ts";
import type { Dump, KnownDump, Source } from "../source/source.ts";
import type { Store } from "../store/entries.ts";
import { createSha256 } from "../node/sha256.ts";

const HOUR = Hour.parse("2026-09-10T18");
const SOON = new Date("2026-09-10T21:00Z");
const LATER = new Date("2026-09-12T21:00Z");
const GOOD = new Uint8Array(gzipSync("en Ada 7 0\n"));
const DAMAGED = GOOD.map((byte, i) => i === GOOD.length - 8 ? byte ^ 1 : byte);
const DOWN = new FetchError("Cannot fetch: no answer", { transient: true });

type Content = Uint8Array | Error | undefined;

/** A source that gives one thing after the other, the last one from then on. */
class Given implements Source {
  opened = 0;
  measured = 0;
  readonly settled: boolean[] = [];
  known: KnownDump | undefined;
  readonly #contents: Content[];
  length: number | null | undefined;

  constructor(...contents: Content[]) {
    this.#contents = contents;
  }

  async open(): Promise<Dump> {
    return (await this.openIfChanged(HOUR, undefined))!;
  }

  // deno-lint-ignore require-await
  async openIfChanged(_: Hour, known: KnownDump | undefined): Promise<Dump | undefined> {
    this.known = known;
    const content = this.#contents[Math.min(this.opened++, this.#contents.length - 1)];
    if (content instanceof Error) throw content;
    return content && {
      url: "https://example.org/dump.gz",
      body: streamOf(content),
      length: this.length === undefined ? content.length : this.length,
      etag: '"1"',
      lastModified: null,
      // deno-lint-ignore require-await
      settle: async (good) => void this.settled.push(good),
    };
  }
}

/** The same, which can tell the length of its dump. */
class Measured extends Given {
  constructor(readonly says: number | Error | undefined, ...contents: Content[]) {
    super(...contents);
  }

  // deno-lint-ignore require-await
  async measure(): Promise<number | undefined> {
    this.measured++;
    if (this.says instanceof Error) throw this.says;
    return this.says;
  }
}

function read(sources: Source[], options: Partial<ProducerOptions> = {}, known?: KnownDump) {
  return readDump(HOUR, known, {
    sources,
    store: {} as Store,
    denylist: undefined,
    top: 25,
    ties: "row",
    format: "csv",
    again: "never",
    rank: (dump, { top, ties, onRead }) => rankHour(dump, { top, ties, onRead }),
    createSha256,
    maker: "wikitop/test",
    now: () => LATER,
    ...options,
  });
}

async function failureOf(...args: Parameters<typeof read>): Promise<Error> {
  return await assertRejects(() => read(...args), Error);
}

Deno.test("readDump() ranks the dump of the first source that has it", async () => {
  const [first, second] = [new Given(GOOD), new Given(GOOD)];
  const report = (await read([first, second]))!;
  assertEquals(report.domains[0].pages[0].title, "Ada");
  assertEquals(report.source.bytes, GOOD.length);
  assertEquals([first.opened, second.opened], [1, 0]);
  assertEquals(first.settled, [true]);
});

Deno.test("readDump() tells of each step", async () => {
  const events: ProductionEvent[] = [];
  const source = new Given(DAMAGED, GOOD);
  await read([source], { onEvent: (_, event) => events.push(event) });
  const stages = ["open", "read", "retry", "open", "read", "ranked"];
  assertEquals(events.map(({ stage }) => stage), stages);
  const attempts = events.flatMap((event) => event.stage === "open" ? [event.attempt] : []);
  assertEquals(attempts, [1, 2]);
  assertEquals(events.at(-1), { stage: "ranked", bytes: GOOD.length, rows: 1 });
});

Deno.test("readDump() reads a damaged dump again, and then from the next source", async () => {
  const [first, second] = [new Given(DAMAGED), new Given(GOOD)];
  assert(await read([first, second]));
  assertEquals([first.opened, second.opened], [2, 1]);
  assertEquals([first.settled, second.settled], [[false, false], [true]]);
});

Deno.test("readDump() does not use a dump that is shorter than announced", async () => {
  for (const content of [GOOD, new TextEncoder().encode("en Ada 7 0\n")]) {
    const source = new Given(content);
    source.length = content.length + 1;
    const error = await failureOf([source]);
    const counts = `${content.length} bytes came of the ${content.length + 1} announced`;
    assert(error.message.includes(counts), error.message);
    assertEquals(source.settled, [false, false]);
  }
  const source = new Given(GOOD);
  source.length = null;
  assert(await read([source]));
});

Deno.test("readDump() goes on to the next source if one cannot be reached, or lacks it", async () => {
  const missing = new MissingDumpError(HOUR, "https://example.org/", LATER);
  const wrapped = new Error("Cannot read dump to its end", { cause: DOWN });
  for (const failure of [DOWN, missing, wrapped]) {
    const [first, second] = [new Given(failure), new Given(GOOD)];
    assert(await read([first, second]));
    assertEquals(first.opened, 1);
  }
});

Deno.test("readDump() gives nothing if the dump has not changed", async () => {
  const source = new Given(undefined);
  const known = { etag: '"1"', last_modified: null };
  assertEquals(await read([source], {}, known), undefined);
  assertEquals(source.known, known);
});

Deno.test("readDump() says of a dump that is nowhere that it is missing", async () => {
  const origin = new MissingDumpError(HOUR, "https://example.org/", LATER);
  const mirror = new MissingDumpError(HOUR, "https://example.net/", LATER);
  const kept = new MissingDumpError(HOUR, "dumps", undefined, ["a", "b"]);
  assertEquals(await failureOf([new Given(kept)]), kept);
  const sources = [new Given(kept), new Measured(1, origin), new Measured(1, mirror)];
  assertEquals(await failureOf(sources), origin);
});

Deno.test("readDump() goes by the clock it is given to tell late from missing", async () => {
  for (const [hours, published] of [[-1, "not yet"], [23, "not yet"], [25, "never"]] as const) {
    const now = new Date(HOUR.plus(hours).end);
    const error = await failureOf([
      new Measured(1, new MissingDumpError(HOUR, "https://example.org/", now)),
    ]);
    assert(error instanceof MissingDumpError);
    assertEquals(error.published, published);
  }
});

Deno.test("readDump() says of a dump that it is late if the mirrors cannot be asked", async () => {
  const late = new MissingDumpError(HOUR, "https://example.org/", SOON);
  assertEquals(await failureOf([new Measured(1, late), new Given(DOWN)]), late);
  assertEquals(await failureOf([new Given(DOWN), new Measured(1, late)]), late);
  // What the origin does not have yet is not asked of its mirrors, which may be down for long.
  assertEquals(await failureOf([new Measured(1, late), new Given(DAMAGED)]), late);
});

Deno.test("readDump() does not say that a dump is missing if a source cannot be asked", async () => {
  const missing = new MissingDumpError(HOUR, "https://example.org/", LATER);
  assertEquals(await failureOf([new Given(missing), new Given(DOWN)]), DOWN);
});

Deno.test("readDump() tells of all that went wrong, of each once", async () => {
  const { message } = await failureOf([new Given(DOWN), new Given(DAMAGED), new Given(DOWN)]);
  const [start, ...rest] = message.split(/: Cannot |; Cannot /);
  assertEquals(start, `Cannot make hour "2026-09-10T18"`);
  assertEquals(rest.length, 2, message);
});

const PART = new Uint8Array(gzipSync("en A 1 0\n"));

Deno.test("readDump() refuses a young dump of a mirror that is shorter than the origin's", async () => {
  const origin = new Measured(GOOD.length, DOWN);
  const mirror = new Given(PART);
  const { message } = await failureOf([origin, mirror], { now: () => SOON });
  assert(message.includes(`it has ${PART.length} bytes, the origin's ${GOOD.length}`), message);
  assertEquals(mirror.settled, [false, false]);
  assert(await read([new Measured(GOOD.length, DOWN), new Given(GOOD)], { now: () => SOON }));
});

Deno.test("readDump() takes a folder of kept dumps neither for the origin nor for a mirror", async () => {
  const absent = new MissingDumpError(HOUR, "dumps", undefined);
  const sources = [new Given(absent), new Measured(GOOD.length, DOWN), new Given(PART)];
  const { message } = await failureOf(sources, { now: () => SOON });
  assert(message.includes("mirror's dump"), message);

  const origin = new Measured(GOOD.length, DOWN);
  assert(await read([new Given(PART), origin], { now: () => SOON }));
  assertEquals(origin.measured, 0);
});

Deno.test("readDump() asks the origin neither of its own nor of an old dump", async () => {
  const origin = new Measured(1, GOOD);
  assert(await read([origin], { now: () => SOON }));
  const unreachable = new Measured(1, DOWN);
  assert(await read([unreachable, new Given(GOOD)], { now: () => LATER }));
  assertEquals([origin.measured, unreachable.measured], [0, 0]);
});

Deno.test("readDump() takes a mirror's word for it if the origin does not tell", async () => {
  for (const says of [undefined, DOWN]) {
    const origin = new Measured(says, DOWN);
    assert(await read([origin, new Given(GOOD)], { now: () => SOON }));
    assertEquals(origin.measured, 1);
  }
});

Deno.test("readDump() stops with its signal", async () => {
  const controller = new AbortController();
  const second = new Given(GOOD);
  const first = new Given(DAMAGED);
  const options: Partial<ProducerOptions> = {
    signal: controller.signal,
    onEvent: (_, { stage }) => stage === "read" && controller.abort(new Error("interrupted")),
  };
  const error = await failureOf([first, second], options);
  assertEquals(error.message, "interrupted");
  assertEquals([first.opened, second.opened, first.settled], [1, 0, [false]]);
});

Deno.test("readDump() lets through that a permission is missing", async () => {
  const error = new Deno.errors.NotCapable("Requires net access");
  const second = new Given(GOOD);
  assertEquals(await failureOf([new Given(error), second]), error);
  assertEquals(second.opened, 0);
});
