import { EDITIONS, FORMATS, parsePeriod, type Period, type StoredReport } from "../../core/mod.ts";
import { columnsOf } from "../../core/report/columns.ts";
import { joinChunks } from "../../core/report/encode.ts";
import { trendColumns, trendTable } from "../../core/trend/columns.ts";
import { findPast, TooFewPeriodsError } from "../../core/trend/past.ts";
import { reportDomainIn } from "../../core/report/report.ts";
import { encodeTable } from "../../core/trend/table.ts";
import { readTrend, type Trend } from "../../core/trend/trend.ts";
import { list, moment, object, type Part, properties, schema, text } from "../http/json_schema.ts";
import { negotiate } from "../http/negotiate.ts";
import { CONDITIONS, type DescribedRoute, json, problems, response } from "../http/openapi.ts";
import { Problem } from "../http/problem.ts";
import { Query } from "../http/query.ts";
import type { RouteHandler } from "../http/router.ts";
import { commandFor, type ReportName } from "../reports/on_demand.ts";
import type { CachedReport } from "../reports/report_cache.ts";
import { isOfMany, readSelection, selectionParameters, unknownProject } from "./period_report.ts";
import { EDITIONS_IN_ORDER, readEditions } from "./editions.ts";
import { LATEST_ANSWER, PERIOD, periodInPath } from "./period_request.ts";
import { domainSchema } from "./schemas.ts";
import type { Service } from "./service.ts";
import { respondAboutSeveral } from "./several_reports.ts";

/** The headers of the answer. */
const HEADERS = ["ETag", "Last-Modified", "Cache-Control", "Vary", "Wikitop-Past"] as const;

/** What rises in a stored period. */
export function trending(service: Service): DescribedRoute {
  const examples = examplesOf();
  return {
    method: "GET",
    path: "/v1/trending/{period}",
    answer: answerWith(service),
    operation: {
      operationId: "getTrending",
      tags: ["Periods"],
      summary: "The pages that rise in an hour, day, week or month, the steepest first",
      description:
        "A rise is the views of a page over the median of its own views in the stored periods before. " +
        "A page that was not in a list counts as that list's last row; where that decides, rise_is " +
        "is at-least. Only what is stored is read, nothing is made.",
      parameters: [
        PERIOD,
        ...selectionParameters(
          service.maxTop,
          "How many pages of each domain; all if it is left out.",
        ),
        EDITIONS_IN_ORDER,
        ...CONDITIONS,
      ],
      responses: {
        200: response("What rises.", {
          ...json("Trend", examples.json),
          "text/csv": { schema: { type: "string" }, example: examples.csv },
          "application/x-ndjson": { schema: { type: "string" }, example: examples.ndjson },
        }, HEADERS),
        304: response("The answer at hand is still right.", {}, HEADERS),
        307: LATEST_ANSWER,
        308: response("The period has another name, at which it is to be asked for.", {}, [
          "Location",
        ]),
        ...problems(
          "bad-period",
          "bad-parameter",
          "out-of-range",
          "not-stored",
          "too-few-periods",
          "unknown-project",
          "not-acceptable",
        ),
      },
    },
    schemas: trendSchemas(),
  };
}

function answerWith(service: Service): RouteHandler {
  return async (exchange) => {
    const { request, url } = exchange;
    const period = await periodInPath(exchange, service, "", "trending");
    if (period instanceof Response) return period;
    const query = new Query(url.searchParams, PARAMETERS);
    const edition = await service.reports.choose(period, readEditions(query));
    const { domains = () => true, top } = readSelection(query, edition, service);
    const format = negotiate(query.text("format"), request.headers.get("accept"));
    return await respondAboutSeveral(service, exchange, {
      edition,
      isLong: isOfMany(query),
      find: () => findReports({ period, edition }, service),
      async render(reports) {
        const current = reports.at(-1)!;
        if (!Object.keys(current.manifest.domain_views).some(domains)) {
          throw unknownProject(query, current);
        }
        const trend = await readTrend(current, reports.slice(0, -1), { isWanted: domains, top });
        return {
          body: (await joinChunks(encodeTable(trendTable(trend), format))).content,
          type: FORMATS[format].mediaType,
          headers: {
            "wikitop-past": pastOf(trend),
            "access-control-expose-headers": "Wikitop-Past",
          },
        };
      },
    });
  };
}

const PARAMETERS = ["domain", "project", "access", "top", "format", "edition"];

/** The reports that a period is compared with, and at last its own. */
async function findReports(name: ReportName, service: Service): Promise<CachedReport[]> {
  const { reports } = service;
  const current = await reports.find(name.period, name.edition);
  if (current === undefined) throw notStored(name, service);
  const found = new Map<StoredReport, CachedReport>();
  const open = async (period: Period) => {
    const cached = await reports.find(period, name.edition);
    if (cached !== undefined) found.set(cached.report, cached);
    return cached?.report;
  };
  try {
    const list = reports.listPeriods.bind(reports);
    const past = await findPast(current.report, { list, open });
    return [...past.map((report) => found.get(report)!), current];
  } catch (error) {
    if (!(error instanceof TooFewPeriodsError)) throw error;
    throw new Problem("too-few-periods", error.message + adviceOn(error, name, service), {
      cause: error,
    });
  }
}

function pastOf({ past }: Trend): string {
  return `${past.length}, ${past[0]} to ${past.at(-1)}`;
}

function notStored(name: ReportName, { reports, jobs }: Service): Problem {
  reports.checkMade(name);
  const { period } = name;
  const advice = jobs === undefined
    ? `whoever runs the server can make it with "${commandFor(name.edition, period)}"`
    : `GET /v1/periods/${period} makes it`;
  return new Problem(
    "not-stored",
    `Cannot tell what rises in ${period.unit} "${period}": it is not stored; ${advice}`,
  );
}

/** How to have the periods made that are too few. */
function adviceOn(
  { wanted }: TooFewPeriodsError,
  { edition }: ReportName,
  { reports, jobs }: Service,
): string {
  if (wanted === undefined) return "";
  const { first, last } = wanted;
  const command = `; whoever runs the server can make them with "${
    commandFor(edition, first, last)
  }"`;
  if (jobs === undefined) return command;
  try {
    reports.checkMade({ period: first, edition });
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return command;
  }
  return `; POST /v1/jobs of {"from": "${first}", "to": "${last}"} makes them`;
}

function trendSchemas(): Record<string, Part> {
  return {
    Trend: object("What rises in a period, and against which ones.", {
      period: text("The name of the period; an hour is named by its end.", "2026-09-10T18"),
      ...properties(columnsOf("report")),
      period_end: moment("When the period ends."),
      edition: { enum: [...EDITIONS], description: "How its domains are put together." },
      past: list(text(), "The stored periods whose median it is compared with, in order."),
      domains: list(schema("TrendDomain"), "The domains by the bytes of their codes."),
    }),
    TrendDomain: domainSchema("What rises in a domain.", {
      pages: list(schema("RisenPage"), "The pages that rose, the steepest first."),
    }),
    RisenPage: object("A page with more views than it is used to.", properties(trendColumns())),
  };
}

function examplesOf(): { csv: string; ndjson: string; json: unknown } {
  const period = parsePeriod("2026-09-10T18");
  const page = {
    rank: 2,
    views: 8105,
    title: "Ada_Lovelace",
    past: 1013,
    rise: 8.001,
    isExact: false,
  };
  const { pages: _, ...domain } = reportDomainIn("each", {
    code: "en",
    views: 4_200_000,
    pages: [],
  });
  const trend: Trend = {
    period,
    edition: "each",
    past: [6, 5, 4, 3, 2, 1].map((hours) => period.plus(-hours)),
    domains: [{ ...domain, pages: [page] }],
  };
  const written = (format: keyof typeof FORMATS) => {
    const decoder = new TextDecoder();
    const chunks = Array.from(encodeTable(trendTable(trend), format), ({ bytes }) => bytes);
    return chunks.map((bytes) => decoder.decode(bytes)).join("");
  };
  return { csv: written("csv"), ndjson: written("ndjson"), json: JSON.parse(written("json")) };
}
