import { compareText } from "../dump/bytes.ts";
import type { Edition } from "../rank/edition.ts";
import { projectIn } from "../report/report.ts";
import type { Hour, HourRange } from "../time/hour.ts";
import type { Unit } from "../time/period.ts";
import type { Access } from "../wiki/project.ts";
import type { FoundPages } from "./page_history.ts";

/** Looks back on periods: in a store, or in a database that was loaded from one. */
export interface History {
  /** What it is: a database can be asked for any range, a store for one as long as others may be. */
  readonly kind: "store" | "database";
  /** What is said where it has nothing of a range. */
  readonly nothing: string;
  /** The newest hour that it has. */
  newest(): Promise<Hour | undefined>;
  /**
   * What the periods of a range say of a page; where many projects are meant, the last period of it
   * that is there.
   *
   * @throws {HistoryError} If it cannot be read.
   */
  page(wanted: WantedPage, range: HourRange): Promise<Findings<FoundPages>>;
  /**
   * The tops of a project in the newest periods of a range.
   *
   * @throws {HistoryError} If it cannot be read.
   */
  tops(wanted: WantedTops, range: HourRange): Promise<Findings<FoundTops>>;
}

/** A page of a project. */
export interface WantedPage {
  /** The project or domain code, as people write it; in projects `*` stands for anything. */
  project: string;
  /** How long the periods are. */
  unit: Unit;
  /** The page's title. */
  title: string;
}

/** Tops of a project. */
export interface WantedTops {
  /** The project or domain code, as people write it. */
  project: string;
  /** How long the periods are. */
  unit: Unit;
  edition: Edition;
  /** How many periods: the newest of those that are there. */
  last: number;
  /** The last rank. */
  top: number;
}

/** What was found. */
export interface Findings<Found> {
  /** What each period says that is there, in order. */
  found: Found[];
  /** The codes and projects of the last period. */
  names: () => Promise<string[]>;
}

/** The tops of a period, by the codes of its domains. */
export interface FoundTops {
  period: string;
  tops: Map<string, TopPlace[]>;
}

/** A page of a top, as all formats have it. */
export interface TopPlace {
  rank: number;
  views: number;
  title: string;
  mobile_share: number | null;
  flags: string;
}

/** The tops of one domain over periods. */
export interface TopsSeries {
  domain_code: string;
  access: Access;
  periods: { period: string; pages: TopPlace[] }[];
}

/** What is looked back on cannot be read right now. */
export class HistoryError extends Error {
  /** The name of the class. */
  override name = "HistoryError";
}

/** A series for each domain; all have all periods, also those that do not have the domain at all. */
export function topsSeries(found: readonly FoundTops[], edition: Edition): TopsSeries[] {
  const codes = new Set(found.flatMap(({ tops }) => [...tops.keys()]));
  return [...codes].sort(compareText).map((code) => ({
    domain_code: code,
    access: projectIn(edition, code).access,
    periods: found.map(({ period, tops }) => ({ period, pages: tops.get(code) ?? [] })),
  }));
}
