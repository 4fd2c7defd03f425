import { Problem } from "../http/problem.ts";
import type { Resource } from "../http/router.ts";
import type { Service } from "./service.ts";

/**
 * `GET /v1/hours/latest`: the newest stored hour.
 *
 * @param service What the resources share.
 * @returns The resource.
 */
export function latestHour({ hours }: Service): Resource {
  return async ({ url }) => {
    const newest = await hours.newest();
    if (newest === undefined) {
      throw new Problem(
        "nothing-stored",
        "No hour is stored yet: ask for one by its name, as /v1/hours/2026-09-10T18",
      );
    }
    return new Response(null, {
      status: 307,
      headers: {
        "location": `/v1/hours/${newest}${url.search}`,
        "cache-control": "no-cache",
        "access-control-allow-origin": "*",
      },
    });
  };
}
