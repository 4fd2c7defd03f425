import { type Readiness, versionOf } from "./version_of.ts";

/**
 * Looks for Node. Where there is none, Deno lets `node` mean itself, and the rivals would run on
 * another runtime than the one they are made for: that counts as not installed.
 *
 * @returns Node's name and version, or why there is none.
 */
export async function nodeVersion(): Promise<Readiness> {
  const found = await versionOf(["node", "--version"]);
  if ("skipped" in found) return found;
  const version = /^v(\d.*)$/.exec(found.version)?.[1];
  return version === undefined
    ? { skipped: `"node" is not installed` }
    : { version: `Node ${version}` };
}
