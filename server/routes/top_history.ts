import { topsSeries } from "../../core/archive/history.ts";
import { DEFAULT_TOP, Hour, UNITS } from "../../core/mod.ts";
import { columnsOf } from "../../core/report/columns.ts";
import type { PeriodRange } from "../../core/time/period.ts";
import { jsonResponse } from "../http/json.ts";
import { list, object, type Part, properties, schema, text } from "../http/json_schema.ts";
import {
  type DescribedRoute,
  inPath,
  json,
  problems,
  query as parameter,
  response,
} from "../http/openapi.ts";
import { Query } from "../http/query.ts";
import type { RouteHandler } from "../http/router.ts";
import { HISTORY_PROBLEMS, Limits, nothingFound, rangeLimits } from "./history.ts";
import { readPeriodRange } from "./period_list.ts";
import { EDITION, readEdition } from "./editions.ts";
import type { Service } from "./service.ts";

/** How many periods there are unless it is asked for more, and at most. */
const PERIODS = 24;
const MOST_PERIODS = 7 * 24;

/** The tops of a project over the stored periods: what the lines of the page are drawn from. */
export function topHistory(service: Service): DescribedRoute {
  return {
    method: "GET",
    path: "/v1/tops/{project}",
    answer: answerWith(service),
    operation: {
      operationId: "getTopHistory",
      tags: ["Pages"],
      summary: "The top pages of a project, period by period",
      description:
        "Only stored periods are read, none is made; those that lack hours are left out.",
      parameters: [
        inPath("project", "A project, or a domain code if only its readers are meant.", {
          schema: { type: "string", minLength: 1 },
          examples: { project: { value: "en.wikipedia" }, domain: { value: "en.m" } },
        }),
        parameter("unit", "How long the periods are.", {
          schema: { enum: [...UNITS], default: "hour" },
        }),
        parameter(
          "from",
          `The first period; without it, the ${service.maxHours} up to the last one.`,
          WRITTEN,
        ),
        parameter(
          "to",
          "The last one, included; without it, the newest stored hour, or the last one that has ended.",
          WRITTEN,
        ),
        parameter("last", "How many: the newest stored ones of these.", {
          schema: { type: "integer", minimum: 1, maximum: MOST_PERIODS, default: PERIODS },
        }),
        parameter("top", "The last rank.", {
          schema: { type: "integer", minimum: 1, maximum: DEFAULT_TOP, default: DEFAULT_TOP },
        }),
        EDITION,
      ],
      responses: {
        200: response("The tops.", json("TopHistory", EXAMPLE), ["Cache-Control"]),
        ...problems("bad-period", ...HISTORY_PROBLEMS),
      },
    },
    schemas: SCHEMAS,
  };
}

function answerWith(service: Service): RouteHandler {
  const { history } = service;
  const limits = new Limits();
  return async ({ url, param }) => {
    const query = new Query(url.searchParams, ["unit", "from", "to", "last", "top", "edition"]);
    const project = param("project");
    const unit = query.word("unit", UNITS) ?? "hour";
    const edition = readEdition(query);
    const last = query.count("last", [1, MOST_PERIODS]) ?? PERIODS;
    const top = query.count("top", [1, DEFAULT_TOP]) ?? DEFAULT_TOP;
    const newest = unit === "hour" ? await history.newest() : undefined;
    const bounds = { ...rangeLimits(service), usual: service.maxHours };
    const range = readPeriodRange(query, unit, bounds, newest);
    const { found, names } = await limits.run(
      last,
      () => history.tops({ project, unit, edition, last, top }, hoursOf(range)),
    );
    const series = topsSeries(found, edition);
    if (series.length === 0) {
      throw await nothingFound({ project, range, isEmpty: found.length === 0, names, history });
    }
    return jsonResponse({ project, unit, edition, from: range.first, to: range.last, series });
  };
}

/** The hours of a range of periods, of which the first period may begin before all dumps. */
function hoursOf({ first, last }: PeriodRange): { first: Hour; last: Hour } {
  return { first: first.hours[0] ?? Hour.first(), last: last.hours.at(-1)! };
}

const WRITTEN: Part = { schema: schema("WrittenPeriod") };

const SCHEMAS: Readonly<Record<string, Part>> = {
  TopHistory: object("The tops of a project over the stored periods of a range.", {
    project: text("The project, or the domain code, that was asked for."),
    unit: { enum: [...UNITS] },
    edition: text("How the domains are put together."),
    from: text("The first period of the range."),
    to: text("The last one."),
    series: list(schema("TopSeries"), "One for each domain of the project."),
  }),
  TopSeries: object("The tops of one domain.", {
    domain_code: text(),
    access: schema("Access"),
    periods: list(
      object("A top; it has no pages where the period does not have the domain.", {
        period: text(),
        pages: list(object("A page.", properties(columnsOf("page")))),
      }),
      "The periods, in order.",
    ),
  }),
};

const EXAMPLE = {
  project: "en.wikipedia",
  unit: "hour",
  edition: "each",
  from: "2026-09-10T17",
  to: "2026-09-10T18",
  series: [{
    domain_code: "en",
    access: "desktop",
    periods: [
      {
        period: "2026-09-10T17",
        pages: [
          { rank: 1, views: 9_004, title: "Main_Page", mobile_share: null, flags: "not-article" },
        ],
      },
      {
        period: "2026-09-10T18",
        pages: [{ rank: 1, views: 8_105, title: "Ada_Lovelace", mobile_share: null, flags: "" }],
      },
    ],
  }],
};
