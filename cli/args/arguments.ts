import { parseArgs } from "@std/cli/parse-args";
import { redactUrl } from "../../core/redact_urls.ts";
import { didYouMean } from "../../core/did_you_mean.ts";
import { type Flag, type FlagName, FLAGS, type FlagValue, variableOf } from "./flags.ts";
import { UsageError } from "./usage_error.ts";
import { parseWord } from "./values.ts";

/** What a command takes. */
export interface Signature {
  flags: readonly FlagName[];
  /** The defaults in which it differs from the table. */
  defaults?: Partial<Record<FlagName, string>>;
  /** The words that it takes for a flag, instead of those that the table lists, as `csv|json`. */
  values?: Partial<Record<FlagName, string>>;
  /** What to write instead of flags that other commands have. */
  instead?: Partial<Record<FlagName, string>>;
}

/** The arguments of a command, checked. */
export class Arguments {
  /** All of them as they were typed. */
  readonly typed: readonly string[];
  /** The arguments that are no flags. */
  readonly positionals: readonly string[];
  /** Whether the help was asked for. */
  readonly help: boolean;

  /** Each flag that was given, with all its values. */
  readonly #written: ReadonlyMap<FlagName, readonly string[]>;
  readonly #defaults: Partial<Record<FlagName, string>>;

  private constructor(
    typed: readonly string[],
    positionals: string[],
    help: boolean,
    written: Map<FlagName, readonly string[]>,
    defaults: Partial<Record<FlagName, string>>,
  ) {
    this.typed = typed;
    this.positionals = positionals;
    this.help = help;
    this.#written = written;
    this.#defaults = defaults;
  }

  /**
   * Reads the arguments of a command as they were typed behind it, every value checked. Each flag may be
   * given as an argument or, if it is not, in the environment.
   */
  static parse(
    args: readonly string[],
    signature: Signature,
    env: (name: string) => string | undefined,
  ): Arguments {
    const names = signature.flags;
    const switches = names.filter((name) => flagOf(name).value === undefined);
    const valued = names.filter((name) => flagOf(name).value !== undefined);
    const alias: Record<string, string> = { help: "h" };
    for (const name of names) {
      const { hiddenAlias } = flagOf(name);
      if (hiddenAlias !== undefined) alias[name] = hiddenAlias;
    }
    checkSwitches(args, switches);
    const parsed = parseArgs(joinNegative(args, valued), {
      boolean: ["help", ...switches],
      string: ["_", ...valued],
      collect: names,
      alias,
      unknown(arg, key) {
        if (key !== undefined) throw new UsageError(unknownFlag(arg, signature));
      },
    });

    const help = parsed.help === true;
    const positionals = parsed._.map(String);
    const defaults = signature.defaults ?? {};
    const written = new Map<FlagName, readonly string[]>();
    if (help) return new Arguments(args, positionals, help, written, defaults);
    for (const name of names) {
      const given = (parsed[name] as unknown[] | undefined)?.map(String) ?? [];
      // As for other programs, an empty variable is none.
      const variable = env(variableOf(name)) || undefined;
      const values = given.length > 0 ? given : variable === undefined ? [] : split(name, variable);
      const shown = given.length > 0 ? `--${name}` : variableOf(name);
      for (const value of values) check(name, value, shown, signature.values?.[name]);
      if (values.length > 0) written.set(name, values);
    }
    return new Arguments(args, positionals, help, written, defaults);
  }

  /** The value of a flag that has a default, or of a switch: the one that was given, else the default. */
  value<Name extends FlagName>(name: Name): FlagValue<Name> {
    const { default: fallback = "false" } = flagOf(name);
    return FLAGS[name].parse(
      this.#written.get(name)?.at(-1) ?? this.#defaults[name] ?? fallback,
    ) as FlagValue<Name>;
  }

  /** All values of a flag that may be given several times: those that were given, else the defaults. */
  values<Name extends FlagName>(name: Name): FlagValue<Name>[] {
    const { default: fallback = "" } = flagOf(name);
    const written = this.#written.get(name) ?? split(name, this.#defaults[name] ?? fallback);
    return written.map((value) => FLAGS[name].parse(value) as FlagValue<Name>);
  }

  /** The value of a flag for which the command takes words of its own. */
  word<Word extends string>(name: FlagName, words: readonly Word[]): Word {
    const { default: fallback = "" } = flagOf(name);
    return parseWord(words, this.#written.get(name)?.at(-1) ?? this.#defaults[name] ?? fallback);
  }

  /** The value of a flag if one was given. */
  given<Name extends FlagName>(name: Name): FlagValue<Name> | undefined {
    const written = this.#written.get(name)?.at(-1);
    return written === undefined ? undefined : FLAGS[name].parse(written) as FlagValue<Name>;
  }
}

function flagOf(name: FlagName): Flag {
  return FLAGS[name];
}

/** The values of a flag that is written as one string. */
function split(name: FlagName, written: string): string[] {
  return flagOf(name).repeatable ? written.split(" ").filter((value) => value !== "") : [written];
}

function check(name: FlagName, value: string, shown: string, values?: string): void {
  try {
    if (values === undefined) flagOf(name).parse(value);
    else parseWord(values.split("|"), value);
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    const usage = values ?? flagOf(name).value;
    // Some messages say by themselves what to write.
    const isSaid = usage === undefined || /[;:] (use|write) /.test(error.message);
    const example = isSaid ? "" : `; write ${shown}${shown[0] === "-" ? " " : "="}${usage}`;
    // What is invalid stands there already.
    const reason = error.message.replace(/^Invalid \w+ "[^"]*": /, "");
    throw new UsageError(`Cannot use ${shown} "${redactUrl(value)}": ${reason}${example}`);
  }
}

/** The parser takes any value of a switch, and makes of it what it likes. */
function checkSwitches(args: readonly string[], switches: readonly FlagName[]): void {
  for (const name of switches) {
    const written = args.findLast((arg) => arg.startsWith(`--${name}=`));
    if (written !== undefined) check(name, written.slice(`--${name}=`.length), `--${name}`);
  }
}

/** The parser takes a number below zero for a flag, where it is a wrong value of the one before it. */
function joinNegative(args: readonly string[], valued: readonly FlagName[]): string[] {
  const isValued = (arg: string) => valued.some((name) => arg === `--${name}`);
  return args.reduce<string[]>((joined, arg) => {
    const flag = joined.at(-1) ?? "";
    return /^-\d/.test(arg) && isValued(flag)
      ? [...joined.slice(0, -1), `${flag}=${arg}`]
      : [...joined, arg];
  }, []);
}

function unknownFlag(arg: string, { flags, instead }: Signature): string {
  const written = arg.replace(/=.*/s, "");
  const known = ["--help", ...flags.map((name) => `--${name}`)];
  const name = written.replace(/^--/, "");
  // It is spelt right, and one that is spelt like it does something else.
  if (Object.hasOwn(FLAGS, name)) {
    const advice = instead?.[name as FlagName];
    return `Cannot use ${written}: not a flag of this command${advice ? `; ${advice}` : ""}`;
  }
  return `Cannot use ${written}: there is no such flag${didYouMean(written, known)}`;
}
