import { parsePeriod, type Period } from "../../../core/time/period.ts";
import type { Access, PageHistory } from "../data/answers.ts";
import { type ProjectName, projectName } from "./project.ts";

/** What a title was viewed in a period, by access; `null` where it was not in the top. */
export interface HistoryRow {
  period: Period;
  places: { access: Access; rank: number | null; views: number | null }[];
}

/** A title's project and title, by the path of its page: `/page/en.wikipedia/AC/DC`. */
export function parseTitlePath(path: string): { project: string; title: string } {
  const [, , project = "", ...title] = path.split("/");
  return { project: decode(project), title: decode(title.join("/")).replaceAll(" ", "_") };
}

/** The periods of a history in which the title was in the top, the newest first. */
export function historyRows({ series }: PageHistory): HistoryRow[] {
  const labels = series[0]?.hours.map(({ hour }) => hour) ?? [];
  return labels
    .map((label, i) => ({
      period: parsePeriod(label),
      places: series.map(({ access, hours }) => ({
        access,
        rank: hours[i]?.rank ?? null,
        views: hours[i]?.views ?? null,
      })),
    }))
    .filter(({ places }) => places.some(({ views }) => views !== null))
    .reverse();
}

/** What accesses are called. */
export const ACCESS_NAMES: Record<Access, string> = {
  all: "All",
  desktop: "Desktop",
  mobile: "Mobile",
};

/** A project that has a title in its top. */
export interface OtherProject {
  name: ProjectName;
  views: number;
  /** Its best rank. */
  rank: number;
}

/** The projects that have a title in the last period of a history, but for one; the most viewed first. */
export function otherProjects(
  { series }: PageHistory,
  project: string,
  projectOf: (code: string) => string,
): OtherProject[] {
  const found = new Map<string, OtherProject>();
  for (const { domain_code, hours } of series) {
    const { rank = null, views = null } = hours.at(-1) ?? {};
    const other = projectOf(domain_code);
    if (rank === null || views === null || other === project) continue;
    const known = found.get(other);
    found.set(other, {
      name: projectName(other),
      views: (known?.views ?? 0) + views,
      rank: Math.min(known?.rank ?? rank, rank),
    });
  }
  return [...found.values()].sort((a, b) => b.views - a.views);
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch (error) {
    if (error instanceof URIError) return part;
    throw error;
  }
}
