import { Hour, presentHours } from "../../core/mod.ts";
import { jsonResponse } from "../http/json.ts";
import type { Resource } from "../http/router.ts";
import type { Service } from "./service.ts";

/**
 * `GET /healthz`: the process answers.
 *
 * @returns The resource.
 */
export function healthz(): Resource {
  return () => jsonResponse({ status: "ok" });
}

/**
 * `GET /readyz`: the process can do its work: it is not shutting down, and the store can be read.
 *
 * @param service What the resources share.
 * @param closing Aborts when the server shuts down.
 * @returns The resource.
 */
export function readyz({ store, now }: Service, closing: AbortSignal): Resource {
  return async () => {
    if (closing.aborted) return jsonResponse({ status: "shutting down" }, { status: 503 });
    const newest = Hour.lastBefore(now());
    try {
      await presentHours(store, newest, newest);
    } catch (error) {
      if (!(error instanceof Error)) throw error;
      return jsonResponse({ status: "the store cannot be read" }, { status: 503 });
    }
    return jsonResponse({ status: "ready" });
  };
}
