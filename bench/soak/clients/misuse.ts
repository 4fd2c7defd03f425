import { RawConnection, type RawRequest } from "../../../core/testing/raw_http.ts";
import { checkReport, ensure, eventStream, problemOf, textOf } from "../checks.ts";
import { WHOLE } from "../expected_reports.ts";
import type { Client, Load } from "../load.ts";
import { post } from "./jobs.ts";

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
    const response = await load.ask("bad requests", request);
    const is = `${response.status} ${problemOf(response)}`;
    if (load.isClosing && is === "503 shutting-down") return;
    ensure(
      is === `${status} ${problem}`,
      `${request.method ?? "GET"} ${request.path.slice(0, 60)} is "${is}" instead of ` +
        `"${status} ${problem}": ${textOf(response).slice(0, 200)}`,
    );
  },
};

const DISCONNECTS = "disconnects";

/** Closes its connection in the middle of everything. */
export const disconnects: Client = {
  kind: DISCONNECTS,
  rest: 400,
  async act(load, random) {
    using connection = await RawConnection.open(load.url);
    const [where, until] = random.pick(MOMENTS);
    load.results.count(DISCONNECTS, where);
    await until(load, connection, random.between(1, 300));
  },
};

type Until = (load: Load, connection: RawConnection, milliseconds: number) => Promise<void>;

const MOMENTS: readonly (readonly [where: string, until: Until])[] = [
  ["in the head of a request", async (load, connection, milliseconds) => {
    await connection.write("GET /v1/hours/2019-01-01T04 HTTP/1.1\r\nHo");
    await load.pause(milliseconds);
  }],
  ["in the body of a request", async (load, connection, milliseconds) => {
    const head = "POST /v1/jobs HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\n";
    await connection.write(`${head}Content-Length: 100\r\n\r\n{"from": "20`);
    await load.pause(milliseconds);
  }],
  ["before the response", async (_load, connection) => {
    await connection.send({ path: "/v1/hours/2019-01-01T04?format=csv" });
  }],
  ["in the body of a response", async (load, connection, milliseconds) => {
    const large = load.hot.find((hour) => load.scenarioOf(`${hour}`) === "large");
    await connection.send({ path: `/v1/hours/${large}` });
    await connection.readHead();
    await connection.readBody();
    await load.pause(milliseconds);
  }],
  ["waiting for an hour", async (load, connection, milliseconds) => {
    // Nobody hears whether a job was accepted for it; it may be made, or not.
    await connection.send({ path: `/v1/hours/${load.fresh(1)[0]}?wait=60` });
    await load.pause(milliseconds);
  }],
  ["in a stream of events", async (load, connection, milliseconds) => {
    const id = (await post(load, DISCONNECTS, 3))?.id;
    if (id === undefined) return;
    await connection.send({ path: `/v1/jobs/${id}/events` });
    await connection.readHead();
    await eventStream(connection).next();
    await load.pause(milliseconds);
  }],
];

const SLOW_READERS = "slow readers";

/** So many reports are asked for on one connection, more than its buffers hold, and read slowly. */
const REPORTS = 4;
const PIECE_MS = 25;

/** Reads whole reports slowly, and to their ends. */
export const slowReaders: Client = {
  kind: SLOW_READERS,
  rest: 1000,
  async act(load, random) {
    using connection = await RawConnection.open(load.url);
    const large = load.hot.filter((hour) => load.scenarioOf(`${hour}`) === "large");
    const hour = `${random.pick(large)}`;
    for (let i = 0; i < REPORTS; i++) await connection.send({ path: `/v1/hours/${hour}` });
    for (let i = 0; i < REPORTS; i++) {
      const head = await connection.readHead();
      load.results.count(SLOW_READERS, head.status);
      ensure(head.status === 200, `/v1/hours/${hour} has status ${head.status}`);
      const body = new Uint8Array(Number(head.headers.get("content-length")));
      let length = 0;
      for (let piece; (piece = await connection.readBody()) !== null; length += piece.length) {
        body.set(piece, length);
        await load.pause(PIECE_MS);
      }
      ensure(length === body.length, `/v1/hours/${hour} has ${length} of ${body.length} bytes`);
      if (i === 0) checkReport(load, textOf({ ...head, body }), hour, WHOLE, hour);
      if (load.isClosing) return;
    }
  },
};
