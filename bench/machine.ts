import { cpus } from "node:os";
import type { Command } from "./measure.ts";

/** The name and version of a program that can run, or why it cannot. */
export type Readiness = { readonly version: string } | { readonly skipped: string };

/** Says in one line what the figures were measured on: processors, system, and runtimes. */
export async function machine(): Promise<string> {
  const node = await nodeVersion();
  return [
    processors(),
    `${Deno.build.os} ${Deno.build.arch}`,
    `Deno ${Deno.version.deno}`,
    "version" in node ? node.version : "no Node",
  ].join(", ");
}

/** The processors of this machine. */
export function processors(): string {
  return `${navigator.hardwareConcurrency} × ${cpus()[0]?.model ?? "unknown processor"}`;
}

/**
 * Asks a program for its version, the first line of its stdout, which also shows whether it runs at
 * all.
 */
export async function versionOf([program, ...args]: Command): Promise<Readiness> {
  try {
    const ran = await new Deno.Command(program, { args, stdin: "null" }).output();
    const decoder = new TextDecoder();
    const version = decoder.decode(ran.stdout).split("\n")[0]!.trim();
    if (ran.success && version !== "") return { version };
    const complaint = decoder.decode(ran.stderr).split("\n").find((line) => /error/i.test(line));
    return { skipped: `"${program}" ends with ${ran.code}: ${complaint?.trim() ?? "no version"}` };
  } catch (error) {
    if (!(error instanceof Deno.errors.NotFound)) throw error;
    return { skipped: `"${program}" is not installed` };
  }
}

/**
 * Looks for Node. Where there is none, Deno lets `node` mean itself, and the rivals would run on
 * another runtime than the one they are made for: that counts as not installed.
 */
export async function nodeVersion(): Promise<Readiness> {
  const found = await versionOf(["node", "--version"]);
  if ("skipped" in found) return found;
  const version = /^v(\d.*)$/.exec(found.version)?.[1];
  return version === undefined
    ? { skipped: `"node" is not installed` }
    : { version: `Node ${version}` };
}
