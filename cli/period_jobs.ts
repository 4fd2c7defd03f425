import { resolve } from "node:path";
import type { Edition, Period } from "../core/mod.ts";
import type { PeriodJob } from "../core/queue/period_job.ts";
import type { Arguments } from "./args/arguments.ts";
import { isUrl } from "./args/values.ts";

/** What makes a job of a period, as the arguments want it made. */
export function periodJobs(
  args: Arguments,
  editions: readonly Edition[],
  others: Partial<Omit<PeriodJob, "period">> = {},
): (period: Period) => PeriodJob {
  const denylist = args.value("denylist");
  const how: Omit<PeriodJob, "period"> = {
    editions,
    top: args.value("top"),
    ties: args.value("ties"),
    // Workers are called from other folders.
    denylist: denylist === "none" || isUrl(denylist) ? denylist : resolve(denylist),
    crossCheck: false,
    rebuild: "never",
    missing: "skip",
    afterDays: false,
    ...others,
  };
  return (period) => ({ period, ...how });
}
