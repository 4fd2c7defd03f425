import { compareText } from "../dump/bytes.ts";
import { type Access, projectOf } from "../wiki/project.ts";
import type { StoredReport } from "./open.ts";
import { codeFinder } from "./project_domains.ts";

/** Rank and views of a page in an hour, `null` where it was not in the top. */
export interface Place {
  rank: number | null;
  views: number | null;
}

/** What an hour, or a longer period, says of a page, by the codes of its domains. */
export interface FoundPages {
  hour: string;
  pages: Map<string, Place | undefined>;
}

/** Rank and views of a page in one domain. */
export interface PageSeries {
  domain_code: string;
  access: Access;
  hours: ({ hour: string } & Place)[];
}

/**
 * What finds a page in a report: in the domain of a code, or in all of a project. Of many projects,
 * only the domains that have it among their pages are told of.
 *
 * @param project A project or domain code, as people write it; in projects `*` stands for anything.
 * @param title The page's title.
 */
export function pageFinder(
  project: string,
  title: string,
): (report: StoredReport) => Promise<FoundPages> {
  const codesOf = codeFinder(project);
  const isOfMany = project.includes("*");
  return async (report) => {
    const pages: FoundPages["pages"] = new Map();
    const file = isOfMany ? await report.loaded() : report;
    for (const code of codesOf(report)) {
      const page = (await file.pages(code)).find((page) => page.title === title);
      if (page !== undefined || !isOfMany) pages.set(code, page);
    }
    return { hour: report.period.label, pages };
  };
}

/** A series for each domain; all have all hours, also those that do not have the domain at all. */
export function pageSeries(found: readonly FoundPages[]): PageSeries[] {
  const codes = new Set(found.flatMap(({ pages }) => [...pages.keys()]));
  return [...codes].sort(compareText).map((code) => ({
    domain_code: code,
    access: projectOf(code).access,
    hours: found.map(({ hour, pages }) => {
      const { rank, views } = pages.get(code) ?? { rank: null, views: null };
      return { hour, rank, views };
    }),
  }));
}
