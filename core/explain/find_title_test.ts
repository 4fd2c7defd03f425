import { assertEquals } from "@std/assert";
import { pagesOf } from "../testing/pages_of.ts";
import { findTitle } from "./find_title.ts";

const TITLES = ["", "-", "100%25", "100%", "A+B", "Café_au_lait", "日本", 'Say_"x"', "\ufeffB"];

async function find(typed: string, titles = TITLES): Promise<string | undefined> {
  const found = await findTitle(pagesOf(titles.map((title) => [title, 1])), typed);
  return found && new TextDecoder("utf-8", { ignoreBOM: true }).decode(found);
}

Deno.test("findTitle() finds a title that is typed as the dump has it", async () => {
  for (const title of TITLES) assertEquals(await find(title), title);
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
  Deno.test(`findTitle() reads a title ${how}`, async () => assertEquals(await find(typed), title));
}

Deno.test("findTitle() takes the page of exactly that title before another", async () => {
  assertEquals(await find("100%25"), "100%25");
  assertEquals(await find("100%25", ["100%", "100%25", "101"]), "100%25");
  assertEquals(await find("100%25", ["100%25", "100%"]), "100%25");
  assertEquals(await find("100%25", ["100%"]), "100%");
});
