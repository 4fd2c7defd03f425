import { entriesDenying } from "../../core/deny/denylist.ts";
import { domainOverview } from "../../core/explain/overview.ts";
import type { SummedRows } from "../../core/rank/summed_rows.ts";
import { findTitle, pagePlace, similarTitle } from "../../core/explain/place.ts";
import { readDomains } from "../../core/explain/read_domains.ts";
import { formatCount } from "../../core/format_count.ts";
import { type LoadedDenylist, type Period, projectOf } from "../../core/mod.ts";
import { LATEST_STORED } from "../../core/time/hour_words.ts";
import { readProject } from "../../core/wiki/written_project.ts";
import { gunzipNode } from "../../core/node/gunzip_node.ts";
import type { Arguments } from "../args/arguments.ts";
import { STORE_FLAGS } from "../args/flags.ts";
import { findPeriod } from "../args/period_range.ts";
import { checkPeriodFirst } from "../args/period_first.ts";
import { UsageError } from "../args/usage_error.ts";
import { nearProject } from "../args/wanted_domains.ts";
import { EXIT } from "../exit_code.ts";
import { domainHeading } from "../output/domain_heading.ts";
import { drawDomain } from "../output/draw_domain.ts";
import { drawPage } from "../output/draw_page.ts";
import { printable, wrapLines } from "../printable.ts";
import type { Runtime } from "../runtime.ts";
import { Workspace } from "../workspace.ts";
import type { Command } from "./command.ts";

/** How many pages behind the top an overview shows. */
const MORE = 5;
/** How many denied pages an overview shows. */
const DENIED = 10;

/** What is known once the dump has been read. */
interface Known {
  /** The domain code. */
  code: string;
  /** All pages of the domain. */
  pages: SummedRows;
  /** The denylist, `undefined` for none. */
  denylist: LoadedDenylist | undefined;
  /** How many columns the terminal has. */
  columns: number | undefined;
}

/** `wikitop explain`: why a page is where it is, from the dump itself. */
export const explain: Command = {
  name: "explain",
  synopsis: "PERIOD PROJECT [TITLE]",
  summary: "read a dump and show why a page ranks where it does, or a domain",
  description:
    "PROJECT is a domain code, as en.m, or a project, each of whose codes is shown; the URL of an " +
    "article stands for PROJECT and TITLE, which may have spaces or be percent-encoded; " +
    `${LATEST_STORED}, or published one if none is stored. Shows the ` +
    "views of the page, which entries of the denylist deny it, its rank, however far down, " +
    "and the rank that it would have without the denylist; ties are ranked by title. Without " +
    "TITLE it shows the top of each domain, the pages behind it, and those that are denied. A day, " +
    "week or month is explained from the sum of its dumps, which wikitop merge writes, in the " +
    "folder of --source: 2026-09-10.gz.",
  flags: [
    "source",
    "keep-dumps",
    "denylist",
    "refresh-denylist",
    "top",
    ...STORE_FLAGS,
    "connections",
    "retry-for",
    "contact",
    "quiet",
  ],
  instead: { domain: "write the domain behind the period: explain 2026-09-10T18 en.m" },
  examples: [
    ["explain 2026-09-10T18 en.m 'Albert Einstein'", "where a page ranks, and why"],
    ["explain 2026-09-10T18 en.m Main_Page --source ./dumps", "from a folder of dumps"],
    ["explain latest https://de.wikipedia.org/wiki/Berlin", "an article, by all its readers"],
    ["explain 2026-09-10T18 de", "an overview of a domain"],
    ["explain 2026-09-10 en.m Main_Page --source ./sums", "a day, from ./sums/2026-09-10.gz"],
  ],

  async run(args: Arguments, runtime: Runtime): Promise<number> {
    checkPeriodFirst("explain", args.positionals);
    const [written, domain, typed, ...others] = args.positionals;
    const article = readProject(domain ?? "");
    const title = typed ?? article.title;
    if (domain === undefined || others.length > 0) {
      throw new UsageError(
        "Cannot explain: an hour, a project, and perhaps one title are wanted; " +
          'write 2026-09-10T18 en.m "Albert Einstein"',
      );
    }
    const project = domain === '""' ? "" : article.project;
    const workspace = await Workspace.open(args, runtime);
    const period = await findPeriod(written!, workspace.store, runtime.now());
    await workspace.checkDumps([period]); // Before the denylist, which may be waited for.
    const denylist = await workspace.denylist();
    await denylist?.read(); // It may be none, which is to be known before the dump is fetched.

    const { url, domains, codes } = await readDomains(period, {
      isWanted: (code) => code === project || projectOf(code).project === project,
      sources: workspace.sources,
      gunzip: gunzipNode,
      onOpen: args.value("quiet") ? undefined : (url) => runtime.note(`Reading ${url} …`),
    });
    if (domains.size === 0) throw new Error(noDomain(period, project, codes));
    const { columns } = runtime;
    const known = Array.from(
      domains,
      ([code, pages]): Known => ({ code, pages, denylist, columns }),
    );
    if (title !== undefined) checkTitle(title, known, period);

    const parts = [];
    for (const domain of known) {
      const answer = title === undefined
        ? await explainDomain(domain, args.value("top"))
        : await explainPage(domain, title);
      const { code, pages } = domain;
      const heading = `${domainHeading(code, pages.views)} · ${formatCount(pages.length)} pages`;
      parts.push(`${wrapLines(heading, runtime.columns)}\n\n${answer}`);
    }
    const heading = `${period} · ${period.start} to ${period.end} · ${printable(url)}`;
    await runtime.write(`${wrapLines(heading, runtime.columns)}\n${parts.join("\n")}`);
    return EXIT.fine;
  },
};

async function explainDomain(
  { code, pages, denylist, columns }: Known,
  top: number,
): Promise<string> {
  const denied = (await denylist?.read())?.titles(code);
  const overview = domainOverview(pages, denied, { top: top + MORE, denied: DENIED });
  const titles = overview.denied.top.map(({ title }) => title);
  const entries = denylist === undefined ? [] : entriesDenying(denylist.content, { code, titles });
  return drawDomain(overview, { top, views: pages.views, entries, columns });
}

async function explainPage(
  { code, pages, denylist, columns }: Known,
  typed: string,
): Promise<string> {
  const title = findTitle(pages, typed);
  const denied = (await denylist?.read())?.titles(code);
  const found = title && pagePlace(pages, title, denied);
  if (found === undefined) return "No page of that title was viewed\n";
  const titles = [found.page.title];
  const [entries] = denylist === undefined
    ? [[]]
    : entriesDenying(denylist.content, { code, titles });
  return drawPage(found, {
    views: pages.views,
    denylist: denylist?.identity.url,
    entries: entries ?? [],
    columns,
  });
}

/** Refuses a title that no domain has a page of. */
function checkTitle(typed: string, domains: readonly Known[], { unit }: Period): void {
  if (domains.some(({ pages }) => findTitle(pages, typed) !== undefined)) return;
  const names = domains.map(({ code }) => `"${code}"`).join(" and ");
  const have = domains.length === 1 ? `domain ${names} has` : `domains ${names} have`;
  const [similar] = domains.flatMap(({ pages }) => similarTitle(pages, typed) ?? []);
  const advice = similar === undefined ? "" : `; did you mean "${printable(similar)}"?`;
  throw new Error(
    `Cannot explain page "${typed}": ${have} none of that title in this ${unit}${advice}`,
  );
}

function noDomain(period: Period, domain: string, codes: readonly string[]): string {
  const names = [...new Set(codes.flatMap((code) => [code, projectOf(code).project]))];
  return `Cannot explain domain "${domain}": ${period.unit} "${period}" has none of that code or project` +
    nearProject(domain, { names });
}
