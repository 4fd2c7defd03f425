import { UsageError } from "./usage_error.ts";

/** The units of sizes in bytes. */
const UNITS: Record<string, number> = { kB: 1e3, MB: 1e6, GB: 1e9 };

/** Reads a size in bytes: a whole number and a unit, as `500kB`, `64MB` or `2GB`. */
export function parseBytes(written: string): number {
  const [, number, unit] = /^(\d+)(kB|MB|GB)$/.exec(written) ?? [];
  const bytes = Number(number) * UNITS[unit!]!;
  if (!Number.isSafeInteger(bytes) || bytes === 0) {
    throw new UsageError('invalid size; use "500kB", "64MB" or "2GB"');
  }
  return bytes;
}
