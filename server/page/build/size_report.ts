/** How much may be sent for the page in all, gzipped, in bytes. */
const LIMIT = 150_000;

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
