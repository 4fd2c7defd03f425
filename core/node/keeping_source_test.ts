import { assert, assertEquals, assertRejects } from "@std/assert";
import { tryLockFile } from "../deno/file_lock.ts";
import { namesIn } from "../testing/run_from.ts";
import { tempFolder } from "../testing/temp_folder.ts";
import { cut, streamOf } from "../../testdata/chunks.ts";
import { Random } from "../../testdata/random.ts";
import type { Bytes } from "../dump/bytes.ts";
import { Hour } from "../time/hour.ts";
import { PermissionError } from "../permission_error.ts";
import { StoreError } from "../store/store_error.ts";
import { KeepingSource } from "./keeping_source.ts";
import type { Dump, Source } from "../source/source.ts";

const HOUR = Hour.parse("2026-09-10T18");
const CONTENT = new Uint8Array(Array.from({ length: 50_000 }, (_, i) => i * 7));

function keep(source: Source, folder: string): KeepingSource {
  return new KeepingSource(source, folder, tryLockFile);
}

/** A source of one dump, which notes what is done with it. */
class OneSource implements Source {
  readonly settled: boolean[] = [];
  cancelled = false;
  changed = true;

  // deno-lint-ignore require-await
  async open(): Promise<Dump> {
    const reader = streamOf(...cut(CONTENT, new Random(1))).getReader();
    const body = new ReadableStream<Bytes>({
      async pull(controller) {
        const { value } = await reader.read();
        if (value === undefined) controller.close();
        else controller.enqueue(value);
      },
      cancel: () => {
        this.cancelled = true;
      },
    }, { highWaterMark: 0 });
    return {
      url: "https://example.org/dump",
      body,
      length: CONTENT.length,
      etag: '"1"',
      lastModified: null,
      // deno-lint-ignore require-await
      commit: async () => void this.settled.push(true),
      // deno-lint-ignore require-await
      discard: async () => void this.settled.push(false),
    };
  }

  async openIfChanged(): Promise<Dump | undefined> {
    return this.changed ? await this.open() : undefined;
  }

  measure(): Promise<number> {
    return Promise.resolve(4711);
  }
}

Deno.test("KeepingSource keeps a dump once it turns out to be good", async () => {
  await using temp = await tempFolder();
  const source = new OneSource();
  const dump = await keep(source, `${temp.path}/dumps`).open(HOUR);
  assertEquals([dump.url, dump.length, dump.etag], ["https://example.org/dump", 50_000, '"1"']);
  assertEquals(await new Response(dump.body).bytes(), CONTENT);
  const folder = `${temp.path}/dumps/2026/2026-09`;
  assertEquals(namesIn(folder).filter((name) => !name.endsWith(".tmp")), []);
  await dump.commit!();
  assertEquals(namesIn(folder), [HOUR.dumpName]);
  assertEquals(await Deno.readFile(`${folder}/${HOUR.dumpName}`), CONTENT);
  assertEquals(source.settled, [true]);
});

Deno.test("KeepingSource keeps nothing of a dump that is not good, or not read to its end", async () => {
  await using temp = await tempFolder();
  for (const isRead of [true, false]) {
    const source = new OneSource();
    const dump = await keep(source, temp.path).open(HOUR);
    if (isRead) await new Response(dump.body).bytes();
    else await dump.body.cancel();
    await dump.discard!();
    assertEquals(namesIn(`${temp.path}/2026/2026-09`), []);
    assertEquals(source.settled, [false]);
  }
});

Deno.test("KeepingSource puts a dump in the place of one that is there", async () => {
  await using temp = await tempFolder();
  await Deno.mkdir(`${temp.path}/2026/2026-09`, { recursive: true });
  await Deno.writeTextFile(`${temp.path}/${HOUR.dumpPath}`, "damaged");
  const dump = await keep(new OneSource(), temp.path).open(HOUR);
  await new Response(dump.body).bytes();
  await dump.commit!();
  assertEquals(await Deno.readFile(`${temp.path}/${HOUR.dumpPath}`), CONTENT);
});

Deno.test("KeepingSource.openIfChanged() opens nothing if nothing has changed", async () => {
  await using temp = await tempFolder();
  const source = new OneSource();
  const keeping = keep(source, temp.path);
  const known = { etag: '"0"', last_modified: null };
  const dump = (await keeping.openIfChanged(HOUR, known))!;
  await new Response(dump.body).bytes();
  await dump.commit!();
  source.changed = false;
  assertEquals(await keeping.openIfChanged(HOUR, known), undefined);
  assertEquals(namesIn(`${temp.path}/2026/2026-09`), [HOUR.dumpName]);
});

Deno.test("KeepingSource.measure() asks its source", async () => {
  assertEquals(await keep(new OneSource(), "dumps").measure(HOUR), 4711);
  const silent: Source = { open: () => Promise.reject(), openIfChanged: () => Promise.reject() };
  assertEquals(await keep(silent, "dumps").measure(HOUR), undefined);
});

Deno.test("KeepingSource lets go of the dump if it cannot keep it", async () => {
  await using temp = await tempFolder();
  await Deno.writeTextFile(`${temp.path}/file`, "");
  const source = new OneSource();
  await assertRejects(
    () => keep(source, `${temp.path}/file`).open(HOUR),
    StoreError,
    `Cannot keep dump "${temp.path}/file/`,
  );
  assert(source.cancelled, "its connection was left open");
});

Deno.test({
  name: "KeepingSource lets through that a permission is missing",
  permissions: { read: true, write: false },
  async fn() {
    const source = keep(new OneSource(), "/dumps");
    await assertRejects(() => source.open(HOUR), PermissionError, "write access");
  },
});

Deno.test("KeepingSource removes what killed runs left, and nothing that is being written", async () => {
  await using temp = await tempFolder();
  const other = Hour.parse("2026-08-10T18");
  const writing = await keep(new OneSource(), temp.path).open(other);
  const folder = `${temp.path}/2026/2026-09`;
  await Deno.mkdir(folder, { recursive: true });
  const left = `${HOUR.dumpName}.0f8fad5b-d9cb-469f-a165-70867728950e`;
  const others = ["notes.tmp", "notes.0f8fad5b-d9cb-469f-a165-70867728950e.tmp"];
  for (const name of [`${left}.tmp`, `${left}.lock.tmp`, ...others]) {
    await Deno.writeTextFile(`${folder}/${name}`, "half");
  }
  const dump = await keep(new OneSource(), temp.path).open(HOUR);
  await new Response(dump.body).bytes();
  await dump.commit!();
  assertEquals(namesIn(folder).sort(), [...others, HOUR.dumpName].sort());
  await new Response(writing.body).bytes();
  await writing.commit!();
  assertEquals(namesIn(`${temp.path}/2026/2026-08`), [other.dumpName]);
});

Deno.test("KeepingSource keeps dumps where the file system does not lock", async () => {
  await using temp = await tempFolder();
  const tryLock = () => Promise.reject(new Error("No locks available (os error 37)"));
  const dump = await new KeepingSource(new OneSource(), temp.path, tryLock).open(HOUR);
  await new Response(dump.body).bytes();
  await dump.commit!();
  assertEquals(namesIn(`${temp.path}/2026/2026-09`), [HOUR.dumpName]);
});
