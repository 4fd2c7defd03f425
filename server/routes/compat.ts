import { Hour } from "../../core/mod.ts";
import { jsonResponse } from "../http/json.ts";
import type { HourState, JobHour } from "../jobs/job.ts";
import { Problem } from "../http/problem.ts";
import { Query, readHour } from "../http/query.ts";
import { readJson } from "../http/body.ts";
import { readRange } from "../read_range.ts";
import type { Resource } from "../http/router.ts";
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

/**
 * `/ask_page_views?start_date=2020010115&end_date=2020010119`: has hours made, as clients of an
 * earlier service ask for it.
 *
 * @param service What the resources share.
 * @returns The resource, to be asked by GET with a query or by POST with JSON.
 */
export function askPageViews(service: Service): Resource {
  return async ({ request, url }) => {
    const example = { start_date: "2020010115", end_date: "2020010119" };
    const { start_date, end_date = start_date } = await readTask(request, url, example);
    if (start_date === undefined || end_date === undefined) {
      throw wanted("start_date", url, example);
    }
    const now = service.now();
    const { first, last } = readRange(
      readHour(start_date, now),
      readHour(end_date, now),
      service.maxHours,
    );
    const hours = Hour.range(first, last);
    if (await areStored(hours, service)) {
      return jsonResponse(hours.map((hour) => finished(hour, service)));
    }
    service.guard.check(request);
    const { job } = await service.hours.submit(first, last);
    return jsonResponse(job.hours.map(taskOf), { status: 202 });
  };
}

/**
 * `/get_task_state?date=2020010115`: what has become of an hour, as clients of an earlier service ask
 * for it.
 *
 * @param service What the resources share.
 * @returns The resource, to be asked by GET with a query or by POST with JSON.
 */
export function getTaskState(service: Service): Resource {
  return async ({ request, url }) => {
    const example = { date: "2020010115" };
    const { date } = await readTask(request, url, example);
    if (date === undefined) throw wanted("date", url, example);
    const hour = readHour(date, service.now());
    if (await service.hours.isStored(hour)) return jsonResponse(finished(hour, service));
    const task = service.jobs?.findHour(hour);
    if (task !== undefined) return jsonResponse(taskOf(task));
    return jsonResponse({ message: "This task does not exist" }, { status: 404 });
  };
}

/** One after the other: a month of manifests at once would keep all others waiting. */
async function areStored(hours: readonly Hour[], service: Service): Promise<boolean> {
  for (const hour of hours) if (!await service.hours.isStored(hour)) return false;
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

function wanted(name: string, url: URL, example: Record<string, string>): Problem {
  return new Problem(
    "bad-parameter",
    `Cannot do without ${name}: write ${getExample(url, example)}, or ` +
      `POST ${url.pathname} with ${JSON.stringify(example)}`,
  );
}

function getExample(url: URL, example: Record<string, string>): string {
  return `GET ${url.pathname}?${new URLSearchParams(example)}`;
}
