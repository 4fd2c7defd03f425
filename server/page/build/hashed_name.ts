/**
 * Names a file after its content, so that it may be kept for ever under that name.
 *
 * @param name Its name, as `main.js`.
 * @param content Its content.
 * @returns The name with the begin of the content's SHA-256 in it, as `main-0f1e2d3c4b.js`.
 */
export async function hashedName(name: string, content: Uint8Array<ArrayBuffer>): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", content)).toHex();
  const dot = name.lastIndexOf(".");
  return `${name.slice(0, dot)}-${digest.slice(0, 10)}${name.slice(dot)}`;
}
