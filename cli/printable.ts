/**
 * Makes a text of a dump fit to be printed: a terminal obeys control characters, and turns the line
 * around for some invisible ones.
 *
 * @param text The text.
 * @returns The text with U+FFFD in their places.
 */
export function printable(text: string): string {
  return text.replace(/[\p{Cc}\u202A-\u202E\u2066-\u2069\u2028\u2029]/gu, "\uFFFD");
}
