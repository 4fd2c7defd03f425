import { formatCount } from "../../core/format_count.ts";
import type { RankedPage } from "../../core/mod.ts";
import { MOST_DENIED } from "../../core/rank/denied_top.ts";
import { wrap } from "../printable.ts";
import { align } from "./align.ts";

/** Options of {@linkcode drawLeftOut}. */
export interface DrawLeftOutOptions {
  /** Whether there can be no others; no more than a few are kept. */
  isAll: boolean;
  /** Whether to list them, or to say only how many there are. */
  list: boolean;
  /** How many columns the terminal has. */
  columns?: number | undefined;
}

/** Draws which pages the denylist left out of a domain, with the ranks that they would have. */
export function drawLeftOut(
  denied: readonly RankedPage[] | undefined,
  { isAll, list, columns = Infinity }: DrawLeftOutOptions,
): string {
  if (denied === undefined) return "";
  const heading = `  ${leftOut(denied.length, isAll)} by the denylist`;
  if (!list) {
    const advice = `--show-denied lists ${denied.length === 1 ? "it" : "them"}`;
    return wrap(`${heading}; ${advice}`, columns, "  ").map((line) => `${line}\n`).join("");
  }
  const rows = denied.map(({ rank, views, title }) => [
    formatCount(rank),
    formatCount(views),
    title,
  ]);
  const lines = align([["would be", "views", "title"], ...rows], [0, 1]).trimEnd().split("\n");
  return [`${heading}:`, ...lines.map((line) => `    ${line}`), ""].join("\n");
}

function leftOut(count: number, isAll: boolean): string {
  if (count === 1) return "1 page left out";
  return `${isAll || count < MOST_DENIED ? "" : "at least "}${formatCount(count)} pages left out`;
}
