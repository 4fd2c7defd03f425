import type { Hour, Period, StoredReport } from "../../core/mod.ts";
import { projectIn } from "../../core/report/report.ts";
import { LATEST, latestHour, YESTERDAY } from "../../core/time/hour_words.ts";
import type { Part } from "../http/json_schema.ts";
import {
  type HeaderName,
  inPath,
  json,
  MAKING_PROBLEMS,
  query as parameter,
  response,
} from "../http/openapi.ts";
import { Problem, type ProblemKind } from "../http/problem.ts";
import { type Query, readHour, readPeriod } from "../http/query.ts";
import type { Exchange } from "../http/router.ts";
import type { Rendered, RespondOptions } from "../reports/answer_cache.ts";
import type { Policy, ReportName } from "../reports/on_demand.ts";
import { accepted, ACCEPTED_JOB_EXAMPLE } from "./jobs.ts";
import type { Service } from "./service.ts";

/** For how long a client waits that does not say, and may wait, in seconds. */
const DEFAULT_WAIT = 20;
const MAX_WAIT = 60;

/** The parameters that {@linkcode readPolicy} reads. */
export const POLICY_PARAMETERS = ["make", "wait"] as const;

/** Reads what is to become of a period that is not stored. */
export function readPolicy(request: Request, query: Query, { auth }: Service): Policy {
  const make = query.word("make", ["yes", "no"]) ?? "yes";
  const wait = query.count("wait", [0, MAX_WAIT]) ?? preferredWait(request.headers) ?? DEFAULT_WAIT;
  return {
    wait: wait * 1000,
    authorize() {
      if (make === "no") {
        throw new Problem("not-stored", "That period is not stored; without make=no it is made");
      }
      auth.check(request);
    },
  };
}

/**
 * Answers with something about a period: gets its report by the policy, then responds from the cache;
 * both again if the report is replaced meanwhile. Tells of the job if it is still being made.
 */
export async function respondAbout(
  { reports, answers }: Service,
  exchange: Exchange,
  name: ReportName,
  policy: Policy,
  render: (report: StoredReport) => Promise<Pick<Rendered, "body" | "type">>,
  options?: RespondOptions,
): Promise<Response> {
  for (let attempt = 1;; attempt++) {
    const found = await reports.get(name, policy, attempt);
    if ("job" in found) return accepted(found);
    try {
      return await answers.respond(exchange, found.cached, async ({ report }) => ({
        ...await render(report),
        lastModified: new Date(report.manifest.made.at),
        // Dumps are revised now and then.
        cacheControl: "public, max-age=600",
        headers: {
          "access-control-allow-origin": "*",
          "vary": "Accept, Accept-Encoding",
          ...aboutWhole(report),
        },
      }), options);
    } catch (error) {
      await reports.recover(name, error);
    }
  }
}

/**
 * The hour in the path of a request, or where the client is sent for it: to the name of the hour, or
 * for a while to the newest one.
 *
 * @param tail What follows the hour in the path.
 */
export async function hourInPath(
  { param, url }: Exchange,
  { reports, clock }: Service,
  tail = "",
): Promise<Hour | Response> {
  const written = param("hour");
  if (written === LATEST) {
    const hour = await latestHour(clock.now(), () => reports.newest());
    return forNow(`/v1/hours/${hour}${tail}`, url);
  }
  const hour = readHour(written, clock.now());
  return written === hour.toString() ? hour : toCanonical(`/v1/hours/${hour}${tail}`, url);
}

/**
 * The period in the path of a request, or where the client is sent for it: to its name, or for a while
 * to the newest hour or the day before this one.
 *
 * @param tail What follows the period in the path.
 * @param folder What stands before it.
 */
export async function periodInPath(
  { param, url }: Exchange,
  { reports, clock }: Service,
  tail = "",
  folder = "periods",
): Promise<Period | Response> {
  const written = param("period");
  const toPath = (period: Period) => `/v1/${folder}/${period}${tail}`;
  if (written === LATEST) {
    return forNow(toPath(await latestHour(clock.now(), () => reports.newest())), url);
  }
  const period = readPeriod(written, clock.now());
  if (written === YESTERDAY) return forNow(toPath(period), url);
  return written === period.label ? period : toCanonical(toPath(period), url);
}

/**
 * Says what a part of a report does not: how many ranks it has, and of how many hours it is where it
 * lacks some.
 */
function aboutWhole({ manifest: { hours, parameters } }: StoredReport): Record<string, string> {
  const about = { "wikitop-top": String(parameters.top) };
  const isWhole = hours === undefined || hours.present === hours.expected;
  return {
    ...about,
    ...!isWhole && { "wikitop-hours": `${hours.present} of ${hours.expected}` },
    "access-control-expose-headers": isWhole ? "Wikitop-Top" : "Wikitop-Top, Wikitop-Hours",
  };
}

/** The codes and projects of a report. */
export function namesIn({ edition, manifest: { domain_views } }: StoredReport): string[] {
  return Object.keys(domain_views).flatMap((code) => [code, projectIn(edition, code).project]);
}

/** Sends a client to what a word means now. */
function forNow(path: string, url: URL): Response {
  return new Response(null, {
    status: 307,
    headers: {
      "location": path + url.search,
      "cache-control": "no-store",
      "access-control-allow-origin": "*",
    },
  });
}

/** Sends a client to the one URL that a thing has; the query goes along. */
export function toCanonical(path: string, url: URL): Response {
  return new Response(null, {
    status: 308,
    headers: { "location": path + url.search, "access-control-allow-origin": "*" },
  });
}

/** The wait that the header `Prefer` has, see RFC 7240; what cannot be meant is as if not there. */
function preferredWait(headers: Headers): number | undefined {
  const written = /(?:^|[,;\s])wait\s*=\s*"?(\d{1,9})/i.exec(headers.get("prefer") ?? "")?.[1];
  return written === undefined ? undefined : Math.min(Number(written), MAX_WAIT);
}

/** Describes the hour in the path. */
export const HOUR: Part = inPath(
  "hour",
  "The hour; one that is written otherwise is sent to its name.",
  { schema: { type: "string" }, example: "2026-09-10T18" },
);

/** Describes the period in the path. */
export const PERIOD: Part = inPath(
  "period",
  "The hour, day, week or month; one that is written otherwise is sent to its name.",
  {
    schema: { type: "string" },
    examples: {
      hour: { value: "2026-09-10T18" },
      day: { value: "2026-09-10" },
      week: { value: "2026-W37" },
      month: { value: "2026-09" },
    },
  },
);

/** Describes what {@linkcode readPolicy} reads. */
export const POLICY: readonly Part[] = [
  parameter("make", "Whether a period that is not stored is made.", {
    schema: { enum: ["yes", "no"], default: "yes" },
  }),
  parameter("wait", "For how many seconds to wait for a period that is being made.", {
    schema: { type: "integer", minimum: 0, maximum: MAX_WAIT, default: DEFAULT_WAIT },
  }),
  {
    name: "Prefer",
    in: "header",
    description: "wait=SECONDS, as RFC 7240 has it, unless the parameter wait is there.",
    schema: { type: "string" },
    example: "wait=5",
  },
];

/** The headers of answers about a period. */
export const CACHED: readonly HeaderName[] = [
  "ETag",
  "Last-Modified",
  "Cache-Control",
  "Vary",
  "Wikitop-Top",
  "Wikitop-Hours?",
];

/** Describes the answers about a period besides the one with its report. */
export const OTHER_ANSWERS: Readonly<Record<string, Part>> = {
  202: response(
    "It is being made: look after its job, or ask again.",
    json("AcceptedJob", ACCEPTED_JOB_EXAMPLE),
    ["Location", "Retry-After", "Cache-Control"],
  ),
  304: response("The answer at hand is still right.", {}, CACHED),
  308: response("The period has another name, at which it is to be asked for.", {}, ["Location"]),
};

/** Describes where `latest` and `yesterday` are sent. */
export const LATEST_ANSWER: Part = response("For now, that one is meant.", {}, [
  "Location",
  "Cache-Control",
]);

/** What may be wrong with a period, or with its making. */
const PROBLEMS: readonly ProblemKind[] = [
  "bad-parameter",
  "out-of-range",
  ...MAKING_PROBLEMS,
  "missing",
  "not-published-yet",
  "not-stored",
  "too-many-jobs",
  "source-down",
  "bad-dump",
  "store-down",
  "shutting-down",
];

export const HOUR_PROBLEMS: readonly ProblemKind[] = ["bad-hour", ...PROBLEMS];
export const PERIOD_PROBLEMS: readonly ProblemKind[] = ["bad-period", ...PROBLEMS];
