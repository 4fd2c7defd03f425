/** How readers reached a page: `mobile` is web and app; `all` where a code sums both. */
export type Access = "desktop" | "mobile" | "all";

/** What a domain code stands for. */
export interface Project {
  /** The project's name, as `en.wikipedia`, `commons.wikimedia` or `wikidata`. */
  project: string;
  /** How its readers came. */
  access: Access;
  /** The host that its articles are read on, `undefined` for a code of an unknown family. */
  host: string | undefined;
}

/**
 * The families by the last part of a code, as
 * https://wikitech.wikimedia.org/wiki/Data_Platform/Data_Lake/Traffic/Pageviews lists them. The
 * family `.m`, wikimedia, is not among them: a lone `.m` may as well mean mobile.
 */
const FAMILIES: Record<string, string> = {
  b: "wikibooks",
  d: "wiktionary",
  f: "wikimediafoundation",
  n: "wikinews",
  q: "wikiquote",
  s: "wikisource",
  v: "wikiversity",
  voy: "wikivoyage",
  w: "mediawiki",
  wd: "wikidata",
};

/**
 * The sites of wikimedia.org, whose code `NAME.m` is their desktop, from Wikimedia's project list
 * (https://meta.wikimedia.org/wiki/Special:SiteMatrix). Chapters that share their code with a
 * language (`pl.m`) are left out: there the mobile Wikipedia has nearly all the views. Commons,
 * Incubator and Outreach share theirs with a Wikipedia that does not exist.
 */
const WIKIMEDIA_SITES: ReadonlySet<string> = new Set(
  ("advisory ae api bd cn commons dk ec fdc fixcopyright foundation ge gr il in-tech incubator meta mx " +
    "noc nyc nz outreach pk rs slo species strategy ua usability wb wikimania wikitech").split(" "),
);

/** The words that stand in the place of a language on sites that have none. */
export const NO_LANGUAGE: ReadonlySet<string> = new Set(["www", "m", "zero"]);

/** Hosts that do not follow from the project's name; all others are `NAME.org`. */
const HOSTS: Record<string, string> = {
  mediawiki: "www.mediawiki.org",
  wikidata: "www.wikidata.org",
  wikifunctions: "www.wikifunctions.org",
  wikimedia: "www.wikimedia.org",
  // Its wiki moved in 2018, when the old host became the foundation's own web site.
  wikimediafoundation: "foundation.wikimedia.org",
  wikipedia: "www.wikipedia.org",
};

/**
 * Tells what a domain code of the dumps stands for: its project, how its readers came, its host.
 * Unknown languages and sites are taken as they are written; they appear every month.
 *
 * @param code A domain code, as `en`, `en.m.b` or `commons.m`; the empty code is Wikifunctions.
 * @returns The code's project.
 *
 * @example Usage
 * ```ts
 * import { projectOf } from "@wikitop/core";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(projectOf("en.m.b"), {
 *   project: "en.wikibooks",
 *   access: "mobile",
 *   host: "en.wikibooks.org",
 * });
 * assertEquals(projectOf("commons.m").project, "commons.wikimedia");
 * ```
 */
export function projectOf(code: string): Project {
  if (code === "") return named("wikifunctions", "all");
  const [core, ...suffixes] = code.split(".");
  const bare = NO_LANGUAGE.has(core!);
  const mobile = bare ? core !== "www" : suffixes[0] === "m" || suffixes[0] === "zero";
  const last = suffixes.at(-1);

  let family = "wikipedia";
  let access: Access = mobile ? "mobile" : "desktop";
  // How many suffixes a well-formed code has: the mobile one where it is no core, and the family's.
  let length = mobile && !bare ? 1 : 0;
  if (last !== undefined && Object.hasOwn(FAMILIES, last)) {
    family = FAMILIES[last]!;
    length += 1;
  } else if (last === "m" && (bare || suffixes.length === 2)) {
    family = "wikimedia";
    length += 1;
  } else if (last === "m" && WIKIMEDIA_SITES.has(core!)) {
    family = "wikimedia";
    access = "desktop";
  }
  if (suffixes.length !== length || !/^[a-z0-9-]+$/i.test(core!)) {
    return { project: code, access, host: undefined };
  }
  return named(bare ? family : `${core}.${family}`, access);
}

/** Whether a text is the name of a project, as `en.wikipedia` or `wikidata`; of any language. */
export function isProject(name: string): boolean {
  const family = name.slice(name.indexOf(".") + 1);
  const isSite = /^[a-z0-9-]+\.[a-z]+$/i.test(name);
  if (isSite) return ["wikipedia", "wikimedia", ...Object.values(FAMILIES)].includes(family);
  return Object.hasOwn(HOSTS, name) || Object.values(FAMILIES).includes(name);
}

/**
 * What the name of a project stands for, whose domain codes are all of its readers together.
 *
 * @param name The name, as `en.wikipedia`.
 * @returns The same as {@linkcode projectOf} says of its codes, with the access `all`.
 */
export function projectNamed(name: string): Project {
  return isProject(name) ? named(name, "all") : { project: name, access: "all", host: undefined };
}

function named(project: string, access: Access): Project {
  return { project, access, host: HOSTS[project] ?? `${project}.org` };
}
