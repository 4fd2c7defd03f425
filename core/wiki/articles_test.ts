import { assertEquals } from "@std/assert";
import { articlesOf } from "./articles.ts";

const encoder = new TextEncoder();

/** The titles that are articles by their text, which are those that are by their bytes. */
function articlesAmong(project: string, titles: readonly string[]): string[] {
  const articles = articlesOf(project);
  return titles.filter((title) => {
    const bytes = encoder.encode(`xx${title}:xx`);
    assertEquals(articles.has(bytes, 2, bytes.length - 3), articles.isTitle(title), title);
    return articles.isTitle(title);
  });
}

Deno.test("articlesOf() knows namespaces and main pages of a language, and English ones", () => {
  const titles = [
    ...["Spezial:Suche", "Special:Search", "special:search", "Benutzerin:A", "Diskussion:A"],
    ...["Wikipedia:Hauptseite", "Wikipedia_Diskussion:A", "Hauptseite", "Main_Page", "Portal:A"],
  ];
  assertEquals(articlesAmong("de.wikipedia", titles), []);
  assertEquals(articlesAmong("fr.wikipedia", ["Wikipédia:Accueil_principal", "Portail:A"]), []);
  assertEquals(articlesAmong("ru.wikipedia", ["Заглавная_страница", "Служебная:Search"]), []);
});

Deno.test("articlesOf() takes for an article what has no known namespace", () => {
  const titles = [
    ...["", "-", "Berlin", "2001:_A_Space_Odyssey", ":", "Star_Wars:_A", "Hauptseite", "Spezial:A"],
  ];
  assertEquals(articlesAmong("en.wikipedia", titles), titles);
});

Deno.test("articlesOf() leaves the namespaces to a project that Wikimedia counts as its content", () => {
  assertEquals(articlesAmong("en.wikisource", ["Author:A", "Portal:A"]), ["Author:A"]);
});

Deno.test("articlesOf() knows the languages that wikis call otherwise, and those that they fall back to", () => {
  assertEquals(articlesAmong("no.wikipedia", ["Spesial:A", "Forside"]), []);
  assertEquals(articlesAmong("simple.wikipedia", ["Special:A", "Main_Page"]), []);
  assertEquals(articlesAmong("als.wikipedia", ["Spezial:A"]), []);
  assertEquals(articlesAmong("zh.wikipedia", ["特殊:A", "Wikipedia:首页", "首页"]), []);
});

Deno.test("articlesOf() knows sites without a language, and of unknown ones what all have", () => {
  assertEquals(articlesAmong("commons.wikimedia", ["File:A", "Commons:A", "Berlin"]), ["Berlin"]);
  assertEquals(articlesAmong("wikidata", ["Q42", "Wikidata:Main_Page"]), ["Q42"]);
  assertEquals(articlesAmong("wikifunctions", ["Z801", "Special:A"]), ["Z801"]);
  assertEquals(articlesAmong("xx.unknown", ["A", "Talk:A"]), ["A"]);
  assertEquals(articlesAmong("xx.wikipedia", ["A", "Talk:A"]), ["A"]);
});
