import { EXAMPLES } from "../routes/examples.ts";
import { JOB_ID } from "../routes/parameters.ts";
import type { Part } from "./part.ts";
import { json, problems, response } from "../http/openapi.ts";

const BY_TOKEN = [{}, { token: [] }] as const;

/** Describes the resources of jobs, by path. */
export const JOB_PATHS: Readonly<Record<string, Part>> = {
  "/v1/jobs": {
    post: {
      operationId: "createJob",
      tags: ["Jobs"],
      summary: "Have the hours of a range made",
      description: "Who asks for the same hours shares the same job. Hours that are stored " +
        "already are not made again.",
      security: BY_TOKEN,
      requestBody: { required: true, content: json("JobRequest", EXAMPLES.JobRequest) },
      responses: {
        200: response("The job is over already: it failed a moment ago.", json("Job"), [
          "Location",
          "Cache-Control",
        ]),
        202: response("The job, which is under way.", json("Job", EXAMPLES.Job), [
          "Location",
          "Retry-After",
          "Cache-Control",
        ]),
        ...problems(
          "bad-hour",
          "bad-parameter",
          "unauthorized",
          "read-only",
          "out-of-range",
          "too-large",
          "unsupported-type",
          "too-many-jobs",
          "shutting-down",
        ),
      },
    },
  },
  "/v1/jobs/{id}": {
    get: {
      operationId: "getJob",
      tags: ["Jobs"],
      summary: "What has become of a job",
      parameters: [JOB_ID],
      responses: {
        200: response("The job.", json("Job", EXAMPLES.DoneJob), ["Cache-Control", "Retry-After?"]),
        ...problems("bad-parameter", "unknown-job"),
      },
    },
    delete: {
      operationId: "cancelJob",
      tags: ["Jobs"],
      summary: "Give a job up",
      description: "Its hours that are finished stay stored.",
      security: BY_TOKEN,
      parameters: [JOB_ID],
      responses: {
        200: response("The job as it has ended, now or before.", json("Job"), ["Cache-Control"]),
        ...problems("bad-parameter", "unauthorized", "read-only", "unknown-job", "shutting-down"),
      },
    },
  },
  "/v1/jobs/{id}/events": {
    get: {
      operationId: "watchJob",
      tags: ["Jobs"],
      summary: "The progress of a job, as it is made",
      description: "Server-sent events. An event named job has a job as its data: the first one " +
        "all of it, others only those hours that have changed, about four a second at most. After " +
        "the event of its final state comes one named end, on which the stream is to be closed. " +
        "One named closing says that the server shuts down.",
      parameters: [JOB_ID],
      responses: {
        200: response("The events.", {
          "text/event-stream": { schema: { type: "string" }, example: EXAMPLES.events },
        }, ["Cache-Control"]),
        ...problems("bad-parameter", "unknown-job", "too-many-streams"),
      },
    },
  },
};
