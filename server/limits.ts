import type { Unit } from "../core/mod.ts";

/** How much a server does unless it is told otherwise; also the defaults of its flags. */
export const LIMITS = {
  /** Which periods are made on demand: a month is 720 dumps. */
  makes: ["hour"] as readonly Unit[],
  /** Hours that are made at the same time. */
  running: 2,
  /** Jobs that may wait beyond those. */
  waiting: 100,
  /** How often an hour is tried. */
  maxTries: 3,
  /** Jobs that have ended and are still known. */
  remembered: 1000,
  /** The hours of these, above which the oldest jobs are forgotten, but for the newest one. */
  rememberedHours: 20_000,
  /** How many hours may be asked for at a time: a month. */
  maxHours: 31 * 24,
  /** Memory for reports and answers, in bytes. */
  cacheBytes: 32e6,
  /** For how long a report is taken to be as it was, in milliseconds. */
  freshFor: 1000,
  /** The port and the address to listen at. */
  port: 8080,
  hostname: "127.0.0.1",
  /** How long what is in flight may take when the server is stopped, in milliseconds. */
  graceMs: 10_000,
} as const;
