/**
 * Writes the golden cases and the sample hour anew:
 *
 * ```sh
 * deno run --allow-read --allow-write=testdata testdata/generate.ts
 * ```
 *
 * @module
 */

import { testFiles } from "./test_files.ts";

for (const [path, bytes] of testFiles()) {
  const url = new URL(path, import.meta.url);
  await Deno.mkdir(new URL(".", url), { recursive: true });
  await Deno.writeFile(url, bytes);
}
