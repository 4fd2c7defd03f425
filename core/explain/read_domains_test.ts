import { assertEquals, assertMatch, assertRejects } from "@std/assert";
import { gzipSync } from "node:zlib";
import type { Bytes } from "../dump/bytes.ts";
import { gunzipNode } from "../node/gunzip_node.ts";
import { PermissionError } from "../permission_error.ts";
import { Hour } from "../time/hour.ts";
import { readDomains } from "./read_domains.ts";
import { MissingDumpError } from "../source/missing_dump_error.ts";
import type { SummedRows } from "../rank/summed_rows.ts";
import type { Source } from "../source/source.ts";

const HOUR = Hour.parse("2026-09-10T18");
const DUMP: Bytes = new Uint8Array(gzipSync("de A 1 0\nen A 2 0\nen B 3 0\n"));

/** A source of a dump, or of an error, which notes how what it gave was found. */
function sourceOf(name: string, content: Bytes | Error, settled: string[] = []): Source {
  const open = () => {
    if (content instanceof Error) return Promise.reject(content);
    const settle = (good: boolean) => {
      settled.push(`${name} ${good}`);
      return Promise.resolve();
    };
    return Promise.resolve({
      url: name,
      body: new Blob([content]).stream(),
      length: content.length,
      etag: null,
      lastModified: null,
      commit: () => settle(true),
      discard: () => settle(false),
    });
  };
  return { open, openIfChanged: open };
}

/** Each domain with the number of its pages, and their views. */
function sizesOf(domains: ReadonlyMap<string, SummedRows>): [string, number, number][] {
  return Array.from(domains, ([code, { length, views }]) => [code, length, views]);
}

const MISSING = new MissingDumpError(HOUR, "https://example.org/", new Date("2026-09-20"));

Deno.test("readDomains() reads the pages of a domain, and says where it found them", async () => {
  const opened: string[] = [];
  const { url, domains, codes } = await readDomains(HOUR, {
    isWanted: (code) => code === "en",
    sources: [sourceOf("first", DUMP), sourceOf("second", DUMP)],
    onOpen: (url) => opened.push(url),
  });
  assertEquals([url, ...sizesOf(domains)], ["first", ["en", 2, 5]]);
  assertEquals(codes, ["de", "en"]);
  assertEquals(opened, ["first"]);
});

Deno.test("readDomains() goes on to the next source, and begins anew", async () => {
  const settled: string[] = [];
  const { url, domains } = await readDomains(HOUR, {
    isWanted: (code) => code === "en",
    sources: [
      sourceOf("missing", MISSING),
      sourceOf("cut", DUMP.slice(0, -4), settled),
      sourceOf("whole", DUMP, settled),
    ],
  });
  assertEquals([url, ...sizesOf(domains)], ["whole", ["en", 2, 5]]);
  assertEquals(settled, ["cut false", "cut false", "whole true"]);
});

Deno.test("readDomains() rejects with what matters most", async () => {
  const read = (...sources: Source[]) =>
    readDomains(HOUR, { isWanted: (code) => code === "en", sources });
  const [missing, cut] = [sourceOf("missing", MISSING), sourceOf("cut", DUMP.slice(0, -4))];
  await assertRejects(() => read(missing, missing), MissingDumpError);
  await assertRejects(
    () => read(missing, cut, missing),
    Error,
    'Cannot use dump "cut" of hour "2026-09-10T18": ',
  );
});

Deno.test("readDomains() does not ask others where a permission is missing", async () => {
  const error = new PermissionError("Requires read access");
  const sources = [sourceOf("forbidden", error), sourceOf("whole", DUMP)];
  await assertRejects(
    () => readDomains(HOUR, { isWanted: (code) => code === "en", sources }),
    PermissionError,
    "Requires read access",
  );
});

const PLAIN = `"" Z1 3 0\nde Berlin 7 0\nen Ada 8 0\nen broken\nen Zürich 9 0\nfr Paris 1 0\n`;

/** Reads a domain of a dump that is given by its parts. */
async function read(code: string, ...parts: (string | Bytes)[]) {
  const content = await new Blob(parts).bytes();
  const { domains, codes } = await readDomains(HOUR, {
    isWanted: (other) => other === code,
    sources: [sourceOf("given", content)],
    gunzip: gunzipNode,
  });
  return { pages: domains.get(code), codes };
}

Deno.test("readDomains() reads the rows of one domain, and names all", async () => {
  const { pages, codes } = await read("en", PLAIN);
  assertEquals(codes, ["", "de", "en", "fr"]);
  assertEquals([pages?.length, pages?.views], [2, 17]);
});

Deno.test("readDomains() reads all domains that are wanted, in one pass", async () => {
  const { domains } = await readDomains(HOUR, {
    isWanted: (code) => ["en", "fr", "ja"].includes(code),
    sources: [sourceOf("given", new TextEncoder().encode(PLAIN))],
    gunzip: gunzipNode,
  });
  assertEquals(sizesOf(domains), [["en", 2, 17], ["fr", 1, 1]]);
});

Deno.test("readDomains() reads the domain without a code", async () => {
  const { pages } = await read("", PLAIN);
  assertEquals([pages?.length, pages?.views], [1, 3]);
});

Deno.test("readDomains() names a domain once in a dump out of order", async () => {
  const { pages, codes } = await read("en", "en A 1 0\nde B 1 0\nen C 1 0\n");
  assertEquals(codes, ["en", "de"]);
  assertEquals(pages?.length, 2);
});

Deno.test("readDomains() reads a gzipped dump of several members", async () => {
  const members = ["en A 1 0\nen B ", "2 0\nen C 3 0\n"].map((text) =>
    new Uint8Array(gzipSync(text))
  );
  const { pages } = await read("en", ...members);
  assertEquals([pages?.length, pages?.views], [3, 6]);
});

Deno.test("readDomains() names no domain of an empty dump", async () => {
  const { pages, codes } = await read("en");
  assertEquals([pages, codes], [undefined, []]);
});

Deno.test("readDomains() has no pages of a domain that the dump does not have", async () => {
  const { pages, codes } = await read("ja", PLAIN);
  assertEquals([pages, codes.includes("ja")], [undefined, false]);
});

Deno.test("readDomains() rejects when the dump cannot be read to its end", async () => {
  const dump = new Uint8Array(gzipSync(PLAIN));
  const { message } = await assertRejects(() => read("en", dump.slice(0, -9)), Error);
  assertMatch(
    message,
    /^Cannot use dump "given" of hour "2026-09-10T18": .*, after \d+ bytes and \d+ rows$/,
  );
});
