import { createHash } from "node:crypto";
import type { Sha256 } from "../dump/sha256.ts";

/**
 * Starts a SHA-256 with `node:crypto`.
 *
 * @returns The digest of no bytes yet.
 */
export function createSha256(): Sha256 {
  const hash = createHash("sha256");
  return {
    update: (bytes) => void hash.update(bytes),
    digest: () => hash.digest("hex"),
  };
}
