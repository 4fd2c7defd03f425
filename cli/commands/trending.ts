import {
  type Edition,
  listPeriods,
  openReport,
  type Period,
  type Store,
  type StoredReport,
} from "../../core/mod.ts";
import { encodeTable } from "../../core/trend/table.ts";
import { findPast, TooFewPeriodsError } from "../../core/trend/past.ts";
import { readTrend } from "../../core/trend/trend.ts";
import { trendTable } from "../../core/trend/columns.ts";
import type { Arguments } from "../args/arguments.ts";
import { advisedCommand } from "../args/values.ts";
import { STORE_FLAGS } from "../args/flags.ts";
import { findPeriod } from "../args/period_range.ts";
import { checkPeriodFirst } from "../args/period_first.ts";
import { UsageError } from "../args/usage_error.ts";
import { wantedDomains } from "../args/wanted_domains.ts";
import { EXIT } from "../exit_code.ts";
import { drawTrend, pastOf } from "../output/draw_trend.ts";
import { busiestDomains, flagsFor, openStored, writeChunks } from "../output/stored_report.ts";
import type { Runtime } from "../runtime.ts";
import { Workspace } from "../workspace.ts";
import type { Command } from "./command.ts";

/** `wikitop trending`: what rises in a stored period. */
export const trending: Command = {
  name: "trending",
  synopsis: "PERIOD [PROJECT…]",
  summary: "list the pages that rise in a stored period, the steepest first",
  description:
    "A page's rise is its views over the median of its own views in the stored periods before: the " +
    "last 24 hours that are stored, of the week before, or of longer periods the last 7 of 28. Where " +
    "a page was not in a list it counts as that list's last row; where that decides, the rise is " +
    "said to be at least so much. PERIOD and PROJECT are as for wikitop show, and without PROJECT a " +
    "table shows the five busiest domains, any other format all of them. Only what is stored is " +
    "read, nothing is made. --top is how many pages are listed of each domain.",
  flags: ["access", "pages", "top", "format", ...STORE_FLAGS],
  defaults: { format: "table" },
  values: { access: "each|all", pages: "all|articles" },
  instead: { domain: "write projects behind the period: trending latest en.m fr.wikipedia" },
  examples: [
    ["trending latest en.wikipedia", "what rises in the newest stored hour"],
    ["trending 2026-09-10 --format csv", "in a day, of all projects"],
  ],

  async run(args: Arguments, runtime: Runtime): Promise<number> {
    checkPeriodFirst("trending", args.positionals);
    const [written, ...patterns] = args.positionals;
    if (written === undefined) {
      throw new UsageError(
        "Cannot tell what rises: a period is wanted; write it as 2026-09-10T18, or latest",
      );
    }
    const workspace = await Workspace.open(args, runtime);
    await workspace.checkStore({ mustExist: true });
    const { store } = workspace;
    const [edition] = workspace.editions() as [Edition];
    const period = await findPeriod(written, store, runtime.now());
    const current = await openStored(store, period, edition, { args, runtime });
    const format = args.value("format");
    const isWanted = format === "table" && patterns.length === 0
      ? busiestDomains(current, runtime)
      : wantedDomains(patterns, [current], args);
    const past = await findPastIn(store, current, args);
    const trend = await readTrend(current, past, { isWanted, top: args.value("top") });
    if (format === "table") await runtime.write(drawTrend(trend, runtime.columns));
    else await writeChunks(encodeTable(trendTable(trend), format), runtime);
    if (format === "csv" || format === "ndjson") runtime.note(pastOf(trend));
    return EXIT.fine;
  },
};

async function findPastIn(
  store: Store,
  current: StoredReport,
  args: Arguments,
): Promise<StoredReport[]> {
  const { edition } = current;
  const open = (period: Period) => openReport(store, period, { edition, incomplete: true });
  try {
    return await findPast(current, { list: (options) => listPeriods(store, options), open });
  } catch (error) {
    if (!(error instanceof TooFewPeriodsError) || error.wanted === undefined) throw error;
    const { first, last } = error.wanted;
    const command = advisedCommand(args, "run", `${first}`, `${last}`, ...flagsFor(edition));
    throw new Error(`${error.message}; ${command} makes them`, { cause: error });
  }
}
