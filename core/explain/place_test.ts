import { assertEquals } from "@std/assert";
import { pagesOf } from "../testing/pages_of.ts";
import { Random } from "../../testdata/random.ts";
import { DeniedTitles } from "../deny/denied_titles.ts";
import { findTitle, pagePlace, similarTitle } from "./place.ts";

const encode = (text: string) => new TextEncoder().encode(text);

const PAGES = pagesOf([["A", 5], ["B", 9], ["C", 7], ["D", 7], ["E", 7], ["F", 1], ["G", 0]]);

Deno.test("pagePlace() finds a page with those before and behind it", () => {
  assertEquals(pagePlace(PAGES, encode("E"), undefined), {
    page: { title: "E", views: 7, rank: 4, undenied: 4 },
    tied: 2,
    around: [
      { title: "B", views: 9, rank: 1, undenied: 1 },
      { title: "C", views: 7, rank: 2, undenied: 2 },
      { title: "D", views: 7, rank: 3, undenied: 3 },
      { title: "E", views: 7, rank: 4, undenied: 4 },
      { title: "A", views: 5, rank: 5, undenied: 5 },
      { title: "F", views: 1, rank: 6, undenied: 6 },
      { title: "G", views: 0, rank: 7, undenied: 7 },
    ],
  });
});

Deno.test("pagePlace() finds the first page, and the last", () => {
  const titles = (title: string) =>
    pagePlace(PAGES, encode(title), undefined)?.around.map(({ title }) => title);
  assertEquals(titles("B"), ["B", "C", "D", "E"]);
  assertEquals(titles("G"), ["E", "A", "F", "G"]);
});

Deno.test("pagePlace() finds no page that is not there", () => {
  assertEquals(pagePlace(PAGES, encode("a"), undefined), undefined);
  assertEquals(pagePlace(pagesOf([]), encode(""), undefined), undefined);
});

Deno.test("pagePlace() tells the rank with the denylist and without it", () => {
  const denied = new DeniedTitles(encode("B\nD\nF"));
  const place = pagePlace(PAGES, encode("E"), denied)!;
  assertEquals(place.page, { title: "E", views: 7, rank: 2, undenied: 4 });
  assertEquals(place.tied, 2);
  assertEquals(place.around.map(({ title, rank, undenied }) => [title, rank, undenied]), [
    ["B", null, 1],
    ["C", 1, 2],
    ["D", null, 3],
    ["E", 2, 4],
    ["A", 3, 5],
    ["F", null, 6],
    ["G", 4, 7],
  ]);
});

Deno.test("pagePlace() gives no rank to a page that is denied", () => {
  const place = pagePlace(PAGES, encode("D"), new DeniedTitles(encode("B\nD")))!;
  assertEquals(place.page, { title: "D", views: 7, rank: null, undenied: 3 });
  assertEquals(place.around.map(({ rank }) => rank), [null, 1, null, 2, 3, 4]);
});

Deno.test("pagePlace() finds a page whose bytes are no UTF-8", () => {
  const pages = pagesOf([["A", 1]]);
  pages.row(Uint8Array.of(0xff, 0x41), 0, 2, 7);
  assertEquals(pagePlace(pages, Uint8Array.of(0xff, 0x41), undefined)?.page, {
    title: "\ufffdA",
    views: 7,
    rank: 1,
    undenied: 1,
  });
});

Deno.test("pagePlace() agrees with sorting all pages", () => {
  for (let seed = 1; seed <= 30; seed++) {
    const random = new Random(seed);
    const rows = Array.from({ length: 60 }, (_, i): [string, number] => [
      `${random.pick(["Z", "Ü", "\u{1f600}", "\uff5a"])}${i}`,
      random.below(12),
    ]);
    const titles = rows.filter(() => random.below(3) === 0).map(([title]) => title);
    const bytes = (title: string) => [...encode(title)].map((byte) => byte + 256).join();
    const order = rows.toSorted(([a, x], [b, y]) => y - x || (bytes(a) < bytes(b) ? -1 : 1));
    const ranked = order.filter(([title]) => !titles.includes(title));
    const expected = order.map(([title, views], i) => ({
      title,
      views,
      rank: titles.includes(title) ? null : ranked.findIndex(([other]) => other === title) + 1,
      undenied: i + 1,
    }));
    const denied = new DeniedTitles(encode(titles.join("\n")));
    for (const [i, page] of expected.entries()) {
      assertEquals(pagePlace(pagesOf(rows), encode(page.title), denied), {
        page,
        tied: rows.filter(([_, views]) => views === page.views).length - 1,
        around: expected.slice(Math.max(0, i - 3), i + 4),
      }, `seed ${seed}, ${page.title}`);
    }
  }
});

const TITLES = ["", "-", "100%25", "100%", "A+B", "Café_au_lait", "日本", 'Say_"x"', "\ufeffB"];

function find(typed: string, titles = TITLES): string | undefined {
  const found = findTitle(pagesOf(titles.map((title) => [title, 1])), typed);
  return found && new TextDecoder("utf-8", { ignoreBOM: true }).decode(found);
}

Deno.test("findTitle() finds a title that is typed as the dump has it", () => {
  for (const title of TITLES) assertEquals(find(title), title);
});

const TYPED: Record<string, [typed: string, title: string | undefined]> = {
  "with spaces": ["Café au lait", "Café_au_lait"],
  "percent-encoded": ["Caf%C3%A9_au_lait", "Café_au_lait"],
  "percent-encoded in lower case": ["caf%c3%a9".replace("c", "C") + "_au_lait", "Café_au_lait"],
  "with spaces and percent-encoded": ["Caf%C3%A9 au%20lait", "Café_au_lait"],
  "in another script": ["%E6%97%A5%E6%9C%AC", "日本"],
  "with quotes": ["Say%20%22x%22", 'Say_"x"'],
  "with a plus, which is no space": ["A%2BB", "A+B"],
  "with a plus for a space": ["Café+au+lait", undefined],
  "encoded twice": ["Caf%25C3%25A9_au_lait", undefined],
  "in lower case": ["café au lait", undefined],
};

for (const [how, [typed, title]] of Object.entries(TYPED)) {
  Deno.test(`findTitle() reads a title ${how}`, () => assertEquals(find(typed), title));
}

Deno.test("findTitle() takes the page of exactly that title before another", () => {
  assertEquals(find("100%25"), "100%25");
  assertEquals(find("100%25", ["100%", "100%25", "101"]), "100%25");
  assertEquals(find("100%25", ["100%25", "100%"]), "100%25");
  assertEquals(find("100%25", ["100%"]), "100%");
});

const SPELLINGS = pagesOf([
  ["ADA_LOVELACE", 1],
  ["Ada_Lovelace", 7],
  ["ada_lovelace", 2],
  ["Ärger", 1],
]);

Deno.test("similarTitle() ignores upper and lower case, and takes the most viewed page", () => {
  assertEquals(similarTitle(SPELLINGS, "ada lovelace"), "Ada_Lovelace");
  assertEquals(similarTitle(SPELLINGS, "ärger"), "Ärger");
});

Deno.test("similarTitle() finds nothing that differs otherwise", () => {
  for (const typed of ["Ada", "Ada_Lovelace_", "", "Arger"]) {
    assertEquals(similarTitle(SPELLINGS, typed), undefined);
  }
});
