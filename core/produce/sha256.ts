/** A SHA-256 in the making. */
export interface Sha256 {
  /** Takes the next bytes. */
  update(bytes: Uint8Array): void;
  /** The digest of all bytes, in hexadecimal digits. */
  digest(): string;
}

/** Starts a SHA-256. The web can only digest bytes that are all there, so this is handed in. */
export type CreateSha256 = () => Sha256;
