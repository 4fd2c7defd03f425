import type { Hour } from "../time/hour.ts";
import { compareHours } from "./compare_hours.ts";
import { isManifest } from "../report/is_manifest.ts";
import type { Manifest } from "../report/manifest.ts";
import { verifyReport } from "./verify_report.ts";
import { hourKey } from "./layout.ts";
import type { Store } from "../store/store.ts";
import { type StoredHour, storedHours, type StoredHoursOptions } from "./stored_hours.ts";

/** Hours that lie at most so many hours apart are expected to be alike. */
const NEAR = 3;

/** How long a writer may take to put a report and its manifest in their places. */
const MOMENT_MS = 200;

/** The answer of {@linkcode verifyHours} for one hour. */
export interface VerifiedHour {
  /** The hour. */
  hour: Hour;
  /** Whether it was read; the neighbour of a range is only compared with what was. */
  read: boolean;
  /** What is wrong with it. */
  problems: string[];
  /** How it differs from the hour before it more than is plausible. */
  warnings: string[];
}

/**
 * Verifies stored hours: each against its manifest, and those that lie near each other against each
 * other.
 *
 * @param store The store.
 * @param options Which hours.
 * @returns The hours in their order. One behind the range is among them only if there is a warning.
 */
export async function* verifyHours(
  store: Store,
  { first, last, now }: StoredHoursOptions = {},
): AsyncGenerator<VerifiedHour> {
  let before: { hour: Hour; manifest: Manifest; read: boolean } | undefined;
  const around = { first: first?.plus(-NEAR), last: last?.plus(NEAR), now };
  for await (const stored of storedHours(store, around)) {
    const { hour, manifest } = stored;
    const read = !(first && hour.since(first) < 0) && !(last && hour.since(last) > 0);
    const problems = read ? await problemsOf(stored, store) : [];
    if (problems === undefined) continue;

    const isNear = before !== undefined && hour.since(before.hour) <= NEAR;
    const warnings = manifest !== undefined && isNear && (read || before!.read)
      ? compareHours(before!.manifest, manifest)
        .map((difference) => `it differs from ${before!.hour}, ${difference}`)
      : [];
    if (read || warnings.length > 0) yield { hour, read, problems, warnings };
    if (manifest !== undefined) before = { hour, manifest, read };
  }
}

/** What is wrong with an hour, `undefined` if it has been removed meanwhile. */
async function problemsOf(
  { hour, unfinished }: StoredHour,
  store: Store,
): Promise<string[] | undefined> {
  const key = hourKey(hour);
  if (unfinished !== undefined) {
    // It may be in the making, and there a moment later.
    await new Promise((resolve) => setTimeout(resolve, MOMENT_MS));
    const { value: again } = await storedHours(store, { first: hour, last: hour }).next();
    if (again === undefined) return undefined;
    if (again.unfinished !== undefined) return [`it is not finished: ${again.unfinished}`];
  }
  const entry = await store.read(key);
  if (entry === undefined) {
    const isThere = await store.readManifest(key) !== undefined;
    return isThere ? ["its report's SHA-256 is not the one in its manifest"] : undefined;
  }
  // It may have been made again since it was listed.
  const { manifest, content } = entry;
  return isManifest(manifest)
    ? verifyReport({ hour, manifest }, content)
    : ["its manifest is not that of a report"];
}
