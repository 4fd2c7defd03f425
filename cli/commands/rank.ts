import { formatCount, Hour, rankHour, type Report } from "../../core/mod.ts";
import { gunzipThread } from "../../core/node/gunzip_thread.ts";
import { openFile } from "../../core/node/open_file.ts";
import type { Arguments } from "../args/arguments.ts";
import { parseTyped, UsageError } from "../args/usage_error.ts";
import { EXIT } from "../exit_code.ts";
import { countMalformed } from "../output/count_malformed.ts";
import { printReport } from "../output/print_report.ts";
import type { Runtime } from "../runtime.ts";
import { Workspace } from "../workspace.ts";
import type { Command } from "./command.ts";

/** `wikitop rank`: one dump in, its report out, nothing stored. */
export const rank: Command = {
  name: "rank",
  synopsis: "FILE|-",
  summary: "rank the pages of one dump and print the report",
  description: "Reads a dump, gzipped or plain, from a file or from standard input (-).",
  flags: [
    "top",
    "ties",
    "denylist",
    "refresh-denylist",
    "domain",
    "format",
    "hour",
    "store",
    "contact",
    "quiet",
  ],
  examples: [
    ["rank pageviews-20260910-180000.gz > top25.csv", "the top 25 of every domain"],
    ["rank pageviews-20260910-180000.gz --domain en,en.m --format table", "two domains to look at"],
    [
      "rank - --hour 2026-09-10T18 --denylist none --top 100 < dump",
      "a plain dump from a pipe, nothing left out",
    ],
  ],

  async run(args: Arguments, runtime: Runtime): Promise<number> {
    const [path, ...others] = args.positionals;
    if (path === undefined || others.length > 0) {
      throw new UsageError('Cannot rank: one dump is wanted; write its path, or "-" for a pipe');
    }
    const hour = hourOf(path, args, runtime);
    const { body, modified } = path === "-"
      ? { body: runtime.stdin, modified: undefined }
      : await openFile(path);
    const denylist = await new Workspace(args, runtime).denylist();
    const top = args.value("top");
    const ties = args.value("ties");
    const ranking = await rankHour(body, {
      top,
      ties,
      denylist: denylist?.read(),
      gunzip: gunzipThread,
    });
    const report: Report = {
      hour,
      source: {
        url: path,
        bytes: ranking.bytes,
        sha256: null,
        etag: null,
        last_modified: modified?.toUTCString() ?? null,
      },
      parameters: { top, ties, denylist: denylist?.facts ?? null },
      counts: ranking.counts,
      domains: ranking.domains,
    };
    await printReport(report, args.value("format"), args.given("domain") ?? [], runtime);
    if (!args.value("quiet")) runtime.note(summary(report));
    return EXIT.fine;
  },
};

function hourOf(path: string, args: Arguments, runtime: Runtime): Hour {
  const named = () => Hour.ofDump(path, { now: runtime.now() });
  const hour = args.given("hour") ?? parseTyped(named);
  if (hour === undefined) {
    const name = path === "-" ? "standard input" : `the name "${path}"`;
    throw new UsageError(`Cannot tell the hour from ${name}; add --hour 2026-09-10T18`);
  }
  return hour;
}

function summary({ hour, counts }: Report): string {
  return `${hour}: ${formatCount(counts.lines)} lines, ${formatCount(counts.domains)} domains, ` +
    `${formatCount(counts.views)} views, ${formatCount(counts.denied)} rows denied, ` +
    `${formatCount(countMalformed(counts))} lines malformed`;
}
