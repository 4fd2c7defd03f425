import type { Hour } from "../hour.ts";

/**
 * The key of an hour in a store: `2026/09/2026-09-10T18`.
 *
 * @param hour The hour.
 * @returns Its key.
 */
export function hourKey(hour: Hour): string {
  const [year, month] = hour.toString().split("-");
  return `${year}/${month}/${hour}`;
}
