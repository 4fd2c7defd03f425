import {
  type Access,
  compareCodes,
  Hour,
  type HourRange,
  newestHour,
  presentHours,
  projectOf,
  type StoredReport,
} from "../../core/mod.ts";
import { jsonResponse } from "../json_response.ts";
import { Problem } from "../problem.ts";
import { Query } from "../query.ts";
import { readRange } from "../read_range.ts";
import type { Resource } from "../router.ts";
import type { Service } from "../service.ts";

/** How many hours a history has unless it is asked for more. */
const HOURS = 24;

/** The place of a page in an hour, `null` where it was not in the top. */
interface Place {
  hour: string;
  rank: number | null;
  views: number | null;
}

/** The places of a page in one domain. */
interface Series {
  domain_code: string;
  access: Access;
  hours: Place[];
}

/**
 * `GET /v1/pages/{project}/{title}?from=&to=`: rank and views of a page over the stored hours.
 *
 * @param service What the resources share.
 * @returns The resource.
 */
export function pageHistory(service: Service): Resource {
  return async ({ url, params }) => {
    const range = await readHours(url, service);
    const title = params.title.replaceAll(" ", "_");
    const series = new Map<string, Series>();
    const codes = codesOf(params.project);
    for (const hour of await presentHours(service.store, range.first, range.last)) {
      // An hour that is gone meanwhile, or not finished, is not stored.
      await service.hours.read(hour, (report) => addPlaces(report, codes(report), title, series));
    }
    if (series.size === 0) {
      throw new Problem(
        "unknown-project",
        `Cannot find "${params.project}" from "${range.first}" to "${range.last}": no stored hour ` +
          "has a project or domain code of that name",
      );
    }
    return jsonResponse({
      project: params.project,
      title,
      from: range.first,
      to: range.last,
      series: [...series.values()].sort((a, b) => compareCodes(a.domain_code, b.domain_code)),
    });
  };
}

async function readHours(url: URL, { store, maxHours, now }: Service): Promise<HourRange> {
  const query = new Query(url.searchParams, ["from", "to"]);
  const present = now();
  const from = query.hour("from", present);
  const last = query.hour("to", present) ??
    (from === undefined ? await newestHour(store, present) : Hour.lastBefore(present));
  if (last === undefined) throw new Problem("nothing-stored", "No hour is stored yet");
  return readRange(from ?? last.plus(1 - HOURS), last, maxHours);
}

async function addPlaces(
  report: StoredReport,
  codes: readonly string[],
  title: string,
  series: Map<string, Series>,
): Promise<void> {
  const hour = report.hour.toString();
  for (const code of codes) {
    const page = (await report.pages(code)).find((page) => page.title === title);
    const place = { hour, rank: page?.rank ?? null, views: page?.views ?? null };
    const known = series.get(code);
    if (known === undefined) {
      series.set(code, { domain_code: code, access: projectOf(code).access, hours: [place] });
    } else if (known.hours.at(-1)?.hour !== hour) {
      known.hours.push(place);
    }
  }
}

/** What tells which domains of an hour are meant: a code is meant itself, a project all its codes. */
function codesOf(project: string): (report: StoredReport) => string[] {
  // Hundreds of hours have nearly the same codes.
  const isMeant = new Map<string, boolean>();
  return ({ manifest: { domain_views } }) => {
    if (Object.hasOwn(domain_views, project)) return [project];
    return Object.keys(domain_views).filter((code) => {
      const known = isMeant.get(code) ?? projectOf(code).project === project;
      isMeant.set(code, known);
      return known;
    });
  };
}
