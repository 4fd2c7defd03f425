/**
 * Makes a text of a dump fit to be printed, with U+FFFD for what is not: a terminal obeys control
 * characters, and turns the line around for some invisible ones.
 */
export function printable(text: string): string {
  return text.replace(/[\p{Cc}\u202A-\u202E\u2066-\u2069\u2028\u2029]/gu, "\uFFFD");
}

/** A title as people read it, with spaces. */
export function printableTitle(title: string): string {
  return printable(title).replaceAll("_", " ");
}
