/** How much a server does at a time unless it is told otherwise; also the defaults of its flags. */
export const LIMITS = {
  /** Hours that are made at the same time. */
  running: 2,
  /** Jobs that may wait beyond those. */
  waiting: 100,
  /** How often an hour is tried. */
  maxTries: 3,
  /** How many hours may be asked for at a time: a month. */
  maxHours: 31 * 24,
  /** Memory for hours and answers, in bytes. */
  cacheBytes: 32e6,
} as const;
