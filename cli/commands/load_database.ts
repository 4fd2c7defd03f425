import { loadReports } from "../../core/database/load_reports.ts";
import { formatCount } from "../../core/format_count.ts";
import { LATEST_STORED } from "../../core/time/hour_words.ts";
import type { Arguments } from "../args/arguments.ts";
import { advisedCommand } from "../args/values.ts";
import { STORE_FLAGS } from "../args/flags.ts";
import { findHourRange } from "../args/hour_range.ts";
import { UsageError } from "../args/usage_error.ts";
import { EXIT } from "../exit_code.ts";
import { openDatabase } from "../open_database.ts";
import type { Runtime } from "../runtime.ts";
import { Workspace } from "../workspace.ts";
import type { Command } from "./command.ts";

/** `wikitop load`: what is stored, into a database. */
export const loadDatabase: Command = {
  name: "load",
  synopsis: "[PERIOD [END]] --to sqlite:FILE|postgres://…",
  summary: "load stored reports into SQLite or PostgreSQL",
  description: `Loads what is stored of a period (${LATEST_STORED}), ` +
    "of a range of them (END is included), or all, into tables of projects, " +
    "pages, periods and ranks, and makes these where there are none. Each report is one " +
    "transaction; one that is there and the same is left, one that was made again replaces its " +
    "rows. docs/database.md has the tables, and views for questions. A password is better " +
    "written into PGPASSWORD, or WIKITOP_TO, than on the command line.",
  flags: ["to", ...STORE_FLAGS, "retry-for", "quiet"],
  examples: [
    ["load --to sqlite:reports/top.db", "all of ./reports into one file"],
    ["load yesterday --to postgres://wikitop@db.example.org/top", "a day, for a server"],
  ],

  async run(args: Arguments, runtime: Runtime): Promise<number> {
    const now = runtime.now();
    const place = args.given("to");
    if (place === undefined) {
      throw new UsageError(
        "Cannot load: a database is wanted; write --to sqlite:FILE or --to postgres://HOST/NAME",
      );
    }
    const workspace = await Workspace.open(args, runtime);
    await workspace.checkStore({ mustExist: true });
    const range = await findHourRange(args.positionals, workspace.store, now);
    const database = await openDatabase(place, { flag: "--to", runtime });
    const signal = runtime.interruption();
    const tally = { loaded: 0, same: 0, rows: 0, changed: 0, unfinished: 0, failed: 0 };
    try {
      const entries = loadReports(workspace.store, database, {
        ...range,
        now,
        signal,
        onUnfinished: ({ period, unfinished, isPartial }) => {
          tally.unfinished++;
          const why = isPartial ? `it is of ${unfinished}` : unfinished;
          runtime.note(`Warning: ${period.unit} "${period}" is left out: ${why}`);
        },
        onError: ({ message }) => {
          tally.failed++;
          runtime.note(`Warning: ${message}`);
        },
      });
      for await (const { loaded, rows, changed } of entries) {
        if (loaded) tally.rows += rows;
        tally[loaded ? "loaded" : "same"]++;
        tally.changed += changed;
      }
    } catch (error) {
      if (!signal.aborted) throw error;
      runtime.note(`Interrupted; ${describe(tally)}; run the same to go on`);
      return EXIT.interrupted;
    } finally {
      await database.close();
    }
    if (tally.changed > 0) {
      runtime.note(
        `Warning: ${formatCount(tally.changed)} titles have a U+0000, which a database cannot ` +
          "hold; it is U+FFFD there",
      );
    }
    if (tally.loaded + tally.same + tally.failed === 0) {
      const which = range === undefined ? "no report" : "none of these hours";
      throw new Error(
        `Cannot load: ${which} is finished in the store "${args.value("store")}"; ` +
          `${advisedCommand(args, "ls")} lists what is`,
      );
    }
    if (!args.value("quiet")) runtime.note(describe(tally));
    return tally.failed === 0 ? EXIT.fine : EXIT.failure;
  },
};

function describe(
  { loaded, same, rows, unfinished }: Record<"loaded" | "same" | "rows" | "unfinished", number>,
): string {
  const left = unfinished > 0 ? `; ${formatCount(unfinished)} not finished, and left out` : "";
  return `${formatCount(loaded)} report${loaded === 1 ? "" : "s"} loaded, ` +
    `${formatCount(rows)} rows; ${formatCount(same)} there already${left}`;
}
