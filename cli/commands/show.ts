import {
  DEFAULT_TOP,
  type Hour,
  openReport,
  type Store,
  type StoredReport,
  topOf,
} from "../../core/mod.ts";
import type { Arguments } from "../args/arguments.ts";
import { findHour } from "../args/hour_range.ts";
import { UsageError } from "../args/usage_error.ts";
import { EXIT } from "../exit_code.ts";
import { printReport } from "../output/print_report.ts";
import type { Runtime } from "../runtime.ts";
import { Workspace } from "../workspace.ts";
import type { Command } from "./command.ts";

/** `wikitop show`: an hour of the store, to look at. */
export const show: Command = {
  name: "show",
  synopsis: "HOUR [PROJECT…]",
  summary: "print an hour of the store, and make it first if it is missing",
  description:
    "PROJECT is a domain code or project, * stands for anything: en.m, fr.wikipedia, '*.b'; a " +
    "host, as fr.wikipedia.org, or the URL of an article will do. HOUR may be latest. " +
    "Without one, a table shows the five busiest domains, any other format all of them. A " +
    "stored hour is shown as it was made unless --ties or --denylist ask for another.",
  flags: [
    "top",
    "format",
    "store",
    "source",
    "keep-dumps",
    "connections",
    "retry-for",
    "ties",
    "denylist",
    "refresh-denylist",
    "contact",
    "quiet",
  ],
  defaults: { format: "table" },
  instead: { domain: "write projects behind the hour: show 2026-09-10T18 en.m fr.wikipedia" },
  examples: [
    ["show latest", "the busiest domains of the newest stored hour"],
    ["show 2026-09-10T18 en.wikipedia --top 10", "desktop and mobile of one project"],
    ["show 2026-09-10T18 '*.voy' --format csv", "all Wikivoyages, for a spreadsheet"],
  ],

  async run(args: Arguments, runtime: Runtime): Promise<number> {
    const [written, ...patterns] = args.positionals;
    if (written === undefined) {
      throw new UsageError("Cannot show: an hour is wanted; write it as 2026-09-10T18");
    }
    const workspace = new Workspace(args, runtime);
    const hour = await findHour(written, workspace.store, runtime.now());
    const stored = await findAsGiven(hour, args, workspace.store) ??
      await makeMissing(hour, args, workspace, runtime);
    const report = topOf(await stored.report(), args.given("top") ?? Infinity);
    await printReport(report, args.value("format"), patterns, runtime);
    return EXIT.fine;
  },
};

/** The stored hour, if nothing was typed that it is not made with: that asks no network. */
async function findAsGiven(
  hour: Hour,
  args: Arguments,
  store: Store,
): Promise<StoredReport | undefined> {
  if (args.given("denylist") !== undefined || args.value("refresh-denylist")) return undefined;
  return await openReport(store, hour, {
    top: args.given("top"),
    ties: args.given("ties"),
  });
}

async function makeMissing(
  hour: Hour,
  args: Arguments,
  workspace: Workspace,
  runtime: Runtime,
): Promise<StoredReport> {
  // Whoever wants to see three pages does not want to keep three.
  const producer = workspace.producer({ top: Math.max(DEFAULT_TOP, args.value("top")) });
  if (!args.value("quiet")) runtime.note(`${hour} is not in the store yet, making it …`);
  return (await producer.produce(hour)).report;
}
