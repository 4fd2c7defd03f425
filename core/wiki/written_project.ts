import { isProject } from "./project.ts";

/** What a person wrote to name a project. */
export interface WrittenProject {
  /** The project or domain code as reports have it, or what was written if it is nothing else. */
  project: string;
  /** The title, if an article was named. */
  title?: string;
}

/** The families by the ends of their databases' names; `frwiki` is the French Wikipedia. */
const DATABASES =
  /^([a-z0-9_-]+?)(wiki|wiktionary|wikibooks|wikinews|wikiquote|wikisource|wikiversity|wikivoyage)$/;

/** Databases that are not named after a language. */
const SITES: Readonly<Record<string, string>> = {
  foundationwiki: "wikimediafoundation",
  mediawikiwiki: "mediawiki",
  wikidatawiki: "wikidata",
  wikifunctionswiki: "wikifunctions",
};
const WIKIMEDIA = ["commons", "incubator", "meta", "outreach", "species"];

/**
 * Reads the name of a project as people have it at hand: besides a project or domain code, the
 * database (`frwiki`), the host (`fr.wikipedia.org`, `fr.m.wikipedia.org`), the URL of an article,
 * languages with underscores (`zh_yue`), and projects with capitals or `www.` (`www.mediawiki`).
 *
 * @param written What was written.
 * @returns The project or domain code; whether there is one of that name is another question.
 */
export function readProject(written: string): WrittenProject {
  const url = urlOf(written);
  if (url !== undefined) return { project: projectOfHost(url.hostname), ...titleOf(url) };
  if (Object.hasOwn(SITES, written)) return { project: SITES[written]! };
  const [, name, family] = DATABASES.exec(written) ?? [];
  if (name !== undefined && family !== undefined && written !== "mediawiki") {
    const isWikimedia = family === "wiki" && WIKIMEDIA.includes(name);
    const suffix = isWikimedia ? "wikimedia" : family === "wiki" ? "wikipedia" : family;
    return { project: `${name.replaceAll("_", "-")}.${suffix}` };
  }
  const plain = written.toLowerCase().replace(/^www\./, "");
  if (isProject(plain)) return { project: plain };
  if (/^[a-z]+(_[a-z]+)+(\.|$)/.test(written)) return { project: written.replaceAll("_", "-") };
  return { project: written };
}

/** The URL that is meant, if it is one of a wiki, also without its beginning. */
function urlOf(written: string): URL | undefined {
  const isBare = /^[a-z0-9.-]+\.org(\/|$)/i.test(written);
  const whole = isBare ? `https://${written}` : written;
  if (!/^https?:\/\//i.test(whole) || !URL.canParse(whole)) return undefined;
  return new URL(whole);
}

function projectOfHost(host: string): string {
  const name = host.toLowerCase().replace(/\.org$/, "").replace(/^(www|m)\./, "")
    .replace(".m.", ".");
  return name === "foundation.wikimedia" ? "wikimediafoundation" : name;
}

function titleOf(url: URL): { title?: string } {
  const [, path] = /^\/wiki\/(.+)$/.exec(url.pathname) ?? [];
  const title = path === undefined ? url.searchParams.get("title") : decode(path);
  return title === null || title === "" ? {} : { title: title.replaceAll(" ", "_") };
}

function decode(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path; // It has a % that is one.
  }
}
