import type { Hour } from "./hour.ts";

/** A range of hours. */
export interface HourRange {
  /** The first hour. */
  readonly first: Hour;
  /** The last hour, included. */
  readonly last: Hour;
}
