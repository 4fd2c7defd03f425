import type { Program } from "./program.ts";

/** How to start the program. */
export interface LaunchOptions {
  /** The folder it is called from. */
  cwd: string;
  /** Variables of the environment; those of the tester that begin with `WIKITOP_` are left out. */
  env?: Record<string, string>;
  /** Standard input; nothing if it is left out. */
  stdin?: string | Uint8Array;
  /** More permissions than the program has by itself. */
  permissions?: string[];
}

/** What came of it. */
export interface Outcome {
  /** The exit code. */
  code: number;
  /** What it wrote to standard output. */
  stdout: string;
  /** What it wrote to standard error. */
  stderr: string;
}

/**
 * Starts the program.
 *
 * @param program The program.
 * @param args Its arguments.
 * @param options How to start it.
 * @returns The process, its output in pipes.
 */
export function start(
  program: Program,
  args: readonly string[],
  { cwd, env = {}, stdin, permissions = [] }: LaunchOptions,
): Deno.ChildProcess {
  const [file, ...first] = program.command(permissions);
  return new Deno.Command(file, {
    args: [...first, ...args],
    cwd,
    clearEnv: true,
    env: { ...inherited(), ...env },
    stdin: stdin === undefined ? "null" : "piped",
    stdout: "piped",
    stderr: "piped",
  }).spawn();
}

/**
 * Runs the program to its end.
 *
 * @param program The program.
 * @param args Its arguments.
 * @param options How to start it.
 * @returns What came of it.
 */
export async function launch(
  program: Program,
  args: readonly string[],
  options: LaunchOptions,
): Promise<Outcome> {
  const child = start(program, args, options);
  const feeding = options.stdin === undefined ? undefined : feed(child.stdin, options.stdin);
  const { code, stdout, stderr } = await child.output();
  await feeding;
  const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
  return { code, stdout: decoder.decode(stdout), stderr: decoder.decode(stderr) };
}

async function feed(
  stdin: WritableStream<Uint8Array>,
  content: string | Uint8Array,
): Promise<void> {
  const writer = stdin.getWriter();
  try {
    await writer.write(typeof content === "string" ? new TextEncoder().encode(content) : content);
    await writer.close();
  } catch (error) {
    // A program that has failed already does not read to the end.
    if (!(error instanceof Deno.errors.BrokenPipe)) throw error;
  }
}

/** The tester's environment, without what would change how the program works. */
function inherited(): Record<string, string> {
  // To be measured for coverage, too, would cost each process with a thread a second.
  const changes =
    /^(WIKITOP_|DENO_(AUDIT|TRACE|COVERAGE)_|INIT_CWD$|FORCE_COLOR$|(HTTPS?|ALL|NO)_PROXY$)/i;
  const variables = Object.entries(Deno.env.toObject());
  return {
    ...Object.fromEntries(variables.filter(([name]) => !changes.test(name))),
    NO_COLOR: "1",
    DENO_NO_UPDATE_CHECK: "1",
    // Tests that want patience say so.
    WIKITOP_RETRY_FOR: "0s",
  };
}
