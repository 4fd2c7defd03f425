import { compareText } from "../../core/dump/bytes.ts";
import type { Report, StoredReport } from "../../core/mod.ts";
import { reportDomainIn } from "../../core/report/report.ts";
import { jsonDomain } from "../../core/report/formats/json.ts";
import { list, object, schema, text } from "../http/json_schema.ts";
import {
  BY_TOKEN,
  CONDITIONS,
  type DescribedRoute,
  json,
  problems,
  response,
} from "../http/openapi.ts";
import { Query } from "../http/query.ts";
import type { RouteHandler } from "../http/router.ts";
import { EDITION, readEdition } from "./editions.ts";
import {
  CACHED,
  HOUR,
  HOUR_PROBLEMS,
  hourInPath,
  LATEST_ANSWER,
  OTHER_ANSWERS,
  PERIOD,
  PERIOD_PROBLEMS,
  periodInPath,
  POLICY,
  POLICY_PARAMETERS,
  readPolicy,
  respondAbout,
} from "./period_request.ts";
import { EXAMPLE_REPORT } from "./report_schemas.ts";
import { domainSchema } from "./schemas.ts";
import type { Service } from "./service.ts";

/** What an hour has pages of, without the pages. */
export function hourDomains(service: Service): DescribedRoute {
  return {
    method: "GET",
    path: "/v1/hours/{hour}/domains",
    answer: answerWith(service, "hour", hourInPath),
    operation: {
      operationId: "getHourDomains",
      tags: ["Hours"],
      summary: "The domains of an hour, without their pages",
      security: BY_TOKEN,
      parameters: [HOUR, EDITION, ...POLICY, ...CONDITIONS],
      responses: {
        200: response("The domains.", json("HourDomains", exampleOf("hour")), CACHED),
        ...OTHER_ANSWERS,
        307: LATEST_ANSWER,
        ...problems(...HOUR_PROBLEMS),
      },
    },
    schemas: {
      Domain: domainSchema("A domain of the dumps: a project, as its readers came."),
      HourDomains: object("What an hour has pages of.", {
        hour: schema("Hour"),
        domains: list(schema("Domain"), "The domains by the bytes of their codes."),
      }),
    },
  };
}

/** What a day, week or month has pages of, or an hour, without the pages. */
export function periodDomains(service: Service): DescribedRoute {
  return {
    method: "GET",
    path: "/v1/periods/{period}/domains",
    answer: answerWith(service, "period", periodInPath),
    operation: {
      operationId: "getPeriodDomains",
      tags: ["Periods"],
      summary: "The domains of an hour, day, week or month, without their pages",
      security: BY_TOKEN,
      parameters: [PERIOD, EDITION, ...POLICY, ...CONDITIONS],
      responses: {
        200: response("The domains.", json("PeriodDomains", exampleOf("period")), CACHED),
        ...OTHER_ANSWERS,
        307: LATEST_ANSWER,
        ...problems(...PERIOD_PROBLEMS),
      },
    },
    schemas: {
      PeriodDomains: object("What a period has pages of.", {
        period: text("The name of the period."),
        domains: list(schema("Domain"), "The domains by the bytes of their codes."),
      }),
    },
  };
}

/** What the list calls the period that it is of. */
type Key = "hour" | "period";

function exampleOf(key: Key): object {
  const { period, domains } = EXAMPLE_REPORT;
  return {
    [key]: period.label,
    domains: domains.map(({ code, views }) => withoutPages(EXAMPLE_REPORT, code, views)),
  };
}

function answerWith(service: Service, key: Key, inPath: typeof periodInPath): RouteHandler {
  return async (exchange) => {
    const { request, url } = exchange;
    const period = await inPath(exchange, service, "/domains");
    if (period instanceof Response) return period;
    const query = new Query(url.searchParams, ["edition", ...POLICY_PARAMETERS]);
    const name = { period, edition: readEdition(query) };
    const policy = readPolicy(request, query, service);
    return await respondAbout(service, exchange, name, policy, (report) =>
      Promise.resolve({
        body: new TextEncoder().encode(listDomains(key, report)),
        type: "application/json",
      }));
  };
}

/** One domain a line, for people who look at it. */
function listDomains(key: Key, report: StoredReport): string {
  const lines = Object.entries(report.manifest.domain_views)
    .sort(([a], [b]) => compareText(a, b))
    .map(([code, views]) => JSON.stringify(withoutPages(report, code, views)));
  return `{\n  "${key}": "${report.period}",\n  "domains": [\n    ${
    lines.join(",\n    ")
  }\n  ]\n}\n`;
}

/** A domain as the JSON of its report has it, but for the pages. */
function withoutPages(
  report: Pick<Report, "period" | "edition">,
  code: string,
  views: number,
): Record<string, unknown> {
  const { pages: _pages, denied: _denied, ...domain } = jsonDomain(
    report,
    reportDomainIn(report.edition, { code, views, pages: [] }),
  );
  return domain;
}
