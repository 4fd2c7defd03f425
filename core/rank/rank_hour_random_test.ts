import { gzipSync } from "node:zlib";
import { assertEquals, assertRejects } from "@std/assert";
import { cut, streamOf } from "../../testdata/chunks.ts";
import { rankNaively } from "../../testdata/naive_ranker.ts";
import { Random } from "../../testdata/random.ts";
import { randomDump } from "../../testdata/random_dump.ts";
import { Denylist } from "../deny/denylist.ts";
import { rankHour } from "./rank_hour.ts";
import { TIES, type Ties } from "./page.ts";

const PURE = { permissions: "none" } as const;
const SEEDS = 100;

async function compare(seed: number, ties: Ties, isDenied: boolean) {
  const random = new Random(seed);
  const { dump, denylist } = randomDump(random);
  const top = random.pick([1, 2, 3, 10, 25, 25, 25, 100]);
  const expected = rankNaively(dump, { top, ties, denylist: isDenied ? denylist : undefined });
  const bytes = random.chance(0.2) ? gzipSync(dump) : dump;
  const actual = () =>
    rankHour(streamOf(...cut(bytes, random)), {
      top,
      ties,
      denylist: isDenied ? Denylist.read(streamOf(...cut(denylist, random))) : undefined,
    });
  const message = `seed ${seed}, ties ${ties}, top ${top}`;
  if (expected.domains.length === 0) {
    await assertRejects(actual, Error, "Cannot rank dump", message);
    return;
  }
  const { domains, counts } = await actual().catch((cause) => {
    throw new Error(`Cannot rank the dump of ${message}`, { cause });
  });
  assertEquals(domains, expected.domains, message);
  assertEquals(counts, expected.counts, message);
}

for (const [i, ties] of TIES.entries()) {
  Deno.test(`rankHour agrees with the naive ranker, ties ${ties}`, PURE, async () => {
    for (let seed = 1; seed <= SEEDS; seed++) await compare(1000 * i + seed, ties, true);
  });
}

Deno.test("rankHour agrees with the naive ranker, no denylist", PURE, async () => {
  for (let seed = 1; seed <= SEEDS; seed++) await compare(1000 * TIES.length + seed, "row", false);
});
