import { compareCodes, projectOf, type StoredReport } from "../../core/mod.ts";
import { Query, readHour } from "../http/query.ts";
import type { Resource } from "../http/router.ts";
import type { Service } from "./service.ts";
import { accepted } from "./accepted.ts";
import { DEMAND_PARAMETERS, readDemand } from "./policy.ts";
import { REPORT_HEADERS } from "./hour_report.ts";
import { toCanonical } from "./to_canonical.ts";

/**
 * `GET /v1/hours/{hour}/domains`: what an hour has pages of, without the pages.
 *
 * @param service What the resources share.
 * @returns The resource.
 */
export function hourDomains(service: Service): Resource {
  return async (exchange) => {
    const { request, url, params } = exchange;
    const hour = readHour(params.hour, service.now());
    if (params.hour !== hour.toString()) return toCanonical(`/v1/hours/${hour}/domains`, url);
    const query = new Query(url.searchParams, DEMAND_PARAMETERS);
    const answer = await service.hours.demand(
      hour,
      readDemand(request, query, service),
      (report, hot) =>
        service.answers.render(exchange, hot, () =>
          Promise.resolve({
            body: new TextEncoder().encode(listDomains(report)),
            type: "application/json",
            lastModified: new Date(report.manifest.made.at),
            ...REPORT_HEADERS,
          })),
    );
    return "job" in answer ? accepted(answer.job) : answer.value;
  };
}

/** One domain a line, for people who look at it. */
function listDomains({ hour, manifest }: StoredReport): string {
  const lines = Object.entries(manifest.domain_views)
    .sort(([a], [b]) => compareCodes(a, b))
    .map(([code, views]) => JSON.stringify({ domain_code: code, ...projectOf(code), views }));
  return `{\n  "hour": "${hour}",\n  "domains": [\n    ${lines.join(",\n    ")}\n  ]\n}\n`;
}
