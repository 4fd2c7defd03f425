import { gzipSync } from "node:zlib";
import { assert, assertEquals, assertRejects, assertStringIncludes } from "@std/assert";
import { streamOf } from "../../testdata/chunks.ts";
import { uncaughtIn } from "../testing/left_behind.ts";
import type { Bytes } from "../dump/bytes.ts";
import type { Gunzip } from "../dump/gunzip.ts";
import { gunzipNode } from "../node/gunzip_node.ts";
import { Denylist } from "../deny/denylist.ts";
import { DumpError } from "../dump/dump_error.ts";
import { DEFAULT_TOP } from "./page.ts";
import type { RankedDump } from "./dump_ranking.ts";
import { rankDump, rankHour } from "./rank_hour.ts";
import { domainsOf } from "./ranking.ts";

const encode = (text: string) => new TextEncoder().encode(text);
const dump = (...texts: string[]) => streamOf(...texts.map(encode));
const denylist = (text: string) => Denylist.read(dump(text));
const gzip = (text: string) => new Uint8Array(gzipSync(text));
const later = (milliseconds: number) =>
  new Promise<void>((resolve) => setTimeout(resolve, milliseconds));

const PURE = { permissions: "none" } as const;
const CORE = { permissions: { read: [new URL("../", import.meta.url)] } };

Deno.test("rankHour ranks the pages of each domain", PURE, async () => {
  const { domains, counts } = await rankHour(
    dump("en.m A 4 0\nen.m B 9 0\nen Zoo 3 0\nmalformed\nen Ape 3 0\n", '"" Z801 7 0\n'),
  );
  assertEquals(domains, [
    { code: "", views: 7, pages: [{ rank: 1, views: 7, title: "Z801" }] },
    {
      code: "en",
      views: 6,
      pages: [{ rank: 1, views: 3, title: "Ape" }, { rank: 2, views: 3, title: "Zoo" }],
    },
    {
      code: "en.m",
      views: 13,
      pages: [{ rank: 1, views: 9, title: "B" }, { rank: 2, views: 4, title: "A" }],
    },
  ]);
  assertEquals(counts, {
    lines: 6,
    views: 26,
    domains: 3,
    denied: 0,
    repeated: 0,
    malformed: { fields: { count: 1, examples: [{ line: 4, text: "malformed" }] } },
  });
});

Deno.test("rankHour keeps 25 pages unless told otherwise", PURE, async () => {
  const text = Array.from({ length: 40 }, (_, i) => `en P${i + 10} ${i} 0\n`).join("");
  const pages = async (top?: number) => (await rankHour(dump(text), { top })).domains[0]!.pages;
  assertEquals(DEFAULT_TOP, 25);
  assertEquals((await pages()).length, 25);
  assertEquals((await pages()).at(-1), { rank: 25, views: 15, title: "P25" });
  assertEquals(await pages(1), [{ rank: 1, views: 39, title: "P49" }]);
  assertEquals((await pages(1000)).length, 40);
});

Deno.test("rankHour settles ties as it is told", PURE, async () => {
  const text = "en A 5 0\nen B 5 0\nen C 4 0\nen D 3 0\n";
  for (
    const [ties, ranks] of [
      [undefined, [1, 2]],
      ["row", [1, 2]],
      ["rank", [1, 1]],
      ["dense", [1, 1, 2]],
    ] as const
  ) {
    const { domains } = await rankHour(dump(text), { ties, top: 2 });
    assertEquals(domains[0]!.pages.map(({ rank }) => rank), [...ranks]);
  }
});

Deno.test("rankHour drops denied rows before it ranks, and counts them", PURE, async () => {
  const { domains, counts } = await rankHour(
    dump("de A 9 0\nde B 8 0\nen A 9 0\nen B 8 0\nen C 7 0\nen A 1 0\nru A 5 0\n"),
    { top: 1, denylist: denylist("en A\nru A\nxx A\n") },
  );
  assertEquals(domains, [
    { code: "de", views: 17, pages: [{ rank: 1, views: 9, title: "A" }] },
    {
      code: "en",
      views: 25,
      pages: [{ rank: 1, views: 8, title: "B" }],
      denied: [{ rank: 1, views: 10, title: "A" }],
    },
    // Nothing is left to rank: its views count all the same.
    { code: "ru", views: 5, pages: [], denied: [{ rank: 1, views: 5, title: "A" }] },
  ]);
  // The rows of a page are one before they are denied.
  assertEquals([counts.denied, counts.repeated, counts.views, counts.domains], [2, 1, 47, 3]);
});

Deno.test("rankHour counts denied rows that would not rank", PURE, async () => {
  const { counts } = await rankHour(dump("en A 9 0\nen B 8 0\nen C 1 0\n"), {
    top: 1,
    denylist: await denylist("en C\n"),
  });
  assertEquals(counts.denied, 1);
});

Deno.test("rankHour sorts domains and pages by bytes, not by UTF-16", PURE, async () => {
  // Few rows may have a code like these.
  const rows = Array.from({ length: 400 }, (_, i) => `en ${i} 1 0\n`).join("");
  const { domains } = await rankHour(
    dump(`\u{1d4b5} 𝒵 1 0\n${rows}\uff3a 𝒵 1 0\n\uff3a \uff3a 1 0\n`),
  );
  assertEquals(domains.map(({ code }) => code), ["en", "\uff3a", "\u{1d4b5}"]);
  assertEquals(domains[1]!.pages.map(({ title }) => title), ["\uff3a", "𝒵"]);
});

Deno.test("rankHour keeps what other programs strip from titles", PURE, async () => {
  const titles = ["\ufeffA", "\r", "\u200b", "A\u00a0", "\0"];
  const { domains } = await rankHour(
    dump(titles.map((title, i) => `en ${title} ${9 - i} 0\n`).join("")),
  );
  assertEquals(domains[0]!.pages.map(({ title }) => title), titles);
});

Deno.test("rankDump gives what rankHour does, in a form for another thread", PURE, async () => {
  const text = "en.m A 4 0\nen.m B 9 0\nen Zoo 3 0\nmalformed\nen Ape 3 0\n";
  const [{ tops, counts }] = await rankDump(dump(text), { top: 1 }) as [RankedDump];
  const ranked = await rankHour(dump(text), { top: 1 });
  assertEquals({ domains: [...domainsOf(structuredClone(tops))], counts }, ranked);
});

Deno.test("rankHour refuses a top that is none before it reads anything", PURE, async () => {
  let pulled = 0;
  const source = new ReadableStream<Bytes>({ pull: () => void pulled++ }, { highWaterMark: 0 });
  await assertRejects(() => rankHour(source, { top: 0 }), RangeError, 'Invalid top "0"');
  assertEquals(pulled, 0);
});

const TEXT = Array.from({ length: 50_000 }, (_, i) => `en Page_${i} ${i * 7919 % 10_007} 0\n`).join(
  "",
);

for (const [name, gunzip] of Object.entries({ gunzip: undefined, gunzipNode })) {
  Deno.test(`rankHour says how far it got when ${name} fails`, CORE, async () => {
    const whole = gzip(TEXT);
    const short = whole.subarray(0, whole.length - 4);
    const corrupt = whole.slice();
    corrupt[whole.length - 8]! ^= 1;
    for (const bytes of [short, corrupt]) {
      const chunks = [bytes.subarray(0, 30_000), bytes.subarray(30_000)];
      const error = await assertRejects(
        () => rankHour(streamOf(...chunks), { gunzip }),
        DumpError,
      );
      const [, rows] = /^Cannot rank dump: .+, after (\d+) rows$/.exec(error.message) ?? [];
      assertEquals(error.code, "read");
      assert(Number(rows) > 0 && Number(rows) <= 50_000, error.message);
      assert(error.cause instanceof Error);
      assertStringIncludes(error.message, error.cause.message);
    }
  });
}

Deno.test("rankHour says how far it got when its source fails", PURE, async () => {
  const chunks = [encode("en A 1 0\nmalformed\nen B 1 0\nen C"), undefined];
  const source = () =>
    new ReadableStream<Bytes>({
      pull(controller) {
        const chunk = chunks.shift();
        if (chunk === undefined) controller.error(new TypeError("connection reset"));
        else controller.enqueue(chunk);
      },
    }, { highWaterMark: 0 });
  const midway = await assertRejects(() => rankHour(source()), DumpError);
  assertEquals(midway.message, "Cannot rank dump: connection reset, after 2 rows");
  assertEquals([midway.code, midway.reason, midway.rows], ["read", "connection reset", 2]);
  assert(midway.cause instanceof TypeError);
  const atOnce = await assertRejects(() => rankHour(source()), DumpError);
  assertEquals(atOnce.message, "Cannot rank dump: connection reset, after 0 rows");
});

Deno.test("rankHour reports a failure that is no Error", PURE, async () => {
  const source = new ReadableStream<Bytes>({ pull: (controller) => controller.error("gone") });
  const message = "Cannot rank dump: gone, after 0 rows";
  assertEquals((await assertRejects(() => rankHour(source), Error)).message, message);
});

Deno.test("rankHour says that the web's gunzip reads one member only", PURE, async () => {
  const members = new Uint8Array([...gzip("en A 1 0\n"), ...gzip("en B 2 0\n")]);
  const { domains } = await rankHour(streamOf(members), { gunzip: gunzipNode });
  assertEquals(domains[0]!.views, 3);
  let message = "";
  try {
    // Where the web's own reads all members, there is nothing to say.
    assertEquals((await rankHour(streamOf(members))).domains, domains);
  } catch (error) {
    message = (error as Error).message;
    assertStringIncludes(message, "member");
  }
});

Deno.test("rankHour throws on an empty dump", PURE, async () => {
  for (const chunks of [[], [new Uint8Array(0)], [gzip("")]]) {
    const error = await assertRejects(() => rankHour(streamOf(...chunks)), DumpError);
    assertEquals([error.message, error.code], ["Cannot rank dump: it is empty", "empty"]);
  }
});

Deno.test("rankHour throws on what is no dump, and shows a line of it", PURE, async () => {
  const page = '<!DOCTYPE html>\n<html lang="en">\n<title>503 Service Unavailable</title>\n';
  for (const bytes of [encode(page), gzip(page)]) {
    const error = await assertRejects(() => rankHour(streamOf(bytes)), DumpError);
    assertEquals([error.code, error.seems], ["not-a-dump", "an HTML or XML page"]);
    assertEquals(
      error.message,
      'Cannot rank dump: none of its 3 lines is a row, one reads "<!DOCTYPE html>"; ' +
        "it seems to be an HTML or XML page",
    );
  }
  const oneByte = await assertRejects(() => rankHour(dump("\x1f")), Error);
  assertEquals(
    oneByte.message,
    'Cannot rank dump: none of its 1 lines is a row, one reads "\\u001f"; ' +
      "it seems to be binary data",
  );
});

Deno.test("rankHour ranks a dump of which every row is denied", PURE, async () => {
  const { domains } = await rankHour(dump("en A 1 0\n"), { denylist: denylist("en A\n") });
  const denied = [{ rank: 1, views: 1, title: "A" }];
  assertEquals(domains, [{ code: "en", views: 1, pages: [], denied }]);
});

Deno.test(
  "rankHour counts all pages of a namespace that is denied, however few they are",
  PURE,
  async () => {
    const lines = Array.from(
      { length: 1000 },
      (_, i) => `en Special:Page_${i} ${i} 0\nen T${i} 900 0\n`,
    );
    const { domains, counts } = await rankHour(dump(lines.join("")), {
      top: 1,
      denylist: denylist("* Special:*\n"),
    });
    assertEquals(counts.denied, 1000);
    assertEquals(domains[0]!.denied, [{ rank: 1, views: 999, title: "Special:Page_999" }]);
  },
);

Deno.test("rankHour waits for its denylist, and fails with it", PURE, async () => {
  const slow = later(20).then(() => denylist("en A\n"));
  const { counts } = await rankHour(dump("en A 1 0\nen B 1 0\n"), { denylist: slow });
  assertEquals(counts.denied, 1);
  const failing = Promise.reject(new Error("no denylist"));
  await assertRejects(
    () => rankHour(dump("en A 1 0\n"), { denylist: failing }),
    Error,
    "no denylist",
  );
});

Deno.test("rankHour says when a dump fails before its denylist is there", PURE, async () => {
  let message = "";
  const uncaught = await uncaughtIn(async () => {
    const source = new ReadableStream<Bytes>({
      pull: (controller) => controller.error(new Error("connection reset")),
    });
    const slow = later(20).then(() => denylist("en A\n"));
    const error = await assertRejects(() => rankHour(source, { denylist: slow }), Error);
    message = error.message;
  });
  assertEquals(uncaught, []);
  assertStringIncludes(message, "connection reset");
});

Deno.test("rankHour lets go of a dump whose denylist cannot be read", CORE, async () => {
  for (const gunzip of [undefined, gunzipNode] as (Gunzip | undefined)[]) {
    let cancelled = false;
    const bytes = gzip(TEXT);
    const source = new ReadableStream<Bytes>({
      pull: (controller) => controller.enqueue(bytes.slice(0, 1000)),
      cancel: () => {
        cancelled = true;
      },
    }, { highWaterMark: 0 });
    const failing = later(5).then(() => Promise.reject(new Error("no denylist")));
    await assertRejects(
      () => rankHour(source, { gunzip, denylist: failing }),
      Error,
      "no denylist",
    );
    await later(5);
    assert(cancelled, "the dump stays open");
  }
});
