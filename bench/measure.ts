/** A program and its arguments. */
export type Command = readonly [program: string, ...args: string[]];

/** What one process took. */
export interface Measurement {
  /** Seconds from its start to its end. */
  readonly wall: number;
  /** Seconds of user and system time, of all its threads. */
  readonly cpu: number;
  /** The most memory it held at once, its maximum resident set size, in bytes. */
  readonly memory: number;
}

/** Options of {@linkcode measure}. */
export interface MeasureOptions {
  /** An empty folder to run in; what is measured and what the process complains of goes there. */
  folder: string;
  /** The file its stdout goes to. */
  stdout: string;
}

/** Where GNU time is looked for: a shell's builtin `time` knows nothing of memory. */
export const GNU_TIME = "/usr/bin/time";

/**
 * Runs a program and measures its whole process. Neither its output nor its complaints pass through
 * this process: they would take CPU from it. Throws if it does not end with 0.
 */
export async function measure(
  command: Command,
  options: MeasureOptions,
): Promise<Measurement> {
  const figures = `${options.folder}.figures`;
  const stderr = `${options.folder}.stderr`;
  const shell = new Deno.Command("/bin/sh", {
    args: [
      "-c",
      'out="$1"; err="$2"; shift 2; exec "$@" > "$out" 2> "$err"',
      "sh",
      options.stdout,
      stderr,
      ...[GNU_TIME, "--quiet", "--format=%U %S %M", `--output=${figures}`],
      ...command,
    ],
    clearEnv: true,
    env: environment(),
    cwd: options.folder,
    stdin: "null",
    stdout: "null",
    stderr: "null",
  });
  const start = performance.now();
  const { code } = await shell.spawn().status;
  const wall = (performance.now() - start) / 1000;
  if (code !== 0) {
    const complaint = (await Deno.readTextFile(stderr)).trim().split("\n").at(-1);
    const name = command[0].split("/").at(-1);
    throw new Error(`Cannot measure "${name}": it ends with ${code}: ${complaint}`);
  }
  const [user = NaN, system = NaN, kibibytes = NaN] = (await Deno.readTextFile(figures))
    .trim().split(" ").map(Number);
  return { wall, cpu: user + system, memory: kibibytes * 1024 };
}

/** The operator's settings of wikitop must not change what is measured. */
function environment(): Record<string, string> {
  const kept = Object.entries(Deno.env.toObject())
    .filter(([name]) => !name.startsWith("WIKITOP_") && name !== "INIT_CWD");
  return { ...Object.fromEntries(kept), DENO_NO_UPDATE_CHECK: "1" };
}
