import { DEFAULT_WAIT, MAX_WAIT } from "./policy.ts";
import { MAX_PATTERNS, MAX_STARS } from "./hour_report.ts";
import { type Part, schema } from "../openapi/part.ts";

/** What depends on how the server was started. */
export interface Limits {
  /** How many hours a range may have. */
  maxHours: number;
  /** The last rank that can be asked for. */
  maxTop: number;
}

/** The hour in a path. */
export const HOUR = path("hour", "The hour; one that is written otherwise is sent to its name.", {
  schema: { type: "string" },
  example: "2026-09-10T18",
});

/** The id of a job in a path. */
export const JOB_ID = path("id", "The job, as its answer names it.", {
  schema: { type: "string" },
  examples: {
    hour: { value: "2026-09-10T18" },
    range: { value: "2026-09-10T01_2026-09-11T00" },
  },
});

/** Which page a history is of. */
export const PAGE: readonly Part[] = [
  path("project", "A project, or a domain code if only its readers are meant.", {
    schema: { type: "string", minLength: 1 },
    examples: { project: { value: "en.wikipedia" }, domain: { value: "en.m" } },
  }),
  path("title", "The title as in the URL of a wiki; slashes may stay as they are.", {
    schema: { type: "string", minLength: 1 },
    example: "Ada_Lovelace",
  }),
];

/** What decides about an hour that is not stored. */
export const DEMAND: readonly Part[] = [
  query("make", "Whether an hour that is not stored is made.", {
    schema: { enum: ["yes", "no"], default: "yes" },
  }),
  query("wait", "For how many seconds to wait for an hour that is being made.", {
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

/** What those send who have an answer already. */
export const CONDITIONS: readonly Part[] = [
  {
    name: "If-None-Match",
    in: "header",
    description: "The ETag of the answer at hand; if it is still right, the answer is a 304.",
    schema: { type: "string" },
  },
  {
    name: "If-Modified-Since",
    in: "header",
    description: "The Last-Modified of the answer at hand, for those who have no ETag.",
    schema: { type: "string" },
  },
];

/**
 * Which part of a report is meant, and how it is to be written.
 *
 * @param limits How much may be asked for.
 * @returns The parameters.
 */
export function selection({ maxTop }: Limits): Part[] {
  const stars = `in which up to ${MAX_STARS} * stand for anything`;
  return [
    query("domain", `Domain codes or projects, separated by commas, ${stars}.`, {
      ...names(),
      examples: {
        one: { value: ["en.m"] },
        some: { value: ["en", "en.m", "*.voy"] },
        "Wikifunctions, whose code is empty": { value: ['""'] },
      },
    }),
    query("project", "Projects, separated by commas.", {
      ...names(),
      example: ["en.wikipedia", "wikidata"],
    }),
    query("access", "Only those readers.", { schema: schema("Access") }),
    query("top", "The last rank; all that the report has if it is left out.", {
      schema: { type: "integer", minimum: 1, maximum: maxTop },
    }),
    query("format", "How to write the report; goes before the header Accept.", {
      schema: schema("Format"),
    }),
  ];
}

/**
 * Which hours are meant.
 *
 * @param limits How many may be asked for.
 * @param otherwise Which these are without the parameters.
 * @returns The parameters.
 */
export function range({ maxHours }: Limits, otherwise: string): Part[] {
  const written = { schema: schema("WrittenHour") };
  return [
    query("from", `The first hour. Without from and to: ${otherwise}.`, written),
    query("to", `The last hour, included; at most ${maxHours} hours at a time.`, written),
  ];
}

/**
 * Describes a parameter of the query.
 *
 * @param name Its name.
 * @param description What it says.
 * @param more Its schema, and examples.
 * @returns The description.
 */
export function query(name: string, description: string, more: Part): Part {
  return { name, in: "query", description, ...more };
}

function path(name: string, description: string, more: Part): Part {
  return { name, in: "path", required: true, description, ...more };
}

function names(): Part {
  return {
    schema: { type: "array", items: { type: "string" }, maxItems: MAX_PATTERNS },
    style: "form",
    explode: false,
  };
}
