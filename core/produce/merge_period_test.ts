import { assert, assertEquals, assertRejects } from "@std/assert";
import { gzipSync } from "node:zlib";
import { streamOf } from "../../testdata/chunks.ts";
import { Random } from "../../testdata/random.ts";
import { rankNaively } from "../../testdata/naive_ranker.ts";
import { systemClock } from "../async/clock.ts";
import { tryLockFile } from "../deno/file_lock.ts";
import { SumFolder } from "../node/sum_folder.ts";
import { WorkFolder } from "../node/work_folder.ts";
import type { WorkFiles, WorkPlace } from "../merge/work_files.ts";
import { MissingDumpError } from "../source/missing_dump_error.ts";
import { StoreError } from "../store/store_error.ts";
import type { Dump, KnownDump, Source } from "../source/source.ts";
import type { TempFolder } from "../testing/temp_folder.ts";
import { tempFolder } from "../testing/temp_folder.ts";
import type { Hour } from "../time/hour.ts";
import { parsePeriod, type Period } from "../time/period.ts";
import type { ProduceEvent } from "./events.ts";
import { make, type MakeOptions } from "./make.ts";

/** A source of dumps in memory; one of an hour that is not there is missing, or late. */
class Given implements Source {
  readonly opened: string[] = [];
  etag = '"1"';

  constructor(
    readonly dumps: ReadonlyMap<string, Uint8Array>,
    readonly name = "given",
    readonly now: Date | undefined = undefined,
  ) {}

  open(hour: Hour): Promise<Dump> {
    const dump = this.dumps.get(hour.label);
    if (dump === undefined) return Promise.reject(new MissingDumpError(hour, this.name, this.now));
    this.opened.push(hour.label);
    const url = `${this.name}/${hour.dumpName}`;
    const body = streamOf(dump);
    return Promise.resolve({ url, body, length: dump.length, etag: this.etag, lastModified: null });
  }

  openIfChanged(hour: Hour, { etag }: KnownDump): Promise<Dump | undefined> {
    return etag === this.etag ? Promise.resolve(undefined) : this.open(hour);
  }
}

/** A place to work in, which counts the dumps that are there at the same time. */
class Place implements WorkPlace {
  most = 0;
  room: number | undefined;
  readonly #work: WorkFolder;

  private constructor(readonly temp: TempFolder) {
    this.#work = new WorkFolder(`${temp.path}/waiting`, { tryLock: tryLockFile });
  }

  static async create(): Promise<Place> {
    return new Place(await tempFolder());
  }

  async open(): Promise<WorkFiles> {
    const files = await this.#work.open();
    const there = new Set<string>();
    return {
      async write(name, content, options) {
        await files.write(name, content, options);
        if (name.startsWith("pageviews-")) there.add(name);
      },
      read: async (name) => {
        this.most = Math.max(this.most, there.size);
        return await files.read(name);
      },
      merge: async (inputs) => {
        this.most = Math.max(this.most, there.size);
        return await files.merge(inputs);
      },
      async remove(name) {
        await files.remove(name);
        there.delete(name);
      },
      room: () => Promise.resolve(this.room),
      close: () => files.close(),
    };
  }

  /** What is left in the folder. */
  left(): string[] {
    return [...Deno.readDirSync(`${this.temp.path}/waiting`)].map(({ name }) => name)
      .filter((name) => name !== ".locks");
  }

  make(period: Period, options: Partial<MakeOptions> & Pick<MakeOptions, "sources">) {
    return make(period, { work: this, clock: systemClock, ...options });
  }

  [Symbol.asyncDispose](): PromiseLike<void> {
    return this.temp[Symbol.asyncDispose]();
  }
}

/** The text of a dump whose pages others have, too. */
function randomText(random: Random): string {
  const lines = new Set<string>();
  for (let i = random.between(1, 25); i > 0; i--) {
    lines.add(
      `${random.pick(["de", "en", "en.m"])} ${random.pick(["A", "B", "Ä", "C:D"])}${
        random.below(9)
      }`,
    );
  }
  return [...lines].sort().map((line) => `${line} ${random.below(99)} 0\n`).join("");
}

function textsOf(hours: readonly Hour[], random: Random): Map<string, string> {
  return new Map(hours.map(({ label }) => [label, randomText(random)]));
}

const gzipAll = (texts: ReadonlyMap<string, string>) =>
  new Map([...texts].map(([label, text]) => [label, new Uint8Array(gzipSync(text))]));

/** The ranking of the sum of some texts, by the rules alone. */
function naively(texts: readonly string[], top = 25) {
  const sums = new Map<string, number>();
  for (const line of texts.join("").split("\n").filter((line) => line !== "")) {
    const [code, title, views] = line.split(" ");
    const page = `${code} ${title}`;
    sums.set(page, (sums.get(page) ?? 0) + Number(views));
  }
  const text = [...sums].map(([page, views]) => `${page} ${views} 0\n`).join("");
  return rankNaively(new TextEncoder().encode(text), { top, ties: "row" }).domains;
}

const DAY = parsePeriod("2026-09-10");

Deno.test("make() makes days, weeks and a month that are the sums of their hours", async () => {
  // Across New Year, and the ISO weeks 53 and 1; a day holds the dump of the midnight that ends it.
  for (const text of ["2020-12-31", "2021-01-01", "2020-W53", "2021-W01", "2020-02"]) {
    await using place = await Place.create();
    const period = parsePeriod(text);
    const around = [...period.plus(-1).hours, ...period.hours, ...period.plus(1).hours];
    const texts = textsOf(around, new Random(5));
    const source = new Given(gzipAll(texts));
    const report = await place.make(period, { sources: [source], top: 3 });
    const wanted = period.hours.map(({ label }) => texts.get(label)!);
    assertEquals(
      report!.domains.map(({ code, views, pages }) => ({ code, views, pages })),
      naively(wanted, 3),
    );
    assertEquals(report!.sources.map(({ hour }) => hour), period.hours.map(({ label }) => label));
    assertEquals(report!.counts.lines, wanted.join("").split("\n").length - 1);
    assertEquals(source.opened.toSorted(), period.hours.map(({ label }) => label));
    assertEquals([place.left(), place.most], [[], 24]);
  }
});

Deno.test("make() makes a period without the hours that are missing, unless none may be", async () => {
  await using place = await Place.create();
  const texts = textsOf(DAY.hours, new Random(1));
  texts.delete("2026-09-10T07");
  const sources = [new Given(gzipAll(texts))];
  const report = await place.make(DAY, { sources });
  assertEquals(report!.sources.length, 23);
  assertEquals(
    report!.domains.map(({ code, views, pages }) => ({ code, views, pages })),
    naively([...texts.values()]),
  );
  const fail = () => place.make(DAY, { sources, missing: "fail" });
  const error = await assertRejects(fail, MissingDumpError);
  assert(error.message.includes("2026-09-10T07"), error.message);
  assertEquals(place.left(), []);
});

Deno.test("make() makes no period of which an hour is not published yet, or all are missing", async () => {
  await using place = await Place.create();
  const texts = textsOf(DAY.hours, new Random(1));
  texts.delete("2026-09-11T00");
  const late = new Given(gzipAll(texts), "late", new Date("2026-09-11T01:00Z"));
  const error = await assertRejects(() => place.make(DAY, { sources: [late] }), MissingDumpError);
  assertEquals(error.published, "not yet");
  const none = new Given(new Map());
  for (const period of [DAY, parsePeriod("2026-W37")]) {
    const error = await assertRejects(
      () => place.make(period, { sources: [none] }),
      MissingDumpError,
    );
    const first =
      `none of its ${period.hours.length} hours has a dump; the first: Cannot find dump of `;
    assert(error.message.includes(`${first}hour "${period.hours[0]}"`), error.message);
    assertEquals([error.code, error.published], ["not-in-folder", "never"]);
  }
  assertEquals(place.left(), []);
});

Deno.test("make() makes a period again only if one of its dumps is another, or is there by now", async () => {
  await using place = await Place.create();
  const texts = textsOf(DAY.hours, new Random(1));
  const source = new Given(gzipAll(texts));
  const sources = [source];
  const report = await place.make(DAY, { sources });
  assertEquals(await place.make(DAY, { sources, known: report!.sources }), undefined);
  source.etag = '"2"';
  assertEquals((await place.make(DAY, { sources, known: report!.sources }))!.sources.length, 24);
  source.etag = '"1"';
  const known = report!.sources.slice(1);
  assertEquals((await place.make(DAY, { sources, known }))!.sources.length, 24);
});

Deno.test("make() sorts the dumps of a period that are out of order, with a warning", async () => {
  await using place = await Place.create();
  const texts = textsOf(DAY.hours, new Random(2));
  const unordered = new Map([...texts].map(([label, text], i) => {
    const lines = text.split("\n").slice(0, -1);
    return [label, i % 5 > 0 ? text : new Random(i).shuffled(lines).join("\n") + "\n" + text];
  }));
  const events: ProduceEvent[] = [];
  const report = await place.make(DAY, {
    sources: [new Given(gzipAll(unordered))],
    onEvent: (event) => events.push(event),
  });
  assertEquals(
    report!.domains.map(({ code, views, pages }) => ({ code, views, pages })),
    naively([...unordered.values()]),
  );
  const warnings = events.flatMap((event) => event.stage === "retry" ? [event.error.message] : []);
  assertEquals(warnings.length, 5);
  assert(
    warnings.every((text) =>
      /^Warning: sorting dump "given\/.*: it is out of order: in line /.test(text)
    ),
  );
  assertEquals(place.left(), []);
});

Deno.test("make() sorts the dump of an hour that is out of order far behind its beginning", async () => {
  await using place = await Place.create();
  const rows = Array.from({ length: 300_000 }, (_, i) => `en Page_${1e6 + i} ${i % 7} 0\n`).join(
    "",
  );
  const text = `${rows}en A 9 0\nno row\nen Page_1000000 5 0\n`;
  const [hour] = DAY.hours;
  const bytes = new TextEncoder().encode(text);
  const source = new Given(new Map([[hour!.label, bytes]]));
  const open = source.open.bind(source);
  source.open = async (hour) => ({
    ...await open(hour),
    body: streamOf(bytes.slice(0, 5e6), bytes.slice(5e6)),
  });
  const report = await place.make(hour!, { sources: [source], top: 2 });
  assertEquals(report!.domains[0]!.pages.map(({ title, views }) => [title, views]), [
    ["A", 9],
    ["Page_1000006", 6],
  ]);
  const { lines, repeated, malformed } = report!.counts;
  assertEquals([lines, repeated, malformed.fields!.count], [300_003, 1, 1]);
  assertEquals([report!.period.unit, place.left()], ["hour", []]);
});

Deno.test("make() fetches nothing if the dumps have no room where they are to wait", async () => {
  await using place = await Place.create();
  const dumps = gzipAll(textsOf(parsePeriod("2026-W37").hours, new Random(4)));
  const source = Object.assign(new Given(dumps), { measure: () => Promise.resolve(1000) });
  const attempt = async (text: string, room: number) => {
    place.room = room;
    return await place.make(parsePeriod(text), { sources: [source] });
  };
  const { message } = await assertRejects(() => attempt("2026-09-10", 23_999), StoreError);
  assertEquals(
    message,
    'Cannot make day "2026-09-10": its dumps take 24,000 bytes at a time, and there is room for ' +
      "23,999 where they are to wait; make room",
  );
  await assertRejects(() => attempt("2026-W37", 51_999), StoreError, "52,000 bytes");
  assertEquals([source.opened, place.left()], [[], []]);
  assert(await attempt("2026-09-10", 24_000) !== undefined);
  assert(await attempt("2026-W37", 52_000) !== undefined);
});

Deno.test("make() keeps the sums of days, and reads no dump of them again", async () => {
  await using place = await Place.create();
  const week = parsePeriod("2026-W37");
  const texts = textsOf(week.hours, new Random(6));
  const missing = parsePeriod("2026-09-12").hours[3]!.label;
  const source = new Given(gzipAll(texts));
  const late = new Given(new Map([...source.dumps].filter(([label]) => label !== missing)));
  const sums = new SumFolder(`${place.temp.path}/sums`);
  await place.make(week, { sources: [late], sums });
  // A day of which an hour is missing is not kept.
  assertEquals((await sums.list()).length, 6);
  const report = await place.make(week, { sources: [source], sums });
  assertEquals(source.opened.toSorted(), parsePeriod("2026-09-12").hours.map(String));
  assertEquals(
    report!.domains.map(({ code, views, pages }) => ({ code, views, pages })),
    naively([...texts.values()]),
  );
  assertEquals(report!.sources.map(({ hour }) => hour), week.hours.map(String));
  assertEquals(report!.counts.lines, [...texts.values()].join("").split("\n").length - 1);
  const day = await place.make(DAY, { sources: [new Given(new Map())], sums });
  assertEquals(day!.sources.length, 24);
  // Whoever asks whether dumps were revised does not want what was kept.
  source.opened.length = 0;
  source.etag = '"2"';
  await place.make(week, { sources: [source], sums, known: report!.sources });
  assert(source.opened.length >= week.hours.length);
});

Deno.test("make() takes a damaged dump of a period from the next source", async () => {
  await using place = await Place.create();
  const texts = textsOf(DAY.hours, new Random(3));
  const whole = gzipAll(texts);
  const damaged = new Map(whole);
  damaged.set("2026-09-10T05", whole.get("2026-09-10T05")!.slice(0, -9));
  damaged.set("2026-09-10T06", new TextEncoder().encode("<html>\n"));
  const mirror = new Given(whole, "mirror");
  const report = await place.make(DAY, { sources: [new Given(damaged), mirror] });
  assertEquals(
    report!.domains.map(({ code, views, pages }) => ({ code, views, pages })),
    naively([...texts.values()]),
  );
  assertEquals(mirror.opened.toSorted(), ["2026-09-10T05", "2026-09-10T06"]);
  assertEquals(report!.sources[4]!.url, "mirror/pageviews-20260910-050000.gz");
  const alone = () => place.make(DAY, { sources: [new Given(damaged)] });
  const { message } = await assertRejects(alone, Error);
  assert(/^Cannot use dump "given\/.*" of hour "2026-09-10T0[56]": /.test(message), message);
  assertEquals(place.left(), []);
});

Deno.test("make() leaves nothing behind when it is interrupted, and removes what others left", async () => {
  await using place = await Place.create();
  await Deno.mkdir(`${place.temp.path}/waiting/3`, { recursive: true });
  await Deno.writeTextFile(`${place.temp.path}/waiting/3/pageviews-20260910-010000.gz`, "half");
  const sources = [new Given(gzipAll(textsOf(DAY.hours, new Random(4))))];
  for (const stage of ["download", "rank"] as const) {
    const abort = new AbortController();
    const onEvent = (event: ProduceEvent) => {
      if (event.stage === stage) abort.abort();
    };
    const making = () => place.make(DAY, { sources, signal: abort.signal, onEvent });
    await assertRejects(making, DOMException);
    assertEquals(place.left(), []);
  }
});
