import type { Demand } from "../reports/on_demand.ts";
import { Problem } from "../http/problem.ts";
import type { Query } from "../http/query.ts";
import type { Service } from "./service.ts";

/** For how long a client waits that does not say, in seconds. */
export const DEFAULT_WAIT = 20;

/** For how long a client may wait, in seconds. */
export const MAX_WAIT = 60;

/** The parameters that {@linkcode readDemand} reads. */
export const DEMAND_PARAMETERS = ["make", "wait"] as const;

/**
 * Reads how much a client wants an hour that may not be stored.
 *
 * @param request The request.
 * @param query Its parameters.
 * @param service Who may have hours made.
 * @returns The demand.
 * @throws {Problem} If it is not written as one.
 */
export function readDemand(request: Request, query: Query, { guard }: Service): Demand {
  const make = query.word("make", ["yes", "no"]) ?? "yes";
  const wait = query.count("wait", [0, MAX_WAIT]) ?? preferredWait(request.headers) ?? DEFAULT_WAIT;
  return {
    wait: wait * 1000,
    mayMake() {
      if (make === "no") {
        throw new Problem("not-stored", "That hour is not stored; without make=no it is made");
      }
      guard.check(request);
    },
  };
}

/** The wait that the header `Prefer` has, see RFC 7240; what cannot be meant is as if not there. */
function preferredWait(headers: Headers): number | undefined {
  const written = /(?:^|[,;\s])wait\s*=\s*"?(\d{1,9})/i.exec(headers.get("prefer") ?? "")?.[1];
  return written === undefined ? undefined : Math.min(Number(written), MAX_WAIT);
}
