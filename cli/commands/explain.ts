import { entriesDenying } from "../../core/deny/denylist.ts";
import { domainOverview } from "../../core/explain/overview.ts";
import type { SummedRows } from "../../core/rank/summed_rows.ts";
import { findTitle, pagePlace, similarTitle } from "../../core/explain/place.ts";
import { readDomain } from "../../core/explain/read_domain.ts";
import { formatCount } from "../../core/format_count.ts";
import { type LoadedDenylist, type Period, projectOf } from "../../core/mod.ts";
import { readProject } from "../../core/wiki/written_project.ts";
import { gunzipNode } from "../../core/node/gunzip_node.ts";
import type { Arguments } from "../args/arguments.ts";
import { STORE_FLAGS } from "../args/flags.ts";
import { didYouMean } from "../../core/did_you_mean.ts";
import { parsePastPeriod } from "../args/period_range.ts";
import { UsageError } from "../args/usage_error.ts";
import { EXIT } from "../exit_code.ts";
import { domainHeading } from "../output/domain_heading.ts";
import { drawDomain } from "../output/draw_domain.ts";
import { drawPage } from "../output/draw_page.ts";
import { printable } from "../printable.ts";
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
}

/** `wikitop explain`: why a page is where it is, from the dump itself. */
export const explain: Command = {
  name: "explain",
  synopsis: "PERIOD DOMAIN [TITLE]",
  summary: "read a dump and show why a page ranks where it does, or a domain",
  description:
    "DOMAIN is a domain code, as en.m. TITLE may have spaces or be percent-encoded. Shows the " +
    "views of the page, which entries of the denylist deny it, its rank, however far down, " +
    "and the rank that it would have without the denylist; ties are ranked by title. Without " +
    "TITLE it shows the top of the domain, the pages behind it, and those that are denied. A day, " +
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
    ["explain 2026-09-10T18 de", "an overview of a domain"],
    ["explain 2026-09-10 en.m Main_Page --source ./sums", "a day, from ./sums/2026-09-10.gz"],
  ],

  async run(args: Arguments, runtime: Runtime): Promise<number> {
    const [written, domain, typed, ...others] = args.positionals;
    const article = readProject(domain ?? "");
    const title = typed ?? article.title;
    if (domain === undefined || others.length > 0) {
      throw new UsageError(
        "Cannot explain: an hour, a domain code, and perhaps one title are wanted; " +
          'write 2026-09-10T18 en.m "Albert Einstein"',
      );
    }
    const period = parsePastPeriod(written!, runtime.now());
    const code = domain === '""' ? "" : article.project;
    const workspace = await Workspace.open(args, runtime);
    await workspace.checkSources(); // Before the denylist, which may be waited for.
    const denylist = await workspace.denylist();
    await denylist?.read(); // It may be none, which is to be known before the dump is fetched.

    const { url, pages, codes } = await readDomain(period, {
      code,
      sources: workspace.sources,
      gunzip: gunzipNode,
      onOpen: args.value("quiet") ? undefined : (url) => runtime.note(`Reading ${url} …`),
    });
    if (!codes.includes(code)) throw new Error(noDomain(period, code, codes));

    const known = { code, pages, denylist };
    const answer = title === undefined
      ? await explainDomain(known, args.value("top"))
      : await explainPage(known, title, period);
    await runtime.write(
      `${period} · ${period.start} to ${period.end} · ${printable(url)}\n` +
        `${domainHeading(code, pages.views)} · ${formatCount(pages.length)} pages\n\n` +
        answer,
    );
    return EXIT.fine;
  },
};

async function explainDomain({ code, pages, denylist }: Known, top: number): Promise<string> {
  const denied = (await denylist?.read())?.titles(code);
  const overview = domainOverview(pages, denied, { top: top + MORE, denied: DENIED });
  const titles = overview.denied.top.map(({ title }) => title);
  const entries = denylist === undefined ? [] : entriesDenying(denylist.content, { code, titles });
  return drawDomain(overview, { top, views: pages.views, entries });
}

async function explainPage(
  { code, pages, denylist }: Known,
  typed: string,
  { unit }: Period,
): Promise<string> {
  const title = findTitle(pages, typed);
  const denied = (await denylist?.read())?.titles(code);
  const found = title && pagePlace(pages, title, denied);
  if (found === undefined) {
    const similar = similarTitle(pages, typed);
    const advice = similar === undefined ? "" : `; did you mean "${printable(similar)}"?`;
    throw new Error(
      `Cannot explain page "${typed}": domain "${code}" has none of that title in this ${unit}${advice}`,
    );
  }
  const titles = [found.page.title];
  const [entries] = denylist === undefined
    ? [[]]
    : entriesDenying(denylist.content, { code, titles });
  return drawPage(found, {
    views: pages.views,
    denylist: denylist?.identity.url,
    entries: entries ?? [],
  });
}

function noDomain(period: Period, domain: string, codes: readonly string[]): string {
  const ofProject = codes.filter((code) => projectOf(code).project === domain);
  const names = ofProject.map((code) => code === "" ? "'\"\"'" : `"${code}"`).join(" or ");
  const others = codes.filter((code) => code !== "");
  const advice = ofProject.length > 0
    ? `; it is a project, write the code ${names}`
    : others.length > 0
    ? didYouMean(domain, others)
    : "";
  return `Cannot explain domain "${domain}": ${period.unit} "${period}" has none of that code${advice}`;
}
