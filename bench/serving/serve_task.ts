import config from "../../deno.json" with { type: "json" };

const MAIN = new URL("../../server/main.ts", import.meta.url).pathname;

/**
 * What the `serve` task gives to Deno: the one home of it is deno.json.
 *
 * @example Usage
 * ```ts
 * import { assert } from "@std/assert";
 *
 * assert(SERVE_FLAGS.includes("--allow-write=./reports"));
 * ```
 */
export const SERVE_FLAGS: readonly string[] = config.tasks.serve.command
  .slice(config.tasks.serve.command.indexOf("deno run"))
  .split(/\s+/)
  .filter((word) => word.startsWith("--"));

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
 * assertEquals(serveCommand(["--read-only"]).at(-1), "--read-only");
 * ```
 */
export function serveCommand(args: readonly string[]): string[] {
  const name = `--config=${new URL("../../deno.json", import.meta.url).pathname}`;
  return [Deno.execPath(), "run", name, ...SERVE_FLAGS, MAIN, "--port", "0", ...args];
}
