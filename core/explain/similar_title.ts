import type { PageList } from "./page_list.ts";

/**
 * Guesses which page was meant by a title that no page has: one that differs by upper and lower
 * case only.
 *
 * @param pages The pages of a domain.
 * @param typed What was typed.
 * @returns The title of the most viewed such page, `undefined` if there is none.
 *
 * @example Usage
 * ```ts
 * import { PageList, scanDomain, similarTitle } from "@wikitop/core";
 * import { assertEquals } from "@std/assert";
 *
 * const pages = new PageList();
 * await scanDomain(new Blob(["en Ada_Lovelace 7 0\n"]).stream(), () => pages);
 * assertEquals(similarTitle(pages, "ada lovelace"), "Ada_Lovelace");
 * ```
 */
export function similarTitle(pages: PageList, typed: string): string | undefined {
  const decoder = new TextDecoder("utf-8", { ignoreBOM: true });
  const wanted = typed.replaceAll(" ", "_").toLowerCase();
  let best = { title: undefined as string | undefined, views: 0 };
  pages.replay({
    row(bytes, start, end, views) {
      if (views <= best.views) return;
      const title = decoder.decode(bytes.subarray(start, end));
      if (title.toLowerCase() === wanted) best = { title, views };
    },
  });
  return best.title;
}
