import { hostname } from "node:os";
import { pid } from "node:process";
import { systemClock } from "../../core/async/clock.ts";
import type { PostgresLeases } from "../../core/node/postgres_leases.ts";
import { RankPool } from "../../core/node/rank_pool.ts";
import type { PeriodJob } from "../../core/queue/period_job.ts";
import { describeError } from "../advice.ts";
import type { Arguments } from "../args/arguments.ts";
import { STORE_FLAGS } from "../args/flags.ts";
import { UsageError } from "../args/usage_error.ts";
import { EXIT } from "../exit_code.ts";
import { openQueue, queueUrl } from "../open_queue.ts";
import { permissionAdvice } from "../permissions.ts";
import { databaseUser } from "../database_user.ts";
import { isClosedPipe, type Runtime } from "../runtime.ts";
import type { Command } from "./command.ts";

/** How many connections a worker has besides those of its leases and of what it is told. */
const CONNECTIONS = 3;

/** `wikitop work`: makes what is in a queue. */
export const work: Command = {
  name: "work",
  synopsis: "--queue postgres://…",
  summary: "make what others enqueue, until it is stopped",
  description:
    "Takes jobs from the queue, one for each core at a time, makes their periods into the store, " +
    "which all workers share, and prints the path of each report. SIGTERM and Ctrl-C stop it: what " +
    "is not finished goes back to the queue at once, and what a worker had that died goes to " +
    "others once it is not heard of any more. Connections to a host are limited for all workers of " +
    "the queue together; those that reach it by another way out name that with --egress.",
  flags: [
    "queue",
    ...STORE_FLAGS,
    "source",
    "keep-dumps",
    "keep-sums",
    "work",
    "workers",
    "connections",
    "egress",
    "refresh-denylist",
    "retry-for",
    "contact",
    "quiet",
  ],
  instead: { top: "it is the job's; write it behind wikitop enqueue" },
  examples: [
    ["work --queue postgres://db/wikitop --store /srv/top", "on each machine"],
    ["work --workers 8 --egress office", "with WIKITOP_QUEUE set, by another way out"],
  ],

  async run(args: Arguments, runtime: Runtime): Promise<number> {
    if (args.positionals.length > 0) {
      const [period] = args.positionals;
      throw new UsageError(
        `Cannot use "${period}": work takes flags only; wikitop enqueue ${period} adds it`,
      );
    }
    const signal = runtime.interruption();
    const isQuiet = args.value("quiet");
    const say = isQuiet ? () => {} : runtime.note;
    const warn = (error: Error) =>
      runtime.note(
        `Warning: ${
          permissionAdvice(error, { command: work, args }, runtime) ?? describeError(error)
        }`,
      );
    const workers = args.given("workers") ?? navigator.hardwareConcurrency;
    await using leases = await openLeases(args, runtime);
    await using queue = await openQueue(args, runtime, {
      worker: `${hostname()}:${pid}`,
      connections: CONNECTIONS,
      onWarning: warn,
    });
    using pool = new RankPool(workers);
    const { JobMaker } = await import("./job_maker.ts");
    const maker = new JobMaker({
      args,
      flags: work.flags,
      runtime,
      pool,
      queue,
      connections: leases,
      say,
    });
    await maker.check();
    say(`Waiting for jobs, ${workers} at a time`);
    await queue.work({
      workers,
      signal: AbortSignal.any([signal, maker.failed]),
      attempt: async (job, options) => {
        const { outcome, locations } = await maker.attempt(job, options);
        await write(runtime, locations);
        return outcome;
      },
      onTaken: ({ period }: PeriodJob) =>
        runtime.note(
          `${period}: its job was given to another worker meanwhile, which may make it once more`,
        ),
      onWarning: warn,
    });
    maker.failed.throwIfAborted();
    say(`Stopped; ${maker.describe()}`);
    return EXIT.fine;
  },
};

async function openLeases(args: Arguments, runtime: Runtime): Promise<PostgresLeases> {
  const { PostgresLeases } = await import("../../core/node/postgres_leases.ts");
  return new PostgresLeases(queueUrl(args), {
    user: databaseUser(runtime),
    egress: args.value("egress"),
    clock: { ...systemClock, now: runtime.now },
    onWait: runtime.note,
  });
}

/** The work goes on even if nobody reads any more where its results are. */
async function write(runtime: Runtime, locations: readonly string[]): Promise<void> {
  try {
    for (const location of locations) await runtime.write(`${location}\n`);
  } catch (error) {
    if (!isClosedPipe(error)) throw error;
  }
}
