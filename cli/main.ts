import type { Host } from "./host.ts";
import { missingPermission } from "./missing_permission.ts";
import { UsageError } from "./usage_error.ts";
import { wikitop } from "./wikitop.ts";

/** The exit code of a program that was interrupted, as shells have it. */
const INTERRUPTED = 130;

const encoder = new TextEncoder();
const stdout = Deno.stdout.writable.getWriter();

const host: Host = {
  env: (name) => Deno.env.get(name),
  stdin: Deno.stdin.readable,
  write: (text) => stdout.write(encoder.encode(text)),
  note: (line) => console.error(line),
  isTerminal: Deno.stderr.isTerminal(),
  columns: Deno.stdout.isTerminal() ? Deno.consoleSize().columns : undefined,
  now: () => new Date(),
  interruption() {
    const controller = new AbortController();
    // The second time the user means it.
    const stop = () => controller.signal.aborted ? Deno.exit(INTERRUPTED) : controller.abort();
    Deno.addSignalListener("SIGINT", stop);
    if (Deno.build.os !== "windows") Deno.addSignalListener("SIGTERM", stop);
    return controller.signal;
  },
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
