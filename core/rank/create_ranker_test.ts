import { assert, assertEquals, assertThrows } from "@std/assert";
import { Random } from "../../testdata/random.ts";
import { createRanker } from "./create_ranker.ts";
import { TIES, type Ties } from "./page.ts";

type Offer = [title: string, views: number];
type Place = [rank: number, title: string, views: number];

/** What a ranker keeps, with the memory of each title used again as soon as it was offered. */
function rank(ties: Ties, limit: number, offers: readonly Offer[]): Place[] {
  const ranker = createRanker(ties, limit);
  let floor = ranker.floor;
  for (const [title, views] of offers) {
    const bytes = new TextEncoder().encode(`<${title}>`);
    ranker.offer(bytes, 1, bytes.length - 1, views);
    bytes.fill(0);
    assert(ranker.floor >= floor, "the floor only ever rises");
    floor = ranker.floor;
  }
  const places = ranker.pages().map(({ rank, title, views }): Place => [
    rank,
    new TextDecoder().decode(title),
    views,
  ]);
  const least = places.at(-1)?.[2] ?? 0;
  assert(floor <= least, "nothing that ranks is below the floor");
  return places;
}

const OFFERS: Offer[] = [["D", 5], ["A", 9], ["E", 5], ["B", 9], ["G", 1], ["C", 7], ["F", 5]];

Deno.test("Ranker gives each page a rank of its own by rule row", () => {
  assertEquals(rank("row", 5, OFFERS), [
    [1, "A", 9],
    [2, "B", 9],
    [3, "C", 7],
    [4, "D", 5],
    [5, "E", 5],
  ]);
});

Deno.test("Ranker numbers as RANK does by rule rank, with all that share the last", () => {
  const tied: Place[] = [[1, "A", 9], [1, "B", 9], [3, "C", 7], [4, "D", 5], [4, "E", 5], [
    4,
    "F",
    5,
  ]];
  assertEquals(rank("rank", 1, OFFERS), tied.slice(0, 2));
  assertEquals(rank("rank", 2, OFFERS), tied.slice(0, 2));
  assertEquals(rank("rank", 3, OFFERS), tied.slice(0, 3));
  assertEquals(rank("rank", 4, OFFERS), tied);
  assertEquals(rank("rank", 6, OFFERS), tied);
  assertEquals(rank("rank", 7, OFFERS), [...tied, [7, "G", 1]]);
});

Deno.test("Ranker numbers as DENSE_RANK does by rule dense, with all that share the last", () => {
  const tied: Place[] = [[1, "A", 9], [1, "B", 9], [2, "C", 7], [3, "D", 5], [3, "E", 5], [
    3,
    "F",
    5,
  ]];
  assertEquals(rank("dense", 1, OFFERS), tied.slice(0, 2));
  assertEquals(rank("dense", 2, OFFERS), tied.slice(0, 3));
  assertEquals(rank("dense", 3, OFFERS), tied);
  assertEquals(rank("dense", 4, OFFERS), [...tied, [4, "G", 1]]);
});

Deno.test("Ranker keeps all there is when that is less than the limit", () => {
  for (const ties of TIES) {
    assertEquals(rank(ties, 25, []), []);
    assertEquals(rank(ties, 25, [["A", 0]]), [[1, "A", 0]]);
    assertEquals(rank(ties, 100, OFFERS).length, OFFERS.length);
    assertEquals(rank(ties, Infinity, OFFERS).length, OFFERS.length);
  }
});

Deno.test("Ranker settles ties by the bytes of titles", () => {
  const titles = ["", "A", "AA", "B", "a", "é", "\uff3a", "\ufffd", "𝒵", "😀"];
  for (let seed = 1; seed <= 20; seed++) {
    const offers = new Random(seed).shuffled(titles).map((title): Offer => [title, 7]);
    for (let limit = 1; limit <= titles.length; limit++) {
      const kept = rank("row", limit, offers).map(([, title]) => title);
      assertEquals(kept, titles.slice(0, limit), `seed ${seed}`);
    }
    for (const ties of ["rank", "dense"] as const) {
      const kept = rank(ties, 1, offers).map(([, title]) => title);
      assertEquals(kept, titles, `seed ${seed}`);
    }
  }
});

Deno.test("Ranker takes a page that ties with the last one it keeps", () => {
  // The floor is reached, not passed.
  assertEquals(rank("row", 2, [["B", 5], ["C", 5], ["A", 5]]), [[1, "A", 5], [2, "B", 5]]);
  assertEquals(rank("rank", 2, [["B", 5], ["C", 5], ["A", 5]]).length, 3);
  assertEquals(rank("dense", 1, [["B", 5], ["C", 5], ["A", 5]]).length, 3);
});

Deno.test("Ranker lets a whole tie go when pages rise above it", () => {
  const offers: Offer[] = [["A", 1], ["B", 1], ["C", 1], ["D", 2], ["E", 3]];
  assertEquals(rank("rank", 2, offers), [[1, "E", 3], [2, "D", 2]]);
  assertEquals(rank("rank", 3, offers).length, 5);
  assertEquals(rank("dense", 2, offers), [[1, "E", 3], [2, "D", 2]]);
  // Three at once push the tie off that two had left.
  assertEquals(rank("rank", 2, [["A", 1], ["B", 5], ["C", 5]]), [[1, "B", 5], [1, "C", 5]]);
});

Deno.test("Ranker keeps pages that are there twice", () => {
  for (const ties of TIES) assertEquals(rank(ties, 9, [["A", 1], ["A", 1]]).length, 2);
});

Deno.test("Ranker answers the same when it is asked again, and goes on", () => {
  for (const ties of TIES) {
    const ranker = createRanker(ties, 2);
    ranker.offer(Uint8Array.of(0x41), 0, 1, 5);
    assertEquals(ranker.pages(), ranker.pages());
    ranker.offer(Uint8Array.of(0x42), 0, 1, 7);
    assertEquals(ranker.pages().map(({ views }) => views), [7, 5]);
  }
});

Deno.test("Ranker agrees with a sort, in any order and at any limit", () => {
  for (let seed = 1; seed <= 300; seed++) {
    const random = new Random(seed);
    const most = random.pick([1, 3, 10, 1000]);
    const offers = Array.from({ length: random.below(80) }, (_, i): Offer => [
      `${String.fromCharCode(0x41 + random.below(26))}${i}`,
      random.between(0, most),
    ]);
    const sorted = [...offers].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
    const limit = random.between(1, 40);
    const views = sorted.map(([, views]) => views);
    const rankOf: Record<Ties, (i: number) => number> = {
      row: (i) => i + 1,
      rank: (i) => views.indexOf(views[i]!) + 1,
      dense: (i) => new Set(views.slice(0, i + 1)).size,
    };
    for (const ties of TIES) {
      const expected = sorted
        .map(([title, views], i): Place => [rankOf[ties](i), title, views])
        .filter(([rank]) => rank <= limit);
      assertEquals(rank(ties, limit, offers), expected, `seed ${seed}, ${ties}, limit ${limit}`);
    }
  }
});

Deno.test("createRanker refuses a limit that is no whole number from 1", () => {
  for (const limit of [0, -1, 1.5, NaN]) {
    assertThrows(() => createRanker("row", limit), RangeError, `Invalid top "${limit}"`);
  }
});
