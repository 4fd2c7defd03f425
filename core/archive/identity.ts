import { sha256Of } from "../dump/sha256.ts";
import type { Manifest } from "../report/manifest.ts";
import type { StoredFile } from "../store/entries.ts";
import { plainName } from "../store/names.ts";

/**
 * What tells a report from another of its period: a digest of all that is known of it but when, and by
 * which program, it was made, and the marks of its files, which tell what it replaced.
 */
export async function identityOf({ made: _made, ...manifest }: Manifest): Promise<string> {
  const { file, companions } = manifest;
  const known = {
    ...manifest,
    file: plain(file),
    ...companions !== undefined && { companions: companions.map(plain) },
  };
  return await sha256Of(new TextEncoder().encode(JSON.stringify(known)));
}

function plain(file: StoredFile): StoredFile {
  return { ...file, name: plainName(file.name) };
}
