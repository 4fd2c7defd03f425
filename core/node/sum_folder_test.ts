import { assert, assertEquals, assertRejects } from "@std/assert";
import { streamOf } from "../../testdata/chunks.ts";
import type { DaySum } from "../produce/day_sums.ts";
import { StoreError } from "../store/store_error.ts";
import { tempFolder } from "../testing/temp_folder.ts";
import { parsePeriod } from "../time/period.ts";
import { SumFolder } from "./sum_folder.ts";

const DAY = parsePeriod("2026-09-10");
const INFO = { sources: [], counts: { lines: 1, repeated: 0, malformed: {} } };
const encode = (text: string) => new TextEncoder().encode(text);
const sumOf = (text: string): DaySum => ({ ...INFO, body: streamOf(encode(text)) });

const textOf = async (sum: DaySum | undefined) =>
  sum && await new Response(sum.body as ReadableStream<Uint8Array<ArrayBuffer>>).text();

Deno.test("SumFolder keeps the sum of a day, and puts another in its place", async () => {
  await using temp = await tempFolder();
  const folder = new SumFolder(`${temp.path}/sums`);
  assertEquals(await folder.open(DAY), undefined);
  await folder.keep(DAY, sumOf("en A 1 0\n"));
  const sum = await folder.open(DAY);
  assertEquals([sum!.sources, sum!.counts], [INFO.sources, INFO.counts]);
  assertEquals(await textOf(sum), "en A 1 0\n");
  await folder.keep(DAY, sumOf("en A 12 0\n"));
  assertEquals(await textOf(await folder.open(DAY)), "en A 12 0\n");
  assertEquals((await folder.list()).map(({ day, bytes }) => [day.label, bytes]), [
    [DAY.label, 10],
  ]);
});

Deno.test("SumFolder takes no half sum, and removes what killed writers left", async () => {
  await using temp = await tempFolder();
  const folder = new SumFolder(temp.path);
  await folder.keep(DAY, sumOf("en A 1 0\n"));
  await Deno.writeTextFile(`${temp.path}/2026-09-10.gz`, "en A 1");
  assertEquals(await folder.open(DAY), undefined);
  await Deno.writeTextFile(`${temp.path}/2026-09-10.json`, "{");
  assertEquals(await folder.open(DAY), undefined);
  await Deno.remove(`${temp.path}/2026-09-10.json`);
  assertEquals(await folder.open(DAY), undefined);

  const left = `${temp.path}/2026-09-09.gz.${crypto.randomUUID()}.tmp`;
  await Deno.writeTextFile(left, "en");
  await Deno.utime(left, 1, 1);
  const young = `${temp.path}/2026-09-09.gz.${crypto.randomUUID()}.tmp`;
  await Deno.writeTextFile(young, "en");
  await folder.keep(DAY, sumOf("en A 1 0\n"));
  const names = [...Deno.readDirSync(temp.path)].map(({ name }) => `${temp.path}/${name}`);
  assertEquals([names.includes(left), names.includes(young)], [false, true]);
});

Deno.test("SumFolder keeps no half sum where its stream fails", async () => {
  await using temp = await tempFolder();
  const folder = new SumFolder(temp.path);
  const body = new ReadableStream<Uint8Array<ArrayBuffer>>({
    pull: (controller) =>
      controller.error(Object.assign(new Error("ENOSPC: full"), { code: "ENOSPC" })),
  });
  await assertRejects(() => folder.keep(DAY, { ...INFO, body }), StoreError, "no space is left");
  assertEquals([...Deno.readDirSync(temp.path)], []);
});

Deno.test("SumFolder keeps so many days, and lets go of the oldest", async () => {
  await using temp = await tempFolder();
  const folder = new SumFolder(temp.path, 3);
  for (const day of [3, 5, 1, 4, 2]) await folder.keep(DAY.plus(day), sumOf("en A 1 0\n"));
  const kept = (await folder.list()).map(({ day }) => day.since(DAY));
  assertEquals(kept, [3, 4, 5].slice(-3));
  assert((await folder.open(DAY.plus(4))) !== undefined);
});
