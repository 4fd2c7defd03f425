import { assertEquals } from "@std/assert";
import type { Access } from "../data/answers.ts";
import { articleUrl, barScale, pickDomain } from "./top.ts";

const pick = (has: Access[], access?: Access) =>
  pickDomain(
    has.map((access) => ({
      access,
      domain_code: "",
      project: "",
      views: 0,
      pages: [],
      denied: [],
    })),
    access,
  )?.access;

Deno.test("pickDomain() picks the access that was asked for, the desktop, or any", () => {
  assertEquals(pick(["mobile", "desktop"], "mobile"), "mobile");
  assertEquals(pick(["mobile", "desktop"]), "desktop");
  assertEquals(pick(["mobile", "desktop"], "all"), "desktop");
  assertEquals(pick(["mobile"], "desktop"), "mobile");
  assertEquals(pick([], "desktop"), undefined);
});

const scale = (...views: number[]) =>
  barScale(views.map((views, i) => ({ views, rank: i + 1, title: `${i}` })));

Deno.test("barScale() is the most views, unless they would leave nothing of the others", () => {
  assertEquals(scale(50, 20, 10), 50);
  assertEquals(scale(900, 60, 20, 10, 10), 60);
  assertEquals(scale(900), 900);
  assertEquals(scale(), 1);
  assertEquals(scale(0, 0), 1);
});

const HOST = "de.wikipedia.org";

Deno.test("articleUrl() writes titles as wikis do", () => {
  for (
    const [title, path] of [
      ["Main_Page", "/wiki/Main_Page"],
      ["AC/DC", "/wiki/AC/DC"],
      ["Talk:A,_B;_C@$", "/wiki/Talk:A,_B;_C@$"],
      ["What?_#1_100%_&_+", "/wiki/What%3F_%231_100%25_%26_%2B"],
      ['"Heroes"_[1]', "/wiki/%22Heroes%22_%5B1%5D"],
      ["Zürich", "/wiki/Z%C3%BCrich"],
      ["日本", "/wiki/%E6%97%A5%E6%9C%AC"],
      ["a\ud800", "/wiki/a%EF%BF%BD"],
      ["%2F%3F", "/wiki/%252F%253F"],
    ] as const
  ) assertEquals(articleUrl(HOST, title), `https://${HOST}${path}`);
});

Deno.test("articleUrl() keeps titles that a browser would resolve away", () => {
  for (const title of [".", "..", "a/../b", "./x"]) {
    const url = new URL(articleUrl(HOST, title));
    assertEquals([url.pathname, url.searchParams.get("title")], ["/w/index.php", title]);
  }
  assertEquals(new URL(articleUrl(HOST, "...")).pathname, "/wiki/...");
});
