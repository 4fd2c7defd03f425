import { formatCount } from "../../core/format_count.ts";
import { tryLockFile } from "../../core/deno/file_lock.ts";
import { type DumpSum, MergeError } from "../../core/merge/merge_dumps.ts";
import { findDisorder, sortDump } from "../../core/merge/sort_dump.ts";
import type { WorkFiles } from "../../core/merge/work_files.ts";
import { gunzipNode } from "../../core/node/gunzip_node.ts";
import { gzipNode } from "../../core/node/gzip_node.ts";
import { type FileInput, mergeFiles } from "../../core/node/merge_files.ts";
import { WorkFolder } from "../../core/node/work_folder.ts";
import { openFile } from "../../core/node/open_file.ts";
import type { Arguments } from "../args/arguments.ts";
import { UsageError } from "../args/usage_error.ts";
import { EXIT } from "../exit_code.ts";
import { countMalformed } from "../../core/rank/dump_ranking.ts";
import type { Runtime } from "../runtime.ts";
import type { Command } from "./command.ts";

/** `wikitop merge`: dumps in, one dump out that has their sums. */
export const merge: Command = {
  name: "merge",
  synopsis: "FILE|-…",
  summary: "sum dumps into one, which is a dump again",
  description: "Reads dumps, gzipped or plain, from files or from standard input (-), and writes " +
    "one with every page of any of them and the sum of its views: exact, and in little memory, " +
    "for all are read side by side. The 24 dumps of a day are named 01 to 23, and 00 of the " +
    "next day. One in a file that is named 2026-09-10.gz, 2026-W37.gz or 2026-09.gz is taken for " +
    "that day, week or month by wikitop rank, explain, and run --source. The sum is gzipped, as dumps are, and its fields are quoted as they have been " +
    "since February 2023. A dump whose rows are out of order, as those of some years are, is " +
    "sorted first in --work DIR; with it, all are read once more to find out.",
  flags: ["plain", "work", "quiet"],
  examples: [
    [
      "merge pageviews-20260910-*.gz > 2026-09-10.gz",
      "a day, if these are its 24 dumps",
    ],
    ["merge 2026-09-*.gz > 2026-09.gz", "a month of its days: sums of sums"],
    ["merge a.gz b.gz --plain | grep '^en.m '", "a domain to look at"],
  ],

  async run(args: Arguments, runtime: Runtime): Promise<number> {
    const paths = args.positionals;
    if (paths.length === 0) {
      throw new UsageError('Cannot merge: dumps are wanted; write their paths, or "-" for a pipe');
    }
    if (paths.filter((path) => path === "-").length > 1) {
      throw new UsageError('Cannot merge: standard input is one dump; write "-" once');
    }
    const work = args.given("work");
    if (work === undefined) {
      return await mergeAll(paths.map((path) => inputOf(path, runtime)), args, runtime);
    }
    if (paths.includes("-")) {
      throw new UsageError("Cannot sort standard input: it can be read but once; write a path");
    }
    const files = await new WorkFolder(work, { tryLock: tryLockFile }).open();
    try {
      return await mergeAll(await openSorted(paths, files, runtime), args, runtime);
    } finally {
      await files.close();
    }
  },
};

/** A dump to be merged, and how it was named. */
interface Input extends FileInput {
  name: string;
}

async function mergeAll(
  inputs: readonly Input[],
  args: Arguments,
  runtime: Runtime,
): Promise<number> {
  const sum = mergeFiles(inputs);
  const isPlain = args.value("plain") || runtime.columns !== undefined;
  try {
    for await (const chunk of isPlain ? sum.lines() : gzipNode(sum.lines())) {
      await runtime.write(chunk);
    }
  } catch (error) {
    if (!(error instanceof MergeError)) throw error;
    const { index, cause } = error;
    const isUnordered = cause.code === "out-of-order";
    const advice = isUnordered ? "; add --work DIR to have it sorted there first" : "";
    throw new Error(`Cannot merge "${inputs[index]!.name}": ${cause.reason}${advice}`, { cause });
  }
  if (!args.value("quiet")) runtime.note(summary(sum, args.positionals.length));
  return EXIT.fine;
}

/** Opens dumps, those out of order sorted. */
async function openSorted(
  paths: readonly string[],
  files: WorkFiles,
  runtime: Runtime,
): Promise<Input[]> {
  const inputs: Input[] = [];
  for (const [i, path] of paths.entries()) {
    const disorder = await findDisorder((await openFile(path)).body, gunzipNode);
    if (disorder === undefined) {
      inputs.push({ name: path, path });
      continue;
    }
    runtime.note(`Warning: sorting "${path}": ${disorder}`);
    const { body } = await openFile(path);
    const seen = await sortDump(body, { files, name: `${i}`, gunzip: gunzipNode });
    inputs.push({ name: path, body: await files.read(`${i}`), seen });
  }
  return inputs;
}

function inputOf(path: string, { stdin }: Runtime): Input {
  return path === "-" ? { name: path, body: stdin } : { name: path, path };
}

function summary({ counts, rows }: DumpSum, dumps: number): string {
  return `${formatCount(dumps)} dump${dumps === 1 ? "" : "s"}, ${
    formatCount(counts.lines)
  } lines, ` +
    `${formatCount(rows)} pages, ${formatCount(counts.repeated)} rows repeated, ` +
    `${formatCount(countMalformed(counts))} lines malformed`;
}
