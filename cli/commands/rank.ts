import { formatCount } from "../../core/format_count.ts";
import type { Dump, Report } from "../../core/mod.ts";
import { Hour } from "../../core/time/hour.ts";
import { folderProblem } from "../../core/node/folder_source.ts";
import { checkPeriod, type Period, periodOfDump } from "../../core/time/period.ts";
import { openFile } from "../../core/node/open_file.ts";
import { type MadeReport, makeEncoded, toReport } from "../../core/produce/make.ts";
import type { Arguments } from "../args/arguments.ts";
import { flagRulesOf } from "../args/flag_rules.ts";
import { type FlagName, FLAGS, STORE_FLAGS } from "../args/flags.ts";
import { parseTyped, UsageError } from "../args/usage_error.ts";
import { isUrl, quote } from "../args/values.ts";
import { EXIT } from "../exit_code.ts";
import { countMalformed } from "../../core/rank/dump_ranking.ts";
import { checkShowDenied, printReport } from "../output/print_report.ts";
import type { Runtime } from "../runtime.ts";
import { Workspace } from "../workspace.ts";
import type { Command } from "./command.ts";

/** `wikitop rank`: one dump in, its report out, nothing stored. */
export const rank: Command = {
  name: "rank",
  synopsis: "FILE|-",
  summary: "rank the pages of one dump and print the report",
  description:
    "Reads a dump, gzipped or plain, from a file or from standard input (-): an hour's, " +
    "or the sum of a day's, week's or month's, as wikitop merge writes it, into 2026-09-10.gz, " +
    "2026-W37.gz or 2026-09.gz.",
  flags: [
    "access",
    "pages",
    "top",
    "ties",
    "denylist",
    "refresh-denylist",
    "show-denied",
    "flags",
    "mobile-share",
    "domain",
    "format",
    "period",
    ...STORE_FLAGS,
    "contact",
    "quiet",
  ],
  // A file at hand is not to wait for a network that is not there.
  defaults: { "retry-for": "0s" },
  values: { access: "each|all", pages: "all|articles" },
  examples: [
    ["rank pageviews-20260910-180000.gz > top25.csv", "the top 25 of every domain"],
    ["rank 2026-09-10.gz > day.csv", "a day, merged before"],
    ["rank pageviews-20260910-180000.gz --domain en,en.m --format table", "two domains to look at"],
    [
      "rank - --period 2026-09-10T18 --denylist none --top 100 < dump",
      "a plain dump from a pipe, nothing left out",
    ],
  ],

  async run(args: Arguments, runtime: Runtime): Promise<number> {
    const [path, ...others] = args.positionals;
    if (path === undefined || others.length > 0) {
      throw new UsageError('Cannot rank: one dump is wanted; write its path, or "-" for a pipe');
    }
    if (isUrl(path)) throw new UsageError(urlAdvice(path, runtime));
    const period = periodOf(path, args, runtime) ?? await refuseNameless(path);
    checkShowDenied(args);
    const named = periodOfDump(path);
    if (named !== undefined && named.label !== period.label && !args.value("quiet")) {
      runtime.note(
        `Warning: the name "${path}" says ${named.unit} "${named}", --period "${period}"; ` +
          "--period is taken",
      );
    }
    const workspace = await Workspace.open(args, runtime);
    const dump = await openDump(path, runtime);
    const [made] = await makeEncoded(period, {
      ...workspace.reportOptions(),
      editions: workspace.editions(),
      createSha256: undefined, // Nobody sees it, and it would take a third as long as the rest.
      denylist: await workspace.denylist(),
      sources: [{
        once: true,
        open: () => Promise.resolve(dump),
        openIfChanged: () => Promise.resolve(dump),
        openSum: () => Promise.resolve(dump),
      }],
    }) as [MadeReport];
    const isStored = ["flags", "mobile-share"].every((name) =>
      args.given(name as FlagName) === undefined
    );
    const format = args.value("format");
    const patterns = args.given("domain") ?? [];
    if (format === "csv" && patterns.length === 0 && isStored) {
      await runtime.write(made.stored.csv.content);
    } else {
      const showDenied = args.value("show-denied");
      const report = { ...toReport(made), flags: flagRulesOf(args) };
      await printReport(report, { format, patterns, showDenied }, runtime);
    }
    if (!args.value("quiet")) runtime.note(summary(made.head));
    return EXIT.fine;
  },
};

async function openDump(path: string, { stdin }: Runtime): Promise<Dump> {
  if (path === "-") {
    return { url: path, body: stdin, length: null, etag: null, lastModified: null };
  }
  const { body, length, modified } = await openFile(path, { isReused: true });
  return { url: path, body, length, etag: null, lastModified: modified.toUTCString() };
}

/** What to write where the dump of a server is wanted. */
function urlAdvice(url: string, { now }: Runtime): string {
  const hour = Hour.ofDump(new URL(url).pathname);
  const source = url.replace(/\d{4}\/\d{4}-\d{2}\/[^/]*$/, "");
  const isKnown = FLAGS.source.default!.split(" ").includes(source);
  const advice = hour === undefined || hour.age(now()) < 0
    ? "fetch it first, and rank the file"
    : `write wikitop run ${hour}${isKnown ? "" : ` --source ${source}`}, which fetches it`;
  return `Cannot rank "${url}": it is a URL, and rank reads files; ${advice}`;
}

function periodOf(path: string, args: Arguments, runtime: Runtime): Period | undefined {
  const named = () => {
    const period = periodOfDump(path);
    return period && checkPeriod(period, runtime.now());
  };
  return args.given("period") ?? parseTyped(named);
}

/** The period is wanted; but that there is no such file is to be known first. */
async function refuseNameless(path: string): Promise<never> {
  if (path !== "-") {
    const problem = await folderProblem(path);
    if (problem === undefined) {
      throw new UsageError(
        `Cannot rank "${path}": it is a folder; write the path of a dump in it, or ` +
          `wikitop run HOUR --source ${quote(path)}`,
      );
    }
    await (await openFile(path)).body.cancel();
  }
  const name = path === "-" ? "standard input" : `the name "${path}"`;
  throw new UsageError(
    `Cannot tell the hour from ${name}; add --period 2026-09-10T18, or 2026-09-10 of a merged day`,
  );
}

function summary({ period, counts }: Pick<Report, "period" | "counts">): string {
  return `${period}: ${formatCount(counts.lines)} lines, ${formatCount(counts.domains)} domains, ` +
    `${formatCount(counts.views)} views, ${formatCount(counts.denied)} rows denied, ` +
    `${formatCount(countMalformed(counts))} lines malformed` +
    (counts.repeated > 0 ? `, ${formatCount(counts.repeated)} rows repeated` : "");
}
