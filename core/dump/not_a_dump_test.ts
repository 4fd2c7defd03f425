import { Buffer } from "node:buffer";
import { gzipSync } from "node:zlib";
import { assert, assertEquals, assertRejects } from "@std/assert";
import { cut, streamOf } from "../../testdata/chunks.ts";
import { Random } from "../../testdata/random.ts";
import { rankHour } from "../rank/rank_hour.ts";
import { DumpError } from "./dump_error.ts";
import { MOST_CODES } from "./not_a_dump.ts";

const PURE = { permissions: "none" } as const;
const encode = (text: string) => new TextEncoder().encode(text);
const rows = (count: number, code = "en") =>
  Array.from({ length: count }, (_, i) => `${code} Page_${100_000 + i} ${i % 9} 0\n`).join("");

const rank = (...parts: (string | Uint8Array)[]) =>
  rankHour(streamOf(...parts.map((part) => typeof part === "string" ? encode(part) : part)));

async function refusalOf(...parts: (string | Uint8Array)[]): Promise<DumpError> {
  return await assertRejects(() => rank(...parts), DumpError);
}

const TAR = Buffer.alloc(1024);
TAR.write("pageviews-20240110-050000");
TAR.write("ustar", 257);

const KINDS: Record<string, (string | Uint8Array)[]> = {
  "bzip2 data": ["BZh91AY&SY", rows(50)],
  "xz data": [Uint8Array.of(0xfd, 0x37, 0x7a, 0x58, 0x5a, 0), rows(50)],
  "zstd data": [Uint8Array.of(0x28, 0xb5, 0x2f, 0xfd), "\n", rows(50)],
  "a zip archive": ["PK\x03\x04", rows(50)],
  "a tar archive": [TAR, rows(500)],
  "a Parquet file": ["PAR1", rows(50)],
  "UTF-16 text": [Uint8Array.of(0xff, 0xfe), Buffer.from("en A 1 0\n", "utf16le")],
  "gzip data": [gzipSync(gzipSync(rows(50)))],
};

for (const [what, parts] of Object.entries(KINDS)) {
  Deno.test(`rankHour refuses ${what} by its name, however it comes`, PURE, async () => {
    const bytes = Buffer.concat(parts.map((part) => Buffer.from(part as string)));
    for (const whole of what === "gzip data" ? [bytes] : [bytes, gzipSync(bytes)]) {
      for (const chunks of [[whole], cut(whole, new Random(1)), cut(whole, new Random(2))]) {
        const error = await refusalOf(...chunks);
        assertEquals([error.code, error.seems], ["not-a-dump", what]);
        assert(error.message.includes(what), error.message);
      }
    }
  });
}

const SEEMS: Record<string, string[]> = {
  "an HTML or XML page": ["<!DOCTYPE html>\n<p>\nen A 1 0\n", "<?xml version='1.0'?>\n<Error>\n"],
  "JSON": ['{"error":\n"not found"}\n'],
  "a dump whose lines end in CR LF": [rows(9).replaceAll("\n", "\r\n")],
  'a file of "pagecounts-raw", with bytes in the fourth field': [
    "en Main_Page 242332 4737756101\nen Alpha 5 50043\n",
  ],
  'a file of "pagecounts-ez", with hours in the fourth field': [
    "en.z Alpha 5 A1B2\nen.z Main_Page 12 A4C8\n",
  ],
};

for (const [what, texts] of Object.entries(SEEMS)) {
  Deno.test(`rankHour refuses what seems to be ${what}`, PURE, async () => {
    for (const text of texts) {
      for (const bytes of [encode(text), gzipSync(text)]) {
        const error = await refusalOf(bytes);
        assertEquals([error.code, error.seems], ["not-a-dump", what]);
        assert(error.message.endsWith(`; it seems to be ${what}`), error.message);
      }
    }
  });
}

Deno.test("rankHour refuses random bytes, although some are rows", PURE, async () => {
  const accident = "\x8b\x08\0\0\n\xff \xfe 7 \x01\n\x80\n\x81\x82\n";
  assertEquals((await refusalOf(Buffer.from(accident, "latin1"))).code, "not-a-dump");
  const random = new Random(9);
  for (let i = 0; i < 20; i++) {
    const bytes = Uint8Array.from({ length: random.between(1, 100_000) }, () => random.below(256));
    assert(["not-a-dump", "cut"].includes((await refusalOf(bytes)).code));
  }
});

Deno.test("rankHour refuses a dump with a gap of zeros", PURE, async () => {
  const dump = encode(rows(2000));
  for (const [start, end] of [[0, 4096], [5000, 9096], [dump.length - 100, dump.length]]) {
    const error = await refusalOf(dump.slice().fill(0, start, end));
    assertEquals([error.code, error.seems], ["not-a-dump", "binary data"], `from ${start}`);
  }
  const gzipped = gzipSync(dump);
  assertEquals((await refusalOf(gzipped.subarray(1))).code, "not-a-dump");
  assertEquals((await refusalOf(new Uint8Array(gzipped).fill(0, 0, 4096))).code, "not-a-dump");
});

Deno.test("rankHour takes what is half a dump, and nothing less", PURE, async () => {
  const { counts } = await rank("en A 1 0\nxxxxxxxx\n");
  assertEquals(counts.malformed.fields?.count, 1);
  const error = await refusalOf("en A 1 0\nx\ny\n");
  assertEquals(
    error.message,
    'Cannot rank dump: only 1 of its 3 lines are rows, one reads "x"',
  );
  assertEquals(
    (await refusalOf("en A 1 0\nxxxxxxxxx\n")).message,
    'Cannot rank dump: only 8 of its 17 bytes are of rows, one reads "xxxxxxxxx"',
  );
  assertEquals((await refusalOf(rows(9), "x".repeat(1 << 20), "\n")).code, "not-a-dump");
});

Deno.test("rankHour welcomes unknown codes, and refuses what are none", PURE, async () => {
  const { counts } = await rank(rows(99), "xyz.newsite-2.m A 1 0\n");
  assertEquals(counts.domains, 2);
  await rank(rows(99), "Zz A 1 0\n");
  assertEquals(
    (await refusalOf(rows(98), "Zz A 1 0\n")).reason,
    '1 of its 99 rows have a domain code that is none, as "Zz"',
  );
  const swapped = "Main_Page en 9 0\nBerlin de 7 0\n";
  assertEquals((await refusalOf(swapped)).code, "not-a-dump");
});

Deno.test(
  "rankHour refuses more codes than there can be, before it has read all",
  PURE,
  async () => {
    const codes = (count: number) =>
      Array.from({ length: count }, (_, i) => `x${i + 10_000} A 1 0\n`).join("");
    assertEquals((await rank(codes(MOST_CODES))).counts.domains, MOST_CODES);
    const chunk = encode(codes(MOST_CODES + 1));
    let cancelled = false;
    const endless = new ReadableStream({
      pull: (controller) => controller.enqueue(chunk.slice()),
      cancel: () => void (cancelled = true),
    });
    const error = await assertRejects(() => rankHour(endless), DumpError);
    assertEquals(error.code, "not-a-dump");
    assert(cancelled);
  },
);

Deno.test("rankHour refuses a dump that is cut short anywhere within a line", PURE, async () => {
  const dump = "de Berlin 7 0\nen Alpha 5 0\nen Beta 12345 0\n";
  for (let length = 1; length < dump.length; length++) {
    const part = dump.slice(0, length);
    const isWhole = /^(\S+ \S+ \d+ 0\n)*(\S+ \S+ \d+ 0)?$/.test(part);
    for (const bytes of [encode(part), gzipSync(part)]) {
      if (isWhole) {
        await rank(bytes);
        continue;
      }
      const error = await refusalOf(bytes);
      // A line, or most of the bytes, may be all that is there.
      const isAnyRow = part.length > 2 * "de Berlin 7 0\n".length;
      if (isAnyRow) assertEquals(error.code, "cut", part);
    }
  }
  const error = await refusalOf("de Berlin 7 0\nen Alpha 5 0\nen Al");
  assertEquals(error.message, "Cannot rank dump: its last line is cut short, after 2 rows");
});

Deno.test("rankHour leaves a byte order mark out", PURE, async () => {
  const dump = encode("\ufeffde A 1 0\nde \ufeffB 2 0\n");
  for (const whole of [dump, gzipSync(dump)]) {
    for (const chunks of [[whole], Array.from(whole, (byte) => Uint8Array.of(byte))]) {
      const { domains } = await rank(...chunks);
      assertEquals(domains.map(({ code, views }) => [code, views]), [["de", 3]]);
      assertEquals(domains[0]!.pages[0]!.title, "\ufeffB");
    }
  }
});
