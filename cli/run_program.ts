import type { Host } from "./host.ts";
import { missingPermission } from "./missing_permission.ts";
import { UsageError } from "./usage_error.ts";
import { wikitop } from "./wikitop.ts";

/**
 * Runs the program, and tells of what went wrong.
 *
 * @param argv What was typed behind the program's name.
 * @param host The world around.
 * @returns The exit code: 0 fine, 1 failure, 2 usage. A reader of the output who has seen enough is
 * fine.
 */
export async function runProgram(argv: readonly string[], host: Host): Promise<number> {
  try {
    return await wikitop(argv, host);
  } catch (error) {
    if (error instanceof Deno.errors.BrokenPipe) return 0;
    if (error instanceof UsageError) {
      host.note(`${error.message}\nwikitop --help shows examples`);
      return 2;
    }
    if (!(error instanceof Error)) throw error;
    host.note(`${missingPermission(error) ?? error.message}`);
    return 1;
  }
}
