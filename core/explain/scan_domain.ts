import { type Bytes, type Gunzip, gunzip as gunzipWeb, plainBytes } from "../dump/gunzip.ts";
import type { RowSink } from "../dump/row_sink.ts";
import { DumpScanner } from "../dump/scan.ts";

/** Options of {@linkcode scanDomain}. */
export interface ScanDomainOptions {
  /**
   * What to gunzip with.
   *
   * @default {gunzip}
   */
  gunzip?: Gunzip;
}

const NOWHERE: RowSink = { floor: Infinity, row() {} };

/**
 * Reads a dump for the sake of one domain.
 *
 * @param dump The bytes of the dump, gzipped or plain.
 * @param sinkOf Where the rows of a domain go, by its code, `undefined` for nowhere.
 * @param options How to read.
 * @returns The codes of all domains in the dump, in its order.
 * @throws {Error} If the dump cannot be read to its end.
 *
 * @example Usage
 * ```ts
 * import { PageList, scanDomain } from "@wikitop/core";
 * import { assertEquals } from "@std/assert";
 *
 * const pages = new PageList();
 * const dump = new Blob(["de Berlin 7 0\nen Berlin 8 0\n"]).stream();
 * assertEquals(await scanDomain(dump, (code) => code === "en" ? pages : undefined), ["de", "en"]);
 * assertEquals(pages.views, 8);
 * ```
 */
export async function scanDomain(
  dump: ReadableStream<Bytes>,
  sinkOf: (code: string) => RowSink | undefined,
  { gunzip = gunzipWeb }: ScanDomainOptions = {},
): Promise<string[]> {
  const codes = new Set<string>();
  const scanner = new DumpScanner((code) => {
    codes.add(code);
    return sinkOf(code) ?? NOWHERE;
  });
  try {
    const reader = (await plainBytes(dump, gunzip, () => scanner.room)).getReader();
    for (let next = await reader.read(); !next.done; next = await reader.read()) {
      scanner.push(next.value);
    }
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new Error(`Cannot read dump to its end: ${reason}, after ${scanner.lines} lines`, {
      cause,
    });
  }
  scanner.finish();
  return [...codes];
}
