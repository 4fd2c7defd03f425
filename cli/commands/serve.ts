import { systemClock } from "../../core/async/clock.ts";
import { DEFAULT_TOP } from "../../core/mod.ts";
import { openFile } from "../../core/node/open_file.ts";
import { RankPool } from "../../core/node/rank_pool.ts";
import type { Job } from "../../server/jobs/job.ts";
import type { Jobs, JobsOptions } from "../../server/jobs/jobs.ts";
import { describeError } from "../advice.ts";
import type { Arguments } from "../args/arguments.ts";
import { UsageError } from "../args/usage_error.ts";
import { EXIT } from "../exit_code.ts";
import { missingPermission, permissionAdvice } from "../permissions.ts";
import type { Runtime } from "../runtime.ts";
import { Workspace } from "../workspace.ts";
import type { Command } from "./command.ts";

/** `wikitop serve`: hours over HTTP, and the page. */
export const serve: Command = {
  name: "serve",
  synopsis: "",
  summary: "serve stored hours over HTTP, make others on demand, show them on a page",
  description:
    "The page is at /, the hours are at /v1/hours/HOUR; /openapi.json describes it all. " +
    "Listens at 127.0.0.1 unless told otherwise. An hour that is not stored is made when it " +
    "is asked for. SIGTERM and Ctrl-C stop it cleanly; jobs that are not done go on at the " +
    "next start.",
  flags: [
    "port",
    "host",
    "store",
    "source",
    "keep-dumps",
    "top",
    "ties",
    "denylist",
    "refresh-denylist",
    "jobs",
    "queue",
    "tries",
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
    [
      "serve --host 0.0.0.0 --token-file ./token",
      "to all, hours on demand for those with the token",
    ],
  ],

  async run(args: Arguments, runtime: Runtime): Promise<number> {
    if (args.positionals.length > 0) {
      throw new UsageError(`Cannot use "${args.positionals[0]}": serve takes flags only`);
    }
    const { createHandler } = await import("../../server/handler.ts");
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
    const workspace = new Workspace(args, runtime);
    using pool = new RankPool(args.value("jobs"));
    const metrics = new Metrics();
    const jobs = args.value("read-only")
      ? undefined
      : await openJobs(args, runtime, workspace, pool, {
        onEvent: (_hour, event) => metrics.production(event),
        onEnd(job) {
          metrics.ended(job);
          (job.state === "failed" ? runtime.note : say)(describe(job));
        },
        onWarning: warn,
      });
    const handler = createHandler({
      store: workspace.store,
      jobs,
      criteria: await readCriteria(args, workspace),
      token: await readToken(args),
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
    await listen(handler, {
      hostname: args.value("host"),
      port: args.value("port"),
      signal,
      graceMs,
      onListen: (url) => say(`Listening at ${url}`),
      onWarning: warn,
      close: async () => {
        say("Shutting down: finishing what is in flight");
        await jobs?.close(graceMs);
      },
    });
    return EXIT.fine;
  },
};

type Hooks = Required<Pick<JobsOptions, "onEvent" | "onEnd" | "onWarning">>;

async function openJobs(
  args: Arguments,
  runtime: Runtime,
  workspace: Workspace,
  pool: RankPool,
  hooks: Hooks,
): Promise<Jobs> {
  const { LocalJobs } = await import("../../server/jobs/local/local_jobs.ts");
  const producer = workspace.producer({ rank: (dump, options) => pool.rank(dump, options) });
  return await LocalJobs.open({
    store: workspace.store,
    // The server starts without its denylist, which may come from the network; hours wait for it.
    async make(hour, { signal, onEvent }) {
      try {
        return await producer.produce(hour, { signal, onEvent });
      } catch (error) {
        // Those who asked for the hour are not told which permission is missing.
        if (error instanceof Error && missingPermission(error) !== undefined) {
          hooks.onWarning(error);
        }
        throw error;
      }
    },
    clock: { ...systemClock, now: runtime.now },
    running: args.value("jobs"),
    waiting: args.value("queue"),
    maxTries: args.value("tries"),
    ...hooks,
  });
}

/** A stored hour is shown as it was made, unless something else was asked for. */
async function readCriteria(args: Arguments, workspace: Workspace) {
  const denylist = args.given("denylist") === undefined
    ? {}
    : { denylist: (await workspace.denylist())?.identity.sha256 ?? null };
  return { top: args.given("top"), ties: args.given("ties"), ...denylist };
}

async function readToken(args: Arguments): Promise<string | undefined> {
  const path = args.given("token-file");
  if (path === undefined) return undefined;
  const token = (await new Response((await openFile(path)).body).text()).trim();
  if (token === "") throw new Error(`Cannot use --token-file "${path}": it is empty`);
  return token;
}

/** A job in a line, and one for each of its hours that there is something to be said of. */
function describe({ id, state, hours }: Job): string {
  const lines = hours.flatMap(({ hour, message }) =>
    message === undefined || message === null ? [] : `  ${hour}: ${message}`
  );
  return [`${id}: ${state}`, ...lines].join("\n");
}
