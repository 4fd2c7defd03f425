import type { RawConnection, RawResponse } from "../../core/testing/raw_http.ts";
import type { Job, JobHour } from "../../server/jobs/job.ts";
import type { ReportForm } from "./expected_reports.ts";
import { CheckError, type Load } from "./load.ts";
import type { Scenario } from "./scenarios.ts";

const decoder = new TextDecoder("utf-8", { fatal: true });

/** The text of a response that is not gzipped. */
export function textOf({ body }: RawResponse): string {
  return decoder.decode(body);
}

/** The JSON of a response that is not gzipped. */
// deno-lint-ignore no-explicit-any
export function jsonOf(response: RawResponse): any {
  return JSON.parse(textOf(response));
}

/** The name of the problem that a response tells of, empty if it tells of none. */
export function problemOf(response: RawResponse): string {
  if (response.headers.get("content-type") !== "application/problem+json") return "";
  const { type, status } = jsonOf(response);
  return status === response.status ? String(type).replace("urn:wikitop:problem:", "") : "";
}

/** A server-sent event. */
export interface ServerEvent {
  readonly name: string;
  readonly data: string;
}

/** Reads the events of a response whose head has been read. Who stops early has to close. */
export async function* eventStream(connection: RawConnection): AsyncGenerator<ServerEvent> {
  const decoder = new TextDecoder();
  let text = "";
  while (true) {
    const piece = await connection.readBody();
    if (piece === null) return;
    text += decoder.decode(piece, { stream: true });
    for (let end; (end = text.indexOf("\n\n")) >= 0; text = text.slice(end + 2)) {
      const lines = text.slice(0, end).split("\n");
      const valueOf = (field: string) =>
        lines.find((line) => line.startsWith(`${field}: `))?.slice(field.length + 2) ?? "";
      // A line that begins with a colon keeps the connection alive.
      if (!lines.every((line) => line.startsWith(":"))) {
        yield { name: valueOf("event"), data: valueOf("data") };
      }
    }
  }
}

/** Throws a {@linkcode CheckError} unless something is so. */
export function ensure(isSo: boolean, message: string): asserts isSo {
  if (!isSo) throw new CheckError(message);
}

/**
 * Checks that a response has one of the statuses that are right. Once the server shuts down, it may
 * say so instead: then this is `false`.
 */
export function hasStatus(
  load: Load,
  path: string,
  response: RawResponse,
  ...statuses: number[]
): boolean {
  if (statuses.includes(response.status)) return true;
  if (load.isClosing && response.status === 503 && problemOf(response) === "shutting-down") {
    return false;
  }
  const what = response.headers.get("content-encoding") === null ? textOf(response) : "";
  throw new CheckError(
    `${path} has status ${response.status} instead of ${statuses.join(" or ")}: ${
      what.slice(0, 300)
    }`,
  );
}

/** Checks that a report is right, as it was answered to a path. */
export function checkReport(
  load: Load,
  text: string,
  hour: string,
  form: ReportForm,
  path: string,
): void {
  const wrong = load.expected.wrongIn(text, hour, form);
  ensure(wrong === undefined, `${path}: ${wrong}`);
}

/** How an hour ends that nobody cancels, by what the source has for it. */
const ENDS: Readonly<Record<Scenario, JobHour["state"]>> = {
  sample: "done",
  large: "done",
  slow: "done",
  flaky: "done",
  missing: "missing",
  cut: "failed",
  damaged: "failed",
};

/** Checks that a job has come to the end that its hours decide, and notes those that are stored. */
export function checkJobEnd(load: Load, job: Job): void {
  load.results.openJobs.delete(job.id);
  const isCancelled = load.results.cancelledJobs.has(job.id);
  for (const { hour, state } of job.hours) {
    if (state === "done") load.results.stored.add(hour);
    const scenario = load.scenarioOf(hour);
    ensure(
      state === ENDS[scenario] || (isCancelled && state === "cancelled"),
      `job "${job.id}": hour "${hour}", which is ${scenario}, has come out ${state}`,
    );
  }
  const states = job.hours.map(({ state }) => state);
  const isFailed = states.includes("failed") || (states.length === 1 && states[0] === "missing");
  const right = isCancelled ? "cancelled" : isFailed ? "failed" : "done";
  // A job may have come to its end before it could be cancelled.
  const isRight = job.state === right || (isCancelled && !states.includes("cancelled"));
  ensure(isRight, `job "${job.id}" has come out ${job.state} instead of ${right}`);
}
