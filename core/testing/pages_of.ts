import { SummedRows } from "../rank/summed_rows.ts";

/**
 * The pages of a domain, as a dump would give them.
 *
 * @param pages The title of each with its views.
 * @returns The pages.
 */
export function pagesOf(pages: readonly (readonly [title: string, views: number])[]): SummedRows {
  const list = new SummedRows();
  for (const [title, views] of pages) {
    const bytes = new TextEncoder().encode(title);
    list.row(bytes, 0, bytes.length, views);
  }
  return list;
}
