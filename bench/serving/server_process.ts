import { TextLineStream } from "@std/streams/text-line-stream";
import { fileURLToPath } from "node:url";
import { SERVE_FLAGS } from "../../core/testing/task_flags.ts";
import type { Command } from "../measure.ts";

const CONFIG = fileURLToPath(new URL("../../deno.json", import.meta.url));
const SERVER = fileURLToPath(new URL("../../server/main.ts", import.meta.url));
const CLI = fileURLToPath(new URL("../../cli/main.ts", import.meta.url));

/** How long a server may take to listen, in milliseconds. */
const PATIENCE_MS = 60_000;

/** Options of {@linkcode startServer}. */
export interface StartServerOptions {
  /** The folder it is called from. */
  cwd: string;
  /** Called with every line that it writes, whether to stdout or to stderr. */
  onLine?: (line: string) => void;
}

/** A server in a process of its own, which is killed when it is disposed of. */
export interface StartedServer extends AsyncDisposable {
  /** Its URL, with the slash at the end. */
  readonly url: string;
  /** Its process. */
  readonly process: Deno.ChildProcess;
}

/** Starts a server that tells its URL in one of its lines, and returns once it listens. */
export async function startServer(
  [program, ...args]: Command,
  { cwd, onLine = () => {} }: StartServerOptions,
): Promise<StartedServer> {
  const process = new Deno.Command(program, {
    args,
    cwd,
    clearEnv: true,
    env: environment(),
    stdin: "null",
    stdout: "piped",
    stderr: "piped",
  }).spawn();
  const last: string[] = [];
  const listening = Promise.withResolvers<string>();
  const listen = async (stream: ReadableStream<Uint8Array<ArrayBuffer>>) => {
    const lines = stream.pipeThrough(new TextDecoderStream()).pipeThrough(new TextLineStream());
    for await (const line of lines) {
      last.push(line);
      if (last.length > 20) last.shift();
      onLine(line);
      const url = /https?:\/\/\S+/.exec(line)?.[0];
      if (url !== undefined) listening.resolve(url);
    }
  };
  const said = Promise.all([listen(process.stdout), listen(process.stderr)]);
  const fail = (why: string) =>
    listening.reject(new Error(`Cannot start "${program}": ${why}\n${last.join("\n")}`));
  const timer = setTimeout(() => fail("it does not say where it listens"), PATIENCE_MS);
  said.then(() => fail("it ends at once"));
  const end = async () => {
    try {
      process.kill("SIGKILL");
    } catch (error) {
      if (!(error instanceof TypeError)) throw error; // It has ended already.
    }
    await process.status;
    await said;
  };
  try {
    return { url: await listening.promise, process, [Symbol.asyncDispose]: end };
  } catch (error) {
    await end();
    throw error;
  } finally {
    clearTimeout(timer);
  }
}

/**
 * The server as the `serve` task starts it, at a port that is free; to be started in a folder that
 * is to get its `reports`.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(serveCommand(["--read-only"]).slice(-3), ["--port", "0", "--read-only"]);
 * ```
 */
export function serveCommand(args: readonly string[]): Command {
  return [...deno(), SERVER, "--port", "0", ...args];
}

/**
 * The command line with the permissions of the server, to be started in the same folder.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(cliCommand(["verify"]).at(-1), "verify");
 * ```
 */
export function cliCommand(args: readonly string[]): Command {
  return [...deno(), CLI, ...args];
}

function deno(): Command {
  return [Deno.execPath(), "run", `--config=${CONFIG}`, ...SERVE_FLAGS];
}

/** The operator's settings of wikitop must not change what is measured. */
function environment(): Record<string, string> {
  const kept = Object.entries(Deno.env.toObject())
    .filter(([name]) => !/^(WIKITOP_|INIT_CWD$|(HTTPS?|ALL|NO)_PROXY$)/i.test(name));
  return { ...Object.fromEntries(kept), DENO_NO_UPDATE_CHECK: "1", NO_COLOR: "1" };
}
