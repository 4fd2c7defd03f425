import { assert, assertEquals, assertRejects } from "@std/assert";
import { cut, streamOf } from "../../testdata/chunks.ts";
import { rankNaively } from "../../testdata/naive_ranker.ts";
import { Random } from "../../testdata/random.ts";
import { type RandomDump, randomDump } from "../../testdata/random_dump.ts";
import { randomSides } from "../../testdata/random_sides.ts";
import { Denylist } from "../deny/denylist.ts";
import { DumpError } from "../dump/dump_error.ts";
import { EDITIONS } from "./edition.ts";
import { TIES, type Ties } from "./page.ts";
import { rankDump, rankHour } from "./rank_hour.ts";
import { domainsOf } from "./ranking.ts";

const PURE = { permissions: "none" } as const;
const SEEDS = 100;

async function compare(seed: number, ties: Ties, create: (random: Random) => RandomDump) {
  const random = new Random(seed);
  const { dump, denylist } = create(random);
  const top = random.pick([1, 2, 3, 10, 25, 25, 25, 100]);
  const isDenied = random.chance(0.7);
  const message = `seed ${seed}, ties ${ties}, top ${top}`;
  const naive = (ofProjects: boolean) =>
    rankNaively(dump, { top, ties, denylist: isDenied ? denylist : undefined, ofProjects });
  const actual = () =>
    rankDump(streamOf(...cut(dump, random)), {
      top,
      ties,
      denylist: isDenied ? Denylist.read(streamOf(...cut(denylist, random))) : undefined,
      editions: ["each", "all"],
    });
  let expected: ReturnType<typeof naive>[];
  try {
    expected = [naive(false), naive(true)];
  } catch (error) {
    if (!(error instanceof DumpError)) throw error;
    const { code } = await assertRejects(actual, DumpError, "Cannot rank dump", message);
    assertEquals(code, error.code, message);
    return;
  }
  const ranked = await actual().catch((cause) => {
    throw new Error(`Cannot rank the dump of ${message}`, { cause });
  });
  for (const [i, { edition, tops, counts }] of ranked.entries()) {
    assertEquals([...domainsOf(tops)], expected[i]!.domains, `${message}, edition ${edition}`);
    assertEquals(counts, expected[i]!.counts, `${message}, edition ${edition}`);
  }
}

for (const [i, ties] of TIES.entries()) {
  Deno.test(`rankDump() sums projects as the naive ranker does, ties ${ties}`, PURE, async () => {
    for (let seed = 0; seed < SEEDS; seed++) await compare(1000 * i + seed, ties, randomSides);
  });
}

Deno.test("rankDump() sums projects of dumps in which all that is odd is mixed", PURE, async () => {
  for (let seed = 0; seed < SEEDS; seed++) await compare(9000 + seed, "row", randomDump);
});

Deno.test("rankDump() of projects alone gives what it does of all editions", PURE, async () => {
  const { dump } = randomSides(new Random(7));
  const all = await rankDump(streamOf(dump), { editions: EDITIONS });
  for (const edition of EDITIONS) {
    const [alone] = await rankDump(streamOf(dump), { editions: [edition] });
    assertEquals(alone, all.find((ranked) => ranked.edition === edition));
  }
});

function dumpOf(...rows: string[]): ReadableStream<Uint8Array<ArrayBuffer>> {
  return new Blob(rows.map((row) => `${row} 0\n`)).stream();
}

Deno.test("rankHour() sums all sides of a project, by its name", PURE, async () => {
  const rows = ["en A 5", "en B 8", "en.m A 4", "en.m C 3", "en.zero A 1"];
  const { domains, counts } = await rankHour(dumpOf(...rows), { edition: "all" });
  assertEquals(domains, [{
    code: "en.wikipedia",
    views: 21,
    pages: [
      { rank: 1, views: 10, title: "A", mobileShare: 0.5 },
      { rank: 2, views: 8, title: "B", mobileShare: 0 },
      { rank: 3, views: 3, title: "C", mobileShare: 1 },
    ],
  }]);
  assertEquals([counts.lines, counts.views, counts.domains], [5, 21, 1]);
});

Deno.test("rankHour() says no mobile share where a project has one side alone", PURE, async () => {
  const { domains } = await rankHour(dumpOf("de A 5", "fr.m A 5", "fr.zero A 5"), {
    edition: "all",
  });
  assertEquals(domains.map(({ pages }) => pages), [
    [{ rank: 1, views: 5, title: "A" }],
    [{ rank: 1, views: 10, title: "A" }],
  ]);
});

Deno.test("rankHour() denies a page of a project that is denied on one side", PURE, async () => {
  const denylist = Denylist.read(new Blob(["en.m A\n"]).stream());
  const rows = ["en A 5", "en B 2", "en.m A 4", "en.m B 2"];
  const { domains, counts } = await rankHour(dumpOf(...rows), { edition: "all", denylist });
  assertEquals(domains[0]!.pages, [{ rank: 1, views: 4, title: "B", mobileShare: 0.5 }]);
  assertEquals(domains[0]!.denied, [{ rank: 1, views: 9, title: "A", mobileShare: 0.444 }]);
  assertEquals(counts.denied, 2);
});

Deno.test("rankHour() finds a page that is in the top of no side", PURE, async () => {
  const many = Array.from({ length: 30 }, (_, i) => `B${i + 10} 100`);
  const rows = [
    ...["A 90", ...many].map((row) => `en ${row}`),
    ...["A 90", ...many.map((row) => row.replace("B", "C"))].map((row) => `en.m ${row}`),
  ];
  const { domains } = await rankHour(dumpOf(...rows), { edition: "all", top: 5 });
  assertEquals(domains[0]!.pages[0], { rank: 1, views: 180, title: "A", mobileShare: 0.5 });
});

Deno.test("rankHour() of articles has as many as of all pages", PURE, async () => {
  const articles = Array.from({ length: 40 }, (_, i) => `en Page_${i + 10} ${i + 1}`);
  const others = ["en Main_Page 900", ...["A", "B", "C"].map((name) => `en Special:${name} 800`)];
  const dump = () => dumpOf(...others.slice(0, 1), ...articles, ...others.slice(1));
  const { domains: [domain] } = await rankHour(dump(), { edition: "articles" });
  assertEquals(domain!.pages.length, 25);
  assertEquals(domain!.pages[0], { rank: 1, views: 40, title: "Page_49" });
  const { domains: [project] } = await rankHour(dump(), { edition: "all.articles" });
  assertEquals(project!.pages, domain!.pages);
  assertEquals(project!.views, domain!.views);
  assert(project!.views > 3300);
});
