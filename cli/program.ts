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
  try {
    return await dispatch(argv, runtime);
  } catch (error) {
    // A reader of the output who has seen enough is fine.
    if (isClosedPipe(error)) return EXIT.fine;
    if (error instanceof UsageError) {
      runtime.note(`${error.message}\nwikitop --help shows examples`);
      return EXIT.usage;
    }
    if (!(error instanceof Error)) throw error;
    const { describeError, isUsage } = await import("./advice.ts");
    runtime.note(describeError(error));
    return isUsage(error) ? EXIT.usage : EXIT.failure;
  }
}

async function dispatch(argv: readonly string[], runtime: Runtime): Promise<number> {
  // `help COMMAND` and `--help COMMAND` are what many programs understand.
  const [first = "", second = ""] = argv;
  const isHelp = HELP.includes(first) && argv.length === 2;
  const [name, ...args] = isHelp ? [second, "--help"] : argv;
  if (name === undefined) {
    runtime.note(await wholeHelp());
    return EXIT.usage;
  }
  if (HELP.includes(name) && args.length === 0) {
    await runtime.write(await wholeHelp());
    return EXIT.fine;
  }
  if (["--version", "-V"].includes(name)) {
    await runtime.write(`wikitop ${VERSION}\n`);
    return EXIT.fine;
  }
  const command = await loadCommand(name);
  if (command === undefined) {
    const { didYouMean } = await import("./args/did_you_mean.ts");
    const known = ["--help", "--version", ...COMMAND_NAMES];
    throw new UsageError(
      `Cannot run "${name}": there is no such command${didYouMean(name, known)}`,
    );
  }
  const { checkVariables } = await import("./args/variables.ts");
  checkVariables(runtime);
  const { Arguments } = await import("./args/arguments.ts");
  const { translate } = await import("./compat.ts");
  const parsed = Arguments.parse(translate(args), command, runtime.env);
  if (parsed.help) {
    const { commandHelp } = await import("./args/help.ts");
    await runtime.write(commandHelp(command));
    return EXIT.fine;
  }
  const { checkClock } = await import("../core/time/hour.ts");
  checkClock(runtime.now());
  return await command.run(parsed, runtime);
}

async function wholeHelp(): Promise<string> {
  const { programHelp } = await import("./args/help.ts");
  return programHelp(await loadCommands());
}
