import { Hour } from "../time/hour.ts";

const KEY = /^(\d{4})\/(\d{2})\/(\1-\2-\d{2}T\d{2})$/;

/** The end of time as dates have it. */
const NEVER = new Date(8.64e15);

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

/**
 * The hour of a key.
 *
 * @param key A key of a store.
 * @returns Its hour, which may lie in the future, or `undefined` if the key is not that of an hour.
 */
export function hourOfKey(key: string): Hour | undefined {
  const name = KEY.exec(key)?.[3];
  if (name === undefined) return undefined;
  try {
    return Hour.parse(name, { now: NEVER });
  } catch (error) {
    if (error instanceof RangeError) return undefined; // The 31st of February, say.
    throw error;
  }
}

/**
 * The folders in which the keys of hours are.
 *
 * @param first The first hour.
 * @param last The last hour, included.
 * @returns What the keys have before their last `/`, as `2026/09`, in order.
 */
export function* hourFolders(first: Hour, last: Hour): Generator<string> {
  const month = (hour: Hour) => {
    const [year, month] = hour.toString().split("-");
    return Number(year) * 12 + Number(month) - 1;
  };
  for (let number = month(first); number <= month(last); number++) {
    yield `${Math.floor(number / 12)}/${String(number % 12 + 1).padStart(2, "0")}`;
  }
}
