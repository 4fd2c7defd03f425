import type { Host } from "./host.ts";

/** The exit code of a program that was interrupted, as shells have it. */
const INTERRUPTED = 130;

const encoder = new TextEncoder();
let stdout: WritableStreamDefaultWriter<Uint8Array> | undefined;

/** The world around the program, as Deno has it. */
export const denoHost: Host = {
  env: (name) => Deno.env.get(name),
  get stdin() {
    return Deno.stdin.readable;
  },
  write: (text) => (stdout ??= Deno.stdout.writable.getWriter()).write(encoder.encode(text)),
  note: (line) => console.error(line),
  get isTerminal() {
    return Deno.stderr.isTerminal();
  },
  get columns() {
    return Deno.stdout.isTerminal() ? Deno.consoleSize().columns : undefined;
  },
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
