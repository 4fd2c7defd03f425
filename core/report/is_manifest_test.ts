import { assert, assertFalse } from "@std/assert";
import { nastyReport } from "../testing/nasty_report.ts";
import { encodeReport } from "./encode.ts";
import { isManifest } from "./is_manifest.ts";
import { describeReport } from "./manifest.ts";

const MADE = { at: "2026-09-10T20:30:00.000Z", by: "wikitop/1.2.3", seconds: 0.7 };
const FILE = { name: "2026-09-10T18.csv", bytes: 7, sha256: "ef".repeat(32) };

/** A manifest as a store reads it. */
const MANIFEST = JSON.parse(
  JSON.stringify({
    ...describeReport(nastyReport(), encodeReport(nastyReport(), "csv"), MADE),
    file: FILE,
  }),
);

Deno.test("isManifest() accepts what a report's manifest says", () => {
  assert(isManifest(MANIFEST));
  assert(isManifest({ ...MANIFEST, parameters: { ...MANIFEST.parameters, denylist: null } }));
  assert(isManifest({ ...MANIFEST, added_later: true }));
});

const BROKEN: Record<string, unknown> = {
  "nothing": undefined,
  "null": null,
  "a list": [],
  "the manifest of a denylist": { url: "https://example.org/", entries: 7, file: FILE },
  "an hour that is none": { ...MANIFEST, hour: 7 },
  "a period without an end": { ...MANIFEST, period: { hour_start: "2026-09-10T17:00:00Z" } },
  "an unknown format": { ...MANIFEST, format: "parquet" },
  "the name of all objects as a format": { ...MANIFEST, format: "toString" },
  "half a row": { ...MANIFEST, rows: 0.5 },
  "fewer than no rows": { ...MANIFEST, rows: -1 },
  "no source": { ...MANIFEST, source: null },
  "no parameters": { ...MANIFEST, parameters: undefined },
  "an unknown rule of ties": { ...MANIFEST, parameters: { ...MANIFEST.parameters, ties: "drow" } },
  "a denylist without digest": {
    ...MANIFEST,
    parameters: { ...MANIFEST.parameters, denylist: { url: "x" } },
  },
  "no counts": { ...MANIFEST, counts: [] },
  "views that are no number": { ...MANIFEST, domain_views: { en: "7" } },
  "lines that are not counted": { ...MANIFEST, counts: { ...MANIFEST.counts, lines: undefined } },
  "malformed lines that are no table": {
    ...MANIFEST,
    counts: { ...MANIFEST.counts, malformed: null },
  },
  "no maker": { ...MANIFEST, made: undefined },
  "a time that is none": { ...MANIFEST, made: { ...MADE, at: "yesterday" } },
  "no places of the domains": { ...MANIFEST, domain_offsets: undefined },
  "a place before the beginning": { ...MANIFEST, domain_offsets: { en: -1 } },
  "no length of the file": { ...MANIFEST, file: { ...FILE, bytes: null } },
};

for (const [what, value] of Object.entries(BROKEN)) {
  Deno.test(`isManifest() refuses ${what}`, () => assertFalse(isManifest(value)));
}
