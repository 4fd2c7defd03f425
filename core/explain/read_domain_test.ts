import { assertEquals, assertRejects } from "@std/assert";
import { gzipSync } from "node:zlib";
import type { Bytes } from "../dump/bytes.ts";
import { Hour } from "../time/hour.ts";
import { readDomain } from "./read_domain.ts";
import { MissingDumpError } from "../source/missing_dump_error.ts";
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
      settle,
    });
  };
  return { open, openIfChanged: open };
}

const MISSING = new MissingDumpError(HOUR, "https://example.org/", new Date("2026-09-20"));

Deno.test("readDomain() reads the pages of a domain, and says where it found them", async () => {
  const opened: string[] = [];
  const { url, pages, codes } = await readDomain(HOUR, {
    code: "en",
    sources: [sourceOf("first", DUMP), sourceOf("second", DUMP)],
    onOpen: (url) => opened.push(url),
  });
  assertEquals([url, pages.length, pages.views], ["first", 2, 5]);
  assertEquals(codes, ["de", "en"]);
  assertEquals(opened, ["first"]);
});

Deno.test("readDomain() goes on to the next source, and begins anew", async () => {
  const settled: string[] = [];
  const { url, pages } = await readDomain(HOUR, {
    code: "en",
    sources: [
      sourceOf("missing", MISSING),
      sourceOf("cut", DUMP.slice(0, -4), settled),
      sourceOf("whole", DUMP, settled),
    ],
  });
  assertEquals([url, pages.length, pages.views], ["whole", 2, 5]);
  assertEquals(settled, ["cut false", "whole true"]);
});

Deno.test("readDomain() rejects with what matters most", async () => {
  const read = (...sources: Source[]) => readDomain(HOUR, { code: "en", sources });
  const [missing, cut] = [sourceOf("missing", MISSING), sourceOf("cut", DUMP.slice(0, -4))];
  await assertRejects(() => read(missing, missing), MissingDumpError);
  await assertRejects(() => read(missing, cut, missing), Error, "Cannot read dump to its end");
});

Deno.test("readDomain() does not ask others where a permission is missing", async () => {
  const error = new Deno.errors.NotCapable("Requires read access");
  const sources = [sourceOf("forbidden", error), sourceOf("whole", DUMP)];
  await assertRejects(() => readDomain(HOUR, { code: "en", sources }), Deno.errors.NotCapable);
});
