import { UsageError } from "./args/usage_error.ts";
import { COMMAND_NAMES, loadCommand, loadCommands } from "./commands/load.ts";
import { EXIT } from "./exit_code.ts";
import { isClosedPipe, type Runtime } from "./runtime.ts";
import { VERSION } from "./version.ts";

const HELP = ["--help", "-h", "help"];

/**
 * Runs the program: a command with its arguments.
 *
 * @param argv What was typed behind the program's name.
 * @param runtime The world around, which is told what went wrong.
 * @returns The exit code.
 */
export async function runProgram(argv: readonly string[], runtime: Runtime): Promise<number> {
  const say = isJsonLog(argv, runtime)
    ? (message: string) => runtime.note(JSON.stringify({ stage: "error", message }))
    : runtime.note;
  try {
    return await dispatch(argv, runtime);
  } catch (error) {
    // A reader of the output who has seen enough is fine.
    if (isClosedPipe(error)) return EXIT.fine;
    if (!(error instanceof Error)) throw error;
    const { isUsage } = await import("./advice.ts");
    say(await describeFailure(error, argv, runtime));
    return error instanceof UsageError || isUsage(error) ? EXIT.usage : EXIT.failure;
  }
}

async function describeFailure(
  error: Error,
  argv: readonly string[],
  runtime: Runtime,
): Promise<string> {
  const command = await loadCommand(argv[0] ?? "");
  if (error instanceof UsageError) {
    const help = command === undefined ? "wikitop --help" : `wikitop ${command.name} --help`;
    return `${error.message}\n${help} shows ${command === undefined ? "examples" : "its flags"}`;
  }
  const { describeError } = await import("./advice.ts");
  if (command === undefined) return describeError(error);
  const { permissionAdvice } = await import("./permissions.ts");
  const { Arguments } = await import("./args/arguments.ts");
  const { translate } = await import("./compat.ts");
  const args = Arguments.parse(
    translate(argv.slice(1)),
    command,
    (name) => variable(runtime, name),
  );
  return permissionAdvice(error, { command, args }, runtime) ?? describeError(error);
}

/** A variable of the environment, none where it must not be read. */
function variable({ env }: Runtime, name: string): string | undefined {
  try {
    return env(name);
  } catch {
    return undefined; // An error is being told of: another one is not to take its place.
  }
}

/** Whether standard error is read by a program, also if the arguments are wrong. */
function isJsonLog(argv: readonly string[], runtime: Runtime): boolean {
  const at = argv.lastIndexOf("--log");
  const written = argv.findLast((arg) => arg.startsWith("--log="))?.slice("--log=".length) ??
    (at < 0 ? variable(runtime, "WIKITOP_LOG") : argv[at + 1]);
  return argv[0] === "run" && written === "json";
}

async function dispatch(argv: readonly string[], runtime: Runtime): Promise<number> {
  // `help COMMAND` and `--help COMMAND` are what many programs understand.
  const [first = "", second = ""] = argv;
  const isHelp = HELP.includes(first) && argv.length === 2;
  const [name, ...args] = isHelp ? [second, "--help"] : argv;
  if (name === undefined) {
    runtime.note(await wholeHelp(runtime));
    return EXIT.usage;
  }
  if (HELP.includes(name) && args.length === 0) {
    await runtime.write(await wholeHelp(runtime));
    return EXIT.fine;
  }
  if (["--version", "-V"].includes(name)) {
    await runtime.write(`wikitop ${VERSION}\n`);
    return EXIT.fine;
  }
  const command = await loadCommand(name);
  if (command === undefined) {
    const { didYouMean } = await import("../core/did_you_mean.ts");
    // `-v` is nearer to `ls` than to what it means to other programs.
    const known = ["--help", "--version", ...name.startsWith("-") ? [] : COMMAND_NAMES];
    const meant = name === "-v" ? '; did you mean "--version"?' : didYouMean(name, known);
    throw new UsageError(`Cannot run "${name}": there is no such command${meant}`);
  }
  const { checkVariables } = await import("./args/variables.ts");
  checkVariables(runtime);
  const { Arguments } = await import("./args/arguments.ts");
  const { translate } = await import("./compat.ts");
  const parsed = Arguments.parse(translate(args), command, runtime.env);
  if (parsed.help) {
    const { commandHelp } = await import("./args/help.ts");
    await runtime.write(commandHelp(command, runtime.columns));
    return EXIT.fine;
  }
  const { checkClock } = await import("../core/time/hour.ts");
  checkClock(runtime.now());
  return await command.run(parsed, runtime);
}

async function wholeHelp({ columns }: Runtime): Promise<string> {
  const { programHelp } = await import("./args/help.ts");
  return programHelp(await loadCommands(), columns);
}
