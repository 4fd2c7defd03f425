import { statfs } from "node:fs/promises";

/**
 * How many bytes there is room for where a folder is.
 *
 * @returns The bytes, `undefined` if nobody may ask.
 */
export async function freeBytes(folder: string): Promise<number | undefined> {
  try {
    const { bavail, bsize } = await statfs(folder);
    return bavail * bsize;
  } catch (error) {
    if (error instanceof Error && error.name === "NotCapable") return undefined;
    throw error;
  }
}
