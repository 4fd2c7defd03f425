import { formatCount } from "../format_count.ts";
import type { Manifest } from "../report/manifest.ts";

/**
 * How far two hours near each other may lie apart: further than the rhythm of a day takes them
 * within three hours, less far than half a dump, or one whose robots were taken for people.
 */
const FACTOR = 2;

/** What both sites of the English Wikipedia are called in a dump. */
const ENGLISH = ["en", "en.m"];

/**
 * Looks for what is not plausible in one of two hours that lie near each other.
 *
 * @param before The manifest of an hour.
 * @param after The manifest of a later one.
 * @returns What differs too much, as parts of a sentence, nothing if they are alike.
 */
export function compareHours(before: Manifest, after: Manifest): string[] {
  const differ = (what: string, a: number, b: number) =>
    Math.max(a, b) > FACTOR * Math.min(a, b)
      ? [`${formatCount(a)} and ${formatCount(b)} ${what}`]
      : [];
  return [
    ...differ("domains", before.counts.domains, after.counts.domains),
    ...differ(`views of ${ENGLISH.join(" and ")}`, english(before), english(after)),
  ];
}

function english({ domain_views }: Manifest): number {
  return ENGLISH.reduce((sum, code) => sum + (domain_views[code] ?? 0), 0);
}
