import { gzipSync } from "node:zlib";
import { assertEquals, assertRejects } from "@std/assert";
import { cut, streamOf } from "../../testdata/chunks.ts";
import { rankNaively } from "../../testdata/naive_ranker.ts";
import { Random } from "../../testdata/random.ts";
import { randomDump } from "../../testdata/random_dump.ts";
import { Denylist } from "./denylist.ts";
import { rankHour } from "./rank_hour.ts";
import { TIES, type Ties } from "./ranker.ts";

const SEEDS = 300;

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
  const { domains, counts, bytes: length } = await actual();
  assertEquals(domains, expected.domains, message);
  assertEquals(counts, expected.counts, message);
  assertEquals(length, bytes.length, message);
}

for (const ties of TIES) {
  Deno.test(`rankHour agrees with the naive ranker on random dumps, ties ${ties}`, {
    permissions: "none",
  }, async () => {
    for (let seed = 1; seed <= SEEDS; seed++) await compare(seed, ties, true);
  });
}

Deno.test("rankHour agrees with the naive ranker on random dumps without a denylist", {
  permissions: "none",
}, async () => {
  for (let seed = SEEDS + 1; seed <= SEEDS + 60; seed++) await compare(seed, "row", false);
});
