import { Hour, listPeriods } from "../../core/mod.ts";
import { jsonResponse } from "../http/json.ts";
import { object, text } from "../http/json_schema.ts";
import { type DescribedRoute, json, problems, response } from "../http/openapi.ts";
import type { Service } from "./service.ts";

/** The process answers. */
export function healthz(): DescribedRoute {
  return {
    method: "GET",
    path: "/healthz",
    answer: () => jsonResponse({ status: "ok" }),
    operation: {
      operationId: "getHealth",
      tags: ["Server"],
      summary: "Whether the process answers",
      responses: {
        200: response("It does.", json("Health", { status: "ok" }), ["Cache-Control"]),
        ...problems(),
      },
    },
    schemas: { Health: object("How the server is.", { status: text() }) },
  };
}

/** The process can do its work: it is not shutting down, and the store can be read. */
export function readyz({ store, clock, closing }: Service): DescribedRoute {
  return {
    method: "GET",
    path: "/readyz",
    async answer() {
      if (closing.aborted) return jsonResponse({ status: "shutting down" }, { status: 503 });
      const newest = Hour.lastBefore(clock.now());
      try {
        await listPeriods(store, { first: newest, last: newest });
      } catch (error) {
        if (!(error instanceof Error)) throw error;
        return jsonResponse({ status: "the store cannot be read" }, { status: 503 });
      }
      return jsonResponse({ status: "ready" });
    },
    operation: {
      operationId: "getReadiness",
      tags: ["Server"],
      summary: "Whether the server can do its work",
      responses: {
        200: response("It can.", json("Health", { status: "ready" }), ["Cache-Control"]),
        503: response(
          "It is shutting down, waits for its denylist, or cannot read its store.",
          json("Health", { status: "shutting down" }),
          ["Cache-Control"],
        ),
        ...problems(),
      },
    },
  };
}

/** The figures of the server. */
export function metricsText({ metrics, jobs, reports, clock }: Service): DescribedRoute {
  metrics.watch({
    jobs: async () => await jobs?.counts() ?? { running: 0, queued: 0 },
    async newestAge() {
      try {
        return (await reports.newest())?.age(clock.now());
      } catch (error) {
        // Of a store that cannot be read, `/readyz` tells; all the more are the others of use.
        if (error instanceof Error) return undefined;
        throw error;
      }
    },
  });
  return {
    method: "GET",
    path: "/metrics",
    async answer() {
      const { type, text } = await metrics.write();
      return new Response(text, { headers: { "content-type": type } });
    },
    operation: {
      operationId: "getMetrics",
      tags: ["Server"],
      summary: "Figures for Prometheus",
      responses: {
        200: response("The figures.", { "text/plain": { schema: { type: "string" } } }),
        ...problems(),
      },
    },
  };
}
