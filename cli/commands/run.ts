import {
  MissingDumpError,
  newestHour,
  openReport,
  type Producer,
  SourceError,
} from "../../core/mod.ts";
import { RankPool } from "../../core/node/rank_pool.ts";
import { LATEST_PUBLISHED } from "../../core/time/hour_words.ts";
import type { Arguments } from "../args/arguments.ts";
import { EXPORT_FORMATS, FORM_FLAGS, STORE_FLAGS } from "../args/flags.ts";
import { type PeriodRange, periodsIn } from "../args/period_range.ts";
import { wantedPeriods } from "../args/wanted_periods.ts";
import { UsageError } from "../args/usage_error.ts";
import { openTracing, type Tracing } from "../open_tracing.ts";
import { EXIT } from "../exit_code.ts";
import { openProgress } from "../progress/open_progress.ts";
import type { RunSummary } from "../progress/outcome.ts";
import type { Runtime } from "../runtime.ts";
import { Workspace } from "../workspace.ts";
import type { Command } from "./command.ts";
import type { RunExports } from "./run_exports.ts";
import { runHours } from "./run_hours.ts";

/** `wikitop run`: hours, and longer periods, into the store. */
export const run: Command = {
  name: "run",
  synopsis: "[PERIOD [END]]",
  summary: "make an hour, day, week or month, or each of a range, into the store",
  description: "PERIOD is an hour (2026-09-10T18), a day (2026-09-10), a week of ISO 8601 " +
    "(2026-W37) or a month (2026-09), in UTC. An hour is named as its dump is, by its end: " +
    `2026-09-10T18 holds the views of 17:00 to 18:00; ${LATEST_PUBLISHED}, ` +
    "yesterday the day before this one. A longer period is the exact sum of its hours; one that " +
    "lacks an hour without a dump is made again once that is there. END is included. Without a " +
    "period, it is the hour 24 hours ago. What is finished with the same parameters is skipped; " +
    "one with others is replaced, which is said, and keeps a higher --top. A period has " +
    "a report for each way of --access and --pages, all made in one pass. Prints the path of each " +
    "report. Ctrl-C stops it cleanly; the same command goes on from there.",
  flags: [
    "unit",
    "last",
    "source",
    ...STORE_FLAGS,
    "keep-dumps",
    "keep-sums",
    "work",
    "access",
    "pages",
    "top",
    "ties",
    "denylist",
    "refresh-denylist",
    "force",
    "refresh",
    "cross-check",
    "missing",
    "wait",
    "wait-every",
    "workers",
    "connections",
    "retry-for",
    "contact",
    "log",
    "metrics",
    "export",
    ...FORM_FLAGS,
    "quiet",
  ],
  values: { format: EXPORT_FORMATS },
  examples: [
    ["run", "the hour 24 hours ago"],
    ["run 2026-09-10T18", "one hour"],
    ["run 2026-09-10", "a day: the sum of its 24 hours"],
    ["run 2026-09-10 --unit hour", "each of its hours"],
    ["run 2026-09-01 2026-09-07", "seven days"],
    ["run --last 48 --quiet", "from cron each hour: catches up after an outage"],
    [
      "run --last 24 --access each,all",
      "beside each domain code, desktop and mobile together",
    ],
    ["run 2026-09-10T18 --source ./dumps --store ./top", "from a folder of dumps"],
    [
      "run --last 48 --export ./lake --format parquet --layout hive --per day",
      "and Parquet for others, a file a day",
    ],
  ],

  async run(args: Arguments, runtime: Runtime): Promise<number> {
    const start = runtime.now();
    const { first, last, cut } = wantedPeriods("run", args, start);
    const { unit } = first;
    const count = last.since(first) + 1;
    const isForced = args.value("force");
    const signal = runtime.interruption();
    const progress = openProgress(
      { log: args.value("log"), quiet: args.value("quiet"), hours: count },
      runtime,
    );
    const note = (message: string) => progress.note(message);
    if (cut !== undefined) note(cut);
    const workspace = await Workspace.open(args, runtime, note);
    await workspace.checkStore({ isWritten: true });
    const tracing = await openTracing();
    const exporting = { first, last, runtime, signal, note, tracing };
    const exports = await openExports(args, workspace, exporting);
    // A longer period is spread over the cores by itself.
    const most = unit === "hour" ? navigator.hardwareConcurrency : 1;
    const workers = Math.min(count, args.given("workers") ?? most);
    const isPooled = count > 1 || unit !== "hour";
    using pool = new RankPool(workers);
    const producer = await workspace.producer(
      {
        ...isPooled && { rank: (dump, options) => pool.rank(dump, options) },
        crossCheck: args.value("cross-check"),
      },
    );
    const checking = await checkingDumps(producer, workspace, { first, last, isForced });
    if (checking === undefined) {
      const denylist = workspace.denylist(signal);
      if (isPooled) pool.start(denylist);
      // Without it no hour can be made, which is said once and at once.
      await denylist.catch((error) => {
        if (!signal.aborted) throw error;
      });
    }

    const making = checking ?? exports?.exporting(producer) ?? producer;
    const traced = tracing?.traceProducer(making) ?? making;
    const tally = await runHours(periodsIn({ first, last }), traced, {
      rebuild: isForced ? "always" : args.value("refresh") ? "if-changed" : "never",
      workers,
      waitEvery: args.value("wait") ? args.value("wait-every") : undefined,
      missing: args.value("missing"),
      signal,
      progress,
      within: tracing?.tracePeriod,
      async write(text) {
        progress.clear(); // Or a bar would be where the path is to stand, and be drawn over it.
        await runtime.write(text);
      },
    });

    const exported = await exports?.end(signal);
    const end = runtime.now();
    const summary = { ...tally, seconds: (end.getTime() - start.getTime()) / 1000 };
    progress.end(summary);
    if (exported !== undefined && !args.value("quiet")) note(exported);
    const metrics = args.given("metrics");
    if (metrics !== undefined || tracing !== undefined) {
      const { registryOf, writeMetrics } = await import("../metrics.ts");
      const newest = await newestHour(workspace.store, end);
      await tracing?.recordMetrics(registryOf(summary, newest, end));
      if (metrics !== undefined) await writeMetrics(metrics, summary, newest, end);
    }
    const left = count - summary.hours.made - summary.hours.skipped;
    if (signal.aborted && left > 0) {
      const which = count === 1 ? "" : ` ${left} of ${count} ${unit}s are left,`;
      note(`Interrupted;${which} run the same to go on`);
      return EXIT.interrupted;
    }
    if (summary.hours.failed > 0 && count > 1) {
      const failed = `${summary.hours.failed} of ${count} ${unit}s failed`;
      note(`${failed}; run the same again to make up for them`);
    }
    return exitCode(summary, args);
  },
};

/**
 * What looks for a dump before it makes a period, where that is all it will come to: no period has one,
 * or a report. Nobody is to wait for a denylist to hear of it.
 *
 * @throws {SourceError} If the folder of a source is not there, and is needed.
 */
async function checkingDumps(
  producer: Producer,
  workspace: Workspace,
  { isForced, ...range }: PeriodRange & { isForced: boolean },
): Promise<Producer | undefined> {
  try {
    await workspace.checkDumps(periodsIn(range));
    return undefined;
  } catch (error) {
    if (!(error instanceof MissingDumpError || error instanceof SourceError)) throw error;
    for (const period of isForced ? [] : periodsIn(range)) {
      for (const edition of workspace.editions()) {
        const report = await openReport(workspace.store, period, { edition, incomplete: true });
        if (report !== undefined) return undefined;
      }
    }
    if (error instanceof SourceError) throw error;
  }
  return {
    async produce(period, options) {
      await workspace.checkDumps([period]);
      return await producer.produce(period, options);
    },
  };
}

/** What exports each period as it is finished; loaded only where that is wanted. */
async function openExports(
  args: Arguments,
  { store }: Workspace,
  { runtime, signal, note, tracing, ...range }: PeriodRange & {
    runtime: Runtime;
    signal: AbortSignal;
    note: (message: string) => void;
    tracing: Tracing | undefined;
  },
): Promise<RunExports | undefined> {
  const folder = args.given("export");
  if (folder === undefined) {
    const flag = FORM_FLAGS.find((name) => args.typed.some((arg) => arg.startsWith(`--${name}`)));
    if (flag === undefined) return undefined;
    throw new UsageError(`Cannot use --${flag} without --export: the store has one form; add DIR`);
  }
  const { openExporter } = await import("../open_exporter.ts");
  const { RunExports } = await import("./run_exports.ts");
  const exporter = await openExporter("export", folder, { args, runtime, store, onWait: note });
  await exporter.begin(signal);
  return new RunExports({
    exporter,
    store,
    range,
    within: tracing &&
      ((file, work) => tracing.traceStage("export", { "wikitop.file": file.path }, work)),
  });
}

function exitCode({ hours: { failed, missing, late } }: RunSummary, args: Arguments): number {
  if (failed > 0) return EXIT.failure;
  // Who catches up each hour gets to the late ones next time.
  const isLate = late > 0 && args.given("last") === undefined;
  return missing > 0 || isLate ? EXIT.missing : EXIT.fine;
}
