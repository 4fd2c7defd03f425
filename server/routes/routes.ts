import config from "../../deno.json" with { type: "json" };
import { jsonResponse } from "../http/json.ts";
import type { Part } from "../http/json_schema.ts";
import { type DescribedRoute, describePaths, problems, response } from "../http/openapi.ts";
import { askPageViews, getTaskState } from "./compat.ts";
import { feed } from "./feed.ts";
import { hourList, latestHour } from "./hour_list.ts";
import { jobEvents } from "./job_events.ts";
import { jobList } from "./job_list.ts";
import { deleteJob, getJob, postJob } from "./jobs.ts";
import { overview } from "./overview.ts";
import { page, type PageFiles } from "./page.ts";
import { pageHistory } from "./page_history.ts";
import { hourDomains, periodDomains } from "./period_domains.ts";
import { periodList } from "./period_list.ts";
import { hourReport, periodReport } from "./period_report.ts";
import { SCHEMAS } from "./schemas.ts";
import type { Service } from "./service.ts";
import { healthz, metricsText, readyz } from "./status.ts";
import { topArticles } from "./top_articles.ts";
import { topHistory } from "./top_history.ts";
import { trending } from "./trending.ts";

/**
 * The table of all resources: what is not here cannot be asked for. Where two routes match, the first
 * is meant.
 */
export function createRoutes(service: Service, files: PageFiles | undefined): DescribedRoute[] {
  const routes = [
    hourList(service),
    latestHour(service),
    hourReport(service),
    hourDomains(service),
    periodList(service),
    periodReport(service),
    periodDomains(service),
    trending(service),
    pageHistory(service),
    topHistory(service),
    feed(service),
    topArticles(service),
    jobList(service),
    postJob(service),
    getJob(service),
    deleteJob(service),
    jobEvents(service),
    ...askPageViews(service),
    ...getTaskState(service),
    healthz(),
    readyz(service),
    metricsText(service),
    ...page(files),
  ];
  const listed = [overview(service, routes), ...routes];
  return [...listed, description(listed)];
}

/** The OpenAPI document, of which it is a part itself. */
function description(others: readonly DescribedRoute[]): DescribedRoute {
  const route: DescribedRoute = {
    method: "GET",
    path: "/openapi.json",
    answer: () => jsonResponse(document),
    operation: {
      operationId: "getDescription",
      tags: ["Server"],
      summary: "This document",
      responses: {
        200: response("It.", { "application/json": { schema: { type: "object" } } }, [
          "Cache-Control",
        ]),
        ...problems(),
      },
    },
  };
  const document = describeApi([...others, route]);
  return route;
}

/** Describes routes as OpenAPI 3.1 has it. */
function describeApi(routes: readonly DescribedRoute[]): Part {
  return {
    openapi: "3.1.1",
    info: {
      title: "wikitop",
      summary: "The most viewed pages of every Wikimedia project, hour by hour",
      description: DESCRIPTION,
      version: config.version,
      license: { name: "MIT", identifier: "MIT" },
    },
    servers: [{ url: "/" }],
    tags: [
      { name: "Hours", description: "The top pages of each hour" },
      { name: "Periods", description: "The same of days, weeks and months" },
      { name: "Pages", description: "Pages over many hours and other periods" },
      { name: "Wikimedia", description: "What clients of Wikimedia's own API ask for" },
      { name: "Jobs", description: "Hours and longer periods that are being made" },
      { name: "Tasks", description: "The same for clients of an earlier service" },
      { name: "Server", description: "The page, and how the server is" },
    ],
    paths: describePaths(routes),
    components: {
      schemas: Object.assign({}, SCHEMAS, ...routes.map(({ schemas }) => schemas)),
      securitySchemes: {
        token: {
          type: "http",
          scheme: "bearer",
          description: "Where the server has a token, hours are made only for those who send it. " +
            "Reading is open to all.",
        },
        secret: {
          type: "http",
          scheme: "bearer",
          description: "The secret of the answer that began or joined a job, to withdraw from it.",
        },
      },
    },
  };
}

const DESCRIPTION = `The most viewed pages of every Wikimedia project, hour by hour since May 2015.

Hours are named by their end in UTC: 2026-09-10T18 holds the views from 17:00 to 18:00. An hour that
is not stored is made when it is asked for. Days (2026-09-10), weeks (2026-W37) and months (2026-09)
are periods, too.

What may be asked for by GET may be by HEAD, too. Scripts of any site may read what is asked for by
GET. A slash too many at the end of a path is redirected. Whatever goes wrong is told as application/problem+json; the type of a problem is for programs
to branch on. At a path that is not in this document there is a problem not-found, and one
method-not-allowed where a path is asked in a way that is not.`;
