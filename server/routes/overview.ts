import config from "../../deno.json" with { type: "json" };
import { UNITS } from "../../core/mod.ts";
import { jsonResponse } from "../http/json.ts";
import { list, object, type Part, text } from "../http/json_schema.ts";
import { type DescribedRoute, json, problems, response } from "../http/openapi.ts";
import { Query } from "../http/query.ts";
import type { Service } from "./service.ts";

/** What there is, for those who begin at the root. */
export function overview(
  { jobs, makes, sources, history }: Service,
  others: readonly DescribedRoute[],
): DescribedRoute {
  const about = {
    ...ABOUT,
    makes: jobs === undefined ? [] : makes,
    sources,
    history: history.kind,
  };
  return {
    method: "GET",
    path: "/v1",
    answer({ url }) {
      new Query(url.searchParams, []);
      return jsonResponse({ ...about, resources: others.filter(isOfApi).map(resourceOf) });
    },
    operation: {
      operationId: "getOverview",
      tags: ["Server"],
      summary: "What there is to ask for",
      responses: {
        200: response("The resources.", json("Overview", EXAMPLE), ["Cache-Control"]),
        ...problems("bad-parameter"),
      },
    },
    schemas: SCHEMAS,
  };
}

function isOfApi({ path }: DescribedRoute): boolean {
  return path.startsWith("/v1/") || path.startsWith("/feeds/");
}

function resourceOf({ method, path, operation }: DescribedRoute): object {
  return { method, path: path.replace("...}", "}"), summary: operation.summary };
}

const ABOUT = {
  name: "wikitop",
  version: config.version,
  docs: "/docs",
  description: "/openapi.json",
};

const EXAMPLE = {
  ...ABOUT,
  makes: ["hour"],
  sources: ["dumps.wikimedia.org"],
  history: "store",
  resources: [{ method: "GET", path: "/v1/hours", summary: "Which hours are stored" }],
};

const SCHEMAS: Readonly<Record<string, Part>> = {
  Overview: object("What there is to ask for.", {
    name: text(),
    version: text("The version of the server."),
    docs: text("Where all of it is described for people."),
    description: text("Where it is described for programs."),
    makes: list({ enum: [...UNITS] }, "Which periods it makes when they are asked for."),
    sources: list(text(), "Where its dumps come from."),
    history: { enum: ["store", "database"], description: "What it looks back on." },
    resources: list(
      object("A resource.", {
        method: { enum: ["GET", "POST", "DELETE"] },
        path: text("Its path, with what is to be filled in between braces."),
        summary: text("What it is."),
      }),
      "The resources, in the order of the description.",
    ),
  }),
};
