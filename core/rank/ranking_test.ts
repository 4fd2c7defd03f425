import { assert, assertEquals, assertThrows } from "@std/assert";
import { Denylist } from "../deny/denylist.ts";
import { TIES } from "./page.ts";
import { buffersOf, domainsOf, Ranking, type RankingOptions } from "./ranking.ts";

const encode = (text: string) => new TextEncoder().encode(text);

type Row = [code: string, title: string | Uint8Array, views: number];

function ranked(rows: readonly Row[], options: Partial<RankingOptions> = {}): Ranking {
  const ranking = new Ranking({ top: 25, ties: "row", denylist: undefined, ...options });
  for (const [code, title, views] of rows) {
    const bytes = typeof title === "string" ? encode(title) : title;
    const sink = ranking.sinkOf(code);
    sink.count?.(1, views);
    sink.row(bytes, 0, bytes.length, views);
    bytes.fill(0); // Where rows come from, their memory is used again.
  }
  return ranking;
}

const ROWS: Row[] = [
  ["en.m", "A", 4],
  ["\u{1d4b5}", "Math", 1],
  ["en", "Zoo", 3],
  ["", "Z801", 7],
  ["en.m", "B", 9],
  ["\uff3a", "Wide", 2],
  ["en", "Ape", 3],
];

Deno.test("Ranking gives domains by the bytes of their codes, pages by their ranks", () => {
  const domains = [...domainsOf(ranked(ROWS).tops())];
  assertEquals(domains, [
    { code: "", views: 7, pages: [{ rank: 1, views: 7, title: "Z801" }] },
    {
      code: "en",
      views: 6,
      pages: [{ rank: 1, views: 3, title: "Ape" }, { rank: 2, views: 3, title: "Zoo" }],
    },
    {
      code: "en.m",
      views: 13,
      pages: [{ rank: 1, views: 9, title: "B" }, { rank: 2, views: 4, title: "A" }],
    },
    // As UTF-16 has it, these would be the other way around.
    { code: "\uff3a", views: 2, pages: [{ rank: 1, views: 2, title: "Wide" }] },
    { code: "\u{1d4b5}", views: 1, pages: [{ rank: 1, views: 1, title: "Math" }] },
  ]);
});

Deno.test("Ranking gives a domain one sink, however often it comes back", () => {
  const ranking = ranked([["en", "A", 1], ["de", "A", 1]]);
  assert(ranking.sinkOf("en") === ranking.sinkOf("en"));
  assert(ranking.sinkOf("en") !== ranking.sinkOf("de"));
  assertEquals(ranking.domains, 2);
});

Deno.test("Ranking counts rows, domains and what is denied", async () => {
  const denylist = await Denylist.read(new Blob(["en Zoo\nen.m B\nru A\n"]).stream());
  const ranking = ranked(ROWS, { denylist, top: 1 });
  assertEquals([ranking.domains, ranking.views, ranking.denied], [5, 29, 2]);
  const domains = new Map(Array.from(domainsOf(ranking.tops()), (domain) => [domain.code, domain]));
  // What is denied counts among the views of its domain all the same.
  assertEquals(domains.get("en"), {
    code: "en",
    views: 6,
    pages: [{ rank: 1, views: 3, title: "Ape" }],
  });
  // It would be second, behind the one page that there is room for.
  assertEquals(domains.get("en")?.denied, undefined);
  assertEquals(domains.get("en.m")?.denied, [{ rank: 1, views: 9, title: "B" }]);
  assertEquals(domains.get("en.m")?.pages, [{ rank: 1, views: 4, title: "A" }]);
});

Deno.test("Ranking keeps a domain of which nothing ranks", async () => {
  const denylist = await Denylist.read(new Blob(["en A\n"]).stream());
  const domains = [...domainsOf(
    ranked([["de", "A", 2], ["en", "A", 1], ["fr", "A", 3]], { denylist }).tops(),
  )];
  assertEquals(domains.map(({ code, views, pages }) => [code, views, pages.length]), [
    ["de", 2, 1],
    ["en", 1, 0],
    ["fr", 3, 1],
  ]);
  assertEquals(domains[2]?.pages[0]?.title, "A");
});

Deno.test("Ranking keeps the denied pages that would rank, with the ranks they would have", async () => {
  const denylist = await Denylist.read(new Blob(["en D1\nen D2\nen D3\nen D4\n"]).stream());
  const rows: Row[] = [
    ["en", "D1", 9],
    ["en", "A", 9],
    ["en", "D2", 7],
    ["en", "B", 7],
    ["en", "D3", 5],
    ["en", "C", 4],
    ["en", "D4", 1],
  ];
  const denied = (top: number, ties: RankingOptions["ties"]) => {
    const [domain] = domainsOf(ranked(rows, { denylist, top, ties }).tops());
    return domain!.denied?.map(({ rank, title }) => `${rank} ${title}`);
  };
  assertEquals(denied(25, "row"), ["2 D1", "4 D2", "5 D3", "7 D4"]);
  assertEquals(denied(25, "rank"), ["1 D1", "3 D2", "5 D3", "7 D4"]);
  assertEquals(denied(25, "dense"), ["1 D1", "2 D2", "3 D3", "5 D4"]);
  assertEquals(denied(1, "row"), undefined);
  assertEquals(denied(1, "rank"), ["1 D1"]);
  assertEquals(denied(4, "row"), ["2 D1", "4 D2"]);
});

Deno.test("Ranking keeps 25 denied pages at most", async () => {
  const titles = Array.from({ length: 40 }, (_, i) => `D${i}`);
  const denylist = await Denylist.read(
    new Blob(titles.map((title) => `en ${title}\n`)).stream(),
  );
  for (const ties of TIES) {
    for (const top of [25, 100]) {
      const rows = titles.map((title, i): Row => ["en", title, i]);
      const [domain] = domainsOf(ranked(rows, { denylist, top, ties }).tops());
      assertEquals(
        domain!.denied?.map(({ rank }) => rank),
        titles.slice(0, 25).map((_, i) => i + 1),
      );
      assertEquals(domain!.denied?.[0], { rank: 1, views: 39, title: "D39" });
    }
  }
});

Deno.test("Ranking settles ties as it is told", () => {
  const rows: Row[] = [["en", "A", 5], ["en", "B", 5], ["en", "C", 4]];
  const ranks = TIES.map((ties) =>
    Array.from(
      domainsOf(ranked(rows, { ties, top: 2 }).tops()),
      ({ pages }) => pages.map(({ rank }) => rank),
    )
  );
  assertEquals(ranks, [[[1, 2]], [[1, 1]], [[1, 1, 2]]]);
});

Deno.test("Ranking refuses a top that is no whole number from 1, at once", () => {
  for (const top of [0, -1, 1.5, NaN]) {
    assertThrows(() => ranked([], { top }), RangeError, `Invalid top "${top}"`);
  }
});

Deno.test("Tops of no rows have no domains", () => {
  assertEquals([...domainsOf(ranked([]).tops())], []);
});

Deno.test("Tops go to another thread as they are, and are gone here", () => {
  const tops = ranked(ROWS).tops();
  const domains = [...domainsOf(tops)];
  const transfer = buffersOf(tops);
  assert(transfer.every((buffer) => buffer.byteLength > 0));
  const there = structuredClone(tops, { transfer });
  assertEquals([...domainsOf(there)], domains);
  assert(transfer.every((buffer) => buffer.byteLength === 0), "they were copied");
});

Deno.test("Tops are all that there is to transfer", () => {
  const tops = ranked(ROWS).tops();
  const views = Object.values(tops).filter((part) => ArrayBuffer.isView(part));
  assertEquals(new Set(buffersOf(tops)), new Set(views.map(({ buffer }) => buffer)));
});

Deno.test("Tops hold views beyond 32 bits", () => {
  const most = 2 ** 53 - 1;
  const [domain] = domainsOf(ranked([["en", "A", most]]).tops());
  assertEquals([domain?.views, domain?.pages[0]?.views], [most, most]);
});

Deno.test("domainsOf() has U+FFFD for bytes that are no UTF-8, of that title alone", () => {
  // The first title ends within a character which the second would end.
  const half = Uint8Array.of(0x41, 0xc3);
  const rest = Uint8Array.of(0xa9, 0x42);
  const [domain] = domainsOf(ranked([["en", half, 9], ["en", rest, 8], ["en", "é", 7]]).tops());
  assertEquals(domain?.pages.map(({ title }) => title), ["A\ufffd", "\ufffdB", "é"]);
});

Deno.test("domainsOf() keeps empty titles and marks of byte order", () => {
  const [domain] = domainsOf(ranked([["en", "", 9], ["en", "\ufeffA", 8], ["en", "", 7]]).tops());
  assertEquals(domain?.pages.map(({ title }) => title), ["", "\ufeffA", ""]);
});
