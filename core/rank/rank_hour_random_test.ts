import { gzipSync } from "node:zlib";
import { assert, assertEquals, assertRejects } from "@std/assert";
import { cut, streamOf } from "../../testdata/chunks.ts";
import { rankNaively } from "../../testdata/naive_ranker.ts";
import { Random } from "../../testdata/random.ts";
import { randomDump } from "../../testdata/random_dump.ts";
import { DumpError } from "../dump/dump_error.ts";
import { Denylist } from "../deny/denylist.ts";
import { rankHour } from "./rank_hour.ts";
import { TIES, type Ties } from "./page.ts";

const PURE = { permissions: "none" } as const;
const SEEDS = 100;

async function compare(seed: number, ties: Ties, isDenied: boolean) {
  const random = new Random(seed);
  const { dump, denylist } = randomDump(random);
  const top = random.pick([1, 2, 3, 10, 25, 25, 25, 100]);
  const expected = refusalOr(() =>
    rankNaively(dump, { top, ties, denylist: isDenied ? denylist : undefined })
  );
  const bytes = random.chance(0.2) ? gzipSync(dump) : dump;
  const actual = () =>
    rankHour(streamOf(...cut(bytes, random)), {
      top,
      ties,
      denylist: isDenied ? Denylist.read(streamOf(...cut(denylist, random))) : undefined,
    });
  const message = `seed ${seed}, ties ${ties}, top ${top}`;
  if (expected instanceof DumpError) {
    const { code } = await assertRejects(actual, DumpError, "Cannot rank dump", message);
    assertEquals(code, expected.code, message);
    return false;
  }
  const { domains, counts } = await actual().catch((cause) => {
    throw new Error(`Cannot rank the dump of ${message}`, { cause });
  });
  assertEquals(domains, expected.domains, message);
  assertEquals(counts, expected.counts, message);
  return true;
}

function refusalOr<Value>(rank: () => Value): Value | DumpError {
  try {
    return rank();
  } catch (error) {
    if (error instanceof DumpError) return error;
    throw error;
  }
}

async function compareAll(first: number, ties: Ties, isDenied: boolean): Promise<void> {
  let ranked = 0;
  for (let seed = first; seed < first + SEEDS; seed++) {
    if (await compare(seed, ties, isDenied)) ranked++;
  }
  assert(ranked > SEEDS / 2, `of ${SEEDS} dumps, only ${ranked} are any`);
  assert(ranked < SEEDS, "no dump is refused");
}

for (const [i, ties] of TIES.entries()) {
  Deno.test(`rankHour agrees with the naive ranker, ties ${ties}`, PURE, async () => {
    await compareAll(1000 * i + 1, ties, true);
  });
}

Deno.test("rankHour agrees with the naive ranker, no denylist", PURE, async () => {
  await compareAll(1000 * TIES.length + 1, "row", false);
});
