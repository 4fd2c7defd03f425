import { fileURLToPath } from "node:url";
import { SERVE_FLAGS } from "../../core/testing/task_flags.ts";

const CONFIG = fileURLToPath(new URL("../../deno.json", import.meta.url));
const MAIN = fileURLToPath(new URL("../../server/main.ts", import.meta.url));
const CLI = fileURLToPath(new URL("../../cli/main.ts", import.meta.url));

/**
 * The server as the `serve` task starts it, at a port that is free; to be started in a folder that
 * is to get its `reports`.
 *
 * @param args More arguments of the server.
 * @returns The program and its arguments.
 *
 * @example Usage
 * ```ts
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(serveCommand(["--read-only"]).slice(-3), ["--port", "0", "--read-only"]);
 * ```
 */
export function serveCommand(args: readonly string[]): string[] {
  return [...deno(), MAIN, "--port", "0", ...args];
}

/**
 * The command line with the permissions of the server, to be started in the same folder.
 *
 * @param args The subcommand and its arguments.
 * @returns The program and its arguments.
 *
 * @example Usage
 * ```ts
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(cliCommand(["verify"]).at(-1), "verify");
 * ```
 */
export function cliCommand(args: readonly string[]): string[] {
  return [...deno(), CLI, ...args];
}

function deno(): string[] {
  return [Deno.execPath(), "run", `--config=${CONFIG}`, ...SERVE_FLAGS];
}
