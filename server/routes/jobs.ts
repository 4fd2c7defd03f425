import { Problem } from "../http/problem.ts";
import { Query, readHour } from "../http/query.ts";
import { readJson } from "../http/body.ts";
import { readRange } from "../read_range.ts";
import { jsonResponse } from "../http/json.ts";
import { isFinal, type Job } from "../jobs/job.ts";
import type { Resource } from "../http/router.ts";
import type { Service } from "./service.ts";
import { accepted } from "./accepted.ts";
import { publicJob } from "./public_job.ts";

/**
 * `POST /v1/jobs`: has the hours of a range made.
 *
 * @param service What the resources share.
 * @returns The resource.
 */
export function postJob(service: Service): Resource {
  return async ({ request, url }) => {
    new Query(url.searchParams, []);
    service.guard.check(request);
    const { from, to = from } = await readJson(request, ["from", "to"]);
    if (from === undefined) {
      throw new Problem("bad-parameter", 'Cannot make hours: write {"from": HOUR, "to": HOUR}');
    }
    const now = service.now();
    const range = readRange(readHour(from, now), readHour(to!, now), service.maxHours);
    const { job } = await service.hours.submit(range.first, range.last);
    return accepted(job);
  };
}

/**
 * `GET /v1/jobs/{id}`: what has become of a job.
 *
 * @param service What the resources share.
 * @returns The resource.
 */
export function getJob(service: Service): Resource {
  return ({ url, params }) => {
    new Query(url.searchParams, []);
    const job = findJob(service, params.id);
    return jsonResponse(
      publicJob(job),
      isFinal(job.state) ? {} : { headers: { "retry-after": "2" } },
    );
  };
}

/**
 * `DELETE /v1/jobs/{id}`: gives a job up. Hours that are finished stay stored.
 *
 * @param service What the resources share.
 * @returns The resource.
 */
export function deleteJob(service: Service): Resource {
  return async ({ request, url, params }) => {
    new Query(url.searchParams, []);
    service.guard.check(request);
    const { id } = findJob(service, params.id);
    return jsonResponse(publicJob((await service.hours.cancel(id))!));
  };
}

/**
 * Finds a job.
 *
 * @param service What the resources share.
 * @param id The id as it was written.
 * @returns The job.
 * @throws {Problem} If there is none.
 */
export function findJob({ jobs }: Service, id: string): Job {
  const job = jobs?.find(id);
  if (job !== undefined) return job;
  throw new Problem(
    "unknown-job",
    `Cannot find job "${id}": there is none; POST /v1/jobs with {"from": HOUR, "to": HOUR} begins one`,
  );
}
