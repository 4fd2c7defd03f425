import { type Access, domainFilter, projectOf, type StoredReport } from "../../core/mod.ts";
import type { Rendered } from "../reports/answer_cache.ts";
import { MEDIA_TYPES, negotiate } from "../http/negotiate.ts";
import { Problem } from "../http/problem.ts";
import { Query, readHour } from "../http/query.ts";
import { renderReport, type Selection } from "../reports/render.ts";
import type { Resource } from "../http/router.ts";
import type { Service } from "./service.ts";
import { accepted } from "./accepted.ts";
import { DEMAND_PARAMETERS, readDemand } from "./policy.ts";
import { toCanonical } from "./to_canonical.ts";

const ACCESSES: readonly Access[] = ["desktop", "mobile", "all"];

/** How many domains or projects may be named. */
export const MAX_PATTERNS = 50;

/** How often `*` may stand for anything in one. */
export const MAX_STARS = 2;

/** How answers about finished hours are kept: dumps are revised now and then. */
export const REPORT_HEADERS = {
  cacheControl: "public, max-age=600",
  headers: { "access-control-allow-origin": "*", "vary": "Accept, Accept-Encoding" },
} as const;

/**
 * `GET /v1/hours/{hour}`: the report of an hour, or a part of it, made first if it is not stored.
 *
 * @param service What the resources share.
 * @returns The resource.
 */
export function hourReport(service: Service): Resource {
  return async (exchange) => {
    const { request, url, params } = exchange;
    const hour = readHour(params.hour, service.now());
    if (params.hour !== hour.toString()) return toCanonical(`/v1/hours/${hour}`, url);
    const query = new Query(url.searchParams, [
      "domain",
      "project",
      "access",
      "top",
      "format",
      ...DEMAND_PARAMETERS,
    ]);
    const selection = readSelection(query, service);
    const isLong = isOfMany(query);
    const format = negotiate(query.text("format"), request.headers.get("accept"));
    const demand = readDemand(request, query, service);

    const render = async (report: StoredReport): Promise<Rendered> => {
      const body = await renderReport(report, selection, format);
      if (body === undefined) {
        throw new Problem(
          "unknown-project",
          `Cannot find what was asked for in hour "${hour}": it has no such domain; ` +
            `/v1/hours/${hour}/domains lists those that it has`,
        );
      }
      const lastModified = new Date(report.manifest.made.at);
      return { body, type: MEDIA_TYPES[format], lastModified, ...REPORT_HEADERS };
    };
    const answer = await service.hours.demand(
      hour,
      demand,
      (report, hot) => service.answers.render(exchange, hot, () => render(report), { isLong }),
    );
    return "job" in answer ? accepted(answer.job) : answer.value;
  };
}

/** Whether a selection may be of so many domains that its answer is long. */
function isOfMany(query: Query): boolean {
  return query.text("domain")?.includes("*") ?? query.text("project") === null;
}

function readSelection(query: Query, { maxTop }: Service): Selection {
  const patterns = query.list("domain", MAX_PATTERNS);
  const projects = query.list("project", MAX_PATTERNS);
  const access = query.word("access", ACCESSES);
  const top = query.count("top", [1, maxTop]);
  for (const pattern of patterns ?? []) {
    if (pattern.split("*").length - 1 <= MAX_STARS) continue;
    throw new Problem(
      "bad-parameter",
      `Cannot use domain "${pattern}": at most ${MAX_STARS} * may stand in one`,
    );
  }
  if (patterns === undefined && projects === undefined && access === undefined) return { top };
  const filters = patterns?.map(domainFilter);
  return {
    top,
    domains(code) {
      const project = projectOf(code);
      return (filters === undefined || filters.some((matches) => matches(code))) &&
        (projects === undefined || projects.includes(project.project)) &&
        (access === undefined || access === project.access);
    },
  };
}
