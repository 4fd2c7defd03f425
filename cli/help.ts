import { COMMANDS } from "./commands/mod.ts";
import type { Command } from "./commands/command.ts";
import { type Flag, type FlagName, FLAGS } from "./flags.ts";
import { VERSION } from "./version.ts";

const WIDTH = 96;

/**
 * The help of the program.
 *
 * @returns What `wikitop --help` prints.
 */
export function programHelp(): string {
  const commands = COMMANDS.map(({ name, synopsis, summary }) =>
    [`wikitop ${name} ${synopsis}`.trimEnd(), summary] as const
  );
  const examples = COMMANDS.map(({ examples: [first] }) => first);
  return [
    `wikitop ${VERSION} — the top pages of every Wikimedia project, for any hour since May 2015`,
    section("Commands", columns(commands)),
    section("Examples", columns(examples.map(([line, what]) => [`wikitop ${line}`, what]))),
    "wikitop COMMAND --help tells more. Every flag can also be set in the environment: --top as\n" +
    "WIKITOP_TOP. Exit codes: 0 fine, 1 failure, 2 usage.\n",
  ].join("\n\n");
}

/**
 * The help of a command.
 *
 * @param command The command.
 * @returns What `wikitop COMMAND --help` prints.
 */
export function commandHelp(command: Command): string {
  const { name, synopsis, summary, description, flags, examples } = command;
  const lines = flags.map((flag) => [usageOf(flag, command), explain(flag, command)] as const);
  return [
    `${`wikitop ${name} ${synopsis}`.trimEnd()} — ${summary}`,
    description,
    section("Flags", columns(lines)),
    section("Examples", columns(examples.map(([line, what]) => [`wikitop ${line}`, what]))),
  ].join("\n\n") + "\n";
}

/**
 * How a flag of a command is written.
 *
 * @param name The flag.
 * @param command The command, where it does not take all that the flag can be.
 * @returns The flag with what stands for its value, as `--top N`.
 */
export function usageOf(name: FlagName, { values }: Pick<Command, "values"> = {}): string {
  const { value }: Flag = FLAGS[name];
  return value === undefined ? `--${name}` : `--${name} ${values?.[name] ?? value}`;
}

/**
 * What a flag of a command is for.
 *
 * @param name The flag.
 * @param command The command.
 * @returns Its help with its default.
 */
export function explain(name: FlagName, { defaults }: Pick<Command, "defaults">): string {
  const { help, default: fallback }: Flag = FLAGS[name];
  const written = defaults?.[name] ?? fallback;
  return written === undefined ? help : `${help} [${written}]`;
}

function section(title: string, body: string): string {
  return `${title}:\n${body}`;
}

/** Two columns; where the first is too wide for that, what belongs to it stands below. */
function columns(rows: readonly (readonly [string, string])[]): string {
  const left = Math.min(34, Math.max(...rows.map(([first]) => first.length))) + 2;
  return rows
    .map(([first, second]) => {
      const [head, ...rest] = wrap(second, WIDTH - left - 2);
      const lines = first.length + 2 <= left
        ? [`  ${first.padEnd(left)}${head}`, ...rest.map((line) => " ".repeat(left + 2) + line)]
        : [`  ${first}`, ...[head, ...rest].map((line) => " ".repeat(left + 2) + line)];
      return lines.join("\n");
    })
    .join("\n");
}

function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(" ")) {
    const line = lines.at(-1);
    if (line !== undefined && line.length + 1 + word.length <= width) {
      lines[lines.length - 1] = `${line} ${word}`;
    } else {
      lines.push(word);
    }
  }
  return lines;
}
