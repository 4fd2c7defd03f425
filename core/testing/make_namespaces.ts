/**
 * Makes the table of the names by which wikis call their namespaces and main pages, from facts that
 * MediaWiki and Wikimedia publish: `deno run --allow-read --allow-write=core/wiki
 * core/testing/make_namespaces.ts MEDIAWIKI CONFIG`. The first is the folder of a release of MediaWiki
 * (its `languages/`), the second that of Wikimedia's configuration (`langlist`, and
 * `wmf-config/core-Namespaces.php`).
 *
 * @module
 */

import { languageOf } from "../wiki/articles.ts";
import { readProject } from "../wiki/written_project.ts";

const TARGET = new URL("../wiki/namespace_names.ts", import.meta.url);

/** Names that are no article's: of MediaWiki's own namespaces, but for that of articles. */
const NAME = /NS_\w+\s*=>\s*(['"])(.*?)\1/g;
const ALIAS = /(['"])([^'"\n]+)\1\s*=>\s*NS_\w+/g;
const GENDERED = /'(?:male|female)'\s*=>\s*(['"])(.*?)\1/g;

/** What one language's file says. */
interface Language {
  fallbacks: string[];
  mainPage: string;
  names: Set<string>;
}

const [mediaWiki, configuration] = Deno.args;
if (mediaWiki === undefined || configuration === undefined) {
  throw new Error("Cannot make the table: name the folders of MediaWiki and the configuration");
}

/** The body of a variable's array in a file of PHP, without comments. */
function arrayOf(php: string, name: string): string {
  const start = php.search(new RegExp(`^(\\$|\t?')${name}'? =>? ?\\[`, "m"));
  if (start < 0) return "";
  const end = php.slice(start).search(/^\](;|,)/m);
  return php.slice(start, end < 0 ? undefined : start + end);
}

async function readLanguages(): Promise<Map<string, Language>> {
  const languages = new Map<string, Language>();
  const folder = `${mediaWiki}/languages/messages`;
  const files = Array.from(Deno.readDirSync(folder), ({ name }) => name).sort();
  for (const file of files) {
    const [, written] = /^Messages(\w+)\.php$/.exec(file) ?? [];
    if (written === undefined) continue;
    const code = (written[0]!.toLowerCase() + written.slice(1)).replaceAll("_", "-");
    const php = (await Deno.readTextFile(`${folder}/${file}`))
      .replace(/\/\*.*?\*\//gs, "").replace(/(^|\s)(#|\/\/) .*$/gm, "");
    const names = new Set<string>();
    for (const [, , name] of arrayOf(php, "namespaceNames").matchAll(NAME)) names.add(name!);
    for (const [, , name] of arrayOf(php, "namespaceAliases").matchAll(ALIAS)) names.add(name!);
    const gendered = arrayOf(php, "namespaceGenderAliases");
    for (const [, , name] of gendered.matchAll(GENDERED)) names.add(name!);
    names.delete("");
    // What a grammar makes of the project's name, a wiki's configuration says or nobody does.
    for (const name of names) if (name.includes("{{")) names.delete(name);
    const [, fallback = ""] = /^\$fallback = '([a-z, -]+)/m.exec(php) ?? [];
    const fallbacks = fallback.split(/, */).filter((code) => code !== "" && code !== "en");
    languages.set(code, { fallbacks, mainPage: await readMainPage(code), names });
  }
  return languages;
}

async function readMainPage(code: string): Promise<string> {
  const path = `${mediaWiki}/languages/i18n/${code}.json`;
  const text = await Deno.readTextFile(path).catch(() => "{}");
  const name: string = JSON.parse(text).mainpage ?? "";
  return name.includes("{") ? "" : name.replaceAll(" ", "_");
}

/** The array of each wiki in a variable of the configuration, by the wiki's database. */
function arraysOf(php: string, name: string): Map<string, string> {
  const body = arrayOf(php, name);
  return new Map(
    Array.from(
      body.matchAll(/^\t'\+?(\w+)' => \[(.*?)\]/gms),
      ([, wiki, items]) => [wiki!, items!],
    ),
  );
}

function textsOf(php: string, name: string): Map<string, string> {
  return new Map(
    Array.from(
      arrayOf(php, name).matchAll(/^\t'(\w+)' => (['"])(.*?)\2/gm),
      ([, wiki, , text]) => [wiki!, text!],
    ),
  );
}

/** The names of each project's own namespaces, but for those whose pages count as content. */
async function readProjects(): Promise<Map<string, Set<string>>> {
  const php = (await Deno.readTextFile(`${configuration}/wmf-config/core-Namespaces.php`)).replace(
    /(^|\s)(#|\/\/) .*$/gm,
    "",
  );
  const projects = new Map<string, Set<string>>();
  const add = (wiki: string, name: string) => {
    const { project } = readProject(wiki.replaceAll("_", "-"));
    if (project === wiki.replaceAll("_", "-")) return; // It is none that dumps have.
    projects.set(project, (projects.get(project) ?? new Set()).add(name.replaceAll(" ", "_")));
  };
  for (const [wiki, name] of textsOf(php, "wgMetaNamespace")) add(wiki, name);
  for (const [wiki, name] of textsOf(php, "wgMetaNamespaceTalk")) add(wiki, name);
  const content = arraysOf(php, "wgContentNamespaces");
  const articlesOf = (wiki: string) => new Set((content.get(wiki) ?? "").match(/\d+/g));
  for (const [wiki, items] of arraysOf(php, "wgExtraNamespaces")) {
    const articles = articlesOf(wiki);
    for (const [, id, , name] of items.matchAll(/(\d+|NS_\w+) => (['"])(.*?)\2/g)) {
      if (!articles.has(id!)) add(wiki, name!);
    }
  }
  for (const [wiki, items] of arraysOf(php, "wgNamespaceAliases")) {
    const articles = articlesOf(wiki);
    for (const [, , name, id] of items.matchAll(/(['"])([^'"\n]+)\1 => (\d+|NS_\w+)/g)) {
      if (!articles.has(id!)) add(wiki, name!);
    }
  }
  return projects;
}

const languages = await readLanguages();
const projects = await readProjects();
/** The languages that have a wiki, and those whose names these know, too. */
const used = new Set<string>();
const use = (code: string) => {
  if (used.has(code) || !languages.has(code)) return;
  used.add(code);
  languages.get(code)!.fallbacks.forEach(use);
};
const listed = (await Deno.readTextFile(`${configuration}/langlist`)).split("\n");
for (const code of ["en", ...listed.map(languageOf)]) use(code);
const known = (names: Iterable<string>) => [...names].sort().join("|");
const lines = [
  ...Array.from(languages)
    .filter(([code]) => used.has(code))
    .map(([code, { fallbacks, mainPage, names }]) =>
      [code, fallbacks.join(" "), mainPage, known(names)].join("\t").trimEnd()
    ),
  ...Array.from(projects, ([project, names]) => `${project}\t\t\t${known(names)}`).sort(),
];
const quoted = lines.join("\n").replaceAll(/[\\`$]/g, "\\$&");
await Deno.writeTextFile(
  TARGET,
  `// Made by core/testing/make_namespaces.ts: do not edit.

/**
 * How wikis call their namespaces, but for that of articles, and their main pages: a line for each
 * language (code, fallbacks, main page, names) and for each project with names of its own. Facts of
 * MediaWiki's files languages/messages and languages/i18n, and of Wikimedia's wmf-config.
 */
export const NAMESPACE_NAMES = \`
${quoted}
\`;
`,
);
console.log(`${used.size} languages, ${projects.size} projects, ${quoted.length} characters`);
