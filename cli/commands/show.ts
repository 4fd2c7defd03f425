import {
  DEFAULT_TOP,
  findFinishedHour,
  type FinishedHour,
  FORMATS,
  Hour,
  topOf,
} from "../../core/mod.ts";
import type { Arguments } from "../arguments.ts";
import type { Host } from "../host.ts";
import { printReport } from "../print_report.ts";
import { openProducer, openStore } from "../settings.ts";
import { readTyped, UsageError } from "../usage_error.ts";
import type { Command } from "./command.ts";

/** `wikitop show`: an hour of the store, to look at. */
export const show: Command = {
  name: "show",
  synopsis: "HOUR [PROJECT…]",
  summary: "print an hour of the store, and make it first if it is missing",
  description:
    "PROJECT is a domain code or project, * stands for anything: en.m, fr.wikipedia, '*.b'.\n" +
    "Without one, a table shows the five busiest domains, any other format all of them. A\n" +
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
  examples: [
    ["show 2026-09-10T18", "the busiest domains"],
    ["show 2026-09-10T18 en.wikipedia --top 10", "desktop and mobile of one project"],
    ["show 2026-09-10T18 '*.voy' --format csv", "all Wikivoyages, for a spreadsheet"],
  ],

  async run(args: Arguments, host: Host): Promise<number> {
    const [written, ...patterns] = args.positionals;
    if (written === undefined) {
      throw new UsageError("Cannot show: an hour is wanted; write it as 2026-09-10T18");
    }
    const hour = readTyped(() => Hour.parse(written, { now: host.now() }));
    const finished = await findAsGiven(hour, args) ?? await make(hour, args, host);
    const report = topOf(finished.report(), args.given("top") ?? Infinity);
    await printReport(report, args.value("format"), patterns, host);
    return 0;
  },
};

/** The stored hour, if nothing was typed that it is not made with: that asks no network. */
async function findAsGiven(hour: Hour, args: Arguments): Promise<FinishedHour | undefined> {
  if (args.given("denylist") !== undefined || args.value("refresh-denylist")) return undefined;
  return await findFinishedHour(hour, openStore(args), {
    top: args.given("top"),
    ties: args.given("ties"),
  });
}

async function make(hour: Hour, args: Arguments, host: Host): Promise<FinishedHour> {
  const stored = await findFinishedHour(hour, openStore(args));
  const produce = await openProducer(args, host, {
    top: Math.max(DEFAULT_TOP, args.value("top")),
    format: stored?.manifest.format ?? FORMATS[0],
    again: "never",
  });
  if (!args.value("quiet")) host.note(`${hour} is not in the store yet, making it …`);
  return await produce(hour);
}
