import { createReadStream, createWriteStream } from "node:fs";
import { mkdir, rename, stat } from "node:fs/promises";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";
import { openDump } from "../../core/dump/read_dump.ts";
import { DumpScanner } from "../../core/dump/scan.ts";
import { roomOfLine, writeLine } from "../../core/merge/dump_line.ts";
import type { Bytes, Period } from "../../core/mod.ts";
import { gunzipNode } from "../../core/node/gunzip_node.ts";
import { Random } from "../../testdata/random.ts";

/** How likely a page that was viewed once or twice in the real hour is to be in another one. */
const KEPT = 0.5;

/**
 * Makes the dumps of a period from a real one by a recipe, the same ones on every machine: the views
 * of each hour are scaled by the time of the day and some noise, and rare pages are left out at random.
 *
 * @param real The path of the real dump.
 * @param period The period.
 * @param folder Where the dumps go; those that are there are left.
 * @returns Their paths.
 */
export async function makeRelatedHours(
  real: string,
  period: Period,
  folder: string,
): Promise<string[]> {
  await mkdir(folder, { recursive: true });
  const paths: string[] = [];
  for (const [i, hour] of period.hours.entries()) {
    const path = join(folder, hour.dumpName);
    paths.push(path);
    if (await stat(path).catch(() => undefined) !== undefined) continue;
    const scale = 1 + 0.4 * Math.sin((i / 24) * 2 * Math.PI);
    const file = Readable.toWeb(createReadStream(real)) as unknown as ReadableStream<Bytes>;
    const lines = relatedLines(file, scale, new Random(i + 1));
    await pipeline(Readable.from(lines), createGzip(), createWriteStream(`${path}.tmp`));
    await rename(`${path}.tmp`, path);
  }
  return paths;
}

async function* relatedLines(
  file: ReadableStream<Bytes>,
  scale: number,
  random: Random,
): AsyncGenerator<Uint8Array> {
  let lines = new Uint8Array(1 << 20);
  let length = 0;
  const scanner = new DumpScanner((code) => {
    const domain = new TextEncoder().encode(code);
    return {
      row(bytes, start, end, views) {
        if (views < 3 && !random.chance(KEPT)) return;
        const scaled = Math.max(1, Math.round(views * scale * (0.7 + 0.6 * random.fraction())));
        const room = length + roomOfLine(domain.length, end - start);
        if (room > lines.length) {
          const larger = new Uint8Array(2 * room);
          larger.set(lines);
          lines = larger;
        }
        length = writeLine(lines, length, domain, bytes.subarray(start, end), scaled);
      },
    };
  });
  for await (const chunk of openDump(file, gunzipNode).chunks(scanner)) {
    scanner.push(chunk);
    yield lines.slice(0, length);
    length = 0;
  }
  scanner.finish();
  yield lines.slice(0, length);
}
