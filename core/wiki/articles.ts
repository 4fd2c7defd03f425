import { compareBytes } from "../dump/bytes.ts";
import { NAMESPACE_NAMES } from "./namespace_names.ts";

const COLON = 0x3a;

/** No namespace has a longer name, in bytes. */
const LONGEST_NAME = 255;

/** Codes of wikis whose language MediaWiki calls otherwise, by its list of deprecated codes. */
const LANGUAGES: Readonly<Record<string, string>> = {
  "als": "gsw",
  "bat-smg": "sgs",
  "be-x-old": "be-tarask",
  "fiu-vro": "vro",
  "no": "nb",
  "roa-rup": "rup",
  "simple": "en",
  "zh-classical": "lzh",
  "zh-min-nan": "nan",
  "zh-yue": "yue",
};

/** The names that each family's wikis all know for pages about themselves. */
const FAMILIES: Readonly<Record<string, string>> = {
  mediawiki: "Project",
  wikibooks: "Wikibooks",
  wikidata: "Wikidata",
  wikifunctions: "Wikifunctions",
  wikimedia: "Wikimedia",
  wikinews: "Wikinews",
  wikipedia: "Wikipedia",
  wikiquote: "Wikiquote",
  wikisource: "Wikisource",
  wikiversity: "Wikiversity",
  wikivoyage: "Wikivoyage",
  wiktionary: "Wiktionary",
};

/** What MediaWiki calls the language of a wiki. */
export function languageOf(code: string): string {
  return LANGUAGES[code] ?? code;
}

/** Tells the articles of a project from its other pages, by their titles. */
export interface Articles {
  /** Whether a title, in bytes, is that of an article: in no other namespace, and no main page. */
  has(bytes: Uint8Array, start: number, end: number): boolean;
}

const known = new Map<string, Articles>();

/**
 * The articles of a project.
 *
 * A page is none if it is the main page, or if its title begins with the name of a namespace: one of
 * MediaWiki's own in the project's language, those that it falls back to, or English, or one of the
 * project's (`Portal:`) that Wikimedia does not count as content. What a wiki has named otherwise is
 * taken for an article.
 *
 * @param project The project, as `en.wikipedia`.
 */
export function articlesOf(project: string): Articles {
  const found = known.get(project);
  if (found !== undefined) return found;
  const articles = makeArticles(project);
  known.set(project, articles);
  return articles;
}

function makeArticles(project: string): Articles {
  const dot = project.indexOf(".");
  const family = project.slice(dot + 1);
  const language = languageOf(dot < 0 || family === "wikimedia" ? "en" : project.slice(0, dot));
  const own = namesIn(project);
  const names = new Set(own.names);
  // The talk pages of a project are named after it, so by all of its names.
  const selves = ["Project", ...FAMILIES[family] === undefined ? [] : [FAMILIES[family]]];
  const abouts = new Set([...selves, ...own.names]);
  for (const name of selves) names.add(name);
  let main = "";
  for (const code of new Set([...chainOf(language), "en"])) {
    const { mainPage, names: some } = namesIn(code);
    main ||= mainPage;
    for (const name of some) {
      if (!name.includes("$1")) names.add(name);
      else for (const about of abouts) names.add(name.replace("$1", about));
    }
  }
  const lower = new Set(Array.from(names, (name) => name.toLowerCase()));
  const encoder = new TextEncoder();
  const mains = ["Main_Page", main].map((title) => encoder.encode(title));
  const decoder = new TextDecoder();
  return {
    has(bytes, start, end) {
      const last = Math.min(end, start + LONGEST_NAME);
      for (let colon = start; colon < last; colon++) {
        if (bytes[colon] !== COLON) continue;
        return !lower.has(decoder.decode(bytes.slice(start, colon)).toLowerCase());
      }
      return !mains.some((main) => compareBytes(bytes, start, end, main) === 0);
    },
  };
}

/** A language and those that it falls back to, each once. */
function chainOf(language: string, chain = new Set<string>()): Set<string> {
  if (chain.has(language)) return chain;
  chain.add(language);
  for (const other of namesIn(language).fallbacks) chainOf(other, chain);
  return chain;
}

/** The line of the table that is of a language or project; looked for, not split into thousands. */
function namesIn(key: string): { fallbacks: string[]; mainPage: string; names: string[] } {
  const start = NAMESPACE_NAMES.indexOf(`\n${key}\t`) + 1;
  if (start === 0) return { fallbacks: [], mainPage: "", names: [] };
  const line = NAMESPACE_NAMES.slice(start, NAMESPACE_NAMES.indexOf("\n", start));
  const [, fallbacks = "", mainPage = "", names = ""] = line.split("\t");
  const split = (text: string, by: string) => text === "" ? [] : text.split(by);
  return { fallbacks: split(fallbacks, " "), mainPage, names: split(names, "|") };
}
