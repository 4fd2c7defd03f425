import { GOLDEN_CASES } from "./golden_cases.ts";
import { goldenFiles } from "./golden_case.ts";
import { sampleHour } from "./sample_hour.ts";

/**
 * All files that are generated: the golden cases and the sample hour.
 *
 * @returns The files by their paths below this folder.
 */
export function testFiles(): Map<string, Uint8Array> {
  const files = new Map<string, Uint8Array>();
  for (const golden of [...GOLDEN_CASES, sampleHour()]) {
    for (const [name, bytes] of goldenFiles(golden)) files.set(`${golden.name}/${name}`, bytes);
  }
  return files;
}
