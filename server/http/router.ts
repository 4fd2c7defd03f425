import { Problem } from "./problem.ts";

/** A request on its way to an answer. */
export interface Exchange {
  readonly request: Request;
  readonly url: URL;
  /** The part of the path that the route's path names so, decoded. */
  param(name: string): string;
  /** The path of the route that was found. */
  readonly route: string;
}

/** Answers a request; a {@linkcode Problem} that it throws is an answer, too. */
export type RouteHandler = (exchange: Exchange) => Response | Promise<Response>;

/** A resource, and how it is asked for. */
export interface Route {
  /** How it is asked; who may `GET` may `HEAD`. */
  method: "GET" | "POST" | "DELETE";
  /**
   * The path, as `/v1/hours/{hour}`; a last part `{title...}` takes all that is left, and one as
   * `{project}.atom` what ends so.
   */
  path: string;
  answer: RouteHandler;
}

/** A route that was found. */
export interface Match {
  route: Route;
  params: Record<string, string>;
}

/** Finds the route of a request. */
export class Router {
  readonly #routes: readonly (Route & { segments: readonly string[] })[];

  /** Where two routes match, the first is meant. */
  constructor(routes: readonly Route[]) {
    this.#routes = routes.map((route) => ({ ...route, segments: route.path.split("/") }));
  }

  /** Throws a {@linkcode Problem} if there is nothing there, or if it cannot be asked that way. */
  find(method: string, path: string): Match {
    const parts = path.split("/");
    const here = this.#routes.filter(({ segments }) => matches(segments, parts));
    if (here.length === 0) {
      throw new Problem(
        "not-found",
        `Cannot find "${path}": there is nothing; /openapi.json tells what there is`,
      );
    }
    const route = here.find((route) =>
      route.method === method || (route.method === "GET" && method === "HEAD")
    );
    if (route === undefined) {
      const allowed = allowedMethods(here);
      throw new Problem(
        "method-not-allowed",
        `Cannot ${method} "${path}": it can be asked by ${allowed.join(", ")}`,
        { headers: { allow: allowed.join(", ") } },
      );
    }
    return { route, params: readParams(route.segments, parts) };
  }

  /** How what is at a path can be asked; by nothing if there is nothing. */
  methods(path: string): string[] {
    const parts = path.split("/");
    return allowedMethods(this.#routes.filter(({ segments }) => matches(segments, parts)));
  }
}

function allowedMethods(routes: readonly Route[]): string[] {
  if (routes.length === 0) return [];
  const methods = routes.flatMap(({ method }) => method === "GET" ? ["GET", "HEAD"] : [method]);
  return [...new Set(methods), "OPTIONS"];
}

function matches(segments: readonly string[], parts: readonly string[]): boolean {
  const isOpen = segments.at(-1)!.endsWith("...}");
  if (isOpen ? parts.length < segments.length : parts.length !== segments.length) return false;
  return segments.every((segment, i) => {
    if (!segment.startsWith("{")) return segment === parts[i];
    const end = endOf(segment);
    if (end !== "") return parts[i]!.endsWith(end) && parts[i] !== end;
    // What is left may begin with a slash.
    return parts[i] !== "" || (isOpen && i === segments.length - 1 && parts.length > i + 1);
  });
}

function readParams(
  segments: readonly string[],
  parts: readonly string[],
): Record<string, string> {
  const params: Record<string, string> = {};
  for (const [i, segment] of segments.entries()) {
    if (!segment.startsWith("{")) continue;
    const isRest = segment.endsWith("...}");
    const name = segment.replace(/^\{|(?:\.\.\.)?\}.*$/g, "");
    const part = isRest ? parts.slice(i).join("/") : parts[i]!;
    params[name] = decode(part.slice(0, part.length - endOf(segment).length));
  }
  return params;
}

/** What a part of a path that is named has to end with. */
function endOf(segment: string): string {
  return segment.slice(segment.indexOf("}") + 1);
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch (cause) {
    throw new Problem(
      "bad-parameter",
      `Cannot read "${part}": it is not percent-encoded UTF-8`,
      { cause },
    );
  }
}
