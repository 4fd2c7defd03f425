import { TIES } from "../rank/ranker.ts";
import { FORMATS } from "./format.ts";
import type { Manifest } from "./manifest.ts";

/**
 * Tells whether a value, read from a file that anybody may have changed, has what the manifest of a
 * report has.
 *
 * @param value Any value.
 * @returns Whether it is a manifest. What it says may still be wrong.
 *
 * @example Usage
 * ```ts
 * import { isManifest } from "@wikitop/core";
 * import { assertFalse } from "@std/assert";
 *
 * assertFalse(isManifest({ file: { name: "2026-09-10T18.csv" } }));
 * ```
 */
export function isManifest(value: unknown): value is Manifest {
  if (!isRecord(value)) return false;
  const { version, hour, period, format, rows, source, parameters, counts, file } = value;
  const { domain_views, domain_offsets, made } = value;
  return isCount(version) && typeof hour === "string" && isCount(rows) &&
    isRecord(period) && isText(period.hour_start) && isText(period.hour_end) &&
    isOneOf(FORMATS, format) &&
    isRecord(source) && isText(source.url) &&
    isRecord(parameters) && isCount(parameters.top) && isOneOf(TIES, parameters.ties) &&
    (parameters.denylist === null ||
      isRecord(parameters.denylist) && isText(parameters.denylist.sha256)) &&
    isRecord(counts) &&
    [counts.lines, counts.views, counts.domains, counts.denied].every(isCount) &&
    isRecord(counts.malformed) &&
    isRecord(made) && isText(made.by) && !Number.isNaN(Date.parse(String(made.at))) &&
    isRecord(domain_views) && Object.values(domain_views).every(isCount) &&
    isRecord(domain_offsets) && Object.values(domain_offsets).every(isCount) &&
    isRecord(file) && isText(file.name) && isText(file.sha256) && isCount(file.bytes);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isText(value: unknown): boolean {
  return typeof value === "string";
}

function isCount(value: unknown): boolean {
  return typeof value === "number" && Number.isInteger(value) && value >= 0;
}

function isOneOf(values: readonly string[], value: unknown): boolean {
  return typeof value === "string" && values.includes(value);
}
