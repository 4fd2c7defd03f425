import type { Metrics } from "../metrics.ts";
import { describeApi } from "../openapi.ts";
import type { PageFiles } from "../page_files.ts";
import { jsonResponse } from "../http/json.ts";
import { askPageViews, getTaskState } from "./compat.ts";
import { healthz, readyz } from "./status.ts";
import { hourDomains } from "./hour_domains.ts";
import { hourList } from "./hour_list.ts";
import { hourReport } from "./hour_report.ts";
import { jobEvents } from "./job_events.ts";
import { deleteJob, getJob, postJob } from "./jobs.ts";
import { latestHour } from "./latest_hour.ts";
import { page } from "./page.ts";
import { pageHistory } from "./page_history.ts";
import type { Route } from "../http/router.ts";
import type { Service } from "./service.ts";

/** What the routes need besides the service. */
export interface RoutesOptions {
  /** The files of the page. */
  files: PageFiles | undefined;
  /** The figures. */
  metrics: Metrics;
  /** Aborts when the server shuts down. */
  closing: AbortSignal;
}

/**
 * The table of all resources: what is not here cannot be asked for.
 *
 * @param service What the resources share.
 * @param options What else some of them need.
 * @returns The routes; where two fit, the first is meant.
 */
export function routes(service: Service, { files, metrics, closing }: RoutesOptions): Route[] {
  const { jobs } = service;
  metrics.watch({
    jobs: () => jobs?.counts ?? { running: 0, queued: 0 },
    newestAge: () => newestAge(service),
  });
  const api = describeApi(service);
  return [
    { method: "GET", path: "/v1/hours", answer: hourList(service) },
    { method: "GET", path: "/v1/hours/latest", answer: latestHour(service) },
    { method: "GET", path: "/v1/hours/{hour}", answer: hourReport(service) },
    { method: "GET", path: "/v1/hours/{hour}/domains", answer: hourDomains(service) },
    { method: "GET", path: "/v1/pages/{project}/{title...}", answer: pageHistory(service) },
    { method: "POST", path: "/v1/jobs", answer: postJob(service) },
    { method: "GET", path: "/v1/jobs/{id}", answer: getJob(service) },
    { method: "DELETE", path: "/v1/jobs/{id}", answer: deleteJob(service) },
    { method: "GET", path: "/v1/jobs/{id}/events", answer: jobEvents(service) },
    { method: "GET", path: "/ask_page_views", answer: askPageViews(service) },
    { method: "POST", path: "/ask_page_views", answer: askPageViews(service) },
    { method: "GET", path: "/get_task_state", answer: getTaskState(service) },
    { method: "POST", path: "/get_task_state", answer: getTaskState(service) },
    { method: "GET", path: "/healthz", answer: healthz() },
    { method: "GET", path: "/readyz", answer: readyz(service, closing) },
    {
      method: "GET",
      path: "/metrics",
      async answer() {
        const { type, text } = await metrics.write();
        return new Response(text, { headers: { "content-type": type } });
      },
    },
    { method: "GET", path: "/openapi.json", answer: () => jsonResponse(api) },
    { method: "GET", path: "/", answer: page(files) },
    { method: "GET", path: "/assets/{name}", answer: page(files) },
  ];
}

/** Of a store that cannot be read, `/readyz` tells; the other figures are wanted all the more. */
async function newestAge({ hours, now }: Service): Promise<number | undefined> {
  try {
    return (await hours.newest())?.age(now());
  } catch (error) {
    if (error instanceof Error) return undefined;
    throw error;
  }
}
