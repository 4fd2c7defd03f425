import type { Job } from "../jobs/job.ts";
import { withoutFolders } from "../http/redact_paths.ts";

/**
 * A job as others may see it.
 *
 * @param job The job.
 * @returns The job, without the folders of this machine.
 */
export function publicJob<Kind extends Job>(job: Kind): Kind {
  const hours = job.hours.map((hour) =>
    hour.message === null ? hour : { ...hour, message: withoutFolders(hour.message) }
  );
  return { ...job, hours };
}
