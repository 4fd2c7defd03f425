/**
 * Ranks dumps that come to nothing, many times over, and prints how much memory the process has after
 * a third of them and at the end: `give_up_dumps.ts cancelled|damaged TIMES`.
 *
 * @module
 */
import type { Bytes } from "../dump/bytes.ts";
import type { LoadedDenylist } from "../deny/load_denylist.ts";
import { Denylist } from "../deny/denylist.ts";
import { RankPool } from "../node/rank_pool.ts";
import { Hour } from "../time/hour.ts";
import { SAMPLE } from "./sample.ts";

const [how, times] = Deno.args;
const good = await Deno.readFile(SAMPLE.dump);
const damaged = good.map((byte, i) => i === good.length >> 1 ? byte ^ 1 : byte);
const denylist = largeDenylist();
const options = {
  period: Hour.parse("2026-09-10T18"),
  editions: ["each", "all"],
  top: 25,
  ties: "row",
  denylist,
} as const;

const pool = new RankPool(2);
const memory: number[] = [];
for (let i = 1; i <= Number(times) / 2; i++) {
  const dump = () => how === "damaged" ? inChunks(damaged) : inChunks(good, new Error("cancelled"));
  for (const { status } of await Promise.allSettled([1, 2].map(() => pool.rank(dump(), options)))) {
    if (status === "fulfilled") throw new Error("A dump that is no good was ranked");
  }
  if (i === Math.floor(Number(times) / 6)) memory.push(Deno.memoryUsage().rss);
}
memory.push(Deno.memoryUsage().rss);
pool[Symbol.dispose]();
console.log(JSON.stringify(memory));

/** A dump that ends halfway with an error, if there is one. */
function inChunks(bytes: Bytes, error?: Error): ReadableStream<Bytes> {
  const size = 4096;
  const end = error === undefined ? bytes.length : bytes.length / 2;
  let at = 0;
  return new ReadableStream<Bytes>({
    pull(controller) {
      if (at < end) controller.enqueue(bytes.slice(at, at += size));
      else if (error !== undefined) controller.error(error);
      else controller.close();
    },
  }, { highWaterMark: 0 });
}

/** As large as the published one. */
function largeDenylist(): LoadedDenylist {
  const lines = Array.from({ length: 60_000 }, (_, i) => `en A_page_that_nobody_reads_${i}\n`);
  const content = new TextEncoder().encode(lines.join(""));
  let read: Promise<Denylist> | undefined;
  return {
    identity: { url: "list", sha256: "ab".repeat(32) },
    content,
    read: () => read ??= Denylist.read(content),
  };
}
