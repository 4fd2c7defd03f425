/** How much may be sent for the page in all, gzipped, in bytes. */
const LIMIT = 170_000;

/**
 * Names a file after its content, as `main-0f1e2d3c4b.js` for `main.js`, so that it may be cached
 * for ever under that name.
 */
export async function hashedName(name: string, content: Uint8Array<ArrayBuffer>): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", content)).toHex();
  const dot = name.lastIndexOf(".");
  return `${name.slice(0, dot)}-${digest.slice(0, 10)}${name.slice(dot)}`;
}

/**
 * Leaves out of a style sheet what only people need. It knows no more of CSS than our own sheets
 * have: no string in them holds a brace, a semicolon or a comment.
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

/**
 * Tells how much is sent for the page.
 *
 * @param files Its files by their names.
 * @returns A table of the files' sizes and their sum, and how many bytes they are above the limit.
 */
export async function sizeReport(
  files: ReadonlyMap<string, Uint8Array<ArrayBuffer>>,
): Promise<{ text: string; excess: number }> {
  let sum = 0;
  const rows: [string, number][] = [];
  for (const [name, content] of files) {
    const size = await gzippedSize(content);
    rows.push([name, size]);
    sum += size;
  }
  rows.push([`of ${LIMIT}`, sum]);
  const text = rows.map(([name, size]) => `${String(size).padStart(7)}  ${name}`).join("\n");
  return { text, excess: Math.max(sum - LIMIT, 0) };
}

async function gzippedSize(content: Uint8Array<ArrayBuffer>): Promise<number> {
  const gzipped = new Blob([content]).stream().pipeThrough(new CompressionStream("gzip"));
  return (await new Response(gzipped).arrayBuffer()).byteLength;
}
