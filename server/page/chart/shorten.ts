/** Characters that are about twice as wide as a Latin one. */
const WIDE = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60]/;

/**
 * Shortens a text to what fits.
 *
 * @param text The text.
 * @param columns How many Latin characters fit.
 * @returns The text, or as much of it as fits with an ellipsis.
 */
export function shorten(text: string, columns: number): string {
  const characters = [...new Intl.Segmenter().segment(text)].map(({ segment }) => segment);
  const width = (character: string) => WIDE.test(character) ? 2 : 1;
  if (characters.reduce((sum, character) => sum + width(character), 0) <= columns) return text;
  let kept = "";
  let used = 1;
  for (const character of characters) {
    used += width(character);
    if (used > columns) break;
    kept += character;
  }
  return `${kept.trimEnd()}…`;
}
