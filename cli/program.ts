import { checkClock } from "../core/time/hour.ts";
import { describeError } from "./advice.ts";
import { Arguments } from "./args/arguments.ts";
import { didYouMean } from "./args/did_you_mean.ts";
import { commandHelp, programHelp } from "./args/help.ts";
import { UsageError } from "./args/usage_error.ts";
import { COMMANDS } from "./commands/mod.ts";
import { translate } from "./compat.ts";
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
    runtime.note(describeError(error));
    return EXIT.failure;
  }
}

async function dispatch(argv: readonly string[], runtime: Runtime): Promise<number> {
  // `help COMMAND` and `--help COMMAND` are what many programs understand.
  const [first = "", second = ""] = argv;
  const isHelp = HELP.includes(first) && argv.length === 2;
  const [name, ...args] = isHelp ? [second, "--help"] : argv;
  if (name === undefined) {
    runtime.note(programHelp(COMMANDS));
    return EXIT.usage;
  }
  if (HELP.includes(name) && args.length === 0) {
    await runtime.write(programHelp(COMMANDS));
    return EXIT.fine;
  }
  if (["--version", "-V"].includes(name)) {
    await runtime.write(`wikitop ${VERSION}\n`);
    return EXIT.fine;
  }
  const command = COMMANDS.find((command) => command.name === name);
  if (command === undefined) {
    const known = ["--help", "--version", ...COMMANDS.map((command) => command.name)];
    throw new UsageError(
      `Cannot run "${name}": there is no such command${didYouMean(name, known)}`,
    );
  }
  const parsed = Arguments.parse(translate(args), command, runtime.env);
  if (parsed.help) {
    await runtime.write(commandHelp(command));
    return EXIT.fine;
  }
  checkClock(runtime.now());
  return await command.run(parsed, runtime);
}
