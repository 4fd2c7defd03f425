import { EXIT } from "../exit_code.ts";
import { wrap } from "../printable.ts";
import { VERSION } from "../version.ts";
import type { Signature } from "./arguments.ts";
import { type Flag, type FlagName, FLAGS } from "./flags.ts";

/** What is to be said of a command. */
export interface CommandHelp extends Signature {
  /** Its name, the first argument. */
  name: string;
  /** Its arguments that are no flags. */
  synopsis: string;
  /** What it does, in one line. */
  summary: string;
  /** What else is to be known of it; the help breaks its lines. */
  description: string;
  /** Whole command lines behind `wikitop`, and what they do. */
  examples: readonly (readonly [line: string, what: string])[];
}

/** How wide the help is where no terminal says how wide it is, and at least and at most. */
const USUAL_WIDTH = 80;
const [LEAST_WIDTH, MOST_WIDTH] = [40, 100];
/** What a second column is at least to have; where it cannot, it stands below. */
const LEAST_COLUMN = 30;
/** Where the second of two columns begins at the latest. */
const BEHIND_FLAGS = 30;
const BEHIND_LINES = 39;

/** What `wikitop --help` prints. */
export function programHelp(commands: readonly CommandHelp[], columns?: number): string {
  const { paragraph, section } = layout(columns);
  const examples = commands.flatMap(({ examples }) => examples.slice(0, 1));
  return [
    paragraph(
      `wikitop ${VERSION} — the top pages of all Wikimedia projects, any hour since May 2015`,
    ),
    section("Commands", commands.map((command) => [lineOf(command), command.summary])),
    section("Examples", examples.map(([line, what]) => [`wikitop ${line}`, what])),
    section("Exit codes", [
      [`${EXIT.fine}`, "fine"],
      [`${EXIT.failure}`, "something failed; standard error says what, and what to do"],
      [`${EXIT.usage}`, "usage error"],
      [`${EXIT.missing}`, "hours have no dump, or none yet"],
      [`${EXIT.interrupted}`, "interrupted; what was finished is kept"],
    ]),
    paragraph(
      "wikitop COMMAND --help tells more. Every flag can also be set in the environment: --top " +
        "as WIKITOP_TOP.",
    ),
  ].join("\n\n") + "\n";
}

/** What `wikitop COMMAND --help` prints. */
export function commandHelp(command: CommandHelp, columns?: number): string {
  const { paragraph, section } = layout(columns);
  const { summary, description, flags, examples } = command;
  return [
    paragraph(`${lineOf(command)} — ${summary}`),
    paragraph(description),
    section(
      "Flags",
      flags.map((flag) => [usageOf(flag, command), helpOf(flag, command)]),
      BEHIND_FLAGS,
    ),
    section("Examples", examples.map(([line, what]) => [`wikitop ${line}`, what])),
  ].join("\n\n") + "\n";
}

/** How a flag of a command is written, with what stands for its value: `--top N`. */
export function usageOf(name: FlagName, { values }: Pick<CommandHelp, "values"> = {}): string {
  const { value }: Flag = FLAGS[name];
  return value === undefined ? `--${name}` : `--${name} ${values?.[name] ?? value}`;
}

/** What a flag of a command is for, with its default. */
export function helpOf(name: FlagName, { defaults }: Pick<CommandHelp, "defaults">): string {
  const { help, default: fallback }: Flag = FLAGS[name];
  const written = defaults?.[name] ?? fallback;
  return written === undefined ? help : `${help} [${written}]`;
}

function lineOf({ name, synopsis }: CommandHelp): string {
  return `wikitop ${name} ${synopsis}`.trimEnd();
}

/** What lays out text for a terminal of so many columns. */
function layout(columns = USUAL_WIDTH) {
  const width = Math.min(Math.max(columns, LEAST_WIDTH), MOST_WIDTH);
  /** Two columns; where the first is too wide for that, what belongs to it stands below. */
  function section(
    title: string,
    rows: readonly (readonly [string, string])[],
    latest = BEHIND_LINES,
  ): string {
    const longest = Math.max(...rows.map(([first]) => first.length));
    const wanted = Math.min(latest, 2 + longest + 2);
    const left = Math.max(6, Math.min(wanted, width - LEAST_COLUMN));
    const lines = rows.flatMap(([first, second]) => {
      const [head = "", ...rest] = wrap(second, width - left);
      const below = (lines: string[]) => lines.map((line) => " ".repeat(left) + line);
      return 2 + first.length + 2 <= left ? [`  ${first}`.padEnd(left) + head, ...below(rest)] : [
        ...wrap(first, width - 4).map((line, i) => (i === 0 ? "  " : "    ") + line),
        ...below([head, ...rest]),
      ];
    });
    return [`${title}:`, ...lines].join("\n");
  }
  return { section, paragraph: (text: string) => wrap(text, width).join("\n") };
}
