import type { Bytes } from "./bytes.ts";

/** A SHA-256 in the making. */
export interface Sha256 {
  /** Takes the next bytes. */
  update(bytes: Uint8Array): void;
  /** The digest of all bytes, in hexadecimal digits. */
  digest(): string;
}

/** Starts a SHA-256. The web can only digest bytes that are all there, so this is handed in. */
export type CreateSha256 = () => Sha256;

/** The SHA-256 of bytes that are all there, in hexadecimal digits. */
export async function sha256Of(bytes: Bytes): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", bytes);
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, "0")).join("");
}
