import type { Part } from "./part.ts";
import { type HeaderName, json, problems, response } from "../http/openapi.ts";
import { CONDITIONS } from "../routes/parameters.ts";

const TEXT = { schema: { type: "string" } } as const;
const FILE: readonly HeaderName[] = ["ETag", "Cache-Control", "Vary"];
const UNMODIFIED = response("The file at hand is still right.", {}, FILE);

/** Describes the page, and what tells of the server itself, by path. */
export const SERVER_PATHS: Readonly<Record<string, Part>> = {
  "/healthz": {
    get: {
      operationId: "getHealth",
      tags: ["Server"],
      summary: "Whether the process answers",
      responses: {
        200: response("It does.", json("Health", { status: "ok" }), ["Cache-Control"]),
        ...problems(),
      },
    },
  },
  "/readyz": {
    get: {
      operationId: "getReadiness",
      tags: ["Server"],
      summary: "Whether the server can do its work",
      responses: {
        200: response("It can.", json("Health", { status: "ready" }), ["Cache-Control"]),
        503: response(
          "It is shutting down, or cannot read its store.",
          json("Health", { status: "shutting down" }),
          ["Cache-Control"],
        ),
        ...problems(),
      },
    },
  },
  "/metrics": {
    get: {
      operationId: "getMetrics",
      tags: ["Server"],
      summary: "Figures for Prometheus",
      responses: { 200: response("The figures.", { "text/plain": TEXT }), ...problems() },
    },
  },
  "/openapi.json": {
    get: {
      operationId: "getDescription",
      tags: ["Server"],
      summary: "This document",
      responses: {
        200: response("It.", { "application/json": { schema: { type: "object" } } }, [
          "Cache-Control",
        ]),
        ...problems(),
      },
    },
  },
  "/": {
    get: {
      operationId: "getPage",
      tags: ["Server"],
      summary: "The page to look at hours with",
      parameters: CONDITIONS.slice(0, 1),
      responses: {
        200: response("The page.", { "text/html": TEXT }, FILE),
        304: UNMODIFIED,
        ...problems("not-found"),
      },
    },
  },
  "/assets/{name}": {
    get: {
      operationId: "getAsset",
      tags: ["Server"],
      summary: "A file of the page, whose name changes with its contents",
      parameters: [
        { name: "name", in: "path", required: true, schema: { type: "string" } },
        ...CONDITIONS.slice(0, 1),
      ],
      responses: {
        200: response(
          "The file.",
          { "text/javascript": TEXT, "text/css": TEXT, "image/svg+xml": TEXT },
          FILE,
        ),
        304: UNMODIFIED,
        ...problems("not-found"),
      },
    },
  },
};
