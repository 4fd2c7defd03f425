import {
  type Access,
  compareCodes,
  type Hour,
  projectOf,
  type StoredReport,
  Turnstile,
} from "../../core/mod.ts";
import { jsonResponse } from "../http/json.ts";
import { Problem } from "../http/problem.ts";
import { Query } from "../http/query.ts";
import { readHours } from "./hour_range.ts";
import type { Resource } from "../http/router.ts";
import type { Service } from "./service.ts";

/** How many hours a history has unless it is asked for more. */
const HOURS = 24;

/** Histories of more hours are long, and only so many of those are read at a time. */
const LONG = 100;
const LONG_AT_A_TIME = 2;

/** The place of a page in an hour, `null` where it was not in the top. */
interface Place {
  rank: number | null;
  views: number | null;
}

/** What an hour says of a page: its place, if it has one, by the codes of the hour's domains. */
interface Found {
  hour: string;
  places: Map<string, Place | undefined>;
}

/** The places of a page in one domain. */
interface Series {
  domain_code: string;
  access: Access;
  hours: ({ hour: string } & Place)[];
}

/**
 * `GET /v1/pages/{project}/{title}?from=&to=`: rank and views of a page over the stored hours.
 *
 * @param service What the resources share.
 * @returns The resource.
 */
export function pageHistory(service: Service): Resource {
  const long = new Turnstile(LONG_AT_A_TIME);
  return async ({ url, params }) => {
    const query = new Query(url.searchParams, ["from", "to"]);
    const newest = () => newestStored(service);
    const range = await readHours(query, { ...service, usual: HOURS, newest });
    const title = params.title.replaceAll(" ", "_");
    const codes = codesOf(params.project);
    const hours = await service.hours.list(range);
    const findAll = async () => {
      const found: Found[] = [];
      for (const hour of hours) {
        const read = (report: StoredReport) => find(report, codes(report), title);
        const places = await service.hours.read(hour, read);
        // An hour that is gone meanwhile, or not finished, is not stored.
        if (places !== undefined) found.push({ hour: hour.toString(), places });
      }
      return found;
    };
    const series = seriesOf(await (hours.length > LONG ? long.pass(findAll) : findAll()));
    if (series.length === 0) {
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
      series,
    });
  };
}

async function newestStored({ hours }: Service): Promise<Hour> {
  const newest = await hours.newest();
  if (newest === undefined) throw new Problem("nothing-stored", "No hour is stored yet");
  return newest;
}

async function find(
  report: StoredReport,
  codes: readonly string[],
  title: string,
): Promise<Map<string, Place | undefined>> {
  const places = new Map<string, Place | undefined>();
  for (const code of codes) {
    places.set(code, (await report.pages(code)).find((page) => page.title === title));
  }
  return places;
}

/** All series have all hours, also those that do not have the domain at all. */
function seriesOf(found: readonly Found[]): Series[] {
  const codes = new Set(found.flatMap(({ places }) => [...places.keys()]));
  return [...codes].sort(compareCodes).map((code) => ({
    domain_code: code,
    access: projectOf(code).access,
    hours: found.map(({ hour, places }) => {
      const { rank, views } = places.get(code) ?? { rank: null, views: null };
      return { hour, rank, views };
    }),
  }));
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
