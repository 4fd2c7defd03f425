/** What a server may write to its log when all is well. */
const USUAL = [
  /^Listening at http:\/\/127\.0\.0\.1:\d+\/$/,
  /^Shutting down: finishing what is in flight$/,
  /^\d{4}-\d\d-\d\dT\d\d(_\d{4}-\d\d-\d\dT\d\d)?: (done|failed|cancelled)(;|$)/,
  /^Warning: the page is not built/,
];

/**
 * The lines of a server's log that are not usual: errors, and warnings that nobody asked for.
 *
 * @param lines The lines.
 * @returns Those that are not.
 *
 * @example Usage
 * ```ts
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(unusualLines(["2019-01-01T01: done", "Error: no"]), ["Error: no"]);
 * ```
 */
export function unusualLines(lines: readonly string[]): string[] {
  return lines.filter((line) => !USUAL.some((usual) => usual.test(line)));
}
