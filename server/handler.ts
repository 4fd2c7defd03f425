import {
  type Clock,
  type Criteria,
  DEFAULT_TOP,
  type Edition,
  type Store,
  systemClock,
  type Unit,
} from "../core/mod.ts";
import { type History, HistoryError } from "../core/archive/history.ts";
import { createAuth } from "./http/auth.ts";
import { knownHosts } from "./http/known_hosts.ts";
import { Problem } from "./http/problem.ts";
import { type Match, Router } from "./http/router.ts";
import { QueueClosedError, TooManyJobsError } from "./jobs/errors.ts";
import type { Jobs } from "./jobs/jobs.ts";
import { LIMITS } from "./limits.ts";
import { Metrics } from "./metrics.ts";
import { AnswerCache } from "./reports/answer_cache.ts";
import { Reports } from "./reports/on_demand.ts";
import { ReportCache } from "./reports/report_cache.ts";
import { StoreHistory } from "./reports/store_history.ts";
import type { PageFiles } from "./routes/page.ts";
import { createRoutes } from "./routes/routes.ts";

/** Options of {@linkcode createHandler}. */
export interface HandlerOptions {
  /** Where finished hours are. */
  store: Store;
  /**
   * What is looked back on where many periods are asked for at once.
   *
   * @default the store
   */
  history?: History | undefined;
  /** What makes hours that are not stored; without it, the server only reads. */
  jobs?: Jobs | undefined;
  /**
   * Which periods are made when somebody asks for them.
   *
   * @default {LIMITS.makes}
   */
  makes?: readonly Unit[] | undefined;
  /**
   * Which editions of a period are made with it.
   *
   * @default {["each"]}
   */
  editions?: readonly Edition[] | undefined;
  /**
   * Where dumps come from, as those are told who look at the page: `dumps.wikimedia.org`.
   *
   * @default {[]}
   */
  sources?: readonly string[] | undefined;
  /** What stored hours have to be like to be taken for finished; anything if it is left out. */
  criteria?: Criteria | undefined;
  /** The token of those who may have hours made; without it all may. */
  token?: string | undefined;
  /**
   * Tells whether the server is called by a host's name; by any other, no hours are made.
   *
   * @default knownHosts({ hostname: LIMITS.hostname })
   */
  isKnownHost?: ((hostname: string) => boolean) | undefined;
  /** The files of the page. */
  files?: PageFiles | undefined;
  /**
   * How much memory reports and answers may take, in bytes.
   *
   * @default {LIMITS.cacheBytes}
   */
  cacheBytes?: number | undefined;
  /**
   * For how long a report is taken to be as it was, before the store is asked again, in milliseconds.
   *
   * @default {LIMITS.freshFor}
   */
  freshFor?: number | undefined;
  /**
   * How many hours a range may have.
   *
   * @default {LIMITS.maxHours}
   */
  maxHours?: number | undefined;
  /**
   * The last rank that can be asked for.
   *
   * @default {DEFAULT_TOP}
   */
  maxTop?: number | undefined;
  /**
   * How often an hour is tried, for those who are told.
   *
   * @default {LIMITS.maxTries}
   */
  maxTries?: number | undefined;
  /** The figures, which may be counted into from elsewhere, too. */
  metrics?: Metrics | undefined;
  /** Aborts when the server shuts down. */
  closing?: AbortSignal | undefined;
  /**
   * The passing of time.
   *
   * @default {systemClock}
   */
  clock?: Clock | undefined;
  /** Called with errors that are the server's own. */
  onError?: ((error: unknown) => void) | undefined;
}

/** Longer URLs are nobody's who means well. */
const MAX_URL = 4096;

/** The share of the memory that is for the manifests of reports; the rest is for answers. */
const REPORTS_SHARE = 0.25;

/** Who waits for others to finish asks again after so many seconds. */
const BUSY_SECONDS = 10;

/** Answers a request: at once if the answer is at hand. It neither throws nor rejects. */
export type Handler = (request: Request) => Response | Promise<Response>;

/** Makes what answers all requests, without any socket of its own. */
export function createHandler(
  {
    store,
    history,
    jobs,
    makes = LIMITS.makes,
    editions = ["each"],
    sources = [],
    criteria = {},
    token,
    isKnownHost = knownHosts({ hostname: LIMITS.hostname }),
    files,
    cacheBytes = LIMITS.cacheBytes,
    freshFor = LIMITS.freshFor,
    maxHours = LIMITS.maxHours,
    maxTop = DEFAULT_TOP,
    maxTries = LIMITS.maxTries,
    metrics = new Metrics(),
    closing = new AbortController().signal,
    clock = systemClock,
    onError = () => {},
  }: HandlerOptions,
): Handler {
  const bytes = Math.floor(cacheBytes * REPORTS_SHARE);
  const answers = new AnswerCache(cacheBytes - bytes);
  const cache = new ReportCache({ store, criteria, bytes, freshFor });
  const reports = new Reports({ cache, jobs, makes, editions, clock });
  const auth = createAuth({ readOnly: jobs === undefined, token, isKnownHost });
  const limits = { makes, sources, maxHours, maxTop, maxTries };
  const service = {
    store,
    reports,
    history: history ?? new StoreHistory(reports),
    answers,
    jobs,
    auth,
    metrics,
    clock,
    closing,
    ...limits,
  };
  const router = new Router(createRoutes(service, files));

  const answer = async (request: Request, start: number): Promise<Response> => {
    let match: Match | undefined;
    let response: Response;
    try {
      const url = readUrl(request);
      if (request.method === "OPTIONS") {
        response = preflight(url.pathname, router.methods(url.pathname));
      } else if (hasSlashTooMany(url.pathname, router)) {
        response = withoutSlash(url);
      } else {
        match = router.find(request.method, url.pathname);
        const { route, params } = match;
        response = await route.answer({
          request,
          url,
          param: (name) => params[name] ?? "",
          route: route.path,
        });
      }
    } catch (error) {
      const problem = asProblem(error);
      if (problem === undefined || error instanceof HistoryError) onError(error);
      response = (problem ?? FAILED).toResponse();
    }
    metrics.requests.observe(match?.route.path ?? "none", response.status, secondsSince(start));
    return response;
  };

  return (request) => {
    const start = performance.now();
    const hit = request.method === "GET" ? answers.find(request, start) : undefined;
    if (hit === undefined) return answer(request, start);
    const response = hit.answer.respond(request.headers);
    metrics.hits++;
    metrics.requests.observe(hit.route, response.status, secondsSince(start));
    return response;
  };
}

const FAILED = new Problem("failed", "Cannot answer: the server's log says why");

/** What is thrown to those who asked, `undefined` if it is the server's own error. */
function asProblem(error: unknown): Problem | undefined {
  if (error instanceof Problem) return error;
  const options = { cause: error, retryAfter: BUSY_SECONDS };
  if (error instanceof TooManyJobsError) {
    return new Problem("too-many-jobs", error.message, options);
  }
  if (error instanceof HistoryError) {
    return new Problem(
      "database-down",
      "Cannot look back: the database cannot be read, and the server's log says why",
      options,
    );
  }
  if (error instanceof QueueClosedError) {
    return new Problem("shutting-down", error.message, options);
  }
}

function secondsSince(start: number): number {
  return (performance.now() - start) / 1000;
}

function readUrl({ url, headers }: Request): URL {
  if (url.length > MAX_URL) {
    throw new Problem(
      "uri-too-long",
      `Cannot read the URL: it is longer than ${MAX_URL} characters`,
    );
  }
  // The URL is put together from the host and the path: the host must not bring a path of its own.
  if (/[/?#\\@]/.test(headers.get("host") ?? "")) {
    throw new Problem("bad-parameter", "Cannot read the header Host: it is no host");
  }
  if (!URL.canParse(url)) throw new Problem("bad-parameter", "Invalid URL");
  return new URL(url);
}

/** Whether there is something at a path only without its last slash; a title may end in one. */
function hasSlashTooMany(path: string, router: Router): boolean {
  return path.endsWith("/") && router.methods(path).length === 0 &&
    router.methods(path.replace(TRAILING_SLASHES, "")).length > 0;
}

function withoutSlash({ pathname, search }: URL): Response {
  const location = pathname.replace(TRAILING_SLASHES, "") + search;
  return new Response(null, {
    status: 308,
    headers: { location, "access-control-allow-origin": "*" },
  });
}

const TRAILING_SLASHES = /\/+$/;

/** What browsers ask before they let the script of another site send unusual headers. */
function preflight(path: string, methods: readonly string[]): Response {
  if (methods.length === 0) {
    throw new Problem("not-found", `Cannot find "${path}": there is nothing`);
  }
  return new Response(null, {
    status: 204,
    headers: {
      "allow": methods.join(", "),
      "access-control-allow-origin": "*",
      "access-control-allow-methods": "GET, HEAD",
      "access-control-allow-headers": "Accept, Authorization, If-None-Match, Prefer",
      "access-control-max-age": "86400",
    },
  });
}
