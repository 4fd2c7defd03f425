/**
 * Makes texts comparable for a search: without case, accents and underscores.
 *
 * @param text Any text.
 * @returns The folded text, which may have another length.
 */
export function fold(text: string): string {
  return text.normalize("NFKD").replace(/\p{Mn}/gu, "").toLowerCase().replaceAll("_", " ").trim();
}
