import { systemClock } from "../../core/async/clock.ts";
import { formatCount } from "../../core/format_count.ts";
import type { JobChoice, PeriodQueue, QueuedJob, QueueSummary } from "../../core/queue/queue.ts";
import { jsonLine } from "../../core/report/formats/json_line.ts";
import type { Arguments } from "../args/arguments.ts";
import { parsePeriodRange } from "../args/period_range.ts";
import { UsageError } from "../args/usage_error.ts";
import { EXIT } from "../exit_code.ts";
import { openQueue } from "../open_queue.ts";
import { printable } from "../printable.ts";
import type { Runtime } from "../runtime.ts";
import type { Command } from "./command.ts";

/** How often the queue is looked at, in milliseconds. */
const WATCH_MS = 2000;

/** How many jobs of each kind `status` names. */
const NAMED = 10;

/** What can be done with a queue. */
const ACTIONS = ["status", "watch", "retry", "cancel", "drain"] as const;
type Action = typeof ACTIONS[number];

/** `wikitop queue`: shows and mends a queue. */
export const queue: Command = {
  name: "queue",
  synopsis: "status|watch|retry|cancel|drain [PERIOD [END]]",
  summary: "show a queue of several machines, and mend it",
  description:
    "status tells how many jobs wait, rest, run and have ended, which workers live, and why jobs " +
    "failed; for programs as --format json. watch tells it again when it changes, until nothing is " +
    "left to do, and exits with 1 if anything failed. retry tries again what failed or was " +
    "cancelled, cancel ends what has not ended, also what runs; both of all, or of PERIOD to END " +
    "(of --unit). drain removes all that waits and leaves what runs.",
  flags: ["queue", "unit", "format", "quiet"],
  values: { format: "table|json" },
  defaults: { format: "table" },
  examples: [
    ["queue status --queue postgres://db/wikitop", "how it is"],
    ["queue watch", "until all is done, with WIKITOP_QUEUE set"],
    ["queue retry 2026-09 --unit hour", "the failed hours of a month"],
  ],

  async run(args: Arguments, runtime: Runtime): Promise<number> {
    const [written, ...periods] = args.positionals;
    const action = ACTIONS.find((action) => action === written);
    if (action === undefined) {
      const what = written === undefined ? "" : ` "${written}"`;
      throw new UsageError(`Cannot do${what} with a queue: write one of ${ACTIONS.join(", ")}`);
    }
    const range = parsePeriodRange(periods, args.given("unit"), runtime.now());
    if (range !== undefined && action !== "retry" && action !== "cancel") {
      throw new UsageError(`Cannot ${action} "${range.first}": ${action} takes no periods`);
    }
    await using queue = await openQueue(args, runtime);
    if (action === "watch") return await watch(queue, runtime);
    if (action === "status") {
      const format = args.word("format", ["table", "json"]);
      await runtime.write(await describe(queue, format));
      return EXIT.fine;
    }
    const count = await change(queue, action, { range });
    if (!args.value("quiet")) {
      const done = { retry: "are tried again", cancel: "are cancelled", drain: "are removed" };
      runtime.note(`${formatCount(count)} jobs ${done[action]}`);
    }
    return EXIT.fine;
  },
};

async function change(
  queue: PeriodQueue,
  action: Exclude<Action, "status" | "watch">,
  choice: JobChoice,
): Promise<number> {
  if (action === "drain") return await queue.drain();
  return action === "retry" ? await queue.retry(choice) : await queue.cancel(choice);
}

/** Tells what changes until nothing is left to do. */
async function watch(queue: PeriodQueue, runtime: Runtime): Promise<number> {
  const signal = runtime.interruption();
  let told = "";
  while (true) {
    const summary = await queue.summary();
    const line = lineOf(summary);
    if (line !== told) await runtime.write(`${runtime.now().toISOString()}  ${line}\n`);
    told = line;
    const { waiting, later, running, failed } = summary.jobs;
    if (waiting + later + running === 0) return failed > 0 ? EXIT.failure : EXIT.fine;
    await systemClock.sleep(WATCH_MS, signal).catch(() => {});
    if (signal.aborted) return EXIT.interrupted;
  }
}

/** A queue on one line: `12 waiting, 4 running, 200 done`. */
function lineOf({ jobs, twice, workers }: QueueSummary): string {
  const counts = Object.entries(jobs).filter(([_, count]) => count > 0)
    .map(([state, count]) => `${formatCount(count)} ${state}`);
  return [
    ...counts.length > 0 ? counts : ["no jobs"],
    ...twice > 0 ? [`${formatCount(twice)} made twice`] : [],
    `${formatCount(workers.length)} workers`,
  ].join(", ");
}

async function describe(queue: PeriodQueue, format: "table" | "json"): Promise<string> {
  const summary = await queue.summary();
  const running = await queue.list({ states: ["running"] });
  const failed = await queue.list({ states: ["failed"], limit: NAMED });
  const later = await queue.list({ states: ["later"], limit: NAMED });
  if (format === "json") {
    const { jobs, twice, next, workers } = summary;
    const asData = ({ key: _, ...job }: QueuedJob) => job;
    return jsonLine({
      jobs,
      made_twice: twice,
      next: next ?? null,
      workers,
      running: running.map(asData),
      later: later.map(asData),
      failed: failed.map(asData),
    });
  }
  const lines = Object.entries(summary.jobs).map(([state, count]) =>
    `${state.padEnd(10)}${formatCount(count).padStart(9)}`
  );
  return [
    ...lines,
    `${"made twice".padEnd(10)}${formatCount(summary.twice).padStart(9)}`,
    `${"workers".padEnd(10)}${formatCount(summary.workers.length).padStart(9)}`,
    ...summary.workers.map(({ name, jobs }) => `  ${printable(name)}  ${jobs} running`),
    ...section(
      "Running",
      running.slice(0, NAMED),
      ({ started, tries }) => `since ${started?.toISOString()}, try ${tries}`,
    ),
    ...section(
      "Later",
      later,
      ({ startAfter, note }) =>
        `after ${startAfter.toISOString()}${note === undefined ? "" : `: ${note.message}`}`,
    ),
    ...section(
      "Failed",
      failed,
      ({ tries, note }) =>
        `after ${tries} ${tries === 1 ? "try" : "tries"}: ${note?.message ?? "nobody knows why"}`,
    ),
  ].map((line) => `${line}\n`).join("");
}

function section(
  name: string,
  jobs: readonly QueuedJob[],
  describe: (job: QueuedJob) => string,
): string[] {
  if (jobs.length === 0) return [];
  return ["", name, ...jobs.map((job) => `  ${job.period}  ${printable(describe(job))}`)];
}
