/**
 * Leaves out of a style sheet what only people need. It knows no more of CSS than our own sheets
 * have: no string in them holds a brace, a semicolon or a comment.
 *
 * @param css The style sheet.
 * @returns A smaller one that means the same.
 */
export function minifyCss(css: string): string {
  return css
    .replace(/\/\*.*?\*\//gs, "")
    .replace(/\s+/g, " ")
    .replace(/ ?([{};,]) ?/g, "$1")
    .replace(/: (?=[^{}]*[;}])/g, ":")
    .replaceAll(";}", "}")
    .trim();
}
