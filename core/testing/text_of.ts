import type { Chunk } from "../mod.ts";

/**
 * What a report says that was written down.
 *
 * @param chunks Its bytes.
 * @returns Its text.
 */
export function textOf(chunks: Iterable<Chunk>): string {
  const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
  return Array.from(chunks, ({ bytes }) => decoder.decode(bytes)).join("");
}
