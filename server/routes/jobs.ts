import type { Period } from "../../core/mod.ts";
import { oneOf, type PeriodRange } from "../../core/time/period.ts";
import { jsonResponse } from "../http/json.ts";
import {
  count,
  list,
  moment,
  object,
  orNull,
  type Part,
  schema,
  text,
} from "../http/json_schema.ts";
import {
  BY_TOKEN,
  type DescribedRoute,
  inPath,
  json,
  MAKING_PROBLEMS,
  problems,
  response,
} from "../http/openapi.ts";
import { bearerOf, unauthorized } from "../http/auth.ts";
import { readJson } from "../http/body.ts";
import { Problem } from "../http/problem.ts";
import { Query, readHour, readPeriod } from "../http/query.ts";
import { redactPaths } from "../http/redact_paths.ts";
import { isFinal, type Job, type JobStatus } from "../jobs/job.ts";
import { notKept } from "../reports/on_demand.ts";
import { checkRange } from "./hour_range.ts";
import type { Service } from "./service.ts";

const SECRET_EXAMPLE = "5f0c9b1e7a3d4c2f8e6b0a1d2c3e4f56";

/** How soon to look at a job again, in seconds. */
const AGAIN_SECONDS = 2;

/** Has the hours, or longer periods, of a range made. */
export function postJob(service: Service): DescribedRoute {
  const { jobs, auth, clock } = service;
  return {
    method: "POST",
    path: "/v1/jobs",
    async answer({ request, url }) {
      new Query(url.searchParams, []);
      auth.check(request);
      const { from, to = from } = await readJson(request, ["from", "to"]);
      if (from === undefined) {
        throw new Problem("bad-parameter", 'Cannot make hours: write {"from": HOUR, "to": HOUR}');
      }
      const now = clock.now();
      const range = readRange(from, to!, now, service);
      const submission = await jobs!.submit(range, { byHand: true });
      if (!submission.isKept && !isFinal(submission.job.state)) throw notKept(submission.job.id);
      return accepted(submission);
    },
    operation: {
      operationId: "createJob",
      tags: ["Jobs"],
      summary: "Have the hours of a range made",
      description: "Who asks for the same hours shares the same job. Hours that are stored " +
        "already are not made again. Days, weeks and months are made where the server allows it.",
      security: BY_TOKEN,
      requestBody: {
        required: true,
        content: json("JobRequest", { from: "2026-09-10T01", to: "2026-09-11T00" }),
      },
      responses: {
        200: response("The job is over already: it failed a moment ago.", json("Job"), [
          "Location",
          "Cache-Control",
        ]),
        202: response("The job, which is under way.", json("AcceptedJob", ACCEPTED_JOB_EXAMPLE), [
          "Location",
          "Retry-After",
          "Cache-Control",
        ]),
        ...problems(
          "bad-hour",
          "bad-parameter",
          ...MAKING_PROBLEMS,
          "out-of-range",
          "too-slow",
          "too-large",
          "unsupported-type",
          "too-many-bodies",
          "too-many-jobs",
          "store-down",
          "shutting-down",
        ),
      },
    },
    schemas: {
      JobRequest: object(
        "Hours to be made, at most as many as GET /v1/hours lists, or longer periods of as many; " +
          "without to, only the first one.",
        { from: schema("WrittenPeriod"), to: schema("WrittenPeriod") },
        ["from"],
      ),
    },
  };
}

function readRange(
  from: string,
  to: string,
  now: Date,
  { makes, maxHours }: Service,
): PeriodRange {
  if (makes.every((unit) => unit === "hour")) {
    return checkRange(readHour(from, now), readHour(to, now), maxHours);
  }
  const [first, last] = [from, to].map((written) => readPeriod(written, now, "bad-hour")) as [
    Period,
    Period,
  ];
  if (first.unit !== last.unit) {
    throw new Problem(
      "bad-parameter",
      `Cannot use "${first}" to "${last}": the one is ${oneOf(first.unit)}, the other ${
        oneOf(last.unit)
      }`,
    );
  }
  if (makes.includes(first.unit)) return checkRange(first, last, maxHours);
  throw new Problem(
    "bad-parameter",
    `Cannot make ${first.unit} "${first}": no ${first.unit} is made on demand here, ` +
      `${makes.join(" and ")} are`,
  );
}

/** What has become of a job. */
export function getJob({ jobs }: Service): DescribedRoute {
  return {
    method: "GET",
    path: "/v1/jobs/{id}",
    async answer({ url, param }) {
      new Query(url.searchParams, []);
      const job = await jobs?.get(param("id"));
      if (job === undefined) throw unknownJob(param("id"));
      const again = { headers: { "retry-after": String(AGAIN_SECONDS) } };
      return jsonResponse(publicJob(job), isFinal(job.state) ? {} : again);
    },
    operation: {
      operationId: "getJob",
      tags: ["Jobs"],
      summary: "What has become of a job",
      parameters: [JOB_ID],
      responses: {
        200: response("The job.", json("Job", DONE_JOB_EXAMPLE), ["Cache-Control", "Retry-After?"]),
        ...problems("bad-parameter", "unknown-job"),
      },
    },
    schemas: JOB_SCHEMAS,
  };
}

/** Withdraws from a job, or ends it for all. Hours that are finished stay stored. */
export function deleteJob({ jobs, auth }: Service): DescribedRoute {
  return {
    method: "DELETE",
    path: "/v1/jobs/{id}",
    async answer({ request, url, param }) {
      new Query(url.searchParams, []);
      auth.checkOrigin(request);
      const id = param("id");
      if (await jobs!.get(id) === undefined) throw unknownJob(id);
      const job = auth.isOperator(request)
        ? await jobs!.cancel(id)
        : await jobs!.withdraw(id, bearerOf(request) ?? "");
      if (job !== undefined) return jsonResponse(publicJob(job));
      throw unauthorized(
        `Cannot withdraw from job "${id}": others may wait for it; send the secret of the answer ` +
          'that began or joined it as "Authorization: Bearer SECRET"',
      );
    },
    operation: {
      operationId: "cancelJob",
      tags: ["Jobs"],
      summary: "Withdraw from a job",
      description: "Takes the secret of the answer that began or joined the job, sent like a " +
        "token. The job ends when all who asked for it have withdrawn; the server's own token " +
        "ends it at once. Hours that are finished stay stored.",
      security: [{ secret: [] }, { token: [] }],
      parameters: [JOB_ID],
      responses: {
        200: response(
          "The job, which has ended now or before, or goes on for others.",
          json("Job"),
          ["Cache-Control"],
        ),
        ...problems("bad-parameter", ...MAKING_PROBLEMS, "unknown-job", "shutting-down"),
      },
    },
  };
}

/** Says that there is no job of that id. */
export function unknownJob(id: string): Problem {
  return new Problem(
    "unknown-job",
    `Cannot find job "${id}": there is none; POST /v1/jobs with {"from": HOUR, "to": HOUR} begins one`,
  );
}

/** Answers that a job is under way, where to look after it, and how to withdraw; or how it ended. */
export function accepted({ job, secret }: { job: JobStatus; secret: string }): Response {
  const headers: Record<string, string> = {
    "location": `/v1/jobs/${job.id}`,
    "access-control-expose-headers": "Location, Retry-After",
  };
  if (isFinal(job.state)) return jsonResponse(publicJob(job), { headers });
  headers["retry-after"] = String(AGAIN_SECONDS);
  headers["cache-control"] = "no-store";
  return jsonResponse({ ...publicJob(job), secret }, { status: 202, headers });
}

/** A job as others may see it, without the folders of this machine. */
export function publicJob({ failure: _, ...job }: JobStatus): Job {
  const hours = job.hours.map((hour) =>
    hour.message === null ? hour : { ...hour, message: redactPaths(hour.message) }
  );
  return { ...job, hours };
}

/** Describes the id of a job in the path. */
export const JOB_ID: Part = inPath("id", "The job, as its answer names it.", {
  schema: { type: "string" },
  examples: {
    hour: { value: "2026-09-10T18" },
    range: { value: "2026-09-10T01_2026-09-11T00" },
  },
});

/** What is known of a job. */
export const JOB_PROPERTIES: Readonly<Record<string, Part>> = {
  id: text("Its name, which its hours decide.", "2026-09-10T01_2026-09-11T00"),
  from: text("The first hour, or longer period.", "2026-09-10T01"),
  to: text("The last one, included.", "2026-09-11T00"),
  state: {
    enum: ["queued", "running", "done", "failed", "cancelled"],
    description: "What has become of it; the last three are final.",
  },
  created: moment("When it was accepted."),
  started: orNull(moment("When its first hour was begun.")),
  ended: orNull(moment("When its state became final.")),
  hours: list(schema("JobHour"), "Its hours, or its longer periods, in order."),
};

const JOB_SCHEMAS: Readonly<Record<string, Part>> = {
  Job: object("Hours, or longer periods, that somebody wants made.", JOB_PROPERTIES),
  AcceptedJob: object("A job that the request has begun or joined.", {
    ...JOB_PROPERTIES,
    secret: text("What to withdraw from the job with, of this request alone.", SECRET_EXAMPLE),
  }),
  JobHour: object("One hour of a job, or one longer period.", {
    hour: text("Its name.", "2026-09-10T18"),
    state: {
      enum: ["waiting", "running", "done", "missing", "failed", "cancelled"],
      description: "What has become of it; the last four are final. An hour is also waiting " +
        "between two tries, and missing if there is no dump of it.",
    },
    tries: count("How often its dump has been tried."),
    max_tries: count("How often it is tried at most."),
    bytes: count("How much of its dumps the last try has read so far."),
    length: orNull(
      count("The length of its dump, null if it is not known, or if there are several."),
    ),
    message: orNull(text("Why it failed, or what the last trouble was.")),
  }),
};

const JOB_HOUR_EXAMPLE = {
  hour: "2026-09-10T18",
  state: "running",
  tries: 1,
  max_tries: 3,
  bytes: 14_680_064,
  length: 57_401_128,
  message: null,
} as const;

/** What a job looks like while it is made. */
export const JOB_EXAMPLE: Job = {
  id: "2026-09-10T18",
  from: "2026-09-10T18",
  to: "2026-09-10T18",
  state: "running",
  created: "2026-09-10T20:04:05.000Z",
  started: "2026-09-10T20:04:05.020Z",
  ended: null,
  hours: [JOB_HOUR_EXAMPLE],
};

/** What it looks like to who has begun or joined it. */
export const ACCEPTED_JOB_EXAMPLE = { ...JOB_EXAMPLE, secret: SECRET_EXAMPLE } as const;

/** What it looks like once it is done. */
export const DONE_JOB_EXAMPLE: Job = {
  ...JOB_EXAMPLE,
  state: "done",
  ended: "2026-09-10T20:04:12.310Z",
  hours: [{ ...JOB_HOUR_EXAMPLE, state: "done", bytes: 57_401_128 }],
};
