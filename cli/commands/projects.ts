import { domainPattern, openReport, type Report, reportDomain } from "../../core/mod.ts";
import { formatCount } from "../../core/format_count.ts";
import { jsonDomain } from "../../core/report/formats/json.ts";
import type { Arguments } from "../args/arguments.ts";
import { advisedCommand } from "../args/values.ts";
import { STORE_FLAGS } from "../args/flags.ts";
import { findHour } from "../args/hour_range.ts";
import { checkPeriodFirst } from "../args/period_first.ts";
import { UsageError } from "../args/usage_error.ts";
import { nearProject } from "../args/wanted_domains.ts";
import { EXIT } from "../exit_code.ts";
import { align } from "../output/align.ts";
import { accessOf } from "../output/domain_heading.ts";
import type { Runtime } from "../runtime.ts";
import { Workspace } from "../workspace.ts";
import type { Command } from "./command.ts";

const HEADING = ["code", "project", "readers", "views"];

/** `wikitop projects`: what an hour has pages of. */
export const projects: Command = {
  name: "projects",
  synopsis: "HOUR [PROJECT…]",
  summary: "list the projects of a stored hour, the busiest first",
  description:
    "One line for each domain code: the project that it stands for, how its readers came, and " +
    "the views of all its pages, in the top or not. PROJECT chooses some, as for show. Reads " +
    "the manifest alone.",
  flags: [...STORE_FLAGS, "format"],
  defaults: { format: "table" },
  values: { format: "table|json|ndjson" },
  examples: [
    ["projects latest", "of the newest stored hour"],
    ["projects 2026-09-10T18 '*.wikivoyage'", "all Wikivoyages"],
  ],

  async run(args: Arguments, runtime: Runtime): Promise<number> {
    checkPeriodFirst("projects", args.positionals);
    const [written, ...patterns] = args.positionals;
    if (written === undefined) {
      throw new UsageError("Cannot list projects: an hour is wanted; write it as 2026-09-10T18");
    }
    const workspace = await Workspace.open(args, runtime);
    await workspace.checkStore({ mustExist: true });
    const { store } = workspace;
    const hour = await findHour(written, store, runtime.now());
    const report = await openReport(store, hour);
    if (report === undefined) {
      throw new Error(
        `Cannot list projects of hour "${hour}": it is not in the store ` +
          `"${args.value("store")}"; ${advisedCommand(args, "run", `${hour}`)} makes it`,
      );
    }
    const all = Object.entries(report.manifest.domain_views)
      .map(([code, views]) => reportDomain({ code, views, pages: [] }))
      .sort((a, b) => b.views - a.views);
    const filters = patterns.map(domainPattern);
    for (const [i, pattern] of patterns.entries()) {
      if (all.some(({ code }) => filters[i]!(code))) continue;
      const names = all.flatMap(({ code, project }) => [code, project]);
      throw new Error(
        `Cannot list project "${pattern}": hour "${hour}" has none of that code or project` +
          nearProject(pattern, { names, listing: advisedCommand(args, "projects", `${hour}`) }),
      );
    }
    const domains = all.filter(({ code }) =>
      filters.length === 0 || filters.some((matches) => matches(code))
    );
    await runtime.write(write(report, domains, args.value("format"), runtime.columns));
    return EXIT.fine;
  },
};

function write(
  report: Pick<Report, "period" | "edition">,
  domains: Report["domains"],
  format: string,
  columns = Infinity,
): string {
  if (format === "table") {
    const rows = domains.map(({ code, project, access, views }) => [
      code || '""',
      project,
      accessOf(code, access),
      formatCount(views),
    ]);
    const table = align([HEADING, ...rows], [HEADING.indexOf("views")]);
    // A narrow terminal has room for the code, which says the rest to those who know it.
    if (table.indexOf("\n") <= columns) return table;
    return align([HEADING, ...rows].map((row) => [row[0]!, row.at(-1)!]), [1]);
  }
  const objects = domains.map((domain) => {
    const { pages: _, ...described } = jsonDomain(report, domain);
    return described;
  });
  return format === "json"
    ? `${JSON.stringify({ hour: report.period.label, domains: objects }, null, 2)}\n`
    : objects.map((object) => `${JSON.stringify(object)}\n`).join("");
}
