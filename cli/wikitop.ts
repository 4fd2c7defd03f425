import { Arguments } from "./arguments.ts";
import { COMMANDS } from "./commands/mod.ts";
import { didYouMean } from "./did_you_mean.ts";
import { commandHelp, programHelp } from "./help.ts";
import type { Host } from "./host.ts";
import { translate } from "./earlier_tools.ts";
import { UsageError } from "./usage_error.ts";
import { VERSION } from "./version.ts";

const HELP = ["--help", "-h", "help"];

/**
 * The program: a command with its arguments.
 *
 * @param argv What was typed behind the program's name.
 * @param host The world around.
 * @returns The exit code.
 * @throws {UsageError} If what was typed cannot be meant.
 * @throws {Error} If the command failed.
 */
export async function wikitop(argv: readonly string[], host: Host): Promise<number> {
  // `help COMMAND` and `--help COMMAND` are what many programs understand.
  const isHelp = HELP.includes(argv[0]) && argv.length === 2;
  const [name, ...args] = isHelp ? [argv[1], "--help"] : argv;
  if (name === undefined) {
    host.note(programHelp());
    return 2;
  }
  if (HELP.includes(name) && args.length === 0) {
    await host.write(programHelp());
    return 0;
  }
  if (["--version", "-V"].includes(name)) {
    await host.write(`wikitop ${VERSION}\n`);
    return 0;
  }
  const command = COMMANDS.find((command) => command.name === name);
  if (command === undefined) {
    const known = ["--help", "--version", ...COMMANDS.map((command) => command.name)];
    throw new UsageError(`Cannot do "${name}": there is no such command${didYouMean(name, known)}`);
  }
  const parsed = Arguments.parse(translate(args), command, host.env);
  if (parsed.help) {
    await host.write(commandHelp(command));
    return 0;
  }
  return await command.run(parsed, host);
}
