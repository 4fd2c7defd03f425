import { AssertionError } from "@std/assert";

/**
 * Asserts that two long texts are the same; where they are not, it shows the first line that
 * differs rather than all of them.
 *
 * @param actual The text that came out.
 * @param expected The text that is right.
 */
export function assertSameText(actual: string, expected: string): void {
  if (actual === expected) return;
  const [lines, right] = [actual.split("\n"), expected.split("\n")];
  const at = right.findIndex((line, i) => line !== lines[i]);
  const line = at < 0 ? right.length : at;
  throw new AssertionError(
    `Line ${line + 1} is ${JSON.stringify(lines[line])}, not ${JSON.stringify(right[line])}; ` +
      `there are ${lines.length} lines of ${right.length}`,
  );
}
