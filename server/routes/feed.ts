import { TimeSlice } from "../../core/async/time_slice.ts";
import { compareText } from "../../core/dump/bytes.ts";
import { didYouMean } from "../../core/did_you_mean.ts";
import { formatCount } from "../../core/format_count.ts";
import { DEFAULT_TOP, Hour, type StoredReport } from "../../core/mod.ts";
import { projectIn } from "../../core/report/report.ts";
import { describeRise } from "../../core/trend/domain_past.ts";
import { newEntries, type NewEntry, type PeriodLists } from "../../core/trend/new_entries.ts";
import { pastRuleOf } from "../../core/trend/past.ts";
import { readProject } from "../../core/wiki/written_project.ts";
import { CONDITIONS, type DescribedRoute, inPath, problems, response } from "../http/openapi.ts";
import { Problem } from "../http/problem.ts";
import { Query } from "../http/query.ts";
import type { RouteHandler } from "../http/router.ts";
import { type AtomEntry, encodeAtom, escapeXml } from "../reports/atom.ts";
import type { ReportName } from "../reports/on_demand.ts";
import type { CachedReport } from "../reports/report_cache.ts";
import { EDITION, readEdition } from "./editions.ts";
import { CACHED, namesIn } from "./period_request.ts";
import type { Service } from "./service.ts";
import { respondAboutSeveral } from "./several_reports.ts";

/** How many hours a feed tells of: who asks once a day misses none. */
const HOURS = 24;

const TYPE = "application/atom+xml";

/** The pages that come into the top of a project, as an Atom feed. */
export function feed(service: Service): DescribedRoute {
  const headers = CACHED.filter((name) => !name.startsWith("Wikitop-"));
  return {
    method: "GET",
    path: "/feeds/{project}.atom",
    answer: answerWith(service),
    operation: {
      operationId: "getFeed",
      tags: ["Pages"],
      summary: "The new entries of each hour in the top of a project, as an Atom feed",
      description:
        `Of the ${HOURS} newest stored hours: the pages among the first ${DEFAULT_TOP} of a domain of ` +
        "the project that were in none of its lists in the stored hours before, with views and rise. " +
        "Only stored hours are read, none is made.",
      parameters: [
        inPath("project", "A project, or a domain code if only its readers are meant.", {
          schema: { type: "string", minLength: 1 },
          examples: { project: { value: "en.wikipedia" }, domain: { value: "en.m" } },
        }),
        EDITION,
        ...CONDITIONS,
      ],
      responses: {
        200: response("The feed.", { [TYPE]: { schema: { type: "string" } } }, headers),
        304: response("The feed at hand is still right.", {}, headers),
        ...problems("bad-parameter", "nothing-stored", "unknown-project"),
      },
    },
  };
}

function answerWith(service: Service): RouteHandler {
  return async (exchange) => {
    const { url, param } = exchange;
    const edition = readEdition(new Query(url.searchParams, ["edition"]));
    const { project } = readProject(param("project"));
    return await respondAboutSeveral(service, exchange, {
      edition,
      isLong: true,
      find: () => findHours(edition, service),
      async render(reports) {
        const codes = codesOf(project, reports);
        const entries = newEntries(await listsOf(reports, codes), {
          count: HOURS,
          top: DEFAULT_TOP,
        });
        const { end } = reports.at(-1)!.period;
        const host = projectIn(edition, codes[0]!).host;
        const xml = encodeAtom({
          id: `urn:wikitop:feed:${encodeURIComponent(project)}:${edition}`,
          title: `${project}: new in the top ${DEFAULT_TOP}`,
          subtitle:
            "Pages that came into an hour's top, and how much that is of what they are used to",
          updated: end,
          self: url.href,
          link: host && `https://${host}/`,
          author: "wikitop",
          entries: entries.map((entry) => atomEntry(project, edition, entry)),
        });
        return { body: new TextEncoder().encode(xml), type: `${TYPE}; charset=utf-8` };
      },
    });
  };
}

/** The newest stored hours, and before them as many as they are compared with. */
async function findHours(
  edition: ReportName["edition"],
  { reports }: Service,
): Promise<CachedReport[]> {
  const newest = await reports.newest();
  if (newest === undefined) throw new Problem("nothing-stored", "No hour is stored yet");
  const { most, within } = pastRuleOf("hour");
  const earliest = newest.plus(-2 * within);
  const first = earliest.since(Hour.first()) < 0 ? Hour.first() : earliest;
  const hours = await reports.listPeriods({ unit: "hour", edition, first, last: newest });
  const found: CachedReport[] = [];
  for (const hour of hours.slice(-HOURS - most)) {
    const cached = await reports.find(hour, edition);
    if (cached !== undefined) found.push(cached);
  }
  if (found.length > 0) return found;
  throw new Problem("nothing-stored", `No hour is stored yet in edition "${edition}"`);
}

/** The codes of a project's domains in any of some reports. */
function codesOf(project: string, reports: readonly StoredReport[]): string[] {
  const codes = new Set<string>();
  for (const { edition, manifest: { domain_views } } of reports) {
    for (const code of Object.keys(domain_views)) {
      if (code === project || projectIn(edition, code).project === project) codes.add(code);
    }
  }
  if (codes.has(project)) return [project];
  if (codes.size > 0) return [...codes].sort(compareText);
  throw new Problem(
    "unknown-project",
    `Cannot find "${project}": no stored hour has a project or domain code of that name` +
      didYouMean(project, namesIn(reports.at(-1)!)),
  );
}

async function listsOf(
  reports: readonly StoredReport[],
  codes: readonly string[],
): Promise<PeriodLists[]> {
  const slice = new TimeSlice();
  const periods: PeriodLists[] = [];
  for (const report of reports) {
    await slice.check();
    const lists: [string, Awaited<ReturnType<StoredReport["pages"]>>][] = [];
    for (const code of codes) lists.push([code, await report.pages(code)]);
    periods.push({ period: report.period, manifest: report.manifest, lists: new Map(lists) });
  }
  return periods;
}

function atomEntry(
  project: string,
  edition: ReportName["edition"],
  { period, title, places }: NewEntry,
): AtomEntry {
  const [first] = places;
  const { host } = projectIn(edition, first!.code);
  const name = title.replaceAll("_", " ");
  const article = host && `https://${host}/wiki/${encodeTitle(title)}`;
  // What was written up to a day later: the page may have changed a thousand times since.
  const until = period.plus(HOURS).end.replaceAll(/\D/g, "");
  const history = host &&
    `https://${host}/w/index.php?title=${
      encodeURIComponent(toWellFormed(title))
    }&action=history&offset=${until}`;
  const lines = places.map((place) =>
    `Rank ${formatCount(place.rank)} (${projectIn(edition, place.code).access}), ` +
    `${formatCount(place.views)} views, ${describeRise(place)}`
  );
  return {
    id: `urn:wikitop:entry:${encodeURIComponent(project)}:${edition}:${period}:` +
      encodeURIComponent(toWellFormed(title)),
    title: `${name}: ${formatCount(first!.views)} views, ${describeRise(first!)}`,
    updated: period.end,
    link: article,
    html: lines.map((line) => `<p>${escapeXml(line)}</p>`).join("") +
      (article === undefined ? "" : `<p><a href="${escapeXml(article)}">Article</a> · ` +
        `<a href="${escapeXml(history!)}">its history around that hour</a></p>`),
  };
}

/** A title as it stands in the URL of a wiki, with its slashes. */
function encodeTitle(title: string): string {
  return encodeURIComponent(toWellFormed(title)).replaceAll("%2F", "/").replaceAll("%3A", ":");
}

/** Titles are decoded from UTF-8, and whole; but a library's caller may store what it likes. */
function toWellFormed(title: string): string {
  return title.replace(/\p{Cs}/gu, "\ufffd");
}
