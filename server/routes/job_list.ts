import { jsonResponse } from "../http/json.ts";
import { count, list, object, type Part, schema } from "../http/json_schema.ts";
import { type DescribedRoute, json, problems, response } from "../http/openapi.ts";
import { Query } from "../http/query.ts";
import { isFinal, type Job } from "../jobs/job.ts";
import { JOB_EXAMPLE, JOB_PROPERTIES, publicJob } from "./jobs.ts";
import type { Service } from "./service.ts";

/** The jobs that are known, in short. */
export function jobList({ jobs }: Service): DescribedRoute {
  return {
    method: "GET",
    path: "/v1/jobs",
    async answer({ url }) {
      new Query(url.searchParams, []);
      const known = await jobs?.list() ?? [];
      return jsonResponse({ jobs: known.toReversed().map((job) => inShort(publicJob(job))) });
    },
    operation: {
      operationId: "listJobs",
      tags: ["Jobs"],
      summary: "The jobs that are under way or have ended lately, the newest first",
      description: "In short; the job itself tells of each of its hours.",
      responses: {
        200: response("The jobs.", json("JobList", { jobs: [inShort(JOB_EXAMPLE)] }), [
          "Cache-Control",
        ]),
        ...problems("bad-parameter"),
      },
    },
    schemas: SCHEMAS,
  };
}

function inShort({ hours, ...job }: Job): object {
  return {
    ...job,
    hours: {
      total: hours.length,
      done: hours.filter(({ state }) => state === "done").length,
      left: hours.filter(({ state }) => !isFinal(state)).length,
    },
  };
}

const { hours: _, ...PROPERTIES } = JOB_PROPERTIES;

const SCHEMAS: Readonly<Record<string, Part>> = {
  JobList: object("The jobs that are known.", { jobs: list(schema("JobInShort"), "The jobs.") }),
  JobInShort: object("A job, without what has become of each of its hours.", {
    ...PROPERTIES,
    hours: object("How many hours, or longer periods, it has.", {
      total: count("All of them."),
      done: count("Those that are stored."),
      left: count("Those that are not over yet."),
    }),
  }),
};
