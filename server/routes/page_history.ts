import type { History } from "../../core/archive/history.ts";
import { pageSeries } from "../../core/archive/page_history.ts";
import { type Hour, type Unit, UNITS } from "../../core/mod.ts";
import type { PeriodRange } from "../../core/time/period.ts";
import { jsonResponse } from "../http/json.ts";
import { list, object, type Part, schema, text } from "../http/json_schema.ts";
import {
  type DescribedRoute,
  inPath,
  json,
  problems,
  query as parameter,
  response,
} from "../http/openapi.ts";
import { Problem } from "../http/problem.ts";
import { Query } from "../http/query.ts";
import type { RouteHandler } from "../http/router.ts";
import { HISTORY_PROBLEMS, Limits, nothingFound, rangeLimits } from "./history.ts";
import { readRange } from "./hour_range.ts";
import { readPeriodRange } from "./period_list.ts";
import { checkStars } from "./period_report.ts";
import type { Service } from "./service.ts";

/** How many hours, or longer periods, a history has unless it is asked for more. */
const HOURS = 24;

/** Rank and views of a page over the stored hours. */
export function pageHistory(service: Service): DescribedRoute {
  const { maxHours } = rangeLimits(service);
  return {
    method: "GET",
    path: "/v1/pages/{project}/{title...}",
    answer: answerWith(service),
    operation: {
      operationId: "getPageHistory",
      tags: ["Pages"],
      summary: "Rank and views of a page, hour by hour, or day by day",
      description:
        "Only what is stored is read, nothing is made. Of many projects, as *.wikipedia, only " +
        "the domains are listed that have the page, in the last stored period of the range.",
      parameters: [
        inPath(
          "project",
          "A project, or a domain code if only its readers are meant; * for anything.",
          {
            schema: { type: "string", minLength: 1 },
            examples: {
              project: { value: "en.wikipedia" },
              domain: { value: "en.m" },
              "all that have it": { value: "*" },
            },
          },
        ),
        inPath("title", "The title as in the URL of a wiki; slashes may stay as they are.", {
          schema: { type: "string", minLength: 1 },
          example: "Ada_Lovelace",
        }),
        parameter("unit", "How long the periods are.", {
          schema: { enum: [...UNITS], default: "hour" },
        }),
        parameter("from", "The first one. Without it, 24 up to the last one.", WRITTEN),
        parameter(
          "to",
          "The last one, included. Without it, the newest stored hour, or the last longer period that " +
            `has ended.${maxHours === Infinity ? "" : ` At most ${maxHours} at a time.`}`,
          WRITTEN,
        ),
      ],
      responses: {
        200: response("The history.", json("PageHistory", EXAMPLE), ["Cache-Control"]),
        ...problems("bad-hour", "bad-period", ...HISTORY_PROBLEMS),
      },
    },
    schemas: SCHEMAS,
  };
}

function answerWith(service: Service): RouteHandler {
  const { history } = service;
  const limits = new Limits();
  return async ({ url, param }) => {
    const query = new Query(url.searchParams, ["unit", "from", "to"]);
    const unit = query.word("unit", UNITS) ?? "hour";
    const title = param("title").replaceAll(" ", "_");
    const project = param("project");
    const isOfMany = project.includes("*");
    checkStars("project", [project]);
    const usual = isOfMany ? 1 : HOURS;
    const range = await readUnitRange(query, service, { unit, usual });
    const hours = { first: range.first.hours[0]!, last: range.last.hours.at(-1)! };
    const { found, names } = await limits.run(
      isOfMany ? Infinity : range.last.since(range.first) + 1,
      () => history.page({ project, unit, title }, hours),
    );
    const series = pageSeries(found);
    if (series.length === 0 && !isOfMany) {
      throw await nothingFound({ project, range, isEmpty: found.length === 0, names, history });
    }
    return jsonResponse({ project, title, from: range.first, to: range.last, series });
  };
}

async function readUnitRange(
  query: Query,
  service: Service,
  { unit, usual }: { unit: Unit; usual: number },
): Promise<PeriodRange> {
  const limits = rangeLimits(service);
  if (unit !== "hour") return readPeriodRange(query, unit, { ...limits, usual });
  return await readRange(query, limits, { usual, newest: () => newestIn(service.history) });
}

async function newestIn(history: History): Promise<Hour> {
  const newest = await history.newest();
  if (newest === undefined) throw new Problem("nothing-stored", "No hour is stored yet");
  return newest;
}

const WRITTEN = { schema: schema("WrittenPeriod") };

const SCHEMAS: Readonly<Record<string, Part>> = {
  PageHistory: object("Rank and views of a page over the stored periods of a range.", {
    project: text("The project, or the domain code, that was asked for."),
    title: text("The page's title, with underscores for spaces."),
    from: text("The first hour, or longer period."),
    to: text("The last one."),
    series: list(schema("Series"), "One for each domain of the project."),
  }),
  Series: object("The page in one domain.", {
    domain_code: text(),
    access: schema("Access"),
    hours: list(schema("Place"), "The stored hours, or longer periods, in order."),
  }),
  Place: object("The page in one period; both are null where it was not in the top.", {
    hour: text("The hour, or the longer period."),
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
