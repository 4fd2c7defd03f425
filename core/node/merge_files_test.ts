import { assertEquals, assertRejects } from "@std/assert";
import { gzipSync } from "node:zlib";
import { streamOf } from "../../testdata/chunks.ts";
import { Random } from "../../testdata/random.ts";
import { MergeError } from "../merge/merge_dumps.ts";
import { tempFolder } from "../testing/temp_folder.ts";
import { type FileInput, mergeFiles } from "./merge_files.ts";

const encode = (text: string) => new TextEncoder().encode(text);

/** Files with dumps, and what their sum is. */
async function someFiles(count: number, pages: number) {
  const temp = await tempFolder();
  const random = new Random(count);
  const sums = new Map<string, number>();
  let lines = 0;
  const paths: string[] = [];
  for (let i = 0; i < count; i++) {
    let text = "";
    for (let page = 0; page < pages; page++) {
      if (random.chance(0.5)) continue;
      const views = random.below(100);
      const key = `${page < pages / 3 ? "de" : "en"} Page_${1e6 + page}`;
      sums.set(key, (sums.get(key) ?? 0) + views);
      text += `${key} ${views} 0\n`;
      lines++;
    }
    const path = `${temp.path}/${i}.gz`;
    await Deno.writeFile(path, gzipSync(text));
    paths.push(path);
  }
  const expected = [...sums].sort(([a], [b]) => a < b ? -1 : 1)
    .map(([key, views]) => `${key} ${views} 0\n`).join("");
  return { temp, paths, expected, lines };
}

async function textOf(lines: AsyncIterable<Uint8Array>): Promise<string> {
  let text = "";
  for await (const chunk of lines) text += new TextDecoder().decode(chunk);
  return text;
}

Deno.test("mergeFiles() sums as many files on any number of threads", async () => {
  const { temp, paths, expected, lines } = await someFiles(11, 30_000);
  await using _ = temp;
  for (const threads of [1, 2, 3]) {
    const sum = mergeFiles(paths.map((path) => ({ path })), { threads, leastBytes: 0 });
    assertEquals(await textOf(sum.lines()) === expected, true, `${threads} threads`);
    assertEquals(sum.counts, { lines, repeated: 0, malformed: {} });
    assertEquals(sum.rows, expected.split("\n").length - 1);
  }
});

Deno.test("mergeFiles() takes streams among files, and what was seen in sorted ones", async () => {
  const { temp, paths, expected, lines } = await someFiles(6, 300);
  await using _ = temp;
  const seen = { lines: 5000, repeated: 7, malformed: { views: { count: 1, examples: [] } } };
  const inputs: FileInput[] = paths.map((path) => ({ path }));
  inputs[1] = { body: streamOf(await Deno.readFile(paths[1]!)), seen };
  inputs[2]!.seen = seen;
  inputs.push({ body: streamOf(encode("zu Ende 1 0\nno row\n")) });
  const sum = mergeFiles(inputs, { threads: 2, leastBytes: 0 });
  assertEquals(await textOf(sum.lines()), expected + "zu Ende 1 0\n");
  const { repeated, malformed } = sum.counts;
  assertEquals([repeated, malformed.views?.count, malformed.fields?.count], [14, 2, 1]);
  assertEquals(sum.counts.lines > lines, true);
});

Deno.test("mergeFiles() names the file that is of no use, on whatever thread", async () => {
  const { temp, paths } = await someFiles(8, 5000);
  await using _ = temp;
  for (
    const [index, bytes, code] of [
      [6, encode("en B 1 0\nen A 1 0\n"), "out-of-order"],
      [1, encode("<html>\n"), "not-a-dump"],
      [7, (await Deno.readFile(paths[7]!)).slice(0, -20), "read"],
    ] as const
  ) {
    const bad = `${temp.path}/bad`;
    await Deno.writeFile(bad, bytes);
    const inputs = paths.map((path, i) => ({ path: i === index ? bad : path }));
    const sum = mergeFiles(inputs, { threads: 2, leastBytes: 0 });
    const error = await assertRejects(() => textOf(sum.lines()), MergeError);
    assertEquals([error.index, error.cause.code], [index, code]);
  }
  const gone = paths.map((path, i) => ({ path: i === 3 ? `${temp.path}/gone` : path }));
  const sum = mergeFiles(gone, { threads: 2, leastBytes: 0 });
  await assertRejects(() => textOf(sum.lines()), Error, "there is no such file");
});

Deno.test("mergeFiles() ends its threads when its reader leaves", async () => {
  const { temp, paths } = await someFiles(8, 100_000);
  await using _ = temp;
  const inputs = paths.map((path) => ({ path }));
  for await (const _ of mergeFiles(inputs, { threads: 2, leastBytes: 0 }).lines()) break;
});
