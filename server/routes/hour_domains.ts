import { compareText } from "../../core/dump/bytes.ts";
import { type Report, reportDomain, type StoredReport } from "../../core/mod.ts";
import { jsonDomain } from "../../core/report/formats/json.ts";
import { list, object, schema } from "../http/json_schema.ts";
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
import {
  CACHED,
  HOUR,
  HOUR_PROBLEMS,
  hourInPath,
  LATEST_ANSWER,
  OTHER_ANSWERS,
  POLICY,
  POLICY_PARAMETERS,
  readPolicy,
  respondAbout,
} from "./hour_request.ts";
import { EXAMPLE_REPORT } from "./report_schemas.ts";
import { domainSchema } from "./schemas.ts";
import type { Service } from "./service.ts";

/** What an hour has pages of, without the pages. */
export function hourDomains(service: Service): DescribedRoute {
  const { period, domains } = EXAMPLE_REPORT;
  const example = {
    hour: period.label,
    domains: domains.map(({ code, views }) => withoutPages(EXAMPLE_REPORT, code, views)),
  };
  return {
    method: "GET",
    path: "/v1/hours/{hour}/domains",
    answer: answerWith(service),
    operation: {
      operationId: "getHourDomains",
      tags: ["Hours"],
      summary: "The domains of an hour, without their pages",
      security: BY_TOKEN,
      parameters: [HOUR, ...POLICY, ...CONDITIONS],
      responses: {
        200: response("The domains.", json("HourDomains", example), CACHED),
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

function answerWith(service: Service): RouteHandler {
  return async (exchange) => {
    const { request, url } = exchange;
    const hour = await hourInPath(exchange, service, "/domains");
    if (hour instanceof Response) return hour;
    const query = new Query(url.searchParams, POLICY_PARAMETERS);
    const policy = readPolicy(request, query, service);
    return await respondAbout(service, exchange, hour, policy, (report) =>
      Promise.resolve({
        body: new TextEncoder().encode(listDomains(report)),
        type: "application/json",
      }));
  };
}

/** One domain a line, for people who look at it. */
function listDomains(report: StoredReport): string {
  const lines = Object.entries(report.manifest.domain_views)
    .sort(([a], [b]) => compareText(a, b))
    .map(([code, views]) => JSON.stringify(withoutPages(report, code, views)));
  return `{\n  "hour": "${report.period}",\n  "domains": [\n    ${lines.join(",\n    ")}\n  ]\n}\n`;
}

/** A domain as the JSON of its report has it, but for the pages. */
function withoutPages(
  report: Pick<Report, "period" | "edition">,
  code: string,
  views: number,
): Record<string, unknown> {
  const { pages: _pages, denied: _denied, ...domain } = jsonDomain(
    report,
    reportDomain({ code, views, pages: [] }),
  );
  return domain;
}
