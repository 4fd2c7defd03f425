import { formatCount } from "../../core/format_count.ts";
import {
  type HourRange,
  type ListOptions,
  type Period,
  type Store,
  UNITS,
  type VerifiedReport,
  verifyReports,
} from "../../core/mod.ts";
import { LATEST_STORED } from "../../core/time/hour_words.ts";
import type { Arguments } from "../args/arguments.ts";
import { advisedCommand } from "../args/values.ts";
import { STORE_FLAGS } from "../args/flags.ts";
import { findHourRange } from "../args/hour_range.ts";
import { EXIT } from "../exit_code.ts";
import { printable, wrapLines } from "../printable.ts";
import type { Runtime } from "../runtime.ts";
import { Workspace } from "../workspace.ts";
import type { Command } from "./command.ts";

/** `wikitop verify`: whether what is stored is right. */
export const verify: Command = {
  name: "verify",
  synopsis: "[PERIOD [END]]",
  summary: "read stored reports against their manifests",
  description: `Reads what is stored of a period (${LATEST_STORED}), ` +
    "of a range of them (END is included), or all: whether its " +
    "SHA-256 is that of its manifest, and its rows are what its parameters say, in their order. " +
    "Warns of hours that differ from one up to three hours before in domains, or views of en and en.m, " +
    "by more than a factor of 2, of dumps with malformed lines or several rows of a page, and of " +
    "hours made of the same dump. Prints a line for each problem. Exit code 1 if there is one.",
  flags: [...STORE_FLAGS, "quiet"],
  examples: [
    ["verify", "all hours of ./reports"],
    ["verify 2026-09-10T01 2026-09-11T00", "the 24 hours of a day"],
  ],

  async run(args: Arguments, runtime: Runtime): Promise<number> {
    const workspace = await Workspace.open(args, runtime);
    await workspace.checkStore({ mustExist: true });
    const { store } = workspace;
    const range = await findHourRange(args.positionals, store, runtime.now());
    const unread = new Set<string>();
    const onError = ({ message }: Error) => unread.add(message);
    const tally: Tally = {
      read: new Set(),
      areHours: true,
      problems: 0,
      warnings: 0,
      bad: undefined,
    };
    const options = { ...range, edition: "any", now: runtime.now(), onError } as const;
    for await (const verified of verifyAll(store, options)) {
      const { period, edition, problems, warnings } = verified;
      const name = edition === "each" ? `${period}` : `${period}, edition ${edition}`;
      for (const text of [...problems, ...warnings.map((warning) => `warning: ${warning}`)]) {
        await runtime.write(wrapLines(`${name}: ${printable(text)}\n`, runtime.columns));
      }
      if (verified.read) tally.read.add(period.label);
      if (period.unit !== "hour") tally.areHours = false;
      tally.problems += problems.length;
      tally.warnings += warnings.length;
      if (problems.length > 0) tally.bad ??= period;
    }
    for (const message of unread) {
      await runtime.write(wrapLines(`${printable(message)}\n`, runtime.columns));
    }
    if (tally.read.size === 0 && range !== undefined) {
      const { first, last } = range;
      const which = first.since(last) === 0 ? `"${first}"` : `"${first}" to "${last}"`;
      throw new Error(
        `Cannot verify ${which}: not in the store "${args.value("store")}"; ` +
          `${advisedCommand(args, "ls")} lists what is`,
      );
    }
    if (!args.value("quiet")) runtime.note(summary(tally, range, args));
    return tally.bad === undefined && unread.size === 0 ? EXIT.fine : EXIT.failure;
  },
};

/** The reports of every unit, one after the other. */
async function* verifyAll(store: Store, options: ListOptions): AsyncGenerator<VerifiedReport> {
  for (const unit of UNITS) yield* verifyReports(store, { ...options, unit });
}

/** What was found; a store may have too many hours for a list. */
interface Tally {
  /** The periods of which a report was read. */
  read: Set<string>;
  /** Whether all of them are hours. */
  areHours: boolean;
  problems: number;
  warnings: number;
  /** The first period with a problem. */
  bad: Period | undefined;
}

function summary(
  { read, areHours, problems, warnings, bad }: Tally,
  range: HourRange | undefined,
  args: Arguments,
): string {
  const count = (number: number, one: string) =>
    `${formatCount(number)} ${one}${number === 1 ? "" : "s"}`;
  const parts = [
    `${count(read.size, areHours ? "hour" : "report")} verified`,
    count(problems, "problem"),
    count(warnings, "warning"),
  ];
  const missing = range === undefined || !areHours
    ? 0
    : range.last.since(range.first) + 1 - read.size;
  if (missing > 0) parts.push(`${count(missing, "hour")} not stored`);
  const advice = bad === undefined
    ? ""
    : `; ${advisedCommand(args, "run", `${bad}`, "--force")} makes it again`;
  return `${parts.join(", ")}${advice}`;
}
