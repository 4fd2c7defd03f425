import { Hour } from "../../core/mod.ts";
import { jsonResponse } from "../http/json.ts";
import { Query } from "../http/query.ts";
import { readHours } from "./hour_range.ts";
import type { Resource } from "../http/router.ts";
import type { Service } from "./service.ts";

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
export function hourList(service: Service): Resource {
  const newest = () => Hour.lastBefore(service.now());
  return async ({ url }) => {
    const query = new Query(url.searchParams, ["from", "to"]);
    const range = await readHours(query, { ...service, usual: service.maxHours, newest });
    const hours = await service.hours.list(range);
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
