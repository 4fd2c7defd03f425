import { LANGUAGE_TABLE } from "./language_table.ts";

/** What a language is called. */
export interface Language {
  /** Its code in the names of projects, as `de` or `zh-min-nan`. */
  code: string;
  /** Its own name for itself; the code where nobody knows it. */
  autonym: string;
  /** Its English name; the code where nobody knows it. */
  english: string;
  /** What the `lang` of a text in it is to be, `undefined` if the code is no language. */
  tag: string | undefined;
}

const KNOWN = new Map(
  LANGUAGE_TABLE.trim().split("\n").map((line) => {
    const [code = "", ...names] = line.split("|");
    return [code, names] as const;
  }),
);

/** Codes that stand where a language does, and are none. */
const NO_LANGUAGES: ReadonlySet<string> = new Set(
  "beta nostalgia ten test test2 thankyou".split(" "),
);

const cache = new Map<string, Language>();

/** Tells what a language is called, by the part of a project's name before the dot. */
export function languageOf(code: string): Language {
  const cached = cache.get(code);
  if (cached !== undefined) return cached;
  const language = find(code);
  cache.set(code, language);
  return language;
}

function find(code: string): Language {
  if (NO_LANGUAGES.has(code)) return { code, autonym: code, english: code, tag: undefined };
  const [autonym, english, tag = code] = KNOWN.get(code) ?? [];
  return {
    code,
    autonym: autonym ?? nameOf(tag, tag) ?? code,
    english: english ?? nameOf(tag, "en") ?? autonym ?? code,
    tag: isTag(tag) ? tag : undefined,
  };
}

/** The name of a language in another, `undefined` if the browser does not know it. */
function nameOf(tag: string, locale: string): string | undefined {
  if (!isTag(tag)) return undefined;
  // For a language that it does not know, a browser would answer in the reader's own.
  if (Intl.DisplayNames.supportedLocalesOf([locale]).length === 0) return undefined;
  return new Intl.DisplayNames([locale], { type: "language", fallback: "none" }).of(tag);
}

function isTag(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}
