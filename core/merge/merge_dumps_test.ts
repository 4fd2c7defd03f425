import { assert, assertEquals, assertRejects } from "@std/assert";
import { Buffer } from "node:buffer";
import { gzipSync } from "node:zlib";
import { cut, streamOf } from "../../testdata/chunks.ts";
import { Random } from "../../testdata/random.ts";
import type { Bytes } from "../dump/bytes.ts";
import { gunzipNode } from "../node/gunzip_node.ts";
import { DumpMerge, MergeError } from "./merge_dumps.ts";

// All strings in here are binary, one character for each byte: titles need not be UTF-8.
const binary = (text: string) => Buffer.from(text).toString("latin1");

const CODES = ["", "en", "en.m", "en.m.b", "e", "de", "zh-min-nan.m"];
const PIECES = [
  "A",
  "B",
  "a",
  "_",
  "-",
  "AA",
  '"',
  '"',
  "\\",
  '\\"',
  "é",
  "😀",
  "\uffff",
  "\t",
  "\0x",
]
  .map(binary).concat("\xff", "\xc3", "x".repeat(300));

type Row = [code: string, title: string, views: number];

const compare = (a: string, b: string) => a < b ? -1 : a > b ? 1 : 0;
const quote = (field: string) =>
  field === "" || field.includes('"')
    ? `"${field.replaceAll("\\", "\\\\").replaceAll('"', '\\"')}"`
    : field;

/** Rows of pages that several dumps have, some of them twice, in the order of a dump. */
function randomRows(random: Random, pages: number): Row[] {
  const rows = Array.from({ length: pages }, (): Row => {
    const title = Array.from({ length: random.between(0, 3) }, () => random.pick(PIECES)).join("");
    return [random.pick(CODES), title, random.between(0, random.pick([1, 9, 1e12]))];
  });
  return rows.sort(([a, b], [c, d]) => compare(a, c) || compare(b, d));
}

function dumpOf(rows: readonly Row[], random: Random): Buffer {
  const lines = rows.map(([code, title, views]) => `${quote(code)} ${quote(title)} ${views} 0\n`);
  const text = lines.flatMap((line) => random.chance(0.05) ? ["no row\n", line] : [line]).join("");
  const plain = Buffer.from(text, "latin1");
  const middle = random.between(0, plain.length);
  const members = [plain.subarray(0, middle), plain.subarray(middle)].map((part) => gzipSync(part));
  return random.chance(0.5) ? plain : random.chance(0.5) ? gzipSync(plain) : Buffer.concat(members);
}

/** The sum by the rules alone, in the order of a dump. */
function naiveSum(rows: readonly Row[]): Row[] {
  const sums = new Map<string, Row>();
  for (const [code, title, views] of rows) {
    const key = `${code} ${title}`;
    sums.set(key, [code, title, (sums.get(key)?.[2] ?? 0) + views]);
  }
  return [...sums.values()].sort(([a, b], [c, d]) => compare(a, c) || compare(b, d));
}

/** The rows of a sum, read from its lines by the rules of today's dumps alone. */
async function rowsOf(merge: DumpMerge): Promise<Row[]> {
  const lines = (await textOf(merge.lines())).split("\n").slice(0, -1);
  return lines.map((line): Row => {
    const [code, title, views, zero] = line.split(" ");
    assertEquals(zero, "0");
    return [unquote(code!), unquote(title!), Number(views)];
  });
}

const unquote = (field: string) =>
  field.startsWith('"') ? field.slice(1, -1).replaceAll(/\\(.)/g, "$1") : field;

async function textOf(lines: AsyncIterable<Bytes>): Promise<string> {
  const chunks: Bytes[] = [];
  for await (const chunk of lines) chunks.push(chunk);
  return Buffer.concat(chunks).toString("latin1");
}

const mergeText = (...texts: string[]) =>
  new DumpMerge(
    texts.map((text) => ({ body: streamOf(Buffer.from(text, "latin1")) })),
    gunzipNode,
  );

Deno.test("DumpMerge sums random dumps as a naive sum does, into rows and into a dump", async () => {
  for (let seed = 1; seed <= 40; seed++) {
    const random = new Random(seed);
    const all = Array.from(
      { length: random.pick([1, 2, 3, 5, 8, 24]) },
      () => randomRows(random, random.pick([1, 3, 30, 300])),
    );
    const dumps = all.map((rows) => dumpOf(rows, random));
    const merge = () =>
      new DumpMerge(
        dumps.map((dump) => ({ body: streamOf(...cut(dump, random)) })),
        gunzipNode,
      );
    const expected = naiveSum(all.flat());
    const sum = merge();
    assertEquals(await rowsOf(sum), expected, `seed ${seed}`);
    const repeated = all.reduce((count, rows) => count + rows.length - naiveSum(rows).length, 0);
    assertEquals(sum.counts.repeated, repeated, `seed ${seed}`);
    const malformed = sum.counts.malformed.fields;
    assertEquals(sum.counts.lines, all.flat().length + (malformed?.count ?? 0), `seed ${seed}`);
    assert((malformed?.examples.length ?? 0) <= 3);
    // Written as a dump, and read back, it is the same rows.
    assertEquals(await rowsOf(mergeText(await textOf(merge().lines()))), expected, `seed ${seed}`);
  }
});

Deno.test("DumpMerge sums many rows, whose blocks and titles end anywhere", async () => {
  const random = new Random(7);
  const titles = Array.from({ length: 60_000 }, (_, i) => `${"T".repeat(i % 50)}${i}`).sort();
  const all = Array.from(
    { length: 5 },
    () =>
      titles.filter(() => random.chance(0.7)).map((title): Row => ["en", title, random.below(100)]),
  );
  const dumps = all.map((rows) => dumpOf(rows, random));
  const sum = new DumpMerge(dumps.map((dump) => ({ body: streamOf(dump) })), gunzipNode);
  assertEquals(await rowsOf(sum), naiveSum(all.flat()));
});

Deno.test("DumpMerge of merges is the merge of all", async () => {
  const random = new Random(3);
  const all = Array.from({ length: 9 }, () => randomRows(random, 200));
  const texts = await Promise.all([0, 3, 6].map((first) => {
    const dumps = all.slice(first, first + 3).map((rows) => ({
      body: streamOf(dumpOf(rows, random)),
    }));
    return textOf(new DumpMerge(dumps, gunzipNode).lines());
  }));
  assertEquals(await rowsOf(mergeText(...texts)), naiveSum(all.flat()));
});

Deno.test("DumpMerge compares titles unquoted, and writes them as today's dumps have them", async () => {
  const quoted = 'en !A 1 0\nen "\\"Heroes\\"" 2 0\nen #B 4 0\n"" Z1 1 0\n';
  const lines = quoted.split("\n");
  const wikifunctionsFirst = [lines[3], ...lines.slice(0, 3), ""].join("\n");
  // Before February 2023 nothing was quoted.
  const unquoted = 'en "Heroes" 3 0\nen C\\D 5 0\n';
  assertEquals(
    await textOf(mergeText(wikifunctionsFirst, unquoted).lines()),
    '"" Z1 1 0\nen !A 1 0\nen "\\"Heroes\\"" 5 0\nen #B 4 0\nen C\\D 5 0\n',
  );
});

Deno.test("DumpMerge says by a code which dump is out of order", async () => {
  const unordered: Record<string, string> = {
    "en B 1 0\nen A 1 0\n": 'a title of domain "en" sorts before the one above it',
    "en AA 1 0\nen A 1 0\n": 'a title of domain "en" sorts before the one above it',
    "en A 1 0\nde A 1 0\n": 'domain "de" comes after "en"',
    'en A 1 0\n"" A 1 0\n': 'domain "" comes after "en"',
    "en A 1 0\nen.m A 1 0\nen B 1 0\n": 'domain "en" comes back',
  };
  for (const [text, what] of Object.entries(unordered)) {
    const error = await assertRejects(() => rowsOf(mergeText("en A 1 0\n", text)), MergeError);
    assertEquals([error.index, error.cause.code], [1, "out-of-order"]);
    const line = text.split("\n").length - 1;
    assertEquals(
      error.message,
      `Cannot merge dump 2: it is out of order: in line ${line}, ${what}`,
    );
  }
});

Deno.test("DumpMerge refuses what is no dump, or is cut short, and lets go of all others", async () => {
  const whole = gzipSync(Buffer.from("en A 1 0\n".repeat(1)));
  for (
    const [bytes, code] of [
      [Buffer.alloc(0), "empty"],
      [Buffer.from("<html>\n"), "not-a-dump"],
      [Buffer.from("BZh91AY"), "not-a-dump"],
      [Buffer.from("en A 1 0\nen B"), "cut"],
      [whole.subarray(0, whole.length - 4), "read"],
    ] as const
  ) {
    let [next, cancelled] = [1e9, 0];
    const endless = new ReadableStream<Bytes>({
      pull: (controller) => controller.enqueue(new TextEncoder().encode(`en ${next++} 1 0\n`)),
      cancel: () => void cancelled++,
    }, { highWaterMark: 0 });
    const merge = new DumpMerge([{ body: endless }, { body: streamOf(bytes) }], gunzipNode);
    const error = await assertRejects(() => rowsOf(merge), MergeError);
    assertEquals([error.index, error.cause.code, cancelled], [1, code, 1]);
  }
});

Deno.test("DumpMerge orders codes by their bytes, odd ones as well", async () => {
  const rows = Array.from({ length: 400 }, (_, i) => `en ${1000 + i} 1 0\n`).join("");
  const texts = ['"a\\"b" A 1 0\n' + rows, rows + "\uffff A 1 0\n\u{10ffff} A 1 0\n"];
  const sum = await rowsOf(mergeText(...texts.map(binary)));
  assertEquals([sum[0], ...sum.slice(401)], [
    ['a"b', "A", 1],
    [binary("\uffff"), "A", 1],
    [binary("\u{10ffff}"), "A", 1],
  ]);
});

Deno.test("DumpMerge refuses views that cannot be summed exactly", async () => {
  const most = `en A ${Number.MAX_SAFE_INTEGER} 0\n`;
  assertEquals(await rowsOf(mergeText(most, "en A 0 0\n")), [["en", "A", Number.MAX_SAFE_INTEGER]]);
  await assertRejects(() => rowsOf(mergeText(most, "en A 1 0\n")), RangeError, "exceed 2^53");
});
