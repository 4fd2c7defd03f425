import { createReadStream, createWriteStream } from "node:fs";
import { mkdir, rename, stat } from "node:fs/promises";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";
import type { Bytes, Period } from "../../core/mod.ts";
import { gunzipNode } from "../../core/node/gunzip_node.ts";
import { type RowBlock, RowMemory } from "../../core/dump/row_block.ts";
import { DumpRows } from "../../core/merge/dump_rows.ts";
import { writeDump } from "../../core/merge/write_dump.ts";
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
    const lines = writeDump(relatedRows(new DumpRows(file, gunzipNode), scale, new Random(i + 1)));
    await pipeline(Readable.from(lines), createGzip(), createWriteStream(`${path}.tmp`));
    await rename(`${path}.tmp`, path);
  }
  return paths;
}

async function* relatedRows(
  rows: DumpRows,
  scale: number,
  random: Random,
): AsyncGenerator<RowBlock> {
  const memory = new RowMemory();
  for await (const { code, rows: count, first, titles, bounds, views } of rows) {
    memory.enter();
    memory.clear();
    for (let row = first; row < first + count; row++) {
      if (views[row]! < 3 && !random.chance(KEPT)) continue;
      const scaled = Math.max(1, Math.round(views[row]! * scale * (0.7 + 0.6 * random.fraction())));
      memory.add(titles, bounds[row]!, bounds[row + 1]!, 0, scaled);
    }
    if (memory.rows > 0) yield memory.block(code);
  }
}
