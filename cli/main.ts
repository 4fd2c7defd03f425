import type { Host } from "./host.ts";
import { missingPermission } from "./missing_permission.ts";
import { UsageError } from "./usage_error.ts";
import { wikitop } from "./wikitop.ts";

const encoder = new TextEncoder();

const host: Host = {
  env: (name) => Deno.env.get(name),
  stdin: Deno.stdin.readable,
  async write(text) {
    const writer = Deno.stdout.writable.getWriter();
    try {
      await writer.write(encoder.encode(text));
    } finally {
      writer.releaseLock();
    }
  },
  note: (line) => console.error(line),
  columns: Deno.stdout.isTerminal() ? Deno.consoleSize().columns : undefined,
  now: () => new Date(),
  fetch,
  runtime: `Deno/${Deno.version.deno}`,
};

/** Exit codes: 0 fine, 1 failure, 2 usage. A reader of the output who has seen enough is fine. */
async function exitCode(): Promise<number> {
  try {
    return await wikitop(Deno.args, host);
  } catch (error) {
    if (error instanceof Deno.errors.BrokenPipe) return 0;
    if (error instanceof UsageError) {
      console.error(`${error.message}\nwikitop --help shows examples`);
      return 2;
    }
    if (!(error instanceof Error)) throw error;
    console.error(`${missingPermission(error) ?? error.message}`);
    return 1;
  }
}

if (import.meta.main) Deno.exit(await exitCode());
