import { compareBytes } from "../rank/compare.ts";
import { Denylist } from "../deny/denylist.ts";
import type { PageList } from "./page_list.ts";

/**
 * Finds the page that a title means which somebody typed or copied from an address: written as the
 * dump has it, with spaces, or percent-encoded. That is what an entry of a denylist may be, and so
 * the rule of denylists reads it, too.
 *
 * @param pages The pages of a domain.
 * @param typed What was typed.
 * @returns The title as the dump has it, `undefined` if there is no such page. A page of exactly
 * that title comes before others.
 *
 * @example Usage
 * ```ts
 * import { findTitle, PageList, scanDomain } from "@wikitop/core";
 * import { assertEquals } from "@std/assert";
 *
 * const pages = new PageList();
 * await scanDomain(new Blob(["fr Café_au_lait 7 0\n"]).stream(), () => pages);
 * const title = new TextEncoder().encode("Café_au_lait");
 * assertEquals(await findTitle(pages, "Caf%C3%A9 au lait"), title);
 * assertEquals(await findTitle(pages, "Café"), undefined);
 * ```
 */
export async function findTitle(
  pages: PageList,
  typed: string,
): Promise<Uint8Array | undefined> {
  const exact = new TextEncoder().encode(typed);
  const meant = (await Denylist.read(new Blob([`x ${typed}`]).stream())).titles("x");
  let found: Uint8Array | undefined;
  pages.replay({
    row(bytes, start, end) {
      const isExact = compareBytes(bytes, start, end, exact) === 0;
      if (isExact || (found === undefined && meant?.has(bytes, start, end))) {
        found = bytes.slice(start, end);
      }
    },
  });
  return found;
}
