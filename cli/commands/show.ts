import {
  type Criteria,
  DEFAULT_TOP,
  type Edition,
  EDITIONS,
  type FlagRules,
  make,
  openReport,
  type Period,
  type Report,
  type StoredReport,
  topOf,
} from "../../core/mod.ts";
import { LATEST_STORED } from "../../core/time/hour_words.ts";
import type { Arguments } from "../args/arguments.ts";
import { whyIncomplete } from "../../core/archive/open.ts";
import { flagRulesOf } from "../args/flag_rules.ts";
import { FLAGS, STORE_FLAGS } from "../args/flags.ts";
import { findPeriod } from "../args/period_range.ts";
import { checkPeriodFirst } from "../args/period_first.ts";
import { UsageError } from "../args/usage_error.ts";
import { advisedCommand, parseWords } from "../args/values.ts";
import { EXIT } from "../exit_code.ts";
import { checkShowDenied, chooseDomains, printReport } from "../output/print_report.ts";
import { describeParameters } from "../progress/replacement.ts";
import type { Runtime } from "../runtime.ts";
import { Workspace } from "../workspace.ts";
import type { Command } from "./command.ts";

/** `wikitop show`: a period of the store, to look at. */
export const show: Command = {
  name: "show",
  synopsis: "PERIOD [PROJECT…]",
  summary: "print a period of the store, and make it first if it is missing",
  description: "PERIOD is an hour, day, week or month, as wikitop run takes it, but that " +
    `${LATEST_STORED}, or published one if none is stored. ` +
    "PROJECT is a domain code or project, * stands for anything: en.m, fr.wikipedia, '*.b'; a " +
    "host, as fr.wikipedia.org, or the URL of an article will do. " +
    "Without one, a table shows the five busiest domains, any other format all of them. A " +
    "stored report is shown as it was made; where --top, --ties or --denylist ask for another, " +
    "its dumps are ranked to look at, and the store keeps what it has.",
  flags: [
    "access",
    "pages",
    "top",
    "flags",
    "mobile-share",
    "spike",
    "format",
    ...STORE_FLAGS,
    "source",
    "keep-dumps",
    "connections",
    "retry-for",
    "ties",
    "denylist",
    "refresh-denylist",
    "show-denied",
    "contact",
    "quiet",
  ],
  defaults: { format: "table" },
  values: { access: "each|all", pages: "all|articles" },
  instead: { domain: "write projects behind the hour: show 2026-09-10T18 en.m fr.wikipedia" },
  examples: [
    ["show latest", "the busiest domains of the newest stored hour"],
    ["show 2026-09-10T18 en.wikipedia --top 10", "desktop and mobile of one project"],
    ["show latest en.wikipedia --access all --pages articles", "its articles, by all readers"],
    ["show 2026-09-10T18 '*.voy' --format csv", "all Wikivoyages, for a spreadsheet"],
  ],

  async run(args: Arguments, runtime: Runtime): Promise<number> {
    checkPeriodFirst("show", args.positionals);
    const [written, ...patterns] = args.positionals;
    if (written === undefined) {
      throw new UsageError(
        "Cannot show: an hour is wanted, or a day, week or month; write it as 2026-09-10T18",
      );
    }
    checkShowDenied(args);
    const workspace = await Workspace.open(args, runtime);
    await workspace.checkStore();
    const period = await findPeriod(written, workspace.store, runtime.now());
    const report = topOf(
      await findReport(period, args, workspace, runtime),
      args.given("top") ?? Infinity,
    );
    if (period.unit === "hour") {
      await chooseDomains(report, patterns, advisedCommand(args, "projects", `${period}`));
    }
    await printReport({ ...report, flags: await readFlags(report, patterns, args, workspace) }, {
      format: args.value("format"),
      patterns,
      showDenied: args.value("show-denied"),
    }, runtime);
    return EXIT.fine;
  },
};

/** When pages are marked; spikes by what the store has of the domains that are shown. */
async function readFlags(
  report: Report,
  patterns: readonly string[],
  args: Arguments,
  { store }: Workspace,
): Promise<FlagRules> {
  const rules = flagRulesOf(args);
  // Who wants all domains in a file gets what the stored one has, unless asked otherwise.
  const isWanted = args.value("format") === "table" || args.given("flags") !== undefined;
  if (!isWanted || !args.value("flags").includes("spike")) return rules;
  const { findSpikes } = await import("../../core/archive/spikes.ts");
  const domains = await chooseDomains(report, patterns);
  const codes = domains.map(({ code }) => code);
  const { period, edition } = report;
  const isSpike = await findSpikes(store, period, { edition, codes, factor: args.value("spike") });
  return { ...rules, isSpike };
}

/**
 * The report of a period: the stored one if it is as it was asked for; made for the screen alone if it
 * is another, for whoever only looks replaces nothing; made and kept if there is none.
 */
async function findReport(
  period: Period,
  args: Arguments,
  workspace: Workspace,
  runtime: Runtime,
): Promise<Report> {
  const { store } = workspace;
  const [edition] = workspace.editions() as [Edition];
  const say = args.value("quiet") ? () => {} : runtime.note;
  const read = async (stored: StoredReport) => {
    const lack = whyIncomplete(stored.manifest);
    if (lack !== undefined) runtime.note(`Warning: ${period} is not finished: it is of ${lack}`);
    return await stored.report();
  };
  const open = (criteria: Criteria, edition: Edition) =>
    openReport(store, period, { ...criteria, edition, incomplete: true });
  const other = await open({}, edition);
  if (other !== undefined) {
    const stored = await open(await criteriaOf(args, workspace), edition);
    if (stored !== undefined) return await read(stored);

    const parameters = describeParameters(other.manifest.parameters);
    const dumps = period.unit === "hour" ? "dump" : "dumps";
    say(
      `${period} is in the store with ${parameters}, which stays; ranking its ${dumps} to look at …`,
    );
    await workspace.checkDumps([period]);
    const denylist = await workspace.denylist();
    const { sources } = workspace;
    return (await make(period, {
      ...workspace.reportOptions(),
      edition,
      createSha256: undefined, // Nobody sees it.
      denylist,
      sources,
    }))!; // Only a dump that is known already gives nothing.
  }

  const kept = await Promise.all(EDITIONS.map((edition) => open({}, edition)));
  const editions = kept.flatMap((report) => report?.edition ?? []);
  say(
    editions.length === 0
      ? `${period} is not in the store yet, making it …`
      : `${period} is in the store in edition ${editions.join(", ")}, but not in edition ` +
        `${edition} yet, making that …`,
  );
  await workspace.checkDumps([period]); // Before the denylist, which may be waited for.
  // Whoever wants to see three pages does not want to keep three.
  const top = Math.max(DEFAULT_TOP, args.value("top"));
  const producer = await workspace.producer({ top, editions: editionsToKeep(edition) });
  const { reports } = await producer.produce(period);
  return await read(reports.find((report) => report.edition === edition)!);
}

/** What `run` would keep of an hour, and what was asked for. */
function editionsToKeep(edition: Edition): Edition[] {
  const usual = parseWords<Edition>(EDITIONS, FLAGS.access.default!);
  return EDITIONS.filter((other) => other === edition || usual.includes(other));
}

/** What was typed that the report has to be made with; what was not asks no network. */
async function criteriaOf(args: Arguments, workspace: Workspace): Promise<Criteria> {
  const isAny = args.given("denylist") === undefined && !args.value("refresh-denylist");
  return {
    top: args.given("top"),
    ties: args.given("ties"),
    ...isAny ? {} : { denylist: (await workspace.denylist())?.identity.sha256 ?? null },
  };
}
