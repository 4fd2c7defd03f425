import { formatCount } from "../../core/format_count.ts";
import { dayJobs, type PeriodJob } from "../../core/queue/period_job.ts";
import type { Arguments } from "../args/arguments.ts";
import { wantedEditions } from "../args/editions.ts";
import { type PeriodRange, periodsIn } from "../args/period_range.ts";
import { UsageError } from "../args/usage_error.ts";
import { wantedPeriods } from "../args/wanted_periods.ts";
import { EXIT } from "../exit_code.ts";
import { openTracing } from "../open_tracing.ts";
import { openQueue } from "../open_queue.ts";
import { periodJobs } from "../period_jobs.ts";
import type { Runtime } from "../runtime.ts";
import type { Command } from "./command.ts";

/** `wikitop enqueue`: periods into a queue of several machines. */
export const enqueue: Command = {
  name: "enqueue",
  synopsis: "[PERIOD [END]] --queue postgres://…",
  summary: "have periods made by workers, on any machine",
  description:
    "Adds a job for each period to a queue in PostgreSQL, whose tables are made with the first " +
    "one; wikitop work takes them. PERIOD, END, --unit and --last are those of wikitop run. Who " +
    "adds the same again, of the same parameters, adds nothing until it has ended; what is " +
    "finished in the workers' store is found there, unless it is to be made with --force. A " +
    "period whose dump is not published yet rests until it is, and one that fails is tried again " +
    "a few times (--tries). A denylist in a file has to be there on each machine.",
  flags: [
    "queue",
    "unit",
    "last",
    "access",
    "pages",
    "top",
    "ties",
    "denylist",
    "force",
    "refresh",
    "cross-check",
    "missing",
    "with-days",
    "tries",
    "heartbeat",
    "quiet",
  ],
  examples: [
    ["enqueue 2015-06 2025-05 --unit hour --queue postgres://db/wikitop", "ten years of hours"],
    ["enqueue --last 6", "from cron each hour, with WIKITOP_QUEUE set"],
    ["enqueue 2026-W37 --with-days", "a week, after its days"],
    ["enqueue 2026-09-10T18 --force", "an hour, once more"],
  ],

  async run(args: Arguments, runtime: Runtime): Promise<number> {
    const { first, last, cut } = wantedPeriods("enqueue", args, runtime.now());
    const hasDays = args.value("with-days");
    if (hasDays && !["week", "month"].includes(first.unit)) {
      throw new UsageError(`Cannot use --with-days: "${first}" is no week and no month`);
    }
    if (cut !== undefined) runtime.note(cut);
    const heartbeat = args.value("heartbeat") / 1000;
    await using queue = await openQueue(args, runtime, { heartbeat });
    const options = { tries: args.value("tries") };
    const tracing = await openTracing();
    const traceJob = (job: PeriodJob) => tracing?.traceJob(job) ?? job;
    // Its days first: a week that is begun before they are there would not wait for them.
    let days = 0;
    if (hasDays) {
      for (const job of jobsOf({ first, last }, args)) {
        days += await queue.add(dayJobs(job).map(traceJob), options);
      }
    }
    const jobs = jobsOf({ first, last }, args);
    const added = await queue.add(tracing === undefined ? jobs : jobs.map(traceJob), options);
    if (args.value("quiet")) return EXIT.fine;
    const count = last.since(first) + 1;
    const known = count - added;
    runtime.note(
      `Added ${formatCount(added)} ${first.unit}s` +
        (hasDays ? `, and ${formatCount(days)} days before them` : "") +
        (known > 0 ? `; ${formatCount(known)} are in the queue already` : ""),
    );
    return EXIT.fine;
  },
};

/** A job for each period, as the arguments want it made. */
function* jobsOf(range: PeriodRange, args: Arguments): Generator<PeriodJob> {
  const jobOf = periodJobs(args, wantedEditions(args), {
    crossCheck: args.value("cross-check"),
    rebuild: args.value("force") ? "always" : args.value("refresh") ? "if-changed" : "never",
    missing: args.value("missing"),
    afterDays: args.value("with-days"),
  });
  for (const period of periodsIn(range)) yield jobOf(period);
}
