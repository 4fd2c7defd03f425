import { NAMESPACE_NAMES } from "./namespace_names.ts";

/** No namespace or main page has a longer name, in bytes. */
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
  /** The same of a title as text. */
  isTitle(title: string): boolean;
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
  const { names, patterns, mainPage } = namesOfLanguage(language);
  const selves = ["Project", ...FAMILIES[family] === undefined ? [] : [FAMILIES[family]]];
  const abouts = [...selves, ...table().get(project)?.names ?? []];
  // The talk pages of a project are named after it, so by all of its names.
  const talks = patterns.flatMap((name) => abouts.map((about) => name.replace("$1", about)));
  const own = new Set([...abouts, ...talks].map((name) => name.toLowerCase()));
  const isTitle = (title: string) => {
    const colon = title.indexOf(":");
    if (colon < 0) return title !== "Main_Page" && title !== mainPage;
    const name = title.slice(0, colon).toLowerCase();
    return !names.has(name) && !own.has(name);
  };
  const decoder = new TextDecoder();
  return {
    isTitle,
    // Only what is in front of a colon matters, or a short title.
    has: (bytes, start, end) =>
      isTitle(decoder.decode(bytes.slice(start, Math.min(end, start + LONGEST_NAME)))),
  };
}

/** What a language's wikis know, those of other languages that it falls back to among it. */
interface LanguageNames {
  /** Namespaces, in lower case. */
  names: ReadonlySet<string>;
  /** Those that are named after the project, which stands in the place of `$1`. */
  patterns: string[];
  mainPage: string;
}

const languages = new Map<string, LanguageNames>();

function namesOfLanguage(language: string): LanguageNames {
  const found = languages.get(language);
  if (found !== undefined) return found;
  const lines = [...new Set([...chainOf(language), "en"])].flatMap((code) =>
    table().get(code) ?? []
  );
  const all = lines.flatMap(({ names }) => names);
  const isPattern = (name: string) => name.includes("$1");
  const made = {
    names: new Set(all.filter((name) => !isPattern(name)).map((name) => name.toLowerCase())),
    patterns: [...new Set(all.filter(isPattern))],
    mainPage: lines.find(({ mainPage }) => mainPage !== "")?.mainPage ?? "",
  };
  languages.set(language, made);
  return made;
}

/** A language and those that it falls back to, each once. */
function chainOf(language: string, chain = new Set<string>()): Set<string> {
  if (chain.has(language)) return chain;
  chain.add(language);
  for (const other of table().get(language)?.fallbacks ?? []) chainOf(other, chain);
  return chain;
}

/** A line of the table. */
interface TableLine {
  fallbacks: string[];
  mainPage: string;
  names: string[];
}

let lines: Map<string, TableLine> | undefined;

/** The table by its first column, read when it is first wanted. */
function table(): ReadonlyMap<string, TableLine> {
  const split = (text: string, by: string) => text === "" ? [] : text.split(by);
  return lines ??= new Map(
    NAMESPACE_NAMES.trim().split("\n").map((line) => {
      const [key = "", fallbacks = "", mainPage = "", names = ""] = line.split("\t");
      return [key, { fallbacks: split(fallbacks, " "), mainPage, names: split(names, "|") }];
    }),
  );
}
