import { fileURLToPath } from "node:url";
import { TASK_FLAGS } from "./task_flags.ts";

const MAIN = fileURLToPath(new URL("../../cli/main.ts", import.meta.url));

/** The program in one of the forms in which people have it. */
export interface Program {
  /**
   * How it is started.
   *
   * @param permissions More permissions than the task has, as `--allow-net=127.0.0.1:8080`.
   * @returns The file to execute and its first arguments.
   */
  command(permissions: readonly string[]): [file: string, ...args: string[]];
}

/** The program as `deno task wikitop` starts it, with exactly the permissions of that task. */
export const FROM_SOURCE: Program = {
  command: (permissions) => withFlags(permissions.reduce(allow, TASK_FLAGS)),
};

/**
 * The program from its source, with permissions of one's own choice.
 *
 * @param flags All flags for Deno.
 * @returns The program.
 */
export function withOnly(...flags: string[]): Program {
  return { command: (permissions) => withFlags(permissions.reduce(allow, flags)) };
}

/**
 * The program as a standalone executable, whose permissions are fixed.
 *
 * @param path The executable.
 * @returns The program.
 */
export function fromExecutable(path: string): Program {
  return { command: () => [path] };
}

function withFlags(flags: readonly string[]): [string, ...string[]] {
  return [Deno.execPath(), "run", ...flags, MAIN];
}

/** Deno takes each flag once, with all its values. */
function allow(flags: readonly string[], permission: string): string[] {
  const [name, value] = permission.split("=");
  const given = flags.find((flag) => flag.split("=")[0] === name);
  if (given === undefined) return [...flags, permission];
  return flags.map((flag) => flag === given && flag.includes("=") ? `${flag},${value}` : flag);
}
