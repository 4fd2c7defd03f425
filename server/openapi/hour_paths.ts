import { EXAMPLES } from "../routes/examples.ts";
import { CONDITIONS, DEMAND, HOUR, type Limits, PAGE, range, selection } from "../routes/parameters.ts";
import type { Part } from "./part.ts";
import { type HeaderName, json, problems, response } from "../http/openapi.ts";

const CACHED: readonly HeaderName[] = ["ETag", "Last-Modified", "Cache-Control", "Vary"];

/** What becomes of an hour that is not stored. */
const ON_DEMAND: Readonly<Record<string, Part>> = {
  202: response(
    "The hour is being made: look after its job, or ask again.",
    json("Job", EXAMPLES.Job),
    ["Location", "Retry-After", "Cache-Control"],
  ),
};

const NOT_MADE = [
  "unauthorized",
  "read-only",
  "missing",
  "not-published-yet",
  "not-stored",
  "too-many-jobs",
  "source-down",
  "bad-dump",
  "shutting-down",
] as const;

const CONDITIONAL: Readonly<Record<string, Part>> = {
  304: response("The answer at hand is still right.", {}, CACHED),
};

const CANONICAL: Readonly<Record<string, Part>> = {
  308: response("The hour has another name, at which it is to be asked for.", {}, ["Location"]),
};

/**
 * Describes the resources of hours and pages.
 *
 * @param limits How much may be asked for.
 * @returns The descriptions by path.
 */
export function hourPaths(limits: Limits): Record<string, Part> {
  return {
    "/v1/hours": {
      get: {
        operationId: "listHours",
        tags: ["Hours"],
        summary: "Which hours are stored",
        parameters: range(limits, "those up to now, as many as may be"),
        responses: {
          200: response(
            "The hours, and the gaps between them.",
            json("HourList", EXAMPLES.HourList),
            [
              "Cache-Control",
            ],
          ),
          ...problems("bad-hour", "bad-parameter", "out-of-range"),
        },
      },
    },
    "/v1/hours/latest": {
      get: {
        operationId: "getLatestHour",
        tags: ["Hours"],
        summary: "The newest stored hour",
        description: "The query goes along, so that it can be one of the hour itself.",
        responses: {
          307: response("That is where it is.", {}, ["Location", "Cache-Control"]),
          ...problems("nothing-stored"),
        },
      },
    },
    "/v1/hours/{hour}": {
      get: {
        operationId: "getHour",
        tags: ["Hours"],
        summary: "The top pages of an hour",
        description:
          "All domains, or those that the parameters leave. An hour that is not stored " +
          "is made first; to have hours made takes the token where the server has one.",
        security: [{}, { token: [] }],
        parameters: [HOUR, ...selection(limits), ...DEMAND, ...CONDITIONS],
        responses: {
          200: response("The report.", {
            ...json("Report", EXAMPLES.Report),
            "text/csv": { schema: { type: "string" }, example: EXAMPLES.csv },
            "application/x-ndjson": { schema: { type: "string" }, example: EXAMPLES.ndjson },
          }, CACHED),
          ...ON_DEMAND,
          ...CONDITIONAL,
          ...CANONICAL,
          ...problems(
            "bad-hour",
            "bad-parameter",
            "out-of-range",
            "unknown-project",
            "not-acceptable",
            ...NOT_MADE,
          ),
        },
      },
    },
    "/v1/hours/{hour}/domains": {
      get: {
        operationId: "getHourDomains",
        tags: ["Hours"],
        summary: "The domains of an hour, without their pages",
        security: [{}, { token: [] }],
        parameters: [HOUR, ...DEMAND, ...CONDITIONS],
        responses: {
          200: response("The domains.", json("HourDomains", EXAMPLES.HourDomains), CACHED),
          ...ON_DEMAND,
          ...CONDITIONAL,
          ...CANONICAL,
          ...problems("bad-hour", "bad-parameter", "out-of-range", ...NOT_MADE),
        },
      },
    },
    "/v1/pages/{project}/{title}": {
      get: {
        operationId: "getPageHistory",
        tags: ["Pages"],
        summary: "Rank and views of a page, hour by hour",
        description: "Only stored hours are read, none is made.",
        parameters: [...PAGE, ...range(limits, "the 24 hours up to the newest stored one")],
        responses: {
          200: response("The history.", json("PageHistory", EXAMPLES.PageHistory), [
            "Cache-Control",
          ]),
          ...problems(
            "bad-hour",
            "bad-parameter",
            "out-of-range",
            "nothing-stored",
            "unknown-project",
          ),
        },
      },
    },
  };
}
