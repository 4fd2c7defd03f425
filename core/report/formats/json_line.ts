/**
 * What may not stand raw in a line of JSON: some readers take these for the end of a line (U+0085,
 * U+2028, U+2029), and a terminal obeys the others.
 */
const NOT_RAW = /[\u007f-\u009f\u2028\u2029]/g;

/** A value as one line of JSON with its end; whoever reads it as JSON gets the value as it is. */
export function jsonLine(value: unknown): string {
  const text = JSON.stringify(value).replace(
    NOT_RAW,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
  return `${text}\n`;
}
