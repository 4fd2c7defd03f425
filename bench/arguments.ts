import { parseArgs } from "@std/cli/parse-args";

/** What the benchmark was asked for. */
export interface Arguments {
  /** Whether only the usage is to be shown. */
  readonly help: boolean;
  /** Path of the dump, `undefined` if none is named and there is no folder of test data. */
  readonly file: string | undefined;
  /** Path of the denylist, `undefined` if none is named and there is no folder of test data. */
  readonly denylist: string | undefined;
  /** How many rounds are timed. */
  readonly rounds: number;
  /** Names of the contestants to run, `undefined` for all. */
  readonly only: readonly string[] | undefined;
}

/** Options of {@linkcode readArguments}. */
export interface ReadArgumentsOptions {
  /** Folder of the test data, from which the dump and the denylist are taken by default. */
  data?: string | undefined;
  /**
   * Folder that relative paths start from.
   *
   * @default {"."}
   */
  folder?: string;
}

const DUMP = "pageviews-20180219-100000.gz";
const DENYLIST = "denylist_domains_and_pages";

const FLAGS = [
  { name: "file", value: "FILE", help: `the dump [$WIKITOP_TEST_DATA/${DUMP}]` },
  { name: "denylist", value: "FILE", help: `the denylist [$WIKITOP_TEST_DATA/${DENYLIST}]` },
  { name: "rounds", value: "N", help: "how many rounds are timed, after one to warm up [7]" },
  {
    name: "only",
    value: "NAME,…",
    help: "only these: wikitop, duckdb, clickhouse, lines, wikitop-bare, c, igzip",
  },
] as const;

/** How the benchmark is called. */
export const USAGE: string = [
  "Usage: deno task bench [FILE] [OPTIONS]",
  "",
  "Measures whole processes side by side that rank the same dump.",
  "",
  ...FLAGS.map(({ name, value, help }) => `  ${`--${name} ${value}`.padEnd(18)}${help}`),
  `  ${"--help".padEnd(18)}show this`,
].join("\n");

/**
 * Reads the benchmark's command line; nothing is opened.
 *
 * @throws {SyntaxError} If an argument is unknown or its value is invalid.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 *
 * const read = readArguments(["hour.gz", "--rounds", "3"], { data: "/data", folder: "/home" });
 * assertEquals(read.file, "/home/hour.gz");
 * assertEquals(read.denylist, "/data/denylist_domains_and_pages");
 * assertEquals(read.rounds, 3);
 * ```
 */
export function readArguments(
  args: readonly string[],
  options: ReadArgumentsOptions = {},
): Arguments {
  const parsed = parseArgs(args, {
    string: ["_", ...FLAGS.map((flag) => flag.name)],
    collect: FLAGS.map((flag) => flag.name),
    boolean: ["help"],
    unknown: (argument, key) => {
      if (key !== undefined) throw new SyntaxError(`Cannot read "${argument}": no such option`);
    },
  });
  const value = (name: typeof FLAGS[number]["name"]): string | undefined => {
    const given = parsed[name];
    if (!Array.isArray(given) || given.length === 0) return undefined;
    if (given.length === 1 && given[0] !== "") return given[0];
    throw new SyntaxError(`Cannot read "--${name}": one value is needed`);
  };
  const path = (given: string | undefined, usual: string): string | undefined => {
    if (given !== undefined) {
      return given.startsWith("/") ? given : `${options.folder ?? "."}/${given}`;
    }
    return options.data === undefined ? undefined : `${options.data}/${usual}`;
  };

  const files = [value("file"), ...parsed._].filter((file) => file !== undefined);
  if (files.length > 1) {
    throw new SyntaxError(`Cannot read "${files[1]}": one dump is ranked, "${files[0]}"`);
  }
  const rounds = value("rounds") ?? "7";
  if (!/^[1-9]\d{0,3}$/.test(rounds)) {
    throw new SyntaxError(`Cannot read "--rounds ${rounds}": a number from 1 to 9999 is needed`);
  }
  return {
    help: parsed.help === true,
    file: path(files[0]?.toString(), DUMP),
    denylist: path(value("denylist"), DENYLIST),
    rounds: Number(rounds),
    only: value("only")?.split(","),
  };
}
