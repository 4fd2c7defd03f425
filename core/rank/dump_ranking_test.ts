import { Buffer } from "node:buffer";
import { gzipSync } from "node:zlib";
import { assertEquals, assertRejects } from "@std/assert";
import { cut, streamOf } from "../../testdata/chunks.ts";
import { Random } from "../../testdata/random.ts";
import { DumpError } from "../dump/dump_error.ts";
import { gunzipNode } from "../node/gunzip_node.ts";
import { rankHour } from "./rank_hour.ts";
import { TIES } from "./page.ts";

const PURE = { permissions: "none" } as const;
const encode = (text: string) => new TextEncoder().encode(text);
const rank = async (dump: string, top = 25) => {
  const { domains, counts } = await rankHour(streamOf(encode(dump)), { top });
  const pages = domains.flatMap(({ code, pages }) =>
    pages.map(({ title, views }) => [code, title, views])
  );
  return { pages, repeated: counts.repeated, views: counts.views };
};

Deno.test("rankHour sums rows of one page that stand together", PURE, async () => {
  assertEquals(await rank("de A 2 0\nen A 2 0\nen A 3 0\nen A 4 0\nen B 8 0\nen B 0 0\n"), {
    pages: [["de", "A", 2], ["en", "A", 9], ["en", "B", 8]],
    repeated: 3,
    views: 19,
  });
});

Deno.test("rankHour ranks by the sums, by each rule of ties", PURE, async () => {
  const dump = "en A 5 0\nen A 5 0\nen B 10 0\nen C 4 0\n";
  for (const ties of TIES) {
    const { domains } = await rankHour(streamOf(encode(dump)), { top: 2, ties });
    const titles = domains[0]!.pages.map(({ title }) => title).join("");
    assertEquals(titles, ties === "dense" ? "ABC" : "AB", ties);
  }
});

Deno.test("rankHour sums rows wherever chunks, batches and quotes part them", PURE, async () => {
  const lines: string[] = [];
  let sum = 0;
  for (let i = 0; i < 3000; i++) {
    const title = i % 7 === 0 ? `"\\"${10_000 + i}\\""` : `Page_${10_000 + i}`;
    lines.push(`en ${title} ${i} 0`);
    for (let more = i % 4; more > 0; more--) lines.push(`en ${title} 1 0`);
    sum += i + i % 4;
  }
  lines.sort((a, b) => Number(/\d{5}/.exec(a)![0]) - Number(/\d{5}/.exec(b)![0]));
  // As the writer sorts: by the title, not by what is written.
  const sorted = [
    ...lines.filter((line) => line.includes('"')),
    ...lines.filter((line) => !line.includes('"')),
  ];
  const bytes = encode(sorted.join("\n"));
  for (let seed = 1; seed <= 10; seed++) {
    const chunks = seed === 1 ? [bytes] : cut(bytes, new Random(seed));
    const { domains, counts } = await rankHour(streamOf(...chunks), { top: 1e6 });
    assertEquals([counts.views, domains[0]!.pages.length], [sum, 3000]);
    assertEquals(counts.repeated, lines.length - 3000);
    const top = domains[0]!.pages[0]!;
    assertEquals([top.title, top.views], ["Page_12999", 3002]);
  }
});

Deno.test("rankHour sums one dump behind another", PURE, async () => {
  const [one, two] = ["de A 1 0\nen A 2 0\nen B 4 0\n", "de A 3 0\nen B 5 0\nen C 1 0\n"];
  const pages = [["de", "A", 4], ["en", "B", 9], ["en", "A", 2], ["en", "C", 1]];
  assertEquals(await rank(one + two), { pages, repeated: 2, views: 16 });
  const members = Buffer.concat([gzipSync(one), gzipSync(two)]);
  const { counts } = await rankHour(streamOf(members), { gunzip: gunzipNode });
  assertEquals(counts.repeated, 2);
});

Deno.test("rankHour sums titles out of order", PURE, async () => {
  const expected = { pages: [["en", "A", 6], ["en", "B", 5]], repeated: 1, views: 11 };
  assertEquals(await rank("en A 5 0\nen B 5 0\nen A 1 0\n"), expected);
  // Noticed in the last line, which no LF ends.
  assertEquals(await rank("en A 5 0\nen B 5 0\nen A 1 0"), expected);
  assertEquals(await rank("en A 5 0\nx\nen B 5 0\nen A 1 0"), expected);
});

Deno.test("rankHour keeps titles apart that read alike", PURE, async () => {
  const title = (byte: number) => Buffer.from([0x65, 0x6e, 0x20, 0x41, byte]);
  const rows = [0xc3, 0xfe, 0xff, 0xff].map((byte, i) =>
    Buffer.concat([title(byte), Buffer.from(` ${i} 0\n`)])
  );
  for (const dump of [rows, rows.toReversed()]) {
    const { domains, counts } = await rankHour(streamOf(...dump));
    assertEquals(domains[0]!.pages, [
      { rank: 1, views: 5, title: "A\ufffd" },
      { rank: 2, views: 1, title: "A\ufffd" },
      { rank: 3, views: 0, title: "A\ufffd" },
    ]);
    assertEquals(counts.repeated, 1);
  }
});

/** Rows of one domain in their order, longer than what is kept until that is trusted. */
function* longDump(code: string): Generator<Uint8Array> {
  for (let chunk = 0; chunk < 50; chunk++) {
    const rows = Array.from(
      { length: 5000 },
      (_, i) => `${code} Page_${1_000_000 + 5000 * chunk + i} 1 0\n`,
    );
    yield encode(rows.join(""));
  }
}

Deno.test(
  "rankHour refuses what turns out to be out of order when much is behind it",
  PURE,
  async () => {
    const cases: [string, RegExp][] = [
      ["en Page_1 1 0\n", /in line 250001, a title of domain "en" sorts before the one above it$/],
      ["zz A 1 0\nen Page_9 1 0\n", /in line 250002, domain "en" comes back$/],
    ];
    for (const [last, message] of cases) {
      const error = await assertRejects(
        () => rankHour(streamOf(...longDump("en"), encode(last))),
        DumpError,
      );
      assertEquals(error.code, "out-of-order");
      assertEquals(message.test(error.message), true, error.message);
    }
    // A domain out of order that was not there before has no page twice.
    const { counts } = await rankHour(streamOf(...longDump("en"), encode("de A 1 0\n")));
    assertEquals(counts.domains, 2);
  },
);

Deno.test("rankHour sums a large dump that was never in order", PURE, async () => {
  const { domains, counts } = await rankHour(
    streamOf(encode("en Z 1 0\n"), ...longDump("en"), ...longDump("en"), encode("en Z 8 0\n")),
    { top: 1 },
  );
  assertEquals([counts.repeated, counts.views], [250_001, 500_009]);
  assertEquals(domains[0]!.pages, [{ rank: 1, views: 9, title: "Z" }]);
});
