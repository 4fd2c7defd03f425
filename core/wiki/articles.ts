import { NAMESPACE_NAMES } from "./namespace_names.ts";

const COLON = 0x3a;

const encoder = new TextEncoder();
const decoder = new TextDecoder("utf-8", { ignoreBOM: true });

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
  const lines = linesOf(language);
  const selves = ["Project", ...FAMILIES[family] === undefined ? [] : [FAMILIES[family]]];
  const own = [...selves, ...table().get(project)?.names ?? []].map((name) => name.toLowerCase());
  // The talk pages of a project are named after it, so by all of its names.
  const isTalk = (name: string, pattern: string) => {
    const [before, behind] = pattern.split("$1") as [string, string];
    return name.startsWith(before) && name.endsWith(behind) &&
      own.includes(name.slice(before.length, name.length - behind.length));
  };
  const isNamespace = (name: string) =>
    own.includes(name) || lines.some((line) => line.fixed.has(name)) ||
    lines.some((line) => line.patterns.some((pattern) => isTalk(name, pattern)));
  const mainPages = new Set(["Main_Page"]);
  const mainPage = lines.find((line) => line.mainPage !== "")?.mainPage;
  if (mainPage !== undefined) mainPages.add(mainPage);
  const inBytes = Array.from(mainPages, (title) => encoder.encode(title));
  return {
    isTitle(title) {
      const colon = title.indexOf(":");
      if (colon < 0) return !mainPages.has(title);
      return !isNamespace(title.slice(0, colon).toLowerCase());
    },
    // Only what stands before a colon is made a text.
    has(bytes, start, end) {
      for (let i = start; i < end; i++) {
        if (bytes[i] !== COLON) continue;
        return !isNamespace(decoder.decode(bytes.slice(start, i)).toLowerCase());
      }
      return !inBytes.some((title) =>
        title.length === end - start && title.every((byte, i) => byte === bytes[start + i])
      );
    },
  };
}

/** The lines of a language and of those that it falls back to, English last. */
function linesOf(language: string): TableLine[] {
  return [...new Set([...chainOf(language), "en"])].flatMap((code) => table().get(code) ?? []);
}

/** A language and those that it falls back to, each once. */
function chainOf(language: string, chain = new Set<string>()): Set<string> {
  if (chain.has(language)) return chain;
  chain.add(language);
  for (const other of table().get(language)?.fallbacks ?? []) chainOf(other, chain);
  return chain;
}

/** A line of the table, whose parts are read when they are first wanted: most never are. */
class TableLine {
  readonly mainPage: string;
  readonly #fallbacks: string;
  readonly #names: string;
  #fixed: Set<string> | undefined;
  #patterns: string[] | undefined;

  constructor(fallbacks = "", mainPage = "", names = "") {
    this.#fallbacks = fallbacks;
    this.mainPage = mainPage;
    this.#names = names;
  }

  get fallbacks(): string[] {
    return this.#fallbacks === "" ? [] : this.#fallbacks.split(" ");
  }

  get names(): string[] {
    return this.#names === "" ? [] : this.#names.split("|");
  }

  /** The names in lower case that are the same in all projects. */
  get fixed(): ReadonlySet<string> {
    return this.#fixed ??= new Set(
      this.names.filter((name) => !name.includes("$1")).map((name) => name.toLowerCase()),
    );
  }

  /** Those that are named after the project, which stands in the place of `$1`. */
  get patterns(): readonly string[] {
    return this.#patterns ??= this.names
      .filter((name) => name.includes("$1")).map((name) => name.toLowerCase());
  }
}

let lines: Map<string, TableLine> | undefined;

/** The table by its first column, read when it is first wanted. */
function table(): ReadonlyMap<string, TableLine> {
  return lines ??= new Map(
    NAMESPACE_NAMES.trim().split("\n").map((line) => {
      const [key = "", ...fields] = line.split("\t");
      return [key, new TableLine(...fields)];
    }),
  );
}
