import { type Part, schema } from "./json_schema.ts";
import { Problem, type ProblemKind } from "./problem.ts";
import type { Route } from "./router.ts";

/** A route, and what the OpenAPI document says of it. */
export interface DescribedRoute extends Route {
  /** The operation, without what follows from its path. */
  operation: Part & { operationId: string };
  /** The schemas that only its answers and requests are made of, by name. */
  schemas?: Readonly<Record<string, Part>>;
}

/** The headers of answers. */
const HEADERS = {
  "Allow": "How the resource can be asked.",
  "Cache-Control": "For how long the answer may be kept.",
  "ETag": "What stands for these very bytes; send it as If-None-Match the next time.",
  "Last-Modified": "When the report was made.",
  "Location": "Where to go on.",
  "Retry-After": "When to ask again, in seconds.",
  "Vary": "Which headers of the request have decided about the answer.",
  "Wikitop-Past": "With which stored periods it was reckoned: how many, the first and the last.",
  "Wikitop-Top": "The last rank that the stored report has, whatever was asked for.",
  "Wikitop-Hours": "Of how many hours of its period a report is that lacks some, as 23 of 24.",
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

/** The security of operations that make hours: the token, where the server has one. */
export const BY_TOKEN: readonly Part[] = [{}, { token: [] }];

/** What those may run into who want something made, or given up. */
export const MAKING_PROBLEMS = [
  "unauthorized",
  "read-only",
  "cross-site",
  "unknown-host",
] as const satisfies readonly ProblemKind[];

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

/** The paths of the document. */
export function describePaths(routes: readonly DescribedRoute[]): Record<string, Part> {
  const paths: Record<string, Record<string, Part>> = {};
  for (const { method, path, operation } of routes) {
    (paths[path.replace("...}", "}")] ??= {})[method.toLowerCase()] = operation;
  }
  return paths;
}

/** Describes a parameter of the query. */
export function query(name: string, description: string, more: Part): Part {
  return { name, in: "query", description, ...more };
}

/** Describes a part of the path. */
export function inPath(name: string, description: string, more: Part): Part {
  return { name, in: "path", required: true, description, ...more };
}

/** Describes an answer: what it means, what it may be by media type, and its headers. */
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

/** Describes a JSON body by the name of its schema, and an example. */
export function json(name: string, example?: unknown): Record<string, Part> {
  return {
    "application/json": { schema: schema(name), ...(example !== undefined && { example }) },
  };
}

/**
 * Describes the problems that a request may run into, by status. All may have too long an URL, or
 * find the server failing.
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
