import { Hour, presentHours } from "../../core/mod.ts";
import { jsonResponse } from "../json_response.ts";
import { Query } from "../query.ts";
import { readRange } from "../read_range.ts";
import type { Resource } from "../router.ts";
import type { Service } from "../service.ts";

/** Consecutive hours that are not stored. */
interface Gap {
  first: Hour;
  last: Hour;
  hours: number;
}

/**
 * `GET /v1/hours?from=&to=`: which hours are stored, and the gaps between them.
 *
 * @param service What the resources share.
 * @returns The resource.
 */
export function hourList({ store, maxHours, now }: Service): Resource {
  return async ({ url }) => {
    const query = new Query(url.searchParams, ["from", "to"]);
    const present = now();
    const from = query.hour("from", present);
    const newest = Hour.lastBefore(present);
    const last = query.hour("to", present) ??
      (from === undefined ? newest : earlier(from.plus(maxHours - 1), newest));
    const range = readRange(from ?? later(last.plus(1 - maxHours), Hour.first()), last, maxHours);
    const hours = await presentHours(store, range.first, range.last);
    return jsonResponse({ from: range.first, to: range.last, hours, gaps: gapsOf(range, hours) });
  };
}

function gapsOf({ first, last }: { first: Hour; last: Hour }, hours: readonly Hour[]): Gap[] {
  const gaps: Gap[] = [];
  let next = first;
  for (const hour of [...hours, last.plus(1)]) {
    const missing = hour.since(next);
    if (missing > 0) gaps.push({ first: next, last: hour.plus(-1), hours: missing });
    next = hour.plus(1);
  }
  return gaps;
}

function earlier(a: Hour, b: Hour): Hour {
  return a.since(b) < 0 ? a : b;
}

function later(a: Hour, b: Hour): Hour {
  return a.since(b) > 0 ? a : b;
}
