import type { TopPage } from "../data/top.ts";

/** How a page has moved since the hour before. */
export type Movement =
  | { kind: "up" | "down"; by: number }
  | { kind: "same" }
  | { kind: "new" };

/**
 * Tells how a page has moved since the hour before.
 *
 * @param page The page.
 * @param before The pages of the hour before.
 * @returns How it has moved; `new` if it was not among them.
 */
export function movementOf({ title, rank }: TopPage, before: readonly TopPage[]): Movement {
  const former = before.find((page) => page.title === title);
  if (former === undefined) return { kind: "new" };
  if (former.rank === rank) return { kind: "same" };
  return { kind: former.rank > rank ? "up" : "down", by: Math.abs(former.rank - rank) };
}
