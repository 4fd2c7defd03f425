import { Hour } from "./hour.ts";
import { parsePeriod, type Period } from "./period.ts";

const SUM_NAME = /(?:^|[\\/])(\d{4}-(?:\d{2}-\d{2}|\d{2}|W\d{2}))(?:\.gz)?$/;

/**
 * The name of the file that holds the dump of a period: Wikimedia's own of an hour's, and of a longer
 * period's sum, which is a dump, its label: `2026-09-10.gz`, `2026-W37.gz`, `2026-09.gz`.
 */
export function dumpNameOf(period: Period): string {
  return period instanceof Hour ? period.dumpName : `${period.label}.gz`;
}

/**
 * The period of a dump, from the name of its file.
 *
 * @param path A file name, path or URL that ends in such a name, or in it without its `.gz`.
 * @returns The period, `undefined` if the name tells none.
 * @throws {RangeError} If it tells one that cannot be.
 */
export function periodOfDump(path: string): Period | undefined {
  const label = SUM_NAME.exec(path)?.[1];
  return label === undefined ? Hour.ofDump(path) : parsePeriod(label);
}
