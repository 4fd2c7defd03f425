import { cpus } from "node:os";
import { nodeVersion } from "./node_version.ts";

/**
 * Says what the figures were measured on.
 *
 * @returns One line: processors, system, and the runtimes of the contestants.
 */
export async function machine(): Promise<string> {
  const node = await nodeVersion();
  return [
    `${navigator.hardwareConcurrency} × ${cpus()[0]?.model ?? "unknown processor"}`,
    `${Deno.build.os} ${Deno.build.arch}`,
    `Deno ${Deno.version.deno}`,
    "version" in node ? node.version : "no Node",
  ].join(", ");
}
