import { type FoundPages, pageFinder, pageSeries } from "../../core/archive/page_history.ts";
import { Limiter } from "../../core/async/limiter.ts";
import { TimeSlice } from "../../core/async/time_slice.ts";
import { didYouMean } from "../../core/did_you_mean.ts";
import type { Hour } from "../../core/mod.ts";
import { jsonResponse } from "../http/json.ts";
import { list, object, type Part, schema, text } from "../http/json_schema.ts";
import { type DescribedRoute, inPath, json, problems, response } from "../http/openapi.ts";
import { Problem } from "../http/problem.ts";
import { Query } from "../http/query.ts";
import type { RouteHandler } from "../http/router.ts";
import { namesIn } from "./period_request.ts";
import { rangeParameters, readRange } from "./hour_range.ts";
import type { Service } from "./service.ts";

/** How many hours a history has unless it is asked for more. */
const HOURS = 24;

/** Histories of more hours are long. Of those, and of the others, only so many are read at a time. */
const LONG = HOURS;
const LONG_AT_A_TIME = 1;
const OTHERS_AT_A_TIME = 2;

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
        ...rangeParameters(service.maxHours, "the 24 hours up to the newest stored one"),
      ],
      responses: {
        200: response("The history.", json("PageHistory", EXAMPLE), ["Cache-Control"]),
        ...problems(
          "bad-hour",
          "bad-parameter",
          "out-of-range",
          "nothing-stored",
          "unknown-project",
        ),
      },
    },
    schemas: SCHEMAS,
  };
}

function answerWith(service: Service): RouteHandler {
  const { reports } = service;
  const [long, others] = [new Limiter(LONG_AT_A_TIME), new Limiter(OTHERS_AT_A_TIME)];
  return async ({ url, param }) => {
    const query = new Query(url.searchParams, ["from", "to"]);
    const newest = () => newestStored(service);
    const range = await readRange(query, service, { usual: HOURS, newest });
    const title = param("title").replaceAll(" ", "_");
    const find = pageFinder(param("project"), title);
    let names: string[] = [];
    const hours = await reports.list(range);
    const findAll = async () => {
      const all: FoundPages[] = [];
      const slice = new TimeSlice();
      for (const hour of hours) {
        await slice.check();
        const found = await reports.read(hour, (report) => {
          names = namesIn(report);
          return find(report);
        });
        // An hour that is gone meanwhile, or not finished, is not stored.
        if (found !== undefined) all.push(found);
      }
      return all;
    };
    const series = pageSeries(await (hours.length > LONG ? long : others).run(findAll));
    if (series.length === 0) {
      throw new Problem(
        "unknown-project",
        `Cannot find "${
          param("project")
        }" from "${range.first}" to "${range.last}": no stored hour ` +
          `has a project or domain code of that name${didYouMean(param("project"), names)}`,
      );
    }
    return jsonResponse({
      project: param("project"),
      title,
      from: range.first,
      to: range.last,
      series,
    });
  };
}

async function newestStored({ reports }: Service): Promise<Hour> {
  const newest = await reports.newest();
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
