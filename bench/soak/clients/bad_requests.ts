import type { RawRequest } from "../../serving/raw_connection.ts";
import { ensure, problemOf, textOf } from "../check.ts";
import type { Client } from "../load.ts";

type BadRequest = readonly [status: number, problem: string, request: RawRequest];

const json = { "content-type": "application/json" };

const BAD_REQUESTS: readonly BadRequest[] = [
  [400, "bad-hour", { path: "/v1/hours/yesterday" }],
  [400, "bad-hour", { path: "/v1/hours?from=never" }],
  [400, "bad-parameter", { path: "/v1/hours/2019-01-01T04?format=xml" }],
  [400, "bad-parameter", { path: "/v1/hours/2019-01-01T04?top=0" }],
  [400, "bad-parameter", { path: "/v1/hours/2019-01-01T04?colour=red" }],
  [400, "bad-parameter", { path: "/v1/pages/en.wikipedia/%FF" }],
  [404, "out-of-range", { path: "/v1/hours/2014-01-01T00" }],
  [404, "out-of-range", { path: "/v1/hours/2019-02-29T00" }],
  [404, "not-stored", { path: "/v1/hours/2016-01-01T00?make=no" }],
  [404, "unknown-project", { path: "/v1/hours/2019-01-01T04?domain=nowhere" }],
  [404, "unknown-job", { path: "/v1/jobs/2016-01-01T00" }],
  [404, "unknown-job", { path: "/v1/jobs/2016-01-01T00/events" }],
  [404, "unknown-job", { method: "DELETE", path: "/v1/jobs/2016-01-01T00" }],
  [404, "not-found", { path: "/v2/hours" }],
  [405, "method-not-allowed", { method: "PUT", path: "/v1/jobs", body: "{}" }],
  [406, "not-acceptable", {
    path: "/v1/hours/2019-01-01T04",
    headers: { accept: "image/png" },
  }],
  [413, "too-large", {
    method: "POST",
    path: "/v1/jobs",
    headers: json,
    body: `{"from": "${"2".repeat(5000)}"}`,
  }],
  [414, "uri-too-long", { path: `/v1/hours?from=${"2".repeat(5000)}` }],
  [415, "unsupported-type", { method: "POST", path: "/v1/jobs", body: "from=2019-01-01T04" }],
  [400, "bad-parameter", { method: "POST", path: "/v1/jobs", headers: json, body: "{" }],
  [400, "bad-hour", { method: "POST", path: "/v1/jobs", headers: json, body: '{"from": "x"}' }],
];

/** Asks for what there is not, and in ways in which nothing is asked for. */
export const badRequests: Client = {
  kind: "bad requests",
  rest: 150,
  async act(load, random) {
    const [status, problem, request] = random.pick(BAD_REQUESTS);
    const answer = await load.ask("bad requests", request);
    const is = `${answer.status} ${problemOf(answer)}`;
    if (load.isClosing && is === "503 shutting-down") return;
    ensure(
      is === `${status} ${problem}`,
      `${request.method ?? "GET"} ${request.path.slice(0, 60)} is "${is}" instead of ` +
        `"${status} ${problem}": ${textOf(answer).slice(0, 200)}`,
    );
  },
};
