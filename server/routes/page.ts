import { Answer } from "../http/answer.ts";
import type { Part } from "../http/json_schema.ts";
import { inPath } from "../http/openapi.ts";
import {
  CONDITIONS,
  type DescribedRoute,
  type HeaderName,
  problems,
  response,
} from "../http/openapi.ts";
import { Problem } from "../http/problem.ts";
import type { RouteHandler } from "../http/router.ts";
import { SECURITY_HEADERS } from "../http/security_headers.ts";

/** The files of the page, by their paths as in URLs. */
export type PageFiles = ReadonlyMap<string, Answer>;

/** The page to look at, at the paths of its views and `/assets/…`; it may not have been built. */
export function page(files: PageFiles | undefined): DescribedRoute[] {
  const answer = answerWith(files, ({ pathname }) => pathname);
  const ifNoneMatch = CONDITIONS.slice(0, 1);
  const view = (
    path: string,
    operation: { operationId: string; summary: string; parameters?: Part[] },
  ): DescribedRoute => ({
    method: "GET",
    path,
    answer: answerWith(files, () => "/"),
    operation: {
      tags: ["Server"],
      ...operation,
      parameters: [...operation.parameters ?? [], ...ifNoneMatch],
      responses: {
        200: response("The page.", { "text/html": TEXT }, HEADERS),
        304: UNMODIFIED,
        ...problems("not-found"),
      },
    },
  });
  return [
    view("/", { operationId: "getPage", summary: "The page to look at hours with" }),
    view("/docs", { operationId: "getDocs", summary: "This document, for people" }),
    view("/page/{project}/{title...}", {
      operationId: "getTitlePage",
      summary: "All that is known of a title, for people",
      parameters: [
        inPath("project", "The project.", {
          schema: { type: "string" },
          example: "en.wikipedia",
        }),
        inPath("title", "The title as in the URL of a wiki.", {
          schema: { type: "string" },
          example: "Ada_Lovelace",
        }),
      ],
    }),
    {
      method: "GET",
      path: "/favicon.ico",
      answer,
      operation: {
        operationId: "getFavicon",
        tags: ["Server"],
        summary: "What browsers ask for beside any resource that they show",
        parameters: ifNoneMatch,
        responses: {
          200: response("The picture.", { "image/svg+xml": TEXT }, HEADERS),
          304: UNMODIFIED,
          ...problems("not-found"),
        },
      },
    },
    {
      method: "GET",
      path: "/assets/{name}",
      answer,
      operation: {
        operationId: "getAsset",
        tags: ["Server"],
        summary: "A file of the page, whose name changes with its contents",
        parameters: [inPath("name", "The file.", { schema: { type: "string" } }), ...ifNoneMatch],
        responses: {
          200: response(
            "The file.",
            { "text/javascript": TEXT, "text/css": TEXT, "image/svg+xml": TEXT },
            HEADERS,
          ),
          304: UNMODIFIED,
          ...problems("not-found"),
        },
      },
    },
  ];
}

const TEXT = { schema: { type: "string" } } as const;
const HEADERS: readonly HeaderName[] = ["ETag", "Cache-Control", "Vary"];
const UNMODIFIED = response("The file at hand is still right.", {}, HEADERS);

function answerWith(
  files: PageFiles | undefined,
  pathOf: (url: URL) => string,
): RouteHandler {
  return ({ request, url }) => {
    const file = files?.get(pathOf(url));
    if (file !== undefined) return file.respond(request.headers);
    throw new Problem(
      "not-found",
      files === undefined
        ? 'Cannot show the page: it is not built; run "deno task page", and start the server again'
        : `Cannot find "${url.pathname}": the page has no such file; load it again`,
    );
  };
}

const TYPES: Readonly<Record<string, string>> = {
  css: "text/css; charset=utf-8",
  html: "text/html; charset=utf-8",
  js: "text/javascript; charset=utf-8",
  svg: "image/svg+xml",
};

/** Where `deno task page` puts what it builds. */
const BUILT = new URL("../page/dist/", import.meta.url);

/** Reads the files of the page into memory; gives `undefined` if it has not been built. */
export async function readPageFiles(): Promise<PageFiles | undefined> {
  const files = new Map<string, Answer>();
  try {
    files.set("/", await prepare(new URL("index.html", BUILT), "no-cache"));
    for await (const { name } of Deno.readDir(new URL("assets/", BUILT))) {
      // The names change with the contents.
      const forever = "public, max-age=31536000, immutable";
      if (name.startsWith("favicon-")) {
        files.set("/favicon.ico", await prepare(new URL(`assets/${name}`, BUILT), "max-age=86400"));
      }
      files.set(`/assets/${name}`, await prepare(new URL(`assets/${name}`, BUILT), forever));
    }
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return undefined;
    throw error;
  }
  return files;
}

async function prepare(url: URL, cacheControl: string): Promise<Answer> {
  const extension = url.pathname.replace(/^.*\./, "");
  return await Answer.of(await Deno.readFile(url), {
    type: TYPES[extension] ?? "application/octet-stream",
    cacheControl,
    headers: { ...SECURITY_HEADERS, "vary": "Accept-Encoding" },
  });
}
