import type { Hour, StoredHour } from "../core/mod.ts";

/** Consecutive hours of which a store has the same, or nothing. */
export interface StoredRange {
  /** The first hour. */
  first: Hour;
  /** The last hour, included. */
  last: Hour;
  /** How many hours it has. */
  hours: number;
  /** Whether they are finished, not finished, or not there at all. */
  state: "finished" | "unfinished" | "gap";
  /** The last rank in their reports. */
  top?: number;
  /** What became of pages with equal views. */
  ties?: string;
  /** The SHA-256 of the denylist, `null` for none. */
  denylist?: string | null;
  /** How the reports are written. */
  format?: string;
  /** Why the hours are not finished. */
  reason?: string;
  /** The length of all files in bytes. */
  bytes: number;
}

/**
 * Joins consecutive hours that are alike, and names the gaps between them.
 *
 * @param hours The hours in their order.
 * @returns The ranges in their order.
 */
export async function* storedRanges(
  hours: AsyncIterable<StoredHour>,
): AsyncGenerator<StoredRange> {
  let range: StoredRange | undefined;
  for await (const stored of hours) {
    const next = rangeOf(stored);
    const missing = range === undefined ? 0 : next.first.since(range.last) - 1;
    if (range !== undefined && missing === 0 && areAlike(range, next)) {
      range.last = next.last;
      range.hours++;
      range.bytes += next.bytes;
      continue;
    }
    if (range !== undefined) yield range;
    if (range !== undefined && missing > 0) {
      const [first, last] = [range.last.plus(1), next.first.plus(-1)];
      yield { first, last, hours: missing, state: "gap", bytes: 0 };
    }
    range = next;
  }
  if (range !== undefined) yield range;
}

function rangeOf({ hour, bytes, manifest, unfinished }: StoredHour): StoredRange {
  const one = { first: hour, last: hour, hours: 1 };
  if (manifest === undefined) return { ...one, state: "unfinished", reason: unfinished, bytes };
  const { parameters: { top, ties, denylist }, format } = manifest;
  return {
    ...one,
    state: "finished",
    top,
    ties,
    denylist: denylist?.sha256 ?? null,
    format,
    bytes,
  };
}

function areAlike(a: StoredRange, b: StoredRange): boolean {
  const keys = ["state", "top", "ties", "denylist", "format", "reason"] as const;
  return keys.every((key) => a[key] === b[key]);
}
