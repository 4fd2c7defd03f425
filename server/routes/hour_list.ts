import { Hour, type HourRange } from "../../core/mod.ts";
import { gapBetween } from "../../core/time/period.ts";
import { list, object, schema } from "../http/json_schema.ts";
import { jsonResponse } from "../http/json.ts";
import { type DescribedRoute, json, problems, response } from "../http/openapi.ts";
import { Problem } from "../http/problem.ts";
import { Query } from "../http/query.ts";
import { rangeParameters, readRange } from "./hour_range.ts";
import type { Service } from "./service.ts";

/** Which hours are stored, and the gaps between them. */
export function hourList(service: Service): DescribedRoute {
  const { reports, clock, maxHours } = service;
  const newest = async () => await reports.newest() ?? Hour.lastBefore(clock.now());
  return {
    method: "GET",
    path: "/v1/hours",
    async answer({ url }) {
      const query = new Query(url.searchParams, ["from", "to"]);
      const range = await readRange(query, service, { usual: maxHours, newest });
      const hours = await reports.list(range);
      return jsonResponse({ from: range.first, to: range.last, hours, gaps: gapsOf(range, hours) });
    },
    operation: {
      operationId: "listHours",
      tags: ["Hours"],
      summary: "Which hours are stored",
      parameters: rangeParameters(maxHours, "those up to the newest stored one, as many as may be"),
      responses: {
        200: response("The hours, and the gaps between them.", json("HourList", EXAMPLE), [
          "Cache-Control",
        ]),
        ...problems("bad-hour", "bad-parameter", "out-of-range"),
      },
    },
    schemas: {
      HourList: object("Which hours of a range are stored.", {
        from: schema("Hour"),
        to: schema("Hour"),
        hours: list(schema("Hour"), "Those that are, in order."),
        gaps: list(schema("Gap"), "Those that are not, in order."),
      }),
      Gap: object("Consecutive hours that are not stored.", {
        first: schema("Hour"),
        last: schema("Hour"),
        hours: { type: "integer", minimum: 1, description: "How many these are." },
      }),
    },
  };
}

/** The newest stored hour, by a redirect to its name. */
export function latestHour({ reports }: Service): DescribedRoute {
  return {
    method: "GET",
    path: "/v1/hours/latest",
    async answer({ url }) {
      const newest = await reports.newest();
      if (newest === undefined) {
        throw new Problem(
          "nothing-stored",
          "No hour is stored yet: ask for one by its name, as /v1/hours/2026-09-10T18",
        );
      }
      return new Response(null, {
        status: 307,
        headers: {
          "location": `/v1/hours/${newest}${url.search}`,
          "cache-control": "no-cache",
          "access-control-allow-origin": "*",
        },
      });
    },
    operation: {
      operationId: "getLatestHour",
      tags: ["Hours"],
      summary: "The newest stored hour",
      description: "The query goes along, so that it can be one of the hour itself.",
      responses: {
        307: response("That is where it is.", {}, ["Location", "Cache-Control"]),
        ...problems("nothing-stored"),
      },
    },
  };
}

const EXAMPLE = {
  from: "2026-09-10T15",
  to: "2026-09-10T18",
  hours: ["2026-09-10T17", "2026-09-10T18"],
  gaps: [{ first: "2026-09-10T15", last: "2026-09-10T16", hours: 2 }],
};

function gapsOf({ first, last }: HourRange, hours: readonly Hour[]): object[] {
  const present = [first.plus(-1), ...hours, last.plus(1)];
  return present.slice(1).flatMap((hour, i) => {
    const gap = gapBetween(present[i]!, hour);
    return gap === undefined ? [] : [{ first: gap.first, last: gap.last, hours: gap.count }];
  });
}
