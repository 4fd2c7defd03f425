/**
 * The generated files of this folder: golden cases and the sample hour. `deno task generate` writes
 * them anew.
 *
 * @module
 */
import { type GoldenCase, goldenFiles } from "./golden_case.ts";
import { DENYLIST_CASES, TIE_CASES } from "./golden_ranking.ts";
import { CODE_CASES, MALFORMED_CASES, QUOTING_CASES } from "./golden_reading.ts";
import { sampleHour } from "./sample_hour.ts";

/** All generated files by their paths below this folder. */
export function testFiles(): Map<string, Uint8Array> {
  const cases: GoldenCase[] = [
    ...CODE_CASES,
    ...DENYLIST_CASES,
    ...MALFORMED_CASES,
    ...QUOTING_CASES,
    ...TIE_CASES,
    sampleHour(),
  ];
  const files = new Map<string, Uint8Array>();
  for (const golden of cases) {
    for (const [name, bytes] of goldenFiles(golden)) files.set(`${golden.name}/${name}`, bytes);
  }
  return files;
}

if (import.meta.main) {
  for (const [path, bytes] of testFiles()) {
    const url = new URL(path, import.meta.url);
    await Deno.mkdir(new URL(".", url), { recursive: true });
    await Deno.writeFile(url, bytes);
  }
}
