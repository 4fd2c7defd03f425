import { UsageError } from "./usage_error.ts";

/** The units of durations in milliseconds. */
const UNITS: Record<string, number> = { s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 };

/** Reads a duration in milliseconds: a whole number and a unit, as `8s`, `10m`, `24h` or `30d`. */
export function parseDuration(written: string): number {
  const [, number, unit] = /^(\d+)([smhd])$/.exec(written) ?? [];
  const milliseconds = Number(number) * UNITS[unit!]!;
  if (!Number.isSafeInteger(milliseconds)) {
    throw new UsageError('invalid duration; use "8s", "10m", "24h" or "30d"');
  }
  return milliseconds;
}

/** Reads a duration as {@linkcode parseDuration} does, which must not be none at all. */
export function parseInterval(written: string): number {
  const milliseconds = parseDuration(written);
  if (milliseconds === 0) throw new UsageError('too short; use "1s" or more');
  return milliseconds;
}

/** Reads how long nothing may be heard of a worker, which a busy one is to stay below. */
export function parseHeartbeat(written: string): number {
  const milliseconds = parseDuration(written);
  if (milliseconds < 10_000) throw new UsageError('too short; use "10s" or more');
  return milliseconds;
}
