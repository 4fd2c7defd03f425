import { jsonResponse } from "./http/json.ts";
import { Problem } from "./http/problem.ts";
import type { Handler } from "./handler.ts";

/** Who asks while the server starts asks again after so many seconds. */
const STARTING_SECONDS = 5;

/**
 * Answers all requests until the server can: it lives, and is not ready.
 *
 * @param waitsFor What the server waits for, as a part of a sentence.
 */
export function createStartingHandler(waitsFor: string): Handler {
  return ({ url }) => {
    const path = URL.canParse(url) ? new URL(url).pathname : "";
    if (path === "/healthz") return jsonResponse({ status: "ok" });
    if (path === "/readyz") {
      return jsonResponse({ status: `waiting for ${waitsFor}` }, { status: 503 });
    }
    return new Problem("starting", `Cannot answer yet: the server waits for ${waitsFor}`, {
      retryAfter: STARTING_SECONDS,
    }).toResponse();
  };
}
