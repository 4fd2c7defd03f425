import { formatCount } from "../../core/format_count.ts";
import { Hour, type HourRange, newestHour } from "../../core/mod.ts";
import { RankPool } from "../../core/node/rank_pool.ts";
import type { Arguments } from "../args/arguments.ts";
import { parseHourRange } from "../args/hour_range.ts";
import { UsageError } from "../args/usage_error.ts";
import { EXIT } from "../exit_code.ts";
import { openProgress } from "../progress/open_progress.ts";
import type { RunSummary } from "../progress/outcome.ts";
import type { Runtime } from "../runtime.ts";
import { Workspace } from "../workspace.ts";
import type { Command } from "./command.ts";
import { runHours } from "./run_hours.ts";

/** `wikitop run`: hours into the store. */
export const run: Command = {
  name: "run",
  synopsis: "[HOUR [END]]",
  summary: "make one hour, or each of a range, into the store",
  description: "HOUR is named as its dump is, by its end in UTC: 2026-09-10T18 holds the views " +
    "of 17:00 to 18:00; latest is the newest published one, yesterday all 24 of that day. END is " +
    "included. Without an hour, it is the one 24 hours ago. Hours that are finished with the same " +
    "parameters are skipped; one with others is replaced, which is said, " +
    "and keeps a higher --top. Prints the path of each report. Ctrl-C " +
    "stops it cleanly; the same command goes on from there.",
  flags: [
    "last",
    "source",
    "store",
    "keep-dumps",
    "top",
    "ties",
    "denylist",
    "refresh-denylist",
    "force",
    "refresh",
    "missing",
    "wait",
    "wait-every",
    "workers",
    "connections",
    "retry-for",
    "contact",
    "log",
    "metrics",
    "quiet",
  ],
  examples: [
    ["run", "the hour 24 hours ago"],
    ["run 2026-09-10T18", "one hour"],
    ["run 2026-09-10T01 2026-09-11T00", "the 24 hours of a day"],
    ["run --last 48 --quiet", "from cron each hour: catches up after an outage"],
    ["run 2026-09-10T18 --source ./dumps --store ./top", "from a folder of dumps"],
  ],

  async run(args: Arguments, runtime: Runtime): Promise<number> {
    const start = runtime.now();
    const { first, last, isCut } = hoursOf(args, start);
    const count = last.since(first) + 1;
    const signal = runtime.interruption();
    const progress = openProgress(
      { log: args.value("log"), quiet: args.value("quiet"), hours: count },
      runtime,
    );
    const note = (message: string) => progress.note(message);
    if (isCut) {
      note(
        `--last ${args.given("last")} goes back before the first dump: from ${first} on, ` +
          `${formatCount(count)} hours`,
      );
    }
    const workspace = new Workspace(args, runtime, note);
    await workspace.checkStore();
    const workers = Math.min(
      count,
      args.given("workers") ?? navigator.hardwareConcurrency,
    );
    using pool = new RankPool(workers);
    const producer = workspace.producer(
      count > 1 ? { rank: (dump, options) => pool.rank(dump, options) } : {},
    );
    const denylist = workspace.denylist(signal);
    if (count > 1) pool.start(denylist);
    // Without it no hour can be made, which is said once and at once.
    await denylist.catch((error) => {
      if (!signal.aborted) throw error;
    });

    const tally = await runHours(Hour.between(first, last), producer, {
      rebuild: args.value("force") ? "always" : args.value("refresh") ? "if-changed" : "never",
      workers,
      waitEvery: args.value("wait") ? args.value("wait-every") : undefined,
      missing: args.value("missing"),
      signal,
      progress,
      async write(text) {
        progress.clear(); // Or a bar would be where the path is to stand, and be drawn over it.
        await runtime.write(text);
      },
    });

    const end = runtime.now();
    const summary = { ...tally, seconds: (end.getTime() - start.getTime()) / 1000 };
    progress.end(summary);
    const metrics = args.given("metrics");
    if (metrics !== undefined) {
      const { writeMetrics } = await import("../metrics.ts");
      await writeMetrics(metrics, summary, await newestHour(workspace.store, end), end);
    }
    if (signal.aborted) {
      const left = count - summary.hours.made - summary.hours.skipped;
      note(`Interrupted; ${left} of ${count} hours are left, run the same to go on`);
      return EXIT.interrupted;
    }
    if (summary.hours.failed > 0 && count > 1) {
      const failed = `${summary.hours.failed} of ${count} hours failed`;
      note(`${failed}; run the same again to make up for them`);
    }
    return exitCode(summary, args);
  },
};

/** Which hours are meant, and whether there cannot be as many as were asked for. */
function hoursOf(args: Arguments, now: Date): HourRange & { isCut: boolean } {
  const range = parseHourRange(args.positionals, now);
  const count = args.given("last");
  const newest = Hour.lastBefore(now);
  if (count === undefined) {
    const yesterday = newest.plus(-24);
    return { ...range ?? { first: yesterday, last: yesterday }, isCut: false };
  }
  if (range !== undefined) {
    throw new UsageError(`Cannot run "${range.first}" with --last: write either of them`);
  }
  const first = newest.plus(1 - count);
  const isCut = first.since(Hour.first()) < 0;
  return { first: isCut ? Hour.first() : first, last: newest, isCut };
}

function exitCode({ hours: { failed, missing, late } }: RunSummary, args: Arguments): number {
  if (failed > 0) return EXIT.failure;
  // Who catches up each hour gets to the late ones next time.
  const isLate = late > 0 && args.given("last") === undefined;
  return missing > 0 || isLate ? EXIT.missing : EXIT.fine;
}
