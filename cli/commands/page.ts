import { type FoundPages, pageFinder, pageSeries } from "../../core/archive/page_history.ts";
import { didYouMean } from "../../core/did_you_mean.ts";
import { formatCount } from "../../core/format_count.ts";
import {
  Hour,
  type HourRange,
  listPeriods,
  newestHour,
  openReport,
  projectOf,
  type Store,
} from "../../core/mod.ts";
import { readProject } from "../../core/wiki/written_project.ts";
import type { Arguments } from "../args/arguments.ts";
import { advisedCommand, quote } from "../args/values.ts";
import { STORE_FLAGS } from "../args/flags.ts";
import { findHourRange } from "../args/hour_range.ts";
import { UsageError } from "../args/usage_error.ts";
import { EXIT } from "../exit_code.ts";
import { align } from "../output/align.ts";
import { printableTitle } from "../printable.ts";
import type { Runtime } from "../runtime.ts";
import { Workspace } from "../workspace.ts";
import type { Command } from "./command.ts";

/** How many hours are shown where none is named. */
const HOURS = 24;

/** `wikitop page`: a page over the stored hours. */
export const page: Command = {
  name: "page",
  synopsis: "PROJECT TITLE [HOUR [END]]",
  summary: "show rank and views of a page over the stored hours",
  description:
    "PROJECT is a project, as en.wikipedia, or a domain code if only its readers are meant; the " +
    "URL of an article stands for PROJECT and TITLE. Without an hour, it is the 24 hours up to " +
    "the newest stored one. Only stored hours are read, none is made, and only pages in the top " +
    "of an hour are in it: wikitop explain finds the others.",
  flags: [...STORE_FLAGS, "format"],
  defaults: { format: "table" },
  values: { format: "table|json|ndjson" },
  examples: [
    ["page en.wikipedia 'Albert Einstein'", "its last 24 hours"],
    ["page https://de.wikipedia.org/wiki/Berlin yesterday", "an article, and a day"],
  ],

  async run(args: Arguments, runtime: Runtime): Promise<number> {
    const [first, ...others] = args.positionals;
    const article = readProject(first ?? "");
    const [title, ...hours] = article.title === undefined ? others : [article.title, ...others];
    if (first === undefined || title === undefined) {
      throw new UsageError(
        "Cannot show a page: a project and a title are wanted; " +
          "write en.wikipedia 'Albert Einstein', or the URL of an article",
      );
    }
    const workspace = await Workspace.open(args, runtime);
    await workspace.checkStore({ mustExist: true });
    const { store } = workspace;
    const now = runtime.now();
    const range = await findHourRange(hours, store, now) ?? await newestHours(store, now);
    if (range === undefined) {
      throw new Error(
        `Cannot show a page: no hour is in the store "${args.value("store")}" yet; ` +
          `${advisedCommand(args, "run")} makes some`,
      );
    }
    const written = title.replaceAll(" ", "_");
    const { found, names } = await findPages(store, range, article.project, written);
    const series = pageSeries(found);
    if (series.length === 0) {
      throw new Error(
        `Cannot find "${article.project}" from "${range.first}" to "${range.last}": no stored ` +
          `hour has a project or domain code of that name${didYouMean(article.project, names)}`,
      );
    }
    const isNever = series.every(({ hours }) => hours.every(({ rank }) => rank === null));
    const history = { project: article.project, title: written, ...range, series };
    const format = args.value("format");
    if (format === "table") await runtime.write(draw(history));
    else if (format === "json") {
      const { first: from, last: to, ...rest } = history;
      await runtime.write(`${JSON.stringify({ ...rest, from, to }, null, 2)}\n`);
    } else {
      const lines = series.flatMap(({ hours, ...domain }) =>
        hours.map((place) => `${JSON.stringify({ ...domain, title: written, ...place })}\n`)
      );
      await runtime.write(lines.join(""));
    }
    if (isNever) {
      const where = found.length === 1
        ? "not in the top of the stored hour"
        : `in the top of none of the ${formatCount(found.length)} stored hours`;
      const words = [`${range.last}`, series[0]!.domain_code, title].map(quote).join(" ");
      runtime.note(
        `It is ${where}; wikitop explain ${words} reads the dump and shows its place`,
      );
    }
    return EXIT.fine;
  },
};

async function newestHours(store: Store, now: Date): Promise<HourRange | undefined> {
  const last = await newestHour(store, now);
  if (last === undefined) return undefined;
  const first = last.plus(1 - HOURS);
  return { first: first.since(Hour.first()) < 0 ? Hour.first() : first, last };
}

async function findPages(
  store: Store,
  range: HourRange,
  project: string,
  title: string,
): Promise<{ found: FoundPages[]; names: string[] }> {
  const find = pageFinder(project, title);
  const found: FoundPages[] = [];
  let names: string[] = [];
  for (const period of await listPeriods(store, range)) {
    const report = await openReport(store, period);
    if (report === undefined) continue;
    found.push(await find(report));
    names = Object.keys(report.manifest.domain_views)
      .flatMap((code) => [code, projectOf(code).project]);
  }
  return { found, names };
}

/** A row for each hour, with rank and views in each domain. */
function draw(
  { project, title, series }: {
    project: string;
    title: string;
    series: ReturnType<typeof pageSeries>;
  },
): string {
  const heading = ["hour", ...series.flatMap(({ domain_code }) => [domain_code || '""', "views"])];
  const rows = series[0]!.hours.map(({ hour }, i) => [
    hour,
    ...series.flatMap(({ hours }) => {
      const { rank, views } = hours[i]!;
      return rank === null ? ["–", "–"] : [`${formatCount(rank)}.`, formatCount(views!)];
    }),
  ]);
  const numbers = heading.map((_, column) => column).slice(1);
  return `${printableTitle(title)} · ${project}\n\n${align([heading, ...rows], numbers)}`;
}
