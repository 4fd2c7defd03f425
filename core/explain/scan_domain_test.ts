import { assertEquals, assertMatch, assertRejects } from "@std/assert";
import { gzipSync } from "node:zlib";
import { PageList } from "./page_list.ts";
import type { Bytes } from "../dump/gunzip.ts";
import { gunzipNode } from "../node/gunzip_node.ts";
import { scanDomain } from "./scan_domain.ts";

const DUMP = `"" Z1 3 0\nde Berlin 7 0\nen Ada 8 0\nen broken\nen Zürich 9 0\nfr Paris 1 0\n`;

function streamOf(...chunks: (string | Bytes)[]): ReadableStream<Bytes> {
  return new Blob(chunks).stream();
}

Deno.test("scanDomain() hands out the rows of one domain, and names all", async () => {
  const pages = new PageList();
  const codes = await scanDomain(streamOf(DUMP), (code) => code === "en" ? pages : undefined);
  assertEquals(codes, ["", "de", "en", "fr"]);
  assertEquals([pages.length, pages.views], [2, 17]);
});

Deno.test("scanDomain() reads the domain without a code", async () => {
  const pages = new PageList();
  await scanDomain(streamOf(DUMP), (code) => code === "" ? pages : undefined);
  assertEquals([pages.length, pages.views], [1, 3]);
});

Deno.test("scanDomain() names a domain once in a dump out of order", async () => {
  const pages = new PageList();
  const dump = streamOf("en A 1 0\nde B 1 0\nen C 1 0\n");
  assertEquals(await scanDomain(dump, (code) => code === "en" ? pages : undefined), ["en", "de"]);
  assertEquals(pages.length, 2);
});

Deno.test("scanDomain() reads a gzipped dump of several members", async () => {
  const pages = new PageList();
  const members = ["en A 1 0\nen B ", "2 0\nen C 3 0\n"].map((text) =>
    new Uint8Array(gzipSync(text))
  );
  await scanDomain(streamOf(...members), () => pages, { gunzip: gunzipNode });
  assertEquals([pages.length, pages.views], [3, 6]);
});

Deno.test("scanDomain() names no domain of an empty dump", async () => {
  assertEquals(await scanDomain(streamOf(), () => undefined), []);
});

Deno.test("scanDomain() rejects when the dump cannot be read to its end", async () => {
  const dump = new Uint8Array(gzipSync(DUMP));
  const { message } = await assertRejects(
    () => scanDomain(streamOf(dump.slice(0, -9)), () => undefined),
    Error,
  );
  assertMatch(message, /^Cannot read dump to its end: .*, after \d+ lines$/);
});
