import {
  type Format,
  formatCount,
  FORMATS,
  Hour,
  MissingDumpError,
  newestHour,
  type Produce,
  type Production,
} from "../../core/mod.ts";
import { RankPool } from "../../core/node/rank_pool.ts";
import { systemClock } from "../../core/async/clock.ts";
import type { Arguments } from "../arguments.ts";
import type { Host } from "../host.ts";
import { readHourRange } from "../read_hour_range.ts";
import { JsonProgress } from "../progress/json_progress.ts";
import { LineProgress } from "../progress/line_progress.ts";
import type { HourOutcome, Progress, RunSummary } from "../progress/progress.ts";
import { openProducer, openStore } from "../settings.ts";
import { UsageError } from "../usage_error.ts";
import type { Command } from "./command.ts";

/** The exit codes of a run that was not fine. */
const FAILED = 1;
const MISSING = 3;
const INTERRUPTED = 130;

/** `wikitop run`: hours into the store. */
export const run: Command = {
  name: "run",
  synopsis: "[HOUR [END]]",
  summary: "make one hour, or each of a range, into the store",
  description:
    "HOUR is named as its dump is, by its end in UTC: 2026-09-10T18 holds the views of\n" +
    "17:00 to 18:00. END is included. Without an hour, it is the one 24 hours ago. Hours\n" +
    "that are finished with the same parameters are skipped. Prints the path of each report.\n" +
    "Ctrl-C stops it cleanly; the same command goes on from there.",
  flags: [
    "last",
    "source",
    "store",
    "keep-dumps",
    "top",
    "ties",
    "denylist",
    "refresh-denylist",
    "format",
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
  values: { format: FORMATS.join("|") },
  examples: [
    ["run", "the hour 24 hours ago"],
    ["run 2026-09-10T18", "one hour"],
    ["run 2026-09-10T01 2026-09-11T00", "the 24 hours of a day"],
    ["run --last 48 --quiet", "from cron each hour: catches up after an outage"],
    ["run 2026-09-10T18 --source ./dumps --store ./top", "from a folder of dumps"],
  ],

  async run(args: Arguments, host: Host): Promise<number> {
    const hours = hoursOf(args, host);
    const start = host.now();
    const signal = host.interruption();
    const progress = await openProgress(args, host, hours.length);
    const workers = Math.min(
      hours.length,
      args.given("workers") ?? navigator.hardwareConcurrency,
    );
    using pool = new RankPool(workers);
    const note = (message: string) => progress.note(message);
    const produce = await openProducer(args, { ...host, note }, {
      top: args.value("top"),
      format: args.value("format") as Format,
      again: args.value("force") ? "always" : args.value("refresh") ? "changed" : "never",
      ...(hours.length > 1 ? { rank: (dump, options) => pool.rank(dump, options) } : {}),
      signal,
      onEvent: (hour, event) => progress.event(hour, event),
    });

    const print = untilClosed(host.write);
    const outcomes = new Map<Hour, HourOutcome>();
    let printed = 0;
    /** Hours may be finished in any order; their paths come in that of the range. */
    const printInOrder = async () => {
      for (let next = outcomes.get(hours[printed]); next; next = outcomes.get(hours[printed])) {
        printed++;
        if (next.location !== undefined) await print(`${next.location}\n`);
      }
    };
    const waiting = hours.values();
    const work = async () => {
      for (const hour of waiting) {
        if (signal.aborted) return;
        const outcome = await makeHour(hour, produce, args, signal, progress);
        if (outcome === undefined) return;
        outcomes.set(hour, outcome);
        progress.done(hour, outcome);
        await printInOrder();
      }
    };
    await Promise.all(Array.from({ length: workers }, work));

    const summary = summarize(outcomes, (host.now().getTime() - start.getTime()) / 1000);
    progress.end(summary);
    const metrics = args.given("metrics");
    if (metrics !== undefined) {
      const { writeMetrics } = await import("../metrics.ts");
      await writeMetrics(
        metrics,
        summary,
        await newestHour(openStore(args), host.now()),
        host.now(),
      );
    }
    if (signal.aborted) {
      const left = hours.length - summary.hours.made - summary.hours.skipped;
      note(`Interrupted; ${left} of ${hours.length} hours are left, run the same to go on`);
      return INTERRUPTED;
    }
    return exitCode(summary, args, hours.length, note);
  },
};

async function makeHour(
  hour: Hour,
  produce: Produce,
  args: Arguments,
  signal: AbortSignal,
  progress: Progress,
): Promise<HourOutcome | undefined> {
  while (true) {
    try {
      return success(await produce(hour));
    } catch (error) {
      if (signal.aborted) return undefined;
      if (!(error instanceof Error) || error.name === "NotCapable") throw error;
      const late = error instanceof MissingDumpError && error.published === "not yet";
      if (!late || !args.value("wait")) return failure(hour, error, late, args);
      progress.waiting(hour, `${error.message}; waiting for it`);
      await systemClock.sleep(args.value("wait-every"), signal).catch(() => {});
      if (signal.aborted) return undefined;
    }
  }
}

function success({ made, manifest, location }: Production): HourOutcome {
  if (!made) {
    const message = "finished before, skipped";
    return { kind: "skipped", message, location, bytes: 0, lines: 0, malformed: 0 };
  }
  const { rows, counts, source, made: { seconds } } = manifest;
  return {
    kind: "made",
    message: `made in ${seconds.toFixed(1)} s, ${formatCount(rows)} rows of ` +
      `${formatCount(counts.domains)} domains from ${formatCount(counts.lines)} lines`,
    location,
    bytes: source.bytes,
    lines: counts.lines,
    malformed: Object.values(counts.malformed).reduce((sum, { count }) => sum + count, 0),
  };
}

function failure(hour: Hour, error: Error, late: boolean, args: Arguments): HourOutcome {
  // What is said by the file system itself comes from the store.
  const message = "code" in error && !error.message.startsWith("Cannot ")
    ? `Cannot store hour "${hour}" in "${args.value("store")}": ${error.message}; ` +
      "check that the folder can be written and has room, then run the same again"
    : error.message;
  const nothing = { message, bytes: 0, lines: 0, malformed: 0 };
  if (!(error instanceof MissingDumpError)) return { kind: "failed", ...nothing };
  if (args.value("missing") === "fail") return { kind: "failed", ...nothing };
  return { kind: late ? "late" : "missing", ...nothing };
}

function summarize(outcomes: ReadonlyMap<Hour, HourOutcome>, seconds: number): RunSummary {
  const hours = { made: 0, skipped: 0, missing: 0, late: 0, failed: 0 };
  const summary = { hours, bytes: 0, lines: 0, malformed: 0, seconds };
  for (const { kind, bytes, lines, malformed } of outcomes.values()) {
    hours[kind]++;
    summary.bytes += bytes;
    summary.lines += lines;
    summary.malformed += malformed;
  }
  return summary;
}

function exitCode(
  { hours: { failed, missing, late } }: RunSummary,
  args: Arguments,
  count: number,
  note: (message: string) => void,
): number {
  if (failed > 0) {
    if (count > 1) {
      note(`${failed} of ${count} hours failed; run the same again to make up for them`);
    }
    return FAILED;
  }
  // Who catches up each hour gets to the late ones next time.
  return missing > 0 || (late > 0 && args.given("last") === undefined) ? MISSING : 0;
}

async function openProgress(args: Arguments, host: Host, count: number): Promise<Progress> {
  if (args.value("log") === "json") return new JsonProgress(host.note, host.now);
  if (args.value("quiet") || !host.isTerminal) {
    return new LineProgress(host.note, args.value("quiet"));
  }
  const { BarProgress } = await import("../progress/bar_progress.ts");
  return new BarProgress(count);
}

/** The work goes on even if nobody reads any more where its results are. */
function untilClosed(write: Host["write"]): Host["write"] {
  let closed = false;
  return async (text) => {
    if (closed) return;
    try {
      await write(text);
    } catch (error) {
      if (!(error instanceof Error) || error.name !== "BrokenPipe") throw error;
      closed = true;
    }
  };
}

function hoursOf(args: Arguments, host: Host): Hour[] {
  const now = host.now();
  const range = readHourRange(args.positionals, now);
  const count = args.given("last");
  if (count === undefined) {
    return range === undefined
      ? [Hour.lastBefore(now).plus(-24)]
      : Hour.range(range.first, range.last);
  }
  if (range !== undefined) {
    throw new UsageError(`Cannot run "${range.first}" with --last: write either of them`);
  }
  const newest = Hour.lastBefore(now);
  return Hour.range(newest.plus(1 - count), newest);
}
