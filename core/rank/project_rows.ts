import { JoinedRows, type KeptRows, type SumFloor } from "../dump/joined_rows.ts";
import type { Denylist } from "../deny/denylist.ts";
import { NO_LANGUAGE, projectOf } from "../wiki/project.ts";
import { Floor } from "./floor.ts";
import { joinSinks, type RowKeeper } from "./join_sinks.ts";
import type { Ranking } from "./ranking.ts";

/** The first character behind a language that sorts behind all that a longer code may have there. */
const BEHIND = "/";

/** The rows of one domain code. */
interface Side extends RowKeeper {
  kept: KeptRows;
  views: number;
}

/**
 * Sums the rows of a dump by project: those of `en`, `en.m` and `en.zero` are one page's. A dump has
 * the codes in the order of their bytes, so that all of one language are kept until the first of
 * another comes; those of sites without a language, which are few, until the end.
 */
export class ProjectRows {
  /** How many rows are of pages that are denied in their project. */
  denied = 0;

  readonly #rankings: readonly Ranking[];
  readonly #denylist: Denylist | undefined;
  readonly #joined = new JoinedRows();
  /** The sides of each project, by the first part of their codes. */
  readonly #languages = new Map<string, Map<string, Side[]>>();

  /** The rankings, all with the same denylist, get the sums. */
  constructor(rankings: readonly Ranking[], denylist: Denylist | undefined) {
    this.#rankings = rankings;
    this.#denylist = denylist;
  }

  /** How many bytes of memory there are for rows. */
  get size(): number {
    return this.#joined.size;
  }

  /** What keeps the rows of a domain, by its code; no more come of those before it. */
  keeperOf(code: string): RowKeeper {
    for (const language of this.#languages.keys()) {
      if (isOver(language, code)) this.#join(language);
    }
    const [language = ""] = code.split(".", 1);
    const { project, access } = projectOf(code);
    const side = this.#makeSide(project, access === "mobile");
    const projects = this.#languages.get(language) ?? new Map<string, Side[]>();
    projects.set(project, [...projects.get(project) ?? [], side]);
    this.#languages.set(language, projects);
    return side;
  }

  /** Sums what is left. */
  finish(): void {
    const all = new Map<string, Side[]>();
    for (const projects of this.#languages.values()) {
      for (const [project, sides] of projects) {
        all.set(project, [...all.get(project) ?? [], ...sides]);
      }
    }
    this.#languages.clear();
    this.#sum(all);
  }

  #join(language: string): void {
    const projects = this.#languages.get(language)!;
    this.#languages.delete(language);
    this.#sum(projects);
  }

  #sum(projects: ReadonlyMap<string, Side[]>): void {
    for (const [project, sides] of projects) {
      const sinks = this.#rankings.map((ranking) => ranking.sinkOf(project));
      for (const sink of sinks) for (const { views } of sides) sink.count(0, views);
      const kept = sides.map((side) => side.kept);
      this.#joined.join(kept, joinSinks(sinks), this.#floorOf(project));
    }
    this.#joined.release([...projects.values()].flat().map(({ kept }) => kept));
  }

  /**
   * What tells which sums of a project matter to any ranking; `undefined` if all may: where views are
   * more, fewer pages may rank `dense`.
   */
  #floorOf(project: string): (() => SumFloor) | undefined {
    if (this.#rankings.some(({ rule }) => rule.ties === "dense")) return undefined;
    return () =>
      joinFloors(this.#rankings.map((ranking) => {
        const rows = ranking.sinkOf(project);
        return new Floor(ranking.rule.top, (...title) => rows.isRanked(...title));
      }));
  }

  #makeSide(project: string, isMobile: boolean): Side {
    const joined = this.#joined;
    const kept = joined.begin(isMobile);
    const side: Side = {
      kept,
      views: 0,
      denied: this.#denylist?.titlesOfProject(project),
      countDenied: () => void this.denied++,
      count(_rows, views, repeated = 0) {
        side.views += views;
        if (repeated > 0) kept.isRepeated = true;
      },
      lines: (bytes, start, end, prefix) => joined.keep(kept, bytes, start, end, prefix),
      odd: (title, views, prefix) => joined.keepOdd(kept, title, views, prefix),
    };
    return side;
  }
}

function joinFloors(floors: readonly SumFloor[]): SumFloor {
  const [first] = floors;
  if (first !== undefined && floors.length === 1) return first;
  return {
    get value() {
      return Math.min(...floors.map(({ value }) => value));
    },
    add(bytes, start, end, views) {
      for (const floor of floors) floor.add(bytes, start, end, views);
    },
  };
}

/** Whether no code of a language comes any more once another code has come. */
function isOver(language: string, code: string): boolean {
  if (NO_LANGUAGE.has(language)) return false;
  return !code.startsWith(language) || (code[language.length] ?? "") >= BEHIND;
}
