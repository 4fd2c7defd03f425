/**
 * What clients of an earlier service of this kind ask for: the making of hours as tasks, one for each
 * hour, by GET with a query or by POST with JSON.
 *
 * @module
 */
import { Hour } from "../../core/mod.ts";
import { readJson } from "../http/body.ts";
import { jsonResponse } from "../http/json.ts";
import { count, object, orNull, type Part, schema, text } from "../http/json_schema.ts";
import {
  BY_TOKEN,
  type DescribedRoute,
  json,
  MAKING_PROBLEMS,
  problems,
  query as parameter,
  response,
} from "../http/openapi.ts";
import { Problem } from "../http/problem.ts";
import { Query, readHour } from "../http/query.ts";
import type { RouteHandler } from "../http/router.ts";
import { type HourState, isFinal, type JobHour } from "../jobs/job.ts";
import { notKept } from "../reports/on_demand.ts";
import { checkRange } from "./hour_range.ts";
import type { Service } from "./service.ts";

/** A task as an earlier service of this kind told of it: one for each hour. */
interface Task {
  date: string;
  status: "pending" | "running" | "success" | "failed";
  data_path: string | null;
  try_count: number;
  max_tries: number;
}

const STATUS: Record<HourState, Task["status"]> = {
  waiting: "pending",
  running: "running",
  done: "success",
  missing: "failed",
  failed: "failed",
  cancelled: "failed",
};

/** `/ask_page_views?start_date=2020010115&end_date=2020010119`: has hours made. */
export function askPageViews(service: Service): DescribedRoute[] {
  const path = "/ask_page_views";
  const answer = answerAsk(service);
  const operation = {
    tags: ["Tasks"],
    summary: "Have the hours of a range made, as an earlier service was asked for it",
    security: BY_TOKEN,
  };
  const responses = {
    200: response("All hours are stored already.", tasks(TASK), ["Cache-Control"]),
    202: response("The hours are being made.", tasks(PENDING_TASK), ["Cache-Control"]),
  };
  const asked = [
    ...WRITTEN,
    ...MAKING_PROBLEMS,
    "too-many-jobs",
    "store-down",
    "shutting-down",
  ] as const;
  return [{
    method: "GET",
    path,
    answer,
    operation: {
      operationId: "askPageViews",
      ...operation,
      parameters: [
        hourParameter("start_date", "An hour.", true),
        hourParameter("end_date", "The last hour, the first one if it is left out.", false),
      ],
      responses: { ...responses, ...problems(...asked) },
    },
    schemas: TASK_SCHEMAS,
  }, {
    method: "POST",
    path,
    answer,
    operation: {
      operationId: "postPageViews",
      ...operation,
      requestBody: {
        required: true,
        content: json("TaskRequest", { start_date: "2026091017", end_date: "2026091018" }),
      },
      responses: { ...responses, ...problems(...asked, ...SENT) },
    },
  }];
}

/** `/get_task_state?date=2020010115`: what has become of an hour. */
export function getTaskState(service: Service): DescribedRoute[] {
  const path = "/get_task_state";
  const answer = answerState(service);
  const operation = {
    tags: ["Tasks"],
    summary: "What has become of an hour, as an earlier service was asked for it",
  };
  const task = { 200: response("The hour.", json("Task", TASK), ["Cache-Control"]) };
  return [{
    method: "GET",
    path,
    answer,
    operation: {
      operationId: "getTaskState",
      ...operation,
      parameters: [hourParameter("date", "An hour.", true)],
      responses: { ...task, ...orNoTask(problems(...WRITTEN)) },
    },
  }, {
    method: "POST",
    path,
    answer,
    operation: {
      operationId: "postTaskState",
      ...operation,
      requestBody: { required: true, content: json("TaskStateRequest", { date: "2026091018" }) },
      responses: { ...task, ...orNoTask(problems(...WRITTEN, ...SENT)) },
    },
  }];
}

function answerAsk(service: Service): RouteHandler {
  const { jobs, auth, clock, maxHours } = service;
  return async ({ request, url }) => {
    // Before its body is waited for.
    if (request.method === "POST" && jobs !== undefined) auth.check(request);
    const example = { start_date: "2020010115", end_date: "2020010119" };
    const { start_date, end_date = start_date } = await readTask(request, url, example);
    if (start_date === undefined || end_date === undefined) {
      throw required("start_date", url, example);
    }
    const now = clock.now();
    const range = checkRange(readHour(start_date, now), readHour(end_date, now), maxHours);
    const hours = Hour.range(range.first, range.last);
    if (await areStored(hours, service)) {
      return jsonResponse(hours.map((hour) => finished(hour, service)));
    }
    auth.check(request);
    const { job, isKept } = await jobs!.submit(range);
    if (!isKept && !isFinal(job.state)) throw notKept(job.id);
    return jsonResponse(job.hours.map(taskOf), { status: 202 });
  };
}

function answerState(service: Service): RouteHandler {
  const { reports, jobs, clock } = service;
  return async ({ request, url }) => {
    const example = { date: "2020010115" };
    const { date } = await readTask(request, url, example);
    if (date === undefined) throw required("date", url, example);
    const hour = readHour(date, clock.now());
    if (await reports.has(hour)) return jsonResponse(finished(hour, service));
    const newest = (await jobs?.list({ period: hour }))?.at(-1);
    const task = newest?.hours.find(({ hour: name }) => name === `${hour}`);
    if (task !== undefined) return jsonResponse(taskOf(task));
    return jsonResponse(NO_TASK, { status: 404 });
  };
}

/** One after the other: a month of manifests at once would keep all others waiting. */
async function areStored(hours: readonly Hour[], { reports }: Service): Promise<boolean> {
  for (const hour of hours) if (!await reports.has(hour)) return false;
  return true;
}

function finished(hour: Hour, { maxTries }: Service): Task {
  return taskOf({
    hour: hour.toString(),
    state: "done",
    tries: 1,
    max_tries: maxTries,
    bytes: 0,
    length: null,
    message: null,
  });
}

function taskOf({ hour, state, tries, max_tries }: JobHour): Task {
  return {
    date: hour.replace(/[-T]/g, ""),
    status: STATUS[state],
    data_path: state === "done" ? `/v1/hours/${hour}?format=csv` : null,
    try_count: tries,
    max_tries,
  };
}

async function readTask<Name extends string>(
  request: Request,
  url: URL,
  example: Record<Name, string>,
): Promise<Partial<Record<Name, string>>> {
  const names = Object.keys(example) as Name[];
  if (request.method === "POST") return await readJson(request, names);
  // A GET has no body by the rules of HTTP, and whatever was sent is gone before it gets here.
  const { headers } = request;
  if (Number(headers.get("content-length") ?? 0) > 0 || headers.has("transfer-encoding")) {
    throw new Problem(
      "bad-parameter",
      `Cannot read the body of a GET: write ${getExample(url, example)}, or ` +
        `POST ${url.pathname} with ${JSON.stringify(example)}`,
    );
  }
  const query = new Query(url.searchParams, names);
  const read: Partial<Record<Name, string>> = {};
  for (const name of names) read[name] = query.text(name) ?? undefined;
  return read;
}

function required(name: string, url: URL, example: Record<string, string>): Problem {
  return new Problem(
    "bad-parameter",
    `Cannot do without ${name}: write ${getExample(url, example)}, or ` +
      `POST ${url.pathname} with ${JSON.stringify(example)}`,
  );
}

function getExample(url: URL, example: Record<string, string>): string {
  return `GET ${url.pathname}?${new URLSearchParams(example)}`;
}

const WRITTEN = ["bad-hour", "bad-parameter", "out-of-range"] as const;
const SENT = ["too-slow", "too-large", "unsupported-type", "too-many-bodies"] as const;

const NO_TASK = { message: "This task does not exist" };
const TASK: Task = {
  date: "2026091018",
  status: "success",
  data_path: "/v1/hours/2026-09-10T18?format=csv",
  try_count: 1,
  max_tries: 3,
};
const PENDING_TASK: Task = { ...TASK, status: "pending", data_path: null, try_count: 0 };

const TASK_SCHEMAS: Readonly<Record<string, Part>> = {
  Task: object("One hour, as an earlier service told of it.", {
    date: { type: "string", pattern: "^\\d{10}$", examples: ["2026091018"] },
    status: { enum: ["pending", "running", "success", "failed"] },
    data_path: orNull(text("Where its report is once it has been made.")),
    try_count: count("How often its dump has been tried."),
    max_tries: count("How often it is tried at most."),
  }),
  TaskRequest: object(
    "The first and the last hour of a range.",
    { start_date: schema("WrittenHour"), end_date: schema("WrittenHour") },
    ["start_date"],
  ),
  TaskStateRequest: object("An hour.", { date: schema("WrittenHour") }),
  NoTask: object("Nobody has asked for that hour.", { message: text() }),
};

function hourParameter(name: string, description: string, required: boolean): Part {
  const more = { required, schema: schema("WrittenHour"), example: "2026091018" };
  return parameter(name, description, more);
}

function tasks(example: Task): Record<string, Part> {
  return {
    "application/json": { schema: { type: "array", items: schema("Task") }, example: [example] },
  };
}

/** An hour that nobody asked for is no problem in the newer sense. */
function orNoTask(problems: Record<string, Part>): Record<string, Part> {
  const { 404: { content, description, ...rest } = {}, ...others } = problems;
  return {
    ...others,
    404: {
      ...rest,
      description: `Nobody has asked for that hour; or: ${description}`,
      content: { ...content as Part, ...json("NoTask", NO_TASK) },
    },
  };
}
