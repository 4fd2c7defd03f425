import { whyIncomplete } from "../../core/archive/open.ts";
import { formatCount } from "../../core/format_count.ts";
import {
  type Chunk,
  type Edition,
  openReport,
  type Period,
  type Store,
  type StoredReport,
} from "../../core/mod.ts";
import { isOfArticles, isOfProjects } from "../../core/rank/edition.ts";
import type { Arguments } from "../args/arguments.ts";
import { advisedCommand } from "../args/values.ts";
import type { Runtime } from "../runtime.ts";
import { TABLES } from "./print_report.ts";

/**
 * Opens the report of a period to look at, one that lacks hours with a warning.
 *
 * @throws {Error} If it is not stored; the message says what makes it.
 */
export async function openStored(
  store: Store,
  period: Period,
  edition: Edition,
  { args, runtime }: { args: Arguments; runtime: Pick<Runtime, "note"> },
): Promise<StoredReport> {
  const report = await openReport(store, period, { edition, incomplete: true });
  if (report === undefined) {
    const kind = edition === "each" ? "" : ` in edition "${edition}"`;
    const command = advisedCommand(args, "run", `${period}`, ...flagsFor(edition));
    throw new Error(
      `Cannot read ${period.unit} "${period}": it is not in the store "${args.value("store")}"` +
        `${kind}; ${command} makes it`,
    );
  }
  const lack = whyIncomplete(report.manifest);
  if (lack !== undefined) runtime.note(`Warning: ${period} is not finished: it is of ${lack}`);
  return report;
}

/** The flags with which `wikitop run` makes an edition beside the usual one. */
export function flagsFor(edition: Edition): string[] {
  return [
    ...isOfProjects(edition) ? ["--access", "each,all"] : [],
    ...isOfArticles(edition) ? ["--pages", "all,articles"] : [],
  ];
}

/** Tells which domains a table shows if none is named, and says how many more there are. */
export function busiestDomains(
  { manifest: { domain_views } }: StoredReport,
  runtime: Pick<Runtime, "note">,
): (code: string) => boolean {
  const codes = Object.keys(domain_views).sort((a, b) => domain_views[b]! - domain_views[a]!);
  const more = codes.length - TABLES;
  if (more > 0) runtime.note(`${formatCount(more)} more domains: name them to see them`);
  const shown = codes.slice(0, TABLES);
  return (code) => shown.includes(code);
}

/** Prints what is written in chunks. */
export async function writeChunks(
  chunks: Iterable<Chunk>,
  { write }: Pick<Runtime, "write">,
): Promise<void> {
  await write(await new Blob(Array.from(chunks, ({ bytes }) => bytes)).text());
}
