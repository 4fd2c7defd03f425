import type { CommandHelp } from "../args/help.ts";
import { type Flag, type FlagName, FLAGS } from "../args/flags.ts";

/** What a shell may offer where a word is wanted. */
export interface Choices {
  /** Words that are known. */
  words: readonly string[];
  /** Whether paths may stand there, too. */
  paths?: "files" | "folders" | undefined;
}

/** A flag as a shell is told of it. */
export interface FlagChoices extends Choices {
  /** Its name, without the dashes. */
  name: string;
  help: string;
  /** What stands for its value; a switch has none. */
  value?: string | undefined;
  repeatable: boolean;
}

/** A command as a shell is told of it. */
export interface CommandChoices extends Choices {
  name: string;
  summary: string;
  flags: readonly FlagChoices[];
}

/** What may stand for PERIOD and HOUR beside dates. */
const TIMES: Readonly<Record<string, readonly string[]>> = {
  PERIOD: ["latest", "yesterday"],
  HOUR: ["latest"],
};

/** What shells may offer: all of it comes from the commands and the table of flags. */
export function choicesOf(commands: readonly CommandHelp[]): CommandChoices[] {
  return commands.map((command) => ({
    name: command.name,
    summary: command.summary,
    ...choicesIn(command.synopsis.replace(/ ?--.*/, "").replace(/[[\]…]/g, "").split(/[ |]+/)),
    flags: [
      ...command.flags.map((name) => flagChoices(name, command)),
      { name: "help", help: "show this command's flags", words: [], repeatable: false },
    ],
  }));
}

function flagChoices(name: FlagName, { values }: CommandHelp): FlagChoices {
  const flag: Flag = FLAGS[name];
  const value = values?.[name] ?? flag.value;
  const choices = choicesIn(value?.split(/[|,]/) ?? []);
  // Several at once are the other way to write a list.
  const all = value !== undefined && /^[a-z]+(,[a-z]+)+$/.test(value) ? [value] : [];
  return {
    name,
    help: flag.help,
    value,
    repeatable: flag.repeatable ?? false,
    ...choices,
    words: [...choices.words, ...all],
  };
}

/** Of what stands for a value, small letters are meant as they are. */
function choicesIn(pieces: readonly string[]): Choices {
  const words = pieces.flatMap((piece) =>
    TIMES[piece] ?? (/^[a-z][a-z.]*$/.test(piece) ? [piece] : [])
  );
  const paths = pieces.includes("FILE") || pieces.includes("PLACE")
    ? "files"
    : pieces.includes("DIR")
    ? "folders"
    : undefined;
  return { words: [...new Set(words)], paths };
}

/** Text in single quotes, as bash and zsh read it. */
export function quoted(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}
