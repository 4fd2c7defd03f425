import { HistoryError } from "../../core/archive/history.ts";
import { FetchError, LockError, MissingDumpError } from "../../core/mod.ts";
import { hourOf } from "./controlled_make.ts";
import type { Ask, HandlerFixture, HandlerFixtureOptions } from "./handler_fixture.ts";
import { smallPage } from "./small_page.ts";
import { WatchedStore } from "../../core/testing/watched_store.ts";

/** A request whose answer the OpenAPI document tells of. */
export interface ApiCase extends Ask {
  /** What is asked, as `GET /v1/hours/{hour}`. */
  operation: string;
  /** The status of the answer. */
  status: number;
  /** The kind of problem that it is. */
  problem?: string;
  /** The path that is asked for. */
  path: string;
  /** How the place has to be. */
  options?: () => HandlerFixtureOptions | Promise<HandlerFixtureOptions>;
  /** What has to be done before. */
  before?: (place: HandlerFixture) => unknown;
}

const H18 = "2026-09-10T18";
const URL_LENGTH = 5000;

const store18 = (place: HandlerFixture) => place.store(H18);
const submit18 = (place: HandlerFixture) =>
  place.jobs!.submit({ first: hourOf(H18), last: hourOf(H18) });
const fail18 = async (place: HandlerFixture) => {
  await submit18(place);
  (await place.queues.make.begun(1)).fail(new Error("Cannot read dump"));
  await place.jobs!.ended(H18);
};
const closed = (place: HandlerFixture) => place.jobs!.close(0);
const failing = (error: Error) => () => ({
  queue: { maxTries: 1, make: () => Promise.reject(error) },
});
const full = () => ({ queue: { running: 1, waiting: 0 } });
const fill = async (place: HandlerFixture) => {
  const other = hourOf("2026-09-10T01");
  await place.jobs!.submit({ first: other, last: other });
};
const unreadable = () => ({
  openStore(folder: string) {
    const watched = new WatchedStore(folder);
    watched.trouble = new Error("Cannot read the disk");
    return watched;
  },
});
/** A store that can be read, and in which no job can be kept. */
const unlockable = () => ({
  queue(folder: string) {
    const store = new WatchedStore(folder);
    store.lock = () => Promise.reject(new LockError("Cannot lock", "no-locks"));
    return { store };
  },
});
/** What is looked back on has gone away. */
const dead = () => {
  const gone = () => Promise.reject(new HistoryError("Cannot read database"));
  return {
    history: { kind: "database" as const, nothing: "", newest: gone, page: gone, tops: gone },
  };
};
const guarded = () => ({ token: "sesame" });
const operator = { authorization: "Bearer sesame" };
const misled = { host: "evil.example" };
const readOnly = () => ({ readOnly: true });
const json = (body: unknown) => ({ method: "POST", body });
const plain = { method: "POST", body: "{}", headers: { "content-type": "text/plain" } };

/** Everything that may come between somebody and an hour, by its path. */
function onDemand(operation: string, rest: string, folder = "hours"): ApiCase[] {
  const path = `/v1/${folder}/${H18}${rest}`;
  const now = new Date("2026-09-10T19:00:00Z");
  const missing = (at: Date) => new MissingDumpError(hourOf(H18), "https://example.org/", at);
  const cases: Omit<ApiCase, "operation" | "path">[] = [
    { status: 200, before: store18 },
    { status: 304, before: store18, headers: { "if-none-match": "*" } },
    { status: 401, problem: "unauthorized", options: guarded },
    { status: 403, problem: "read-only", options: readOnly },
    { status: 403, problem: "cross-site", headers: { "sec-fetch-site": "cross-site" } },
    { status: 404, problem: "missing", options: failing(missing(new Date("2026-09-20"))) },
    { status: 404, problem: "not-published-yet", options: failing(missing(now)) },
    { status: 421, problem: "unknown-host", headers: misled },
    { status: 429, problem: "too-many-jobs", options: full, before: fill },
    { status: 500, problem: "failed", options: unreadable },
    { status: 502, problem: "source-down", options: failing(new FetchError("Cannot connect")) },
    { status: 502, problem: "bad-dump", options: failing(new Error("Cannot gunzip")) },
    { status: 503, problem: "store-down", options: failing(new LockError("None", "no-locks")) },
    { status: 503, problem: "shutting-down", before: closed },
  ];
  return [
    ...cases.map((one) => ({ ...one, operation, path })),
    { operation, path: `${path}?wait=0`, status: 202 },
    { operation, path: `${path}?make=no`, status: 404, problem: "not-stored" },
    { operation, path: `/v1/${folder}/2026091018${rest}`, status: 308 },
    {
      operation,
      path: `/v1/${folder}/today${rest}`,
      status: 400,
      problem: folder === "hours" ? "bad-hour" : "bad-period",
    },
    { operation, path: `${path}?wait=61`, status: 400, problem: "bad-parameter" },
    {
      operation,
      path: `/v1/${folder}/2030-01-01T00${rest}`,
      status: 404,
      problem: "out-of-range",
    },
  ];
}

/** Everything that may be wrong with hours that are named in a query or a body. */
function hoursOf(operation: string, ask: (from: string) => Ask & { path: string }): ApiCase[] {
  return [
    { operation, status: 400, problem: "bad-hour", ...ask("today") },
    { operation, status: 404, problem: "out-of-range", ...ask("2030-01-01T00") },
  ];
}

/** What may be wrong with a body. */
function bodies(operation: string, path: string): ApiCase[] {
  return [
    { operation, path, status: 400, problem: "bad-parameter", ...json("no JSON") },
    { operation, path, status: 413, problem: "too-large", ...json(" ".repeat(URL_LENGTH)) },
    { operation, path, status: 415, problem: "unsupported-type", ...plain },
  ];
}

/** What may come between somebody and a job. */
function making(operation: string, ask: Ask & { path: string }): ApiCase[] {
  const case_ = { operation, ...ask };
  return [
    { ...case_, status: 202 },
    { ...case_, status: 401, problem: "unauthorized", options: guarded },
    { ...case_, status: 403, problem: "read-only", options: readOnly },
    { ...case_, status: 421, problem: "unknown-host", headers: { ...ask.headers, ...misled } },
    { ...case_, status: 429, problem: "too-many-jobs", options: full, before: fill },
    { ...case_, status: 503, problem: "store-down", options: unlockable },
    { ...case_, status: 503, problem: "shutting-down", before: closed },
  ];
}

function tooLong(operation: string, path: string): ApiCase {
  const [method = ""] = operation.split(" ");
  const long = `${path}?${"x".repeat(URL_LENGTH)}`;
  return { operation, path: long, method, status: 414, problem: "uri-too-long" };
}

const LIST = "GET /v1/hours";
const LATEST = "GET /v1/hours/latest";
const HOUR = "GET /v1/hours/{hour}";
const DOMAINS = "GET /v1/hours/{hour}/domains";
const PERIODS = "GET /v1/periods";
const PERIOD = "GET /v1/periods/{period}";
const PERIOD_DOMAINS = "GET /v1/periods/{period}/domains";
const TRENDING = "GET /v1/trending/{period}";
const PAGES = "GET /v1/pages/{project}/{title}";
const TOPS = "GET /v1/tops/{project}";
const FEED = "GET /feeds/{project}.atom";
const TOP = "GET /metrics/pageviews/top/{project}/{access}/{year}/{month}/{day}";
const OVERVIEW = "GET /v1";
const JOBS = "GET /v1/jobs";
const POST_JOB = "POST /v1/jobs";
const GET_JOB = "GET /v1/jobs/{id}";
const DELETE_JOB = "DELETE /v1/jobs/{id}";
const EVENTS = "GET /v1/jobs/{id}/events";
const GET_ASK = "GET /ask_page_views";
const POST_ASK = "POST /ask_page_views";
const GET_STATE = "GET /get_task_state";
const POST_STATE = "POST /get_task_state";

const DAY = "2026-09-10";
const storeDay = (place: HandlerFixture) => place.store(DAY);
const storePast = async (place: HandlerFixture) => {
  for (let hours = 6; hours > 0; hours--) await place.store(hourOf(H18).plus(-hours).label);
  await place.store(H18, { dump: "en Ada_Lovelace 400 0\nen Emmy_Noether 50 0\n" });
};
const RISES = `/v1/trending/${H18}`;
const EN_FEED = "/feeds/en.wikipedia.atom";
const topOf = (rest: string) => `/metrics/pageviews/top/${rest}`;
const EN_DESKTOP = topOf("en.wikipedia.org/desktop/2026/09/10");
const ADA = "/v1/pages/en.wikipedia/Ada_Lovelace";
const EN_TOPS = "/v1/tops/en.wikipedia";
const JOB = `/v1/jobs/${H18}`;
const VIEWS = "/ask_page_views?start_date=2026091018";
const STATE = "/get_task_state?date=2026091018";
const cancel = { method: "DELETE" };
const page = async () => ({ files: await smallPage() });
const known = { "if-none-match": "*" };

/** One request for every status of every operation, several where it has several causes. */
export const API_CASES: ApiCase[] = [
  { operation: LIST, path: "/v1/hours", status: 200, before: store18 },
  { operation: LIST, path: "/v1/hours?to=x", status: 400, problem: "bad-hour" },
  { operation: LIST, path: "/v1/hours?top=1", status: 400, problem: "bad-parameter" },
  { operation: LIST, path: "/v1/hours?to=2030010100", status: 404, problem: "out-of-range" },
  { operation: LIST, path: "/v1/hours", status: 500, problem: "failed", options: unreadable },
  tooLong(LIST, "/v1/hours"),

  { operation: LATEST, path: "/v1/hours/latest", status: 307, before: store18 },
  { operation: LATEST, path: "/v1/hours/latest", status: 404, problem: "nothing-stored" },
  { operation: LATEST, path: "/v1/hours/latest", status: 500, options: unreadable },
  tooLong(LATEST, "/v1/hours/latest"),
  { operation: "GET /v1/hours/{hour}/domains", path: "/v1/hours/latest/domains", status: 307 },

  { operation: OVERVIEW, path: "/v1", status: 200 },
  { operation: OVERVIEW, path: "/v1?top=1", status: 400, problem: "bad-parameter" },
  tooLong(OVERVIEW, "/v1"),

  { operation: JOBS, path: "/v1/jobs", status: 200, before: submit18 },
  { operation: JOBS, path: "/v1/jobs", status: 200, options: readOnly },
  { operation: JOBS, path: "/v1/jobs?state=done", status: 400, problem: "bad-parameter" },
  tooLong(JOBS, "/v1/jobs"),

  ...onDemand(HOUR, ""),
  ...["csv", "ndjson", "json"].map((format): ApiCase => ({
    operation: HOUR,
    path: `/v1/hours/${H18}?format=${format}&top=2`,
    status: 200,
    before: store18,
  })),
  {
    operation: HOUR,
    path: `/v1/hours/${H18}?domain=xx`,
    status: 404,
    problem: "unknown-project",
    before: store18,
  },
  {
    operation: HOUR,
    path: `/v1/hours/${H18}`,
    headers: { accept: "image/png" },
    status: 406,
    problem: "not-acceptable",
  },
  tooLong(HOUR, `/v1/hours/${H18}`),

  ...onDemand(DOMAINS, "/domains"),
  tooLong(DOMAINS, `/v1/hours/${H18}/domains`),

  { operation: PERIODS, path: "/v1/periods", status: 200, before: storeDay },
  { operation: PERIODS, path: "/v1/periods?unit=hour", status: 200, before: store18 },
  { operation: PERIODS, path: "/v1/periods?from=x", status: 400, problem: "bad-period" },
  { operation: PERIODS, path: "/v1/periods?unit=year", status: 400, problem: "bad-parameter" },
  { operation: PERIODS, path: "/v1/periods?to=2030-01-01", status: 404, problem: "out-of-range" },
  { operation: PERIODS, path: "/v1/periods", status: 500, problem: "failed", options: unreadable },
  tooLong(PERIODS, "/v1/periods"),

  ...onDemand(PERIOD, "", "periods"),
  ...["csv", "ndjson", "json"].map((format): ApiCase => ({
    operation: PERIOD,
    path: `/v1/periods/${DAY}?format=${format}&top=2`,
    status: 200,
    before: storeDay,
  })),
  {
    operation: PERIOD,
    path: `/v1/periods/${DAY}?project=en.wikipeda`,
    status: 404,
    problem: "unknown-project",
    before: storeDay,
  },
  { operation: PERIOD, path: `/v1/periods/${DAY}`, status: 404, problem: "not-stored" },
  { operation: PERIOD, path: "/v1/periods/yesterday", status: 307 },
  {
    operation: PERIOD,
    path: `/v1/periods/${DAY}`,
    headers: { accept: "image/png" },
    status: 406,
    problem: "not-acceptable",
  },
  tooLong(PERIOD, `/v1/periods/${DAY}`),

  ...onDemand(PERIOD_DOMAINS, "/domains", "periods"),
  { operation: PERIOD_DOMAINS, path: "/v1/periods/latest/domains", status: 307 },
  tooLong(PERIOD_DOMAINS, `/v1/periods/${DAY}/domains`),

  ...["csv", "ndjson", "json"].map((format): ApiCase => ({
    operation: TRENDING,
    path: `${RISES}?format=${format}&top=2`,
    status: 200,
    before: storePast,
  })),
  { operation: TRENDING, path: RISES, status: 304, headers: known, before: storePast },
  { operation: TRENDING, path: "/v1/trending/latest", status: 307, before: store18 },
  { operation: TRENDING, path: "/v1/trending/2026091018", status: 308 },
  { operation: TRENDING, path: "/v1/trending/today", status: 400, problem: "bad-period" },
  { operation: TRENDING, path: `${RISES}?make=no`, status: 400, problem: "bad-parameter" },
  { operation: TRENDING, path: "/v1/trending/2030-01-01", status: 404, problem: "out-of-range" },
  { operation: TRENDING, path: RISES, status: 404, problem: "not-stored" },
  { operation: TRENDING, path: RISES, status: 404, problem: "too-few-periods", before: store18 },
  {
    operation: TRENDING,
    path: `${RISES}?project=en.wikipeda`,
    status: 404,
    problem: "unknown-project",
    before: storePast,
  },
  {
    operation: TRENDING,
    path: RISES,
    headers: { accept: "image/png" },
    status: 406,
    problem: "not-acceptable",
  },
  { operation: TRENDING, path: RISES, status: 500, problem: "failed", options: unreadable },
  tooLong(TRENDING, RISES),

  { operation: FEED, path: EN_FEED, status: 200, before: storePast },
  { operation: FEED, path: EN_FEED, status: 304, headers: known, before: storePast },
  { operation: FEED, path: `${EN_FEED}?top=1`, status: 400, problem: "bad-parameter" },
  { operation: FEED, path: EN_FEED, status: 404, problem: "nothing-stored" },
  {
    operation: FEED,
    path: "/feeds/xx.atom",
    status: 404,
    problem: "unknown-project",
    before: store18,
  },
  { operation: FEED, path: EN_FEED, status: 500, problem: "failed", options: unreadable },
  tooLong(FEED, EN_FEED),

  { operation: TOP, path: EN_DESKTOP, status: 200, before: storeDay },
  { operation: TOP, path: EN_DESKTOP, status: 304, headers: known, before: storeDay },
  { operation: TOP, path: EN_DESKTOP, status: 404, problem: "not-stored" },
  {
    operation: TOP,
    path: topOf("xx.wikipedia/desktop/2026/09/10"),
    status: 404,
    problem: "unknown-project",
    before: storeDay,
  },
  {
    operation: TOP,
    path: topOf("en.wikipedia/desktop/2030/01/all-days"),
    status: 404,
    problem: "out-of-range",
  },
  {
    operation: TOP,
    path: topOf("en.wikipedia/mobile-app/2026/09/10"),
    status: 404,
    problem: "not-found",
  },
  {
    operation: TOP,
    path: topOf("en.wikipedia/desktop/2026/9/10"),
    status: 400,
    problem: "bad-parameter",
  },
  { operation: TOP, path: EN_DESKTOP, status: 500, problem: "failed", options: unreadable },
  tooLong(TOP, EN_DESKTOP),

  { operation: PAGES, path: ADA, status: 200, before: store18 },
  { operation: PAGES, path: `${ADA}?unit=day`, status: 200, before: storeDay },
  { operation: PAGES, path: "/v1/pages/*/Ada_Lovelace", status: 200, before: store18 },
  { operation: PAGES, path: `${ADA}?unit=day&from=x`, status: 400, problem: "bad-period" },
  { operation: PAGES, path: ADA, status: 404, problem: "nothing-stored" },
  {
    operation: PAGES,
    path: "/v1/pages/xx/A",
    status: 404,
    problem: "unknown-project",
    before: store18,
  },
  { operation: PAGES, path: "/v1/pages/en/%FF", status: 400, problem: "bad-parameter" },
  { operation: PAGES, path: ADA, status: 500, options: unreadable },
  { operation: PAGES, path: ADA, status: 503, problem: "database-down", options: dead },
  ...hoursOf(PAGES, (from) => ({ path: `${ADA}?from=${from}` })),
  tooLong(PAGES, ADA),

  { operation: TOPS, path: EN_TOPS, status: 200, before: store18 },
  { operation: TOPS, path: `${EN_TOPS}?unit=day`, status: 200, before: storeDay },
  { operation: TOPS, path: EN_TOPS, status: 404, problem: "nothing-stored" },
  {
    operation: TOPS,
    path: "/v1/tops/xx",
    status: 404,
    problem: "unknown-project",
    before: store18,
  },
  { operation: TOPS, path: `${EN_TOPS}?to=x`, status: 400, problem: "bad-period" },
  { operation: TOPS, path: `${EN_TOPS}?last=0`, status: 400, problem: "bad-parameter" },
  { operation: TOPS, path: `${EN_TOPS}?to=2030010100`, status: 404, problem: "out-of-range" },
  { operation: TOPS, path: EN_TOPS, status: 500, options: unreadable },
  { operation: TOPS, path: EN_TOPS, status: 503, problem: "database-down", options: dead },
  tooLong(TOPS, EN_TOPS),

  ...making(POST_JOB, { path: "/v1/jobs", ...json({ from: H18 }) }),
  {
    operation: POST_JOB,
    path: "/v1/jobs",
    ...json({ from: H18 }),
    status: 200,
    options: () => ({ queue: { maxTries: 1 } }),
    before: fail18,
  },
  ...hoursOf(POST_JOB, (from) => ({ path: "/v1/jobs", ...json({ from }) })),
  ...bodies(POST_JOB, "/v1/jobs"),
  tooLong(POST_JOB, "/v1/jobs"),

  { operation: GET_JOB, path: JOB, status: 200, before: submit18 },
  {
    operation: GET_JOB,
    path: JOB,
    status: 200,
    options: () => ({ queue: { maxTries: 1 } }),
    before: fail18,
  },
  { operation: GET_JOB, path: `${JOB}?x=1`, status: 400, problem: "bad-parameter" },
  { operation: GET_JOB, path: JOB, status: 404, problem: "unknown-job" },
  tooLong(GET_JOB, JOB),

  {
    operation: DELETE_JOB,
    path: JOB,
    ...cancel,
    status: 200,
    headers: operator,
    options: guarded,
    before: submit18,
  },
  {
    operation: DELETE_JOB,
    path: JOB,
    ...cancel,
    status: 421,
    problem: "unknown-host",
    headers: misled,
  },
  { operation: DELETE_JOB, path: `${JOB}?x=1`, ...cancel, status: 400, problem: "bad-parameter" },
  {
    operation: DELETE_JOB,
    path: JOB,
    ...cancel,
    status: 401,
    problem: "unauthorized",
    options: guarded,
    before: submit18,
  },
  {
    operation: DELETE_JOB,
    path: JOB,
    ...cancel,
    status: 403,
    problem: "read-only",
    options: readOnly,
  },
  { operation: DELETE_JOB, path: JOB, ...cancel, status: 404, problem: "unknown-job" },
  {
    operation: DELETE_JOB,
    path: JOB,
    ...cancel,
    status: 503,
    problem: "shutting-down",
    headers: operator,
    options: guarded,
    async before(place) {
      await submit18(place);
      void closed(place);
    },
  },
  tooLong(DELETE_JOB, JOB),

  {
    operation: EVENTS,
    path: `${JOB}/events`,
    status: 200,
    options: () => ({ queue: { maxTries: 1 } }),
    before: fail18,
  },
  { operation: EVENTS, path: `${JOB}/events?x=1`, status: 400, problem: "bad-parameter" },
  { operation: EVENTS, path: `${JOB}/events`, status: 404, problem: "unknown-job" },
  tooLong(EVENTS, `${JOB}/events`),

  { operation: GET_ASK, path: VIEWS, status: 200, before: store18 },
  { operation: GET_ASK, path: "/ask_page_views", status: 400, problem: "bad-parameter" },
  { operation: GET_ASK, path: VIEWS, status: 500, problem: "failed", options: unreadable },
  ...making(GET_ASK, { path: VIEWS }),
  ...hoursOf(GET_ASK, (from) => ({ path: `/ask_page_views?start_date=${from}` })),
  tooLong(GET_ASK, VIEWS),

  {
    operation: POST_ASK,
    path: "/ask_page_views",
    ...json({ start_date: 2026091018 }),
    status: 200,
    before: store18,
  },
  {
    operation: POST_ASK,
    path: "/ask_page_views",
    ...json({ start_date: H18 }),
    status: 500,
    options: unreadable,
  },
  ...making(POST_ASK, { path: "/ask_page_views", ...json({ start_date: H18 }) }),
  ...hoursOf(POST_ASK, (start_date) => ({ path: "/ask_page_views", ...json({ start_date }) })),
  ...bodies(POST_ASK, "/ask_page_views"),
  tooLong(POST_ASK, "/ask_page_views"),

  { operation: GET_STATE, path: STATE, status: 200, before: store18 },
  { operation: GET_STATE, path: STATE, status: 200, before: submit18 },
  { operation: GET_STATE, path: STATE, status: 404 },
  { operation: GET_STATE, path: "/get_task_state", status: 400, problem: "bad-parameter" },
  { operation: GET_STATE, path: STATE, status: 500, problem: "failed", options: unreadable },
  ...hoursOf(GET_STATE, (from) => ({ path: `/get_task_state?date=${from}` })),
  tooLong(GET_STATE, STATE),

  {
    operation: POST_STATE,
    path: "/get_task_state",
    ...json({ date: "2026091018" }),
    status: 200,
    before: store18,
  },
  { operation: POST_STATE, path: "/get_task_state", ...json({ date: H18 }), status: 404 },
  {
    operation: POST_STATE,
    path: "/get_task_state",
    ...json({ date: H18 }),
    status: 500,
    options: unreadable,
  },
  ...hoursOf(POST_STATE, (date) => ({ path: "/get_task_state", ...json({ date }) })),
  ...bodies(POST_STATE, "/get_task_state"),
  tooLong(POST_STATE, "/get_task_state"),

  { operation: "GET /healthz", path: "/healthz", status: 200 },
  tooLong("GET /healthz", "/healthz"),
  { operation: "GET /readyz", path: "/readyz", status: 200 },
  { operation: "GET /readyz", path: "/readyz", status: 503, options: unreadable },
  {
    operation: "GET /readyz",
    path: "/readyz",
    status: 503,
    before: (place) => place.closing.abort(),
  },
  tooLong("GET /readyz", "/readyz"),
  { operation: "GET /metrics", path: "/metrics", status: 200 },
  { operation: "GET /metrics", path: "/metrics", status: 200, options: unreadable },
  tooLong("GET /metrics", "/metrics"),
  { operation: "GET /openapi.json", path: "/openapi.json", status: 200 },
  tooLong("GET /openapi.json", "/openapi.json"),

  ...([
    ["GET /", "/"],
    ["GET /docs", "/docs"],
    ["GET /page/{project}/{title}", "/page/en.wikipedia/AC/DC"],
    ["GET /favicon.ico", "/favicon.ico"],
  ] as const).flatMap(([operation, path]): ApiCase[] => [
    { operation, path, status: 200, options: page },
    { operation, path, status: 304, headers: known, options: page },
    { operation, path, status: 404, problem: "not-found" },
    tooLong(operation, path),
  ]),
  { operation: "GET /assets/{name}", path: "/assets/main-1.js", status: 200, options: page },
  {
    operation: "GET /assets/{name}",
    path: "/assets/main-1.js",
    status: 304,
    headers: known,
    options: page,
  },
  {
    operation: "GET /assets/{name}",
    path: "/assets/main-0.js",
    status: 404,
    problem: "not-found",
    options: page,
  },
  tooLong("GET /assets/{name}", "/assets/main-1.js"),
];
