import { exportReports } from "../../core/export/export_reports.ts";
import { formatCount } from "../../core/format_count.ts";
import { describeError } from "../advice.ts";
import { LATEST_STORED } from "../../core/time/hour_words.ts";
import type { Arguments } from "../args/arguments.ts";
import { advisedCommand } from "../args/values.ts";
import { EXPORT_FORMATS, FORM_FLAGS, STORE_FLAGS } from "../args/flags.ts";
import { findHourRange } from "../args/hour_range.ts";
import { UsageError } from "../args/usage_error.ts";
import { EXIT } from "../exit_code.ts";
import { openExporter } from "../open_exporter.ts";
import { describeFiles, type FileTally } from "../output/describe_files.ts";
import type { Runtime } from "../runtime.ts";
import { Workspace } from "../workspace.ts";
import type { Command } from "./command.ts";

/** `wikitop export`: what is stored, as files for others. */
export const exportCommand: Command = {
  name: "export",
  synopsis: "[PERIOD [END]] --to DIR",
  summary: "write stored reports as files for others: CSV, NDJSON, JSON, Parquet",
  description: `Writes what is stored of a period (${LATEST_STORED}), ` +
    "of a range of them (END is included), or all, into a folder of its " +
    "own. Files that are there and the same are left, one whose report was made again is " +
    "replaced as a whole; a folder has files of one form. With --layout hive they lie as " +
    "edition=each/unit=hour/year=2026/month=09/day=10/hour=17/part.parquet, by when the period " +
    "begins, and _SUCCESS beside a file of one period. Prints the path of each file that it " +
    "writes. docs/reading.md has what other programs read them with.",
  flags: ["to", ...FORM_FLAGS, ...STORE_FLAGS, "retry-for", "quiet"],
  values: { format: EXPORT_FORMATS },
  examples: [
    [
      "export --to reports/lake --format parquet --layout hive",
      "all of ./reports, for DuckDB or Spark",
    ],
    [
      "export 2026-09-01T01 2026-10-01T00 --to reports/csv --format csv.gz --per month",
      "the hours of a month in one file",
    ],
    ["export 2026-09-10T18 --to reports/sheets --spreadsheet-safe", "one hour, for Excel"],
  ],

  async run(args: Arguments, runtime: Runtime): Promise<number> {
    const now = runtime.now();
    const folder = args.given("to");
    if (folder === undefined) {
      throw new UsageError(
        "Cannot export: a folder is wanted; write --to DIR",
      );
    }
    const workspace = await Workspace.open(args, runtime);
    await workspace.checkStore({ mustExist: true });
    const { store } = workspace;
    const range = await findHourRange(args.positionals, store, now);
    const exporter = await openExporter("to", folder, {
      args,
      runtime,
      store,
      onWait: runtime.note,
    });
    const signal = runtime.interruption();
    const tally = { written: 0, same: 0, reports: 0, bytes: 0, unfinished: 0, failed: 0 };
    try {
      const files = exportReports(exporter, store, {
        ...range,
        now,
        signal,
        onUnfinished: ({ period, unfinished, isPartial }) => {
          tally.unfinished++;
          const why = isPartial ? `it is of ${unfinished}` : unfinished;
          runtime.note(`Warning: ${period.unit} "${period}" is left out: ${why}`);
        },
        onError: (error) => {
          tally.failed++;
          runtime.note(`Warning: ${describeError(error)}`);
        },
      });
      for await (const { location, written, reports, bytes } of files) {
        tally.reports += reports;
        if (written) {
          tally.written++;
          tally.bytes += bytes;
          await runtime.write(`${location}\n`);
        } else {
          tally.same++;
        }
      }
    } catch (error) {
      if (!signal.aborted) throw error;
      runtime.note(`Interrupted; ${summary(tally)}; run the same to go on`);
      return EXIT.interrupted;
    }
    if (tally.reports === 0 && tally.failed === 0) {
      const which = range === undefined ? "no report" : "none of these hours";
      throw new Error(
        `Cannot export to "${folder}": ${which} is finished in the store "${
          args.value("store")
        }"; ` +
          `${advisedCommand(args, "ls")} lists what is`,
      );
    }
    if (!args.value("quiet")) runtime.note(summary(tally));
    return tally.failed === 0 ? EXIT.fine : EXIT.failure;
  },
};

function summary(tally: FileTally & { unfinished: number }): string {
  const { unfinished } = tally;
  const left = unfinished > 0 ? `; ${formatCount(unfinished)} not finished, and left out` : "";
  return `${describeFiles(tally)}${left}`;
}
