import { assertEquals } from "@std/assert";
import type { Access, Domain, Edition, Top, TopPage } from "../data/answers.ts";
import { accessesOf, listedOf, pickDomain } from "./listed.ts";

const page = (title: string, views: number, flags = ""): TopPage => ({
  rank: 0,
  title,
  views,
  mobile_share: null,
  flags,
});

function domain(access: Access, pages: TopPage[], more: Partial<Domain> = {}): Domain {
  const ranked = pages.map((one, i) => ({ ...one, rank: i + 1 }));
  const views = 1000;
  return { domain_code: "", project: "x", access, views, pages: ranked, denied: [], ...more };
}

function top(domains: Domain[], edition: Edition = "each"): Top {
  return { period: "2026-09-10", edition, storedTop: 25, domains };
}

const titles = (listed: ReturnType<typeof listedOf>) =>
  listed?.domain.pages.map(({ rank, title, views }) => `${rank} ${title} ${views}`);

Deno.test("pickDomain() picks the access that was asked for, the sum, the desktop, or any", () => {
  const pick = (has: Access[], access?: Access) =>
    pickDomain(has.map((one) => domain(one, [])), access)?.access;
  assertEquals(pick(["mobile", "desktop"], "mobile"), "mobile");
  assertEquals(pick(["mobile", "desktop"]), "desktop");
  assertEquals(pick(["mobile", "desktop"], "all"), "desktop");
  assertEquals(pick(["mobile"], "desktop"), "mobile");
  assertEquals(pick(["all"], "desktop"), "all");
  assertEquals(pick([], "desktop"), undefined);
});

Deno.test("listedOf() leaves out what is no article, says how many, and ranks the others", () => {
  const pages = [page("Main", 9, "not-article"), page("A", 8), page("B", 7, "mobile-share")];
  const answer = top([domain("desktop", pages)]);
  const articles = listedOf(answer, { access: "desktop", pages: "articles" });
  assertEquals(titles(articles), ["1 A 8", "2 B 7"]);
  assertEquals(articles?.hidden, 1);
  const all = listedOf(answer, { access: "desktop", pages: "all" });
  assertEquals(titles(all), ["1 Main 9", "2 A 8", "3 B 7"]);
  assertEquals(all?.hidden, 0);
  const made = listedOf(top([domain("desktop", [page("A", 8)])], "articles"), {
    access: undefined,
    pages: "articles",
  });
  assertEquals([titles(made), made?.hidden], [["1 A 8"], undefined]);
});

Deno.test("listedOf() adds up desktop and mobile where nobody else has", () => {
  const answer = top([
    domain("desktop", [page("A", 50), page("B", 30), page("C", 5)], { denied: [page("X", 9)] }),
    domain("mobile", [page("B", 60), page("D", 7), page("A", 1)], { denied: [page("X", 3)] }),
  ]);
  const { domain: summed, isAdded } = listedOf(answer, { access: "all", pages: "all" })!;
  assertEquals([summed.access, summed.views, isAdded], ["all", 2000, true]);
  assertEquals(
    summed.pages.map(({ rank, title, views, isAtLeast, mobile_share }) =>
      [rank, title, views, isAtLeast ?? false, mobile_share] as const
    ),
    [[1, "B", 90, false, 60 / 90], [2, "A", 51, false, 1 / 51], [3, "D", 7, true, null]],
  );
  assertEquals(summed.denied.map(({ views }) => views), [12]);
  const one = listedOf(top([domain("desktop", [page("A", 5)])]), { access: "all", pages: "all" })!;
  assertEquals(one.domain.pages[0]?.isAtLeast, undefined);
  assertEquals(listedOf(top([]), { access: "all", pages: "all" }), undefined);
});

Deno.test("listedOf() adds nothing up where it is summed already", () => {
  const summed = listedOf(top([domain("all", [page("A", 50)])], "all"), {
    access: "all",
    pages: "all",
  });
  assertEquals([titles(summed), summed?.isAdded], [["1 A 50"], false]);
});

Deno.test("listedOf() takes the busiest of several projects", () => {
  const answer = top([
    domain("desktop", [page("A", 5)], { project: "a", views: 10 }),
    domain("mobile", [page("A", 5)], { project: "a", views: 10 }),
    domain("desktop", [page("B", 5)], { project: "b", views: 15 }),
  ]);
  const { domain: summed } = listedOf(answer, { access: "all", pages: "all" })!;
  assertEquals([summed.project, summed.views], ["a", 20]);
});

Deno.test("accessesOf() offers what an answer has, and the sum of it", () => {
  const of = (accesses: Access[], edition?: Edition) =>
    accessesOf(top(accesses.map((access) => domain(access, [])), edition));
  assertEquals(of(["desktop", "mobile"]), ["all", "desktop", "mobile"]);
  assertEquals(of(["desktop"]), ["all", "desktop"]);
  assertEquals(of(["all"]), ["all"]);
  assertEquals(of(["all"], "all"), ["all", "desktop", "mobile"]);
});
