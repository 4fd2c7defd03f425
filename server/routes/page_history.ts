import type { History } from "../../core/archive/history.ts";
import { pageSeries } from "../../core/archive/page_history.ts";
import type { Hour } from "../../core/mod.ts";
import { jsonResponse } from "../http/json.ts";
import { list, object, type Part, schema, text } from "../http/json_schema.ts";
import { type DescribedRoute, inPath, json, problems, response } from "../http/openapi.ts";
import { Problem } from "../http/problem.ts";
import { Query } from "../http/query.ts";
import type { RouteHandler } from "../http/router.ts";
import { HISTORY_PROBLEMS, Limits, nothingFound, rangeLimits } from "./history.ts";
import { rangeParameters, readRange } from "./hour_range.ts";
import type { Service } from "./service.ts";

/** How many hours a history has unless it is asked for more. */
const HOURS = 24;

/** Rank and views of a page over the stored hours. */
export function pageHistory(service: Service): DescribedRoute {
  return {
    method: "GET",
    path: "/v1/pages/{project}/{title...}",
    answer: answerWith(service),
    operation: {
      operationId: "getPageHistory",
      tags: ["Pages"],
      summary: "Rank and views of a page, hour by hour",
      description: "Only stored hours are read, none is made.",
      parameters: [
        inPath("project", "A project, or a domain code if only its readers are meant.", {
          schema: { type: "string", minLength: 1 },
          examples: { project: { value: "en.wikipedia" }, domain: { value: "en.m" } },
        }),
        inPath("title", "The title as in the URL of a wiki; slashes may stay as they are.", {
          schema: { type: "string", minLength: 1 },
          example: "Ada_Lovelace",
        }),
        ...rangeParameters(
          rangeLimits(service).maxHours,
          "the 24 hours up to the newest stored one",
        ),
      ],
      responses: {
        200: response("The history.", json("PageHistory", EXAMPLE), ["Cache-Control"]),
        ...problems("bad-hour", ...HISTORY_PROBLEMS),
      },
    },
    schemas: SCHEMAS,
  };
}

function answerWith(service: Service): RouteHandler {
  const { history } = service;
  const limits = new Limits();
  return async ({ url, param }) => {
    const query = new Query(url.searchParams, ["from", "to"]);
    const newest = () => newestIn(history);
    const range = await readRange(query, rangeLimits(service), { usual: HOURS, newest });
    const title = param("title").replaceAll(" ", "_");
    const project = param("project");
    const { found, names } = await limits.run(
      range.last.since(range.first) + 1,
      () => history.page({ project, title }, range),
    );
    const series = pageSeries(found);
    if (series.length === 0) {
      throw await nothingFound({ project, range, isEmpty: found.length === 0, names, history });
    }
    return jsonResponse({ project, title, from: range.first, to: range.last, series });
  };
}

async function newestIn(history: History): Promise<Hour> {
  const newest = await history.newest();
  if (newest === undefined) throw new Problem("nothing-stored", "No hour is stored yet");
  return newest;
}

const SCHEMAS: Readonly<Record<string, Part>> = {
  PageHistory: object("Rank and views of a page over the stored hours of a range.", {
    project: text("The project, or the domain code, that was asked for."),
    title: text("The page's title, with underscores for spaces."),
    from: schema("Hour"),
    to: schema("Hour"),
    series: list(schema("Series"), "One for each domain of the project."),
  }),
  Series: object("The page in one domain.", {
    domain_code: text(),
    access: schema("Access"),
    hours: list(schema("Place"), "The stored hours, in order."),
  }),
  Place: object("The page in one hour; both are null where it was not in the top.", {
    hour: schema("Hour"),
    rank: { type: ["integer", "null"], minimum: 1 },
    views: { type: ["integer", "null"], minimum: 0 },
  }),
};

const EXAMPLE = {
  project: "en.wikipedia",
  title: "Ada_Lovelace",
  from: "2026-09-10T17",
  to: "2026-09-10T18",
  series: [{
    domain_code: "en",
    access: "desktop",
    hours: [
      { hour: "2026-09-10T17", rank: null, views: null },
      { hour: "2026-09-10T18", rank: 2, views: 8_105 },
    ],
  }],
};
