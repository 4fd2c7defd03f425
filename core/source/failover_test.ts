import { assert, assertEquals, assertMatch, assertRejects } from "@std/assert";
import { gzipSync } from "node:zlib";
import { streamOf } from "../../testdata/chunks.ts";
import { systemClock } from "../async/clock.ts";
import { PermissionError } from "../permission_error.ts";
import { type RankedHour, rankHour } from "../rank/rank_hour.ts";
import { Hour } from "../time/hour.ts";
import { type FailoverOptions, readFromSources } from "./failover.ts";
import { FetchError } from "./http/fetch_error.ts";
import { MissingDumpError } from "./missing_dump_error.ts";
import type { Dump, KnownDump, Source } from "./source.ts";

const HOUR = Hour.parse("2026-09-10T18");
const SOON = new Date("2026-09-10T21:00Z");
const LATER = new Date("2026-09-12T21:00Z");
const GOOD = new Uint8Array(gzipSync("en Ada 7 0\n"));
const DAMAGED = GOOD.map((byte, i) => i === GOOD.length - 8 ? byte ^ 1 : byte);
const DOWN = new FetchError("Cannot fetch: no answer", { transient: true });

const at = (time: Date) => ({ ...systemClock, now: () => time });

type Content = Uint8Array | Error | undefined;

/** A source that gives one thing after the other, the last one from then on. */
class Given implements Source {
  opened = 0;
  measured = 0;
  readonly settled: boolean[] = [];
  known: KnownDump | undefined;
  length: number | null | undefined;
  readonly #contents: Content[];

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
      commit: async () => void this.settled.push(true),
      // deno-lint-ignore require-await
      discard: async () => void this.settled.push(false),
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

type Options = Partial<FailoverOptions<RankedHour>>;

function read(sources: Source[], options: Options = {}): Promise<RankedHour | undefined> {
  return readFromSources(HOUR, {
    sources,
    clock: at(LATER),
    read: ({ body }) => rankHour(body),
    ...options,
  });
}

async function failureOf(...args: Parameters<typeof read>): Promise<Error> {
  return await assertRejects(() => read(...args), Error);
}

Deno.test("readFromSources() tells of each dump it opens, of what it reads, and of failures", async () => {
  const source = new Given(DAMAGED, GOOD);
  const told: unknown[] = [];
  await read([source], {
    onOpen: ({ url, length }, attempt) => told.push(["open", url, length, attempt]),
    onChunk: (chunk, bytes) => told.push(["chunk", chunk.length, bytes]),
    onRetry: ({ message }, delay) => told.push(["retry", message.slice(0, 15), delay]),
  });
  assertEquals(told, [
    ["open", "https://example.org/dump.gz", GOOD.length, 1],
    ["chunk", GOOD.length, GOOD.length],
    ["retry", "Cannot use dump", 0],
    ["open", "https://example.org/dump.gz", GOOD.length, 2],
    ["chunk", GOOD.length, GOOD.length],
  ]);
});

Deno.test("readFromSources() names the dump that is of no use, and the hour", async () => {
  const start = 'Cannot use dump "https://example.org/dump.gz" of hour "2026-09-10T18": ';
  const { message: damaged } = await failureOf([new Given(DAMAGED)]);
  assert(damaged.startsWith(start), damaged);
  assertMatch(damaged, new RegExp(`, after ${GOOD.length} bytes and \\d+ rows$`));
  const page = new TextEncoder().encode("<html>\n");
  assertEquals(
    (await failureOf([new Given(page)])).message,
    `${start}none of its 1 lines is a row, one reads "<html>"; it seems to be an HTML or XML page`,
  );
  assertEquals(
    (await failureOf([new Given(new Uint8Array(0))])).message,
    `${start}it is empty`,
  );
});

Deno.test("readFromSources() throws what is no fault of the dump, and gives the dump up", async () => {
  const source = new Given(GOOD);
  const mistake = new TypeError("a mistake");
  const error = await failureOf([source], { read: () => Promise.reject(mistake) });
  assertEquals(error, mistake);
  assertEquals(source.settled, [false, false]);
});

Deno.test("readFromSources() says that there is no source", async () => {
  const { message } = await failureOf([]);
  assertEquals(message, 'Cannot read hour "2026-09-10T18": there is no source');
});

Deno.test("readFromSources() reads the dump of the first source that has it", async () => {
  const [first, second] = [new Given(GOOD), new Given(GOOD)];
  const { domains } = (await read([first, second]))!;
  assertEquals(domains[0]!.pages[0]!.title, "Ada");
  assertEquals([first.opened, second.opened], [1, 0]);
  assertEquals(first.settled, [true]);
});

Deno.test("readFromSources() reads a damaged dump again, and then from the next source", async () => {
  const [first, second] = [new Given(DAMAGED), new Given(GOOD)];
  assert(await read([first, second]));
  assertEquals([first.opened, second.opened], [2, 1]);
  assertEquals([first.settled, second.settled], [[false, false], [true]]);
});

Deno.test("readFromSources() does not use a dump that is shorter than announced", async () => {
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

Deno.test("readFromSources() goes on to the next source if one cannot be reached, or lacks it", async () => {
  const missing = new MissingDumpError(HOUR, "https://example.org/", LATER);
  const wrapped = new Error("Cannot read dump to its end", { cause: DOWN });
  for (const failure of [DOWN, missing, wrapped]) {
    const [first, second] = [new Given(failure), new Given(GOOD)];
    assert(await read([first, second]));
    assertEquals(first.opened, 1);
  }
});

Deno.test("readFromSources() gives nothing if the dump has not changed", async () => {
  const source = new Given(undefined);
  const known = { etag: '"1"', last_modified: null };
  assertEquals(await read([source], { known }), undefined);
  assertEquals(source.known, known);
});

Deno.test("readFromSources() says of a dump that is nowhere that it is missing", async () => {
  const origin = new MissingDumpError(HOUR, "https://example.org/", LATER);
  const mirror = new MissingDumpError(HOUR, "https://example.net/", LATER);
  const kept = new MissingDumpError(HOUR, "dumps", undefined, ["a", "b"]);
  assertEquals(await failureOf([new Given(kept)]), kept);
  const sources = [new Given(kept), new Measured(1, origin), new Measured(1, mirror)];
  assertEquals(await failureOf(sources), origin);
});

Deno.test("readFromSources() goes by the clock it is given to tell late from missing", async () => {
  for (const [hours, published] of [[-1, "not yet"], [23, "not yet"], [25, "never"]] as const) {
    const now = new Date(HOUR.plus(hours).end);
    const error = await failureOf([
      new Measured(1, new MissingDumpError(HOUR, "https://example.org/", now)),
    ]);
    assert(error instanceof MissingDumpError);
    assertEquals(error.published, published);
  }
});

Deno.test("readFromSources() says of a dump that it is late if the mirrors cannot be asked", async () => {
  const late = new MissingDumpError(HOUR, "https://example.org/", SOON);
  assertEquals(await failureOf([new Measured(1, late), new Given(DOWN)]), late);
  assertEquals(await failureOf([new Given(DOWN), new Measured(1, late)]), late);
  // What the origin does not have yet is not asked of its mirrors, which may be down for long.
  assertEquals(await failureOf([new Measured(1, late), new Given(DAMAGED)]), late);
});

Deno.test("readFromSources() does not say that a dump is missing if a source cannot be asked", async () => {
  const missing = new MissingDumpError(HOUR, "https://example.org/", LATER);
  assertEquals(await failureOf([new Given(missing), new Given(DOWN)]), DOWN);
});

Deno.test("readFromSources() tells of all that went wrong, of each once", async () => {
  const { message } = await failureOf([new Given(DOWN), new Given(DAMAGED), new Given(DOWN)]);
  const [start, ...rest] = message.split(/: Cannot |; Cannot /);
  assertEquals(start, `Cannot make hour "2026-09-10T18"`);
  assertEquals(rest.length, 2, message);
});

const PART = new Uint8Array(gzipSync("en A 1 0\n"));

Deno.test("readFromSources() refuses a young dump of a mirror that is shorter than the origin's", async () => {
  const origin = new Measured(GOOD.length, DOWN);
  const mirror = new Given(PART);
  const { message } = await failureOf([origin, mirror], { clock: at(SOON) });
  assert(message.includes(`it has ${PART.length} bytes, the origin's ${GOOD.length}`), message);
  assertEquals(mirror.settled, [false, false]);
  assert(await read([new Measured(GOOD.length, DOWN), new Given(GOOD)], { clock: at(SOON) }));
});

Deno.test("readFromSources() takes a folder of kept dumps neither for the origin nor for a mirror", async () => {
  const absent = new MissingDumpError(HOUR, "dumps", undefined);
  const sources = [new Given(absent), new Measured(GOOD.length, DOWN), new Given(PART)];
  const { message } = await failureOf(sources, { clock: at(SOON) });
  assert(message.includes("mirror's dump"), message);

  const origin = new Measured(GOOD.length, DOWN);
  assert(await read([new Given(PART), origin], { clock: at(SOON) }));
  assertEquals(origin.measured, 0);
});

Deno.test("readFromSources() asks the origin neither of its own nor of an old dump", async () => {
  const origin = new Measured(1, GOOD);
  assert(await read([origin], { clock: at(SOON) }));
  const unreachable = new Measured(1, DOWN);
  assert(await read([unreachable, new Given(GOOD)], { clock: at(LATER) }));
  assertEquals([origin.measured, unreachable.measured], [0, 0]);
});

Deno.test("readFromSources() takes a mirror's word for it if the origin does not tell", async () => {
  for (const says of [undefined, DOWN]) {
    const origin = new Measured(says, DOWN);
    assert(await read([origin, new Given(GOOD)], { clock: at(SOON) }));
    assertEquals(origin.measured, 1);
  }
});

Deno.test("readFromSources() stops with its signal", async () => {
  const controller = new AbortController();
  const second = new Given(GOOD);
  const first = new Given(DAMAGED);
  const options: Options = {
    signal: controller.signal,
    onChunk: () => controller.abort(new Error("interrupted")),
  };
  const error = await failureOf([first, second], options);
  assertEquals(error.message, "interrupted");
  assertEquals([first.opened, second.opened, first.settled], [1, 0, [false]]);
});

Deno.test("readFromSources() lets through that a permission is missing", async () => {
  const error = new PermissionError("Requires net access");
  const second = new Given(GOOD);
  assertEquals(await failureOf([new Given(error), second]), error);
  assertEquals(second.opened, 0);
});
