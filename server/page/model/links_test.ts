import { assertEquals } from "@std/assert";
import { Hour } from "../../../core/time/hour.ts";
import { articleUrl, historyUrl, newsUrl, titlePath } from "./links.ts";

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

Deno.test("historyUrl() is of what was changed until the end of a period", () => {
  const url = new URL(historyUrl(HOST, "What?_(film)", Hour.parse("2020-09-10T18")));
  assertEquals(url.pathname, "/w/index.php");
  assertEquals(Object.fromEntries(url.searchParams), {
    title: "What?_(film)",
    action: "history",
    offset: "20200910180000",
  });
});

Deno.test("newsUrl() searches for a name without its brackets", () => {
  const searched = (title: string) => new URL(newsUrl(title)).searchParams.get("q");
  assertEquals(searched("What?_(film)"), "What?");
  assertEquals(searched("(film)"), "(film)");
  assertEquals(searched("Ada_Lovelace"), "Ada Lovelace");
});

Deno.test("titlePath() is the same title again for a server", () => {
  for (const title of ["AC/DC", "What?_(film)", "100%_Wolf", "a/../b", "%2F", "مصر"]) {
    const { pathname } = new URL(titlePath("de.wikipedia", title), "http://wikitop.test");
    assertEquals(decodeURIComponent(pathname), `/page/de.wikipedia/${title}`);
  }
});
