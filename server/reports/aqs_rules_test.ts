import { assertEquals } from "@std/assert";
import { rankHour, type Ties } from "../../core/mod.ts";
import { Random } from "../../testdata/random.ts";
import { type Article, articlesOf, rankAsAqs } from "./aqs_rules.ts";

/** The pages of a dump's one domain, as they are stored. */
async function pagesOf(views: Record<string, number>, top: number, ties: Ties) {
  const lines = Object.entries(views).map(([title, views]) => `en ${title} ${views} 0\n`).sort();
  const { domains } = await rankHour(new Blob(lines).stream(), { top, ties });
  return domains[0]!.pages;
}

/** What the query of Wikimedia's loader gives, computed as it says: of all pages there are. */
function byItsQuery(views: Record<string, number>): Article[] {
  const rows = Object.entries(views).filter(([title]) => title !== "-");
  const ranked = rows.map(([article, views]) => ({
    article,
    views,
    rank: 1 + rows.filter(([_, other]) => other > views).length,
  })).sort((a, b) => a.rank - b.rank || (a.article < b.article ? -1 : 1));
  const limit = ranked[1000]?.rank ?? 1001;
  return ranked.filter(({ rank }) => rank < limit);
}

function titled(count: number, viewsOf: (i: number) => number): Record<string, number> {
  const name = (i: number) => `P${String(i).padStart(5, "0")}`;
  return Object.fromEntries(Array.from({ length: count }, (_, i) => [name(i), viewsOf(i)]));
}

Deno.test("rankAsAqs() gives equal pages the better rank, and leaves out those behind it", async () => {
  const pages = await pagesOf({ A: 9, B: 7, C: 7, D: 5 }, 25, "row");
  assertEquals(pages.map(({ rank }) => rank), [1, 2, 3, 4]);
  assertEquals(rankAsAqs(pages, { top: 25, ties: "row" }).map(({ rank }) => rank), [1, 2, 2, 4]);
  assertEquals(articlesOf(pages).map(({ rank }) => rank), [1, 2, 3, 4]);
});

Deno.test("rankAsAqs() takes - for no page", async () => {
  const pages = await pagesOf({ "-": 100, A: 9, B: 7 }, 25, "row");
  assertEquals(rankAsAqs(pages, { top: 25, ties: "row" }), [
    { article: "A", views: 9, rank: 1 },
    { article: "B", views: 7, rank: 2 },
  ]);
});

Deno.test("rankAsAqs() drops a tie that straddles the thousand as a whole", async () => {
  // The 999th to 1,001st have the same views.
  const views = titled(1100, (i) => 5000 - (i >= 998 && i <= 1000 ? 998 : i));
  for (const [top, ties] of [[1001, "row"], [1000, "rank"], [1000, "dense"]] as const) {
    const articles = rankAsAqs(await pagesOf(views, top, ties), { top, ties });
    assertEquals([articles.length, articles.at(-1)?.rank], [998, 998], ties);
  }
});

Deno.test("rankAsAqs() does not list pages of which those behind the last known may be equals", async () => {
  const views = titled(1100, (i) => 5000 - i);
  const known = (top: number, ties: Ties) =>
    pagesOf(views, top, ties).then((pages) => rankAsAqs(pages, { top, ties }).length);
  assertEquals(await known(1000, "rank"), 1000);
  assertEquals(await known(1001, "row"), 1000);
  assertEquals(await known(1000, "row"), 999);
  assertEquals(await known(25, "row"), 24);
  assertEquals(rankAsAqs(await pagesOf({ A: 2, B: 2 }, 25, "row"), { top: 25, ties: "row" }), [
    { article: "A", views: 2, rank: 1 },
    { article: "B", views: 2, rank: 1 },
  ]);
});

Deno.test("rankAsAqs() gives what the loader's query gives, of random pages with many ties", async () => {
  const random = new Random(7);
  for (let round = 0; round < 12; round++) {
    const spread = [3, 40, 900, 20_000][round % 4]!;
    const count = random.between(900, 1300);
    const views = titled(count, () => random.between(1, spread));
    views["-"] = random.between(1, spread);
    const expected = byItsQuery(views);
    for (const ties of ["rank", "dense"] as const) {
      const top = 1001;
      const pages = await pagesOf(views, top, ties);
      assertEquals(rankAsAqs(pages, { top, ties }), expected, `${round} ${ties}`);
    }
    const cut = rankAsAqs(await pagesOf(views, 1000, "row"), { top: 1000, ties: "row" });
    assertEquals(cut, expected.slice(0, cut.length), `${round} row`);
  }
});
