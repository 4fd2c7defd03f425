import { sha256Of } from "../dump/sha256.ts";
import type { Manifest } from "../report/manifest.ts";

/**
 * What tells a report from another of its period: a digest of all that is known of it but when, and by
 * which program, it was made.
 */
export async function identityOf({ made: _made, ...manifest }: Manifest): Promise<string> {
  return await sha256Of(new TextEncoder().encode(JSON.stringify(manifest)));
}
