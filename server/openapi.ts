import { VERSION } from "../cli/version.ts";
import { hourPaths } from "./openapi/hour_paths.ts";
import { JOB_PATHS } from "./openapi/job_paths.ts";
import type { Limits } from "./routes/parameters.ts";
import type { Part } from "./openapi/part.ts";
import { SCHEMAS } from "./routes/schemas.ts";
import { SERVER_PATHS } from "./openapi/server_paths.ts";
import { TASK_PATHS } from "./openapi/task_paths.ts";

const DESCRIPTION = `The most viewed pages of every Wikimedia project, hour by hour since May 2015.

Hours are named by their end in UTC: 2026-09-10T18 holds the views from 17:00 to 18:00. An hour that
is not stored is made when it is asked for.

What may be asked for by GET may be by HEAD, too. Scripts of any site may read what is asked for by
GET. Whatever goes wrong is told as application/problem+json; the type of a problem is for programs
to branch on. At a path that is not in this document there is a problem not-found, and one
method-not-allowed where a path is asked in a way that is not.`;

/**
 * Describes all resources, as OpenAPI 3.1 has it.
 *
 * @param limits How much may be asked for.
 * @returns The document.
 */
export function describeApi(limits: Limits): Part {
  return {
    openapi: "3.1.1",
    info: {
      title: "wikitop",
      summary: "The most viewed pages of every Wikimedia project, hour by hour",
      description: DESCRIPTION,
      version: VERSION,
      license: { name: "MIT", identifier: "MIT" },
    },
    servers: [{ url: "/" }],
    tags: [
      { name: "Hours", description: "The top pages of each hour" },
      { name: "Pages", description: "One page over many hours" },
      { name: "Jobs", description: "Hours that are being made" },
      { name: "Tasks", description: "The same for clients of an earlier service" },
      { name: "Server", description: "The page, and how the server is" },
    ],
    paths: { ...hourPaths(limits), ...JOB_PATHS, ...TASK_PATHS, ...SERVER_PATHS },
    components: {
      schemas: SCHEMAS,
      securitySchemes: {
        token: {
          type: "http",
          scheme: "bearer",
          description: "Where the server has a token, hours are made only for those who send it. " +
            "Reading is open to all.",
        },
      },
    },
  };
}
