import { Problem, type ProblemKind } from "./problem.ts";
import { type Part, schema } from "../openapi/part.ts";

/** The headers of answers. */
const HEADERS = {
  "Allow": "How the resource can be asked.",
  "Cache-Control": "For how long the answer may be kept.",
  "ETag": "What stands for these very bytes; send it as If-None-Match the next time.",
  "Last-Modified": "When the report was made.",
  "Location": "Where to go on.",
  "Retry-After": "When to ask again, in seconds.",
  "Vary": "Which headers of the request have decided about the answer.",
  "WWW-Authenticate": "How to send the token.",
} as const;

/** The name of a header; with a `?` it is not always there. */
export type HeaderName = keyof typeof HEADERS | `${keyof typeof HEADERS}?`;

/** What problems have beside their body, besides `Cache-Control`. */
const PROBLEM_HEADERS: Readonly<Record<number, readonly HeaderName[]>> = {
  401: ["WWW-Authenticate"],
  404: ["Retry-After?"],
  429: ["Retry-After"],
  500: ["Retry-After?"],
  502: ["Retry-After?"],
  503: ["Retry-After"],
};

/**
 * Describes an answer.
 *
 * @param description What it means.
 * @param content What it may be, by media type.
 * @param names Its headers.
 * @returns The description.
 */
export function response(
  description: string,
  content: Record<string, Part> = {},
  names: readonly HeaderName[] = [],
): Part {
  return {
    description,
    ...(names.length > 0 && { headers: headers(names) }),
    ...(Object.keys(content).length > 0 && { content }),
  };
}

/**
 * Describes a JSON body.
 *
 * @param name The name of its schema.
 * @param example What it looks like.
 * @returns The description, by media type.
 */
export function json(name: string, example?: unknown): Record<string, Part> {
  return {
    "application/json": { schema: schema(name), ...(example !== undefined && { example }) },
  };
}

/**
 * Describes the problems that a request may run into. All may have too long an URL, or find the
 * server failing.
 *
 * @param kinds The other kinds.
 * @returns The answers by their statuses.
 */
export function problems(...kinds: ProblemKind[]): Record<string, Part> {
  const byStatus = new Map<number, Problem[]>();
  for (const kind of [...kinds, "uri-too-long", "failed"] as const) {
    const problem = new Problem(kind, "");
    byStatus.set(problem.status, [...byStatus.get(problem.status) ?? [], problem]);
  }
  return Object.fromEntries(
    [...byStatus].map(([status, problems]) => [
      status,
      response(
        problems.map((problem) => problem.toJSON().title).join("; or: "),
        { "application/problem+json": { schema: problemOf(problems) } },
        ["Cache-Control", ...PROBLEM_HEADERS[status] ?? []],
      ),
    ]),
  );
}

function problemOf(problems: readonly Problem[]): Part {
  const types = problems.map((problem) => problem.toJSON().type);
  return { allOf: [schema("Problem"), { type: "object", properties: { type: { enum: types } } }] };
}

function headers(names: readonly HeaderName[]): Part {
  return Object.fromEntries(names.map((written) => {
    const name = written.replace("?", "") as keyof typeof HEADERS;
    const isSure = written === name;
    return [name, { description: HEADERS[name], required: isSure, schema: { type: "string" } }];
  }));
}
