import { formatCount } from "../../core/format_count.ts";
import { listReports, type Period, removeReport, UNITS } from "../../core/mod.ts";
import { dumpFiles } from "../../core/node/dump_files.ts";
import type { Arguments } from "../args/arguments.ts";
import { UsageError } from "../args/usage_error.ts";
import { EXIT } from "../exit_code.ts";
import { formatBytes } from "../output/format_bytes.ts";
import type { Runtime } from "../runtime.ts";
import { Workspace } from "../workspace.ts";
import type { Command } from "./command.ts";

/** Something that may be removed. */
interface Old {
  /** Its period. */
  period: Period;
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
    "Removes reports with their manifests, also of hours that are not finished; with --dumps " +
    "it removes the dumps in the folder of --keep-dumps instead. Any other file is left. " +
    "Prints the path of each.",
  flags: ["older-than", "dumps", "keep-dumps", "dry-run", "store", "quiet"],
  examples: [
    ["prune --older-than 30d", "the hours of ./reports that ended 30 days ago or before"],
    ["prune --older-than 365d --dry-run", "what would go"],
    ["prune --older-than 24h --dumps --keep-dumps ./dumps", "dumps of yesterday and before"],
  ],

  async run(args: Arguments, runtime: Runtime): Promise<number> {
    const age = ageOf(args);
    const dumps = args.value("dumps") ? dumpsFolderOf(args) : undefined;
    const isDry = args.value("dry-run");
    const removed: string[] = [];
    let bytes = 0;
    try {
      const all = dumps === undefined ? storedReports(args, runtime) : keptDumps(dumps);
      for await (const old of all) {
        if (runtime.now().getTime() - Date.parse(old.period.end) <= age) continue;
        bytes += isDry ? old.bytes : await old.remove();
        removed.push(`${old.location}\n`);
      }
    } finally {
      // Also where an error ends it, it is to be known what is gone.
      await runtime.write(removed.join(""));
    }
    if (!args.value("quiet")) {
      const what = dumps === undefined ? "hour" : "dump";
      runtime.note(`${isDry ? "Would remove" : "Removed"} ${summary(removed.length, what, bytes)}`);
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

function dumpsFolderOf(args: Arguments): string {
  const folder = args.given("keep-dumps");
  if (folder === undefined) {
    throw new UsageError("Cannot prune dumps: their folder is wanted; add --keep-dumps DIR");
  }
  return folder;
}

/** All reports of the store, by unit, the oldest first. */
async function* storedReports(args: Arguments, runtime: Runtime): AsyncGenerator<Old> {
  const workspace = new Workspace(args, runtime);
  await workspace.checkStore({ mustExist: true });
  const { store } = workspace;
  for (const unit of UNITS) {
    for await (const entry of listReports(store, { unit, edition: "any", now: runtime.now() })) {
      const { period, location, bytes } = entry;
      yield { period, location, bytes, remove: () => removeReport(store, entry) };
    }
  }
}

/** All dumps that are kept in a folder, the oldest first. */
async function* keptDumps(folder: string): AsyncGenerator<Old> {
  for (const { hour: period, path: location, bytes, remove } of await dumpFiles(folder)) {
    yield { period, location, bytes, remove: () => remove().then(() => bytes) };
  }
}

function summary(count: number, what: string, bytes: number): string {
  return `${formatCount(count)} ${what}${count === 1 ? "" : "s"}, ${formatBytes(bytes)} ` +
    `(${formatCount(bytes)} bytes)`;
}
