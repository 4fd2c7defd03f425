import type { History } from "../../core/archive/history.ts";
import type { Clock, Store, Unit } from "../../core/mod.ts";
import type { Auth } from "../http/auth.ts";
import type { Jobs } from "../jobs/jobs.ts";
import type { Metrics } from "../metrics.ts";
import type { AnswerCache } from "../reports/answer_cache.ts";
import type { Reports } from "../reports/on_demand.ts";

/** What the routes share. */
export interface Service {
  readonly store: Store;
  /** All reports, stored or not. */
  readonly reports: Reports;
  /** What is looked back on where many periods are asked for at once. */
  readonly history: History;
  /** The answers that are asked for most. */
  readonly answers: AnswerCache;
  /** What makes reports, `undefined` if nothing does. */
  readonly jobs: Jobs | undefined;
  /** Which periods are made when somebody asks for them. */
  readonly makes: readonly Unit[];
  /** Where dumps come from, for people. */
  readonly sources: readonly string[];
  readonly auth: Auth;
  readonly metrics: Metrics;
  readonly clock: Clock;
  /** Aborts when the server shuts down. */
  readonly closing: AbortSignal;
  /** How many hours a range may have. */
  readonly maxHours: number;
  /** The last rank that can be asked for. */
  readonly maxTop: number;
  /** How often an hour is tried. */
  readonly maxTries: number;
}
