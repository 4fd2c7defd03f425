import { formatCount } from "../../core/format_count.ts";
import { tryLockFile } from "../../core/deno/file_lock.ts";
import { foldersThere } from "../../core/archive/list.ts";
import { leftFiles } from "../../core/archive/remove.ts";
import { Hour, listReports, type Period, removeReport, type Unit, UNITS } from "../../core/mod.ts";
import { dumpFiles, leftoverDumps } from "../../core/node/dump_files.ts";
import { SumFolder } from "../../core/node/sum_folder.ts";
import { endedJobs } from "../../server/jobs/local/job_store.ts";
import type { Arguments } from "../args/arguments.ts";
import { STORE_FLAGS } from "../args/flags.ts";
import { UsageError } from "../args/usage_error.ts";
import { EXIT } from "../exit_code.ts";
import { formatBytes } from "../output/format_bytes.ts";
import type { Runtime } from "../runtime.ts";
import { Workspace } from "../workspace.ts";
import type { Command } from "./command.ts";

/** Something that may be removed. */
export interface Old {
  /** What it is, as the summary counts it. */
  kind: "report" | "dump" | "job" | "sum" | "unfinished dump" | "left file";
  /** The period of a report. */
  period?: Period;
  /** When it ended, `undefined` for what is of no use at any age. */
  ended: string | undefined;
  /** Where it is. */
  location: string;
  /** Its length in bytes. */
  bytes: number;
  /** Removes it, and tells how many bytes that were. */
  remove(): Promise<number>;
}

/** `wikitop prune`: room for what is new. */
export const prune: Command = {
  name: "prune",
  synopsis: "--older-than AGE",
  summary: "remove stored hours, or kept dumps, that ended long ago",
  description:
    "Removes reports with their manifests, also of hours that are not finished, and the jobs of " +
    "servers that ended so long ago; with --dumps it removes the dumps in the folder of " +
    "--keep-dumps instead, and what killed runs left of others, and the merged days in that of " +
    "--keep-sums. From a bucket it removes also what writers left there that were killed. " +
    "Any other file is left. " +
    "Prints the path of each.",
  flags: ["older-than", "dumps", "keep-dumps", "keep-sums", "dry-run", ...STORE_FLAGS, "quiet"],
  examples: [
    ["prune --older-than 30d", "the hours of ./reports that ended 30 days ago or before"],
    ["prune --older-than 365d --dry-run", "what would go"],
    ["prune --older-than 24h --dumps --keep-dumps ./dumps", "dumps of yesterday and before"],
  ],

  async run(args: Arguments, runtime: Runtime): Promise<number> {
    const age = ageOf(args);
    const folders = args.value("dumps") ? foldersOf(args) : undefined;
    const isDry = args.value("dry-run");
    const removed: string[] = [];
    const counts = new Map<Old["kind"], number>([[folders === undefined ? "report" : "dump", 0]]);
    const periods = new Map<Unit, Set<string>>();
    let bytes = 0;
    try {
      const all = folders === undefined ? storedThings(args, runtime) : keptThings(folders);
      for await (const { kind, period, ended, location, ...old } of all) {
        const isYoung = ended !== undefined &&
          runtime.now().getTime() - Date.parse(ended) <= age;
        if (isYoung) continue;
        bytes += isDry ? old.bytes : await old.remove();
        counts.set(kind, (counts.get(kind) ?? 0) + 1);
        if (period !== undefined) {
          const labels = periods.get(period.unit) ?? new Set();
          periods.set(period.unit, labels.add(period.label));
        }
        removed.push(`${location}\n`);
      }
    } finally {
      // Also where an error ends it, it is to be known what is gone.
      await runtime.write(removed.join(""));
    }
    if (!args.value("quiet")) {
      runtime.note(`${isDry ? "Would remove" : "Removed"} ${summary(counts, periods, bytes)}`);
    }
    return EXIT.fine;
  },
};

function ageOf(args: Arguments): number {
  const [other] = args.positionals;
  const age = args.given("older-than");
  if (other !== undefined) {
    throw new UsageError(`Cannot prune "${other}": no argument is wanted; write --older-than 30d`);
  }
  if (age === undefined) {
    throw new UsageError("Cannot prune: an age is wanted; write --older-than 30d");
  }
  return age;
}

/** Where dumps, and their sums, are kept. */
interface Folders {
  dumps: string | undefined;
  sums: string | undefined;
}

function foldersOf(args: Arguments): Folders {
  const [dumps, sums] = [args.given("keep-dumps"), args.given("keep-sums")];
  if (dumps === undefined && sums === undefined) {
    throw new UsageError("Cannot prune dumps: their folder is wanted; add --keep-dumps DIR");
  }
  return { dumps, sums };
}

async function* keptThings({ dumps, sums }: Folders): AsyncGenerator<Old> {
  if (dumps !== undefined) yield* keptDumps(dumps);
  if (sums === undefined) return;
  for (const { day, path: location, bytes, remove } of await new SumFolder(sums).list()) {
    const removeSum = () => remove().then(() => bytes);
    yield { kind: "sum", ended: day.end, location, bytes, remove: removeSum };
  }
}

/** All reports of the store, by unit, the oldest first, and the jobs that have ended. */
async function* storedThings(args: Arguments, runtime: Runtime): AsyncGenerator<Old> {
  const workspace = await Workspace.open(args, runtime);
  await workspace.checkStore({ mustExist: true });
  const { store } = workspace;
  for (const unit of UNITS) {
    for await (const entry of listReports(store, { unit, edition: "any", now: runtime.now() })) {
      const { period, location, bytes } = entry;
      const remove = () => removeReport(store, entry);
      yield { kind: "report", period, ended: period.end, location, bytes, remove };
    }
  }
  // Whoever lost, or was killed, may have left files in a bucket.
  const now = runtime.now();
  for (const unit of store.isShared ? ["hour", "month"] as const : []) {
    for await (const folder of foldersThere(store, Hour.first(), Hour.lastBefore(now), unit)) {
      for await (const file of leftFiles(store, folder, now)) {
        const { key, name, bytes } = file;
        const remove = () => store.removeFile(file).then(() => bytes);
        const location = store.locate(key, name);
        yield { kind: "left file", ended: undefined, location, bytes, remove };
      }
    }
  }
  for await (const job of endedJobs(workspace.state, runtime.now())) yield { ...job, kind: "job" };
}

/** All dumps that are kept in a folder, the oldest first, and what killed runs left there. */
async function* keptDumps(folder: string): AsyncGenerator<Old> {
  for (const { hour, path: location, bytes, remove } of await dumpFiles(folder)) {
    const removeDump = () => remove().then(() => bytes);
    yield { kind: "dump", ended: hour.end, location, bytes, remove: removeDump };
  }
  for await (const { path: location, bytes, remove } of leftoverDumps(folder, tryLockFile)) {
    yield { kind: "unfinished dump", ended: undefined, location, bytes, remove };
  }
}

/** How many there are of each kind: `2 hours, 1 day`, or `3 reports of 1 hour, 1 day`. */
export function summary(
  counts: ReadonlyMap<Old["kind"], number>,
  periods: ReadonlyMap<Unit, ReadonlySet<string>>,
  bytes: number,
): string {
  const some = (count: number, one: string) =>
    `${formatCount(count)} ${one}${count === 1 ? "" : "s"}`;
  const ofPeriods = (reports: number) => {
    if (reports === 0) return some(0, "hour");
    const units = Array.from(periods, ([unit, { size }]) => some(size, unit)).join(", ");
    const all = Array.from(periods.values()).reduce((sum, { size }) => sum + size, 0);
    // A period may have several editions.
    return all === reports ? units : `${some(reports, "report")} of ${units}`;
  };
  const parts = Array.from(
    counts,
    ([kind, count]) => kind === "report" ? ofPeriods(count) : some(count, kind),
  );
  return `${parts.join(", ")}, ${formatBytes(bytes)} (${formatCount(bytes)} bytes)`;
}
