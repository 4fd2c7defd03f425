import type { History } from "../../core/archive/history.ts";
import { systemClock } from "../../core/async/clock.ts";
import { formatCount } from "../../core/format_count.ts";
import { type Criteria, DEFAULT_TOP, FetchError } from "../../core/mod.ts";
import { RankPool } from "../../core/node/rank_pool.ts";
import { redactPath } from "../../server/http/redact_paths.ts";
import type { Job } from "../../server/jobs/job.ts";
import type { Jobs, JobsOptions } from "../../server/jobs/jobs.ts";
import { openTracing, type Tracing } from "../open_tracing.ts";
import { describeError } from "../advice.ts";
import type { Arguments } from "../args/arguments.ts";
import { STORE_FLAGS } from "../args/flags.ts";
import { UsageError } from "../args/usage_error.ts";
import { isUrl } from "../args/values.ts";
import { EXIT } from "../exit_code.ts";
import { missingPermission, permissionAdvice } from "../permissions.ts";
import { readToken } from "../read_token.ts";
import type { Runtime } from "../runtime.ts";
import { Workspace } from "../workspace.ts";
import type { Command } from "./command.ts";

/** How long after a denylist was given up it is asked for again, in milliseconds. */
const TRY_AGAIN_MS = 10_000;

/** `wikitop serve`: hours over HTTP, and the page. */
export const serve: Command = {
  name: "serve",
  synopsis: "",
  summary: "serve stored hours over HTTP, make others on demand, show them on a page",
  description: "The page is at /, the hours are at /v1/hours/HOUR, days, weeks and months at " +
    "/v1/periods/PERIOD, the top articles as Wikimedia's own API has them at " +
    "/metrics/pageviews/top/; /openapi.json describes it all. " +
    "Listens at 127.0.0.1 unless told otherwise. An hour that is not stored is made when it " +
    "is asked for, by a name that the server is called by (--allowed-host). SIGTERM and Ctrl-C stop it cleanly; jobs that are not done go on at the " +
    "next start.",
  flags: [
    "port",
    "host",
    "allowed-host",
    ...STORE_FLAGS,
    "database",
    "source",
    "keep-dumps",
    "access",
    "pages",
    "top",
    "ties",
    "denylist",
    "refresh-denylist",
    "jobs",
    "make",
    "waiting",
    "tries",
    "queue",
    "heartbeat",
    "max-hours",
    "read-only",
    "token-file",
    "cache",
    "grace",
    "connections",
    "retry-for",
    "contact",
    "quiet",
  ],
  defaults: { "retry-for": "1m" },
  examples: [
    ["serve", "at http://127.0.0.1:8080/, into ./reports"],
    ["serve --read-only --store /srv/top", "only what is stored there"],
    ["serve --database sqlite:top.db", "what it looks back on is in a database"],
    [
      "serve --host 0.0.0.0 --token-file ./token",
      "to all, hours on demand for those with the token",
    ],
  ],

  async run(args: Arguments, runtime: Runtime): Promise<number> {
    if (args.positionals.length > 0) {
      throw new UsageError(`Cannot use "${args.positionals[0]}": serve takes flags only`);
    }
    const workspace = await Workspace.open(args, runtime);
    const isReadOnly = args.value("read-only");
    const token = await readToken(args, runtime);
    await workspace.checkStore({ mustExist: isReadOnly, isWritten: !isReadOnly });
    if (!isReadOnly) await workspace.checkSources();
    await using past = await openPast(args, runtime);
    const { createHandler } = await import("../../server/handler.ts");
    const { createStartingHandler } = await import("../../server/starting.ts");
    const { knownHosts } = await import("../../server/http/known_hosts.ts");
    const { Metrics } = await import("../../server/metrics.ts");
    const { readPageFiles } = await import("../../server/routes/page.ts");
    const { serve: listen } = await import("../../server/serve.ts");
    const signal = runtime.interruption();
    const say = args.value("quiet") ? () => {} : runtime.note;
    const warn = (error: Error) => {
      const advice = permissionAdvice(error, { command: serve, args }, runtime);
      runtime.note(`Warning: ${advice ?? describeError(error)}`);
    };

    const files = await readPageFiles();
    if (files === undefined) {
      runtime.note('Warning: the page is not built, "deno task page" builds it');
    }
    using pool = new RankPool(args.value("jobs"));
    await using stack = new AsyncDisposableStack();
    const metrics = new Metrics();
    metrics.freeBytes = () => workspace.freeBytes();
    const tracing = await openTracing();
    const hooks: Hooks = {
      tracing,
      onEvent: (_period, event) => metrics.production(event),
      onEnd(job) {
        metrics.ended(job);
        (job.state === "failed" ? runtime.note : say)(describeJob(job));
      },
      onWarning: warn,
    };
    const jobs = isReadOnly
      ? undefined
      : args.given("queue") === undefined
      ? await openJobs(args, runtime, workspace, pool, hooks)
      : await openQueuedJobs(args, runtime, workspace, stack, hooks);
    const open = (criteria: Criteria) =>
      createHandler({
        store: workspace.store,
        history: past?.history,
        jobs,
        makes: args.value("make"),
        editions: workspace.editions(),
        sources: args.values("source").map(nameOfSource),
        criteria,
        token,
        isKnownHost: knownHosts({
          hostname: args.value("host"),
          allowed: args.values("allowed-host"),
        }),
        files,
        cacheBytes: args.value("cache"),
        maxHours: args.value("max-hours"),
        maxTop: Math.max(DEFAULT_TOP, args.value("top")),
        maxTries: args.value("tries"),
        metrics,
        closing: signal,
        clock: { ...systemClock, now: runtime.now },
        onError: (error) => runtime.note(`Error: ${error instanceof Error ? error.stack : error}`),
      });
    const graceMs = args.value("grace");
    // Requests are answered at once, and properly as soon as it is known which hours are wanted.
    let handler = createStartingHandler(`the denylist "${redactPath(args.value("denylist"))}"`);
    const failed = new AbortController();
    const starting = readCriteria(args, workspace, { signal, warn })
      .then(async (criteria) => {
        handler = open(criteria);
        await metrics.publish(async (registry) => await tracing?.publishMetrics(registry));
      });
    starting.catch((error) => failed.abort(error));
    if (args.given("denylist") === undefined || !isUrl(args.value("denylist"))) await starting;
    await listen((request) => handler(request), {
      hostname: args.value("host"),
      port: args.value("port"),
      signal: AbortSignal.any([signal, failed.signal]),
      graceMs,
      onListen: (url) => say(`Listening at ${url}`),
      onWarning: warn,
      close: async () => {
        if (!failed.signal.aborted) say("Shutting down: finishing what is in flight");
        await jobs?.close(graceMs);
      },
    });
    if (!signal.aborted) failed.signal.throwIfAborted();
    return EXIT.fine;
  },
};

/** Opens the database that is looked back on, if there is one; loads nothing without. */
async function openPast(
  args: Arguments,
  runtime: Runtime,
): Promise<{ history: History } & AsyncDisposable | undefined> {
  const place = args.given("database");
  if (place === undefined) return undefined;
  const { openHistory } = await import("../open_database.ts");
  const { history, close } = await openHistory(place, { flag: "--database", runtime });
  return { history, [Symbol.asyncDispose]: close };
}

/** What people are told of where dumps come from: the host, but no folder of this machine. */
function nameOfSource(source: string): string {
  return isUrl(source) ? new URL(source).host : "a folder of the server";
}

interface Hooks extends Required<Pick<JobsOptions, "onEvent" | "onEnd" | "onWarning">> {
  tracing: Tracing | undefined;
}

async function openJobs(
  args: Arguments,
  runtime: Runtime,
  workspace: Workspace,
  pool: RankPool,
  { tracing, ...hooks }: Hooks,
): Promise<Jobs> {
  const { LocalJobs } = await import("../../server/jobs/local/local_jobs.ts");
  const { CrashMarks } = await import("../../server/jobs/local/crash_marks.ts");
  const untraced = await workspace.producer({ rank: (dump, options) => pool.rank(dump, options) });
  const producer = tracing?.traceProducer(untraced) ?? untraced;
  const marks = new CrashMarks({
    store: workspace.state,
    reports: workspace.store,
    edition: workspace.editions()[0],
    onWarning: hooks.onWarning,
  });
  return await LocalJobs.open({
    store: workspace.state,
    // The server starts without its denylist, which may come from the network; hours wait for it.
    async make(period, { signal, onEvent }) {
      pool.start(workspace.denylist());
      try {
        const produce = () => producer.produce(period, { signal, onEvent });
        return await marks.guard(
          period,
          () => tracing?.tracePeriod(period, produce) ?? produce(),
        );
      } catch (error) {
        // Those who asked for it are not told which permission is missing.
        if (error instanceof Error && missingPermission(error) !== undefined) {
          hooks.onWarning(error);
        }
        throw error;
      }
    },
    clock: { ...systemClock, now: runtime.now },
    running: args.value("jobs"),
    waiting: args.value("waiting"),
    maxTries: args.value("tries"),
    ...hooks,
  });
}

/** Hands all to the workers of a queue, which other servers may share. */
async function openQueuedJobs(
  args: Arguments,
  runtime: Runtime,
  workspace: Workspace,
  stack: AsyncDisposableStack,
  { onEnd, onWarning, tracing }: Hooks,
): Promise<Jobs> {
  const { openQueue } = await import("../open_queue.ts");
  const { periodJobs } = await import("../period_jobs.ts");
  const { QueuedJobs } = await import("../../server/jobs/pgboss/queued_jobs.ts");
  const heartbeat = args.value("heartbeat") / 1000;
  const queue = stack.use(await openQueue(args, runtime, { heartbeat, onWarning }));
  const jobs = new QueuedJobs({
    queue,
    requests: await queue.requests(),
    jobOf: periodJobs(args, workspace.editions()),
    traceJob: tracing?.traceJob,
    clock: { ...systemClock, now: runtime.now },
    waiting: args.value("waiting"),
    maxTries: args.value("tries"),
    onEnd,
    onWarning,
  });
  stack.use(await queue.listen((key, progress) => jobs.note(key, progress)));
  return jobs;
}

/**
 * A stored hour is shown as it was made, unless something else was asked for. A denylist whose server
 * is in trouble is waited for.
 */
async function readCriteria(
  args: Arguments,
  workspace: Workspace,
  { signal, warn }: { signal: AbortSignal; warn: (error: Error) => void },
): Promise<Criteria> {
  const criteria = { top: args.given("top"), ties: args.given("ties") };
  while (args.given("denylist") !== undefined) {
    try {
      const denylist = await workspace.denylist(signal);
      return { ...criteria, denylist: denylist?.identity.sha256 ?? null };
    } catch (error) {
      signal.throwIfAborted();
      const isTransient = error instanceof Error && error.cause instanceof FetchError &&
        error.cause.transient;
      if (!isTransient) throw error;
      warn(error);
      await systemClock.sleep(TRY_AGAIN_MS, signal);
    }
  }
  return criteria;
}

/** How many different troubles of a job are told. */
const TROUBLES = 3;

/** A job that has ended, in one line of the log, however many hours it has. */
export function describeJob({ id, state, hours }: Job): string {
  const kinds = Map.groupBy(hours, ({ state }) => state);
  const counts = Array.from(kinds, ([kind, { length }]) => `${formatCount(length)} ${kind}`);
  const messages = [...new Set(hours.flatMap(({ message }) => message ?? []))];
  const more = messages.length - TROUBLES;
  return [
    hours.length > 1 ? `${id}: ${state}, ${counts.join(", ")}` : `${id}: ${state}`,
    ...messages.slice(0, TROUBLES),
    ...more > 0 ? [`and ${formatCount(more)} more messages`] : [],
  ].join("; ");
}
