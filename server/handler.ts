import type { Store, Wanted } from "../core/mod.ts";
import { AnswerCache } from "./reports/answer_cache.ts";
import { createGuard } from "./http/auth.ts";
import { HotHours } from "./reports/report_cache.ts";
import { Hours } from "./reports/on_demand.ts";
import type { JobQueue } from "./jobs/local/local_jobs.ts";
import { Metrics } from "./metrics.ts";
import type { PageFiles } from "./page_files.ts";
import { Problem } from "./http/problem.ts";
import { type Match, Router } from "./http/router.ts";
import { routes } from "./routes/routes.ts";

/** Options of {@linkcode createHandler}. */
export interface HandlerOptions {
  /** Where finished hours are. */
  store: Store;
  /** What makes hours that are not stored; without it, the server only reads. */
  jobs?: JobQueue;
  /** What stored hours have to be like to be taken for finished; anything if it is left out. */
  wanted?: Wanted;
  /** The token of those who may have hours made; without it all may. */
  token?: string;
  /** The files of the page. */
  files?: PageFiles;
  /**
   * How much memory hours and answers may take, in bytes.
   *
   * @default {33_554_432}
   */
  cacheBytes?: number;
  /**
   * For how long an hour is taken to be as it was, before the store is asked again, in milliseconds.
   *
   * @default {1000}
   */
  freshFor?: number;
  /**
   * How many hours a range may have.
   *
   * @default {744}
   */
  maxHours?: number;
  /**
   * The last rank that can be asked for.
   *
   * @default {25}
   */
  maxTop?: number;
  /**
   * How often an hour is tried, for those who are told.
   *
   * @default {3}
   */
  maxTries?: number;
  /** The figures, which may be counted into from elsewhere, too. */
  metrics?: Metrics;
  /** Aborts when the server shuts down. */
  closing?: AbortSignal;
  /** The present time. */
  now?: () => Date;
  /** Hears of errors that are the server's own. */
  onError?: (error: unknown) => void;
}

/** Longer URLs are nobody's who means well. */
const MAX_URL = 4096;

/** The share of the memory that is for the manifests of hours; the rest is for answers. */
const HOURS_SHARE = 0.25;

/** Answers a request: at once if the answer is at hand. It neither throws nor rejects. */
export type Handler = (request: Request) => Response | Promise<Response>;

/**
 * Makes what answers all requests, without any socket of its own.
 *
 * @param options Where hours come from, and what is allowed.
 * @returns A function that answers a request.
 */
export function createHandler(options: HandlerOptions): Handler {
  const { store, jobs, token, wanted = {}, cacheBytes = 2 ** 25, freshFor = 1000 } = options;
  const { metrics = new Metrics(), onError = () => {}, now = () => new Date() } = options;
  const bytes = Math.floor(cacheBytes * HOURS_SHARE);
  const answers = new AnswerCache(cacheBytes - bytes);
  const service = {
    store,
    jobs,
    answers,
    now,
    hours: new Hours({ jobs, now, stored: new HotHours({ store, wanted, bytes, freshFor }) }),
    guard: createGuard({ readOnly: jobs === undefined, token }),
    maxHours: options.maxHours ?? 744,
    maxTop: options.maxTop ?? 25,
    maxTries: options.maxTries ?? 3,
  };
  const router = new Router(routes(service, {
    files: options.files,
    metrics,
    closing: options.closing ?? new AbortController().signal,
  }));

  const answer = async (request: Request, start: number): Promise<Response> => {
    let match: Match | undefined;
    let response: Response;
    try {
      const url = readUrl(request);
      if (request.method === "OPTIONS") {
        response = preflight(url.pathname, router.methods(url.pathname));
      } else {
        match = router.find(request.method, url.pathname);
        const { route, params } = match;
        response = await route.answer({ request, url, params, route: route.path });
      }
    } catch (error) {
      if (!(error instanceof Problem)) onError(error);
      const problem = error instanceof Problem
        ? error
        : new Problem("failed", "Cannot answer: the server's log says why", { cause: error });
      response = problem.toResponse();
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
  if (!URL.canParse(url)) throw new Problem("bad-parameter", "Cannot read the URL: it is none");
  return new URL(url);
}

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
