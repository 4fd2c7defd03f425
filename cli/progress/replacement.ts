import type { Parameters } from "../../core/mod.ts";

/** How many digits of a denylist's SHA-256 tell it from another one. */
const DIGITS = 4;

/** The parameters of a report in words, as `top 100, denylist c84e…`. */
export function describeParameters({ top, ties, denylist }: Parameters): string {
  const rule = ties === "row" ? [] : [`ties ${ties}`];
  return [`top ${top}`, ...rule, `denylist ${nameOf(denylist)}`].join(", ");
}

/** What becomes of a report that is replaced, as `top 100, denylist c84e… → none`. */
export function describeReplacement(before: Parameters, after: Parameters): string {
  const change = (name: string, was: string, is: string) =>
    was === is ? `${name} ${is}` : `${name} ${was} → ${is}`;
  const ties = before.ties === after.ties && after.ties === "row"
    ? []
    : [change("ties", before.ties, after.ties)];
  return [
    change("top", String(before.top), String(after.top)),
    ...ties,
    change("denylist", nameOf(before.denylist), nameOf(after.denylist)),
  ].join(", ");
}

function nameOf(denylist: Parameters["denylist"]): string {
  return denylist === null ? "none" : `${denylist.sha256.slice(0, DIGITS)}…`;
}
