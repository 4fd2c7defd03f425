import type { Store } from "../../core/mod.ts";
import type { AnswerCache } from "../reports/answer_cache.ts";
import type { Guard } from "../http/auth.ts";
import type { Hours } from "../reports/on_demand.ts";
import type { JobQueue } from "../jobs/local/local_jobs.ts";

/** What the resources share. */
export interface Service {
  /** Where finished hours are. */
  readonly store: Store;
  /** All hours, stored or not. */
  readonly hours: Hours;
  /** The answers that are asked for most. */
  readonly answers: AnswerCache;
  /** What makes hours, `undefined` if nothing does. */
  readonly jobs: JobQueue | undefined;
  /** Who may have hours made. */
  readonly guard: Guard;
  /** How many hours a range may have. */
  readonly maxHours: number;
  /** The last rank that can be asked for. */
  readonly maxTop: number;
  /** How often an hour is tried. */
  readonly maxTries: number;
  /** The present time. */
  readonly now: () => Date;
}
