import type { Bytes } from "../core/mod.ts";
import { EXIT } from "./exit_code.ts";
import { printableLines, wrapLines } from "./printable.ts";

/** What a command may use of the world around it. */
export interface Runtime {
  /** A variable of the environment. */
  env(name: string): string | undefined;
  /**
   * The names of the variables of the environment, none if nobody may look for them; `undefined` if
   * they may not be listed, but any of the program's prefix be read.
   */
  variables(): string[] | undefined;
  /** Standard input. */
  readonly stdin: ReadableStream<Bytes>;
  /**
   * Writes data to standard output, text or UTF-8, as it is; rejects once nobody reads it any more, see
   * {@linkcode isClosedPipe}.
   */
  write(text: string | Uint8Array): Promise<void>;
  /**
   * Writes a line to standard error, without what a terminal would obey; one that cannot be written, to
   * a full disk say, is lost.
   */
  note(line: string): void;
  /** Writes to standard error as it is, for a terminal. */
  draw(text: string): void;
  /** How many columns the terminal has, `undefined` if standard output is none. */
  readonly columns: number | undefined;
  /** The terminal that standard error is, `undefined` if none, or one that cannot move its cursor. */
  readonly terminal: { readonly columns: number } | undefined;
  /** The clock. */
  now(): Date;
  /** Aborts when the user wants the program to stop; who asks for it promises to stop cleanly. */
  interruption(): AbortSignal;
  /** What to fetch with. */
  readonly fetch: typeof fetch;
  /** Whether it was allowed something. */
  isGranted(permission: { kind: string; value?: string }): boolean;
  /** Whether it is a standalone executable. */
  readonly isExecutable: boolean;
  /** The words that start Deno in a shell. */
  readonly deno: readonly string[];
  /** The name and version of what runs the program, as `Deno/2.9.6`. */
  readonly name: string;
}

/**
 * Whether Deno was told to export telemetry (`OTEL_DENO=true`): then it has put its own providers where
 * the OpenTelemetry API looks for them. The variable itself may not be read.
 */
export const IS_TELEMETRY_ON: boolean = Symbol.for("opentelemetry.js.api.1") in globalThis;

const encoder = new TextEncoder();
let stdout: WritableStreamDefaultWriter<Uint8Array> | undefined;

/** The world around the program, as Deno has it. */
export const denoRuntime: Runtime = {
  env: (name) => Deno.env.get(name),
  variables() {
    const mayRead = (variable: { variable?: string }) =>
      Deno.permissions.querySync({ name: "env", ...variable }).state === "granted";
    if (mayRead({})) return Object.keys(Deno.env.toObject());
    return mayRead({ variable: "WIKITOP_*" }) ? undefined : [];
  },
  get stdin() {
    return Deno.stdin.readable;
  },
  write(text) {
    const bytes = typeof text === "string" ? encoder.encode(text) : text;
    return (stdout ??= Deno.stdout.writable.getWriter()).write(bytes);
  },
  note(line) {
    const columns = Deno.stderr.isTerminal() ? consoleColumns() : undefined;
    const text = wrapLines(printableLines(line), columns);
    // Deno exports what the console says, in the trace to which it belongs, and writes it there, too.
    if (IS_TELEMETRY_ON) {
      return /^(Error|Warning): /.test(line) ? console.error(text) : console.warn(text);
    }
    const bytes = encoder.encode(`${text}
`);
    try {
      for (let sent = 0; sent < bytes.length;) sent += Deno.stderr.writeSync(bytes.subarray(sent));
    } catch {
      // Whatever the log's disk or reader has come to, the work is not to end with it.
    }
  },
  draw(text) {
    try {
      Deno.stderr.writeSync(encoder.encode(text));
    } catch {
      // Where nothing can be drawn, the work goes on.
    }
  },
  get columns() {
    return Deno.stdout.isTerminal() ? consoleColumns() : undefined;
  },
  get terminal() {
    if (!Deno.stderr.isTerminal() || terminalName() === "dumb") return undefined;
    return {
      get columns() {
        return consoleColumns(); // It may be made wider or narrower meanwhile.
      },
    };
  },
  now: () => new Date(),
  interruption() {
    const controller = new AbortController();
    // The second time the user means it.
    const stop = () => controller.signal.aborted ? Deno.exit(EXIT.interrupted) : controller.abort();
    Deno.addSignalListener("SIGINT", stop);
    if (Deno.build.os !== "windows") Deno.addSignalListener("SIGTERM", stop);
    return controller.signal;
  },
  fetch,
  isGranted({ kind, value }) {
    return Deno.permissions.querySync(descriptorOf(kind, value)).state === "granted";
  },
  isExecutable: Deno.build.standalone,
  get deno() {
    if (isFromNpx()) return ["npx", "--yes", `deno@${Deno.version.deno}`];
    // What npm installs for a package of its own is not on the path.
    return import.meta.url.includes("/node_modules/") ? [Deno.execPath()] : ["deno"];
  },
  name: `Deno/${Deno.version.deno}`,
};

/** How long what is left may hold up the end of a process that exports telemetry, in milliseconds. */
const END_MS = 5000;

/** Ends the process with an exit code. */
export function endProcess(code: number): void {
  if (!IS_TELEMETRY_ON) Deno.exit(code);
  // Deno.exit() never returns where figures are being collected at that very moment, on Deno 2.9.6. So
  // the process comes to its end by itself, with all that is exported.
  Deno.exitCode = code;
  Deno.unrefTimer(setTimeout(() => Deno.exit(code), END_MS));
}

/** Whether writing failed because the reader of the output has gone, as `head` does. */
export function isClosedPipe(error: unknown): boolean {
  return error instanceof Deno.errors.BrokenPipe;
}

/** A terminal that does not know how wide it is says 0. */
function consoleColumns(): number {
  return Deno.consoleSize().columns || 80;
}

/** What the terminal calls itself, `undefined` if that must not be known. */
function terminalName(): string | undefined {
  try {
    return Deno.env.get("TERM");
  } catch (error) {
    if (error instanceof Deno.errors.NotCapable) return undefined;
    throw error;
  }
}

function descriptorOf(kind: string, value: string | undefined): Deno.PermissionDescriptor {
  if (kind === "net") return { name: kind, ...value !== undefined && { host: value } };
  if (kind === "sys") {
    return { name: kind, ...value !== undefined && { kind: value as "osRelease" } };
  }
  if (kind === "env") return { name: kind, ...value !== undefined && { variable: value } };
  return { name: kind as "read" | "write", ...value !== undefined && { path: value } };
}

/** Whether Deno is npx's, which no shell finds by its name. */
function isFromNpx(): boolean {
  try {
    return /[\\/]_npx[\\/]/.test(Deno.execPath());
  } catch (error) {
    if (error instanceof Deno.errors.NotCapable) return false;
    throw error;
  }
}
