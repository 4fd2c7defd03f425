import { dumpText, type RowTuple } from "./dump_text.ts";
import type { GoldenCase } from "./golden_case.ts";
import { Random } from "./random.ts";
import { SAMPLE_TITLES } from "./sample_titles.ts";

/** The last rank of the report that is shown: a tie there is what readers ask about. */
const TOP = 25;

/**
 * The sample hour: made up, and as far as it goes like a real one. Views fall as the place of an
 * article does (Zipf's law); main pages and searches, which no one goes to for what they say, are
 * on the denylist.
 */
export function sampleHour(): GoldenCase {
  const random = new Random(20260910);
  return {
    name: "sample",
    dumpName: "pageviews-20260910-180000.gz",
    dump: dumpText(
      SAMPLE_DOMAINS.flatMap((domain) => [
        ...articles(domain, random),
        ...years(domain, random),
        ...special(domain, random),
      ]),
      "quoted",
    ),
    denylist: random.shuffled(SAMPLE_DOMAINS.flatMap(denied)).map((entry) => `${entry}\n`).join(""),
  };
}

function articles({ code, titles, most }: SampleDomain, random: Random): RowTuple[] {
  const rows = SAMPLE_TITLES[titles]!.trim().split(/\s*\|\s*/).map((title, i): RowTuple => {
    const luck = Math.exp(1.3 * (random.fraction() + random.fraction() - 1));
    const views = most * (4 / (i + 4)) ** 0.9 * luck;
    return [code, underscored(title), Math.max(1, Math.round(views))];
  });
  rows.sort(([, , a], [, , b]) => b - a);
  if (rows.length > TOP && random.chance(0.6)) rows[TOP]![2] = rows[TOP - 1]![2];
  return rows;
}

/** The long tail: pages of a few views each, and so many ties. */
function years({ code, year, most }: SampleDomain, random: Random): RowTuple[] {
  if (year === undefined) return [];
  return Array.from({ length: 60 }, (_, i): RowTuple => {
    const title = year.replace("1900", String(1900 + i));
    return [code, underscored(title), random.between(1, Math.ceil(most / 400))];
  });
}

function special({ code, special = [], most }: SampleDomain, random: Random): RowTuple[] {
  const rows = special.map((title, i): RowTuple => [
    code,
    underscored(title),
    Math.round(most * (i === 0 ? 6 : 2) * (1 + random.fraction())),
  ]);
  if (most >= 400) rows.push([code, "-", Math.round(most / 3)]);
  return rows;
}

/** Published denylists mix titles as they are and as requests encode them. */
function denied({ code, special = [], most }: SampleDomain): string[] {
  const domain = code === "" ? '""' : code;
  const encode = code.endsWith(".m") ? encodeURIComponent : (title: string) => title;
  const titles = special.map((title) => encode(underscored(title)));
  if (most >= 400) titles.push("-");
  return titles.map((title) => `${domain} ${title}`);
}

function underscored(title: string): string {
  return title.replaceAll(" ", "_");
}

/** A domain of the sample hour. */
interface SampleDomain {
  /** The domain code. */
  code: string;
  /** Whose titles it has. */
  titles: string;
  /** The views of its best known article, about. */
  most: number;
  /** What its main page and its search are called, where it has them. */
  special?: string[];
  /** How it calls the year 1900; without it there are no pages of years. */
  year?: string;
}

interface Wikipedia extends Omit<SampleDomain, "most" | "special"> {
  desktop: number;
  mobile: number;
  special: string[];
}

const WIKIPEDIAS: Wikipedia[] = [
  {
    code: "en",
    titles: "en",
    desktop: 4200,
    mobile: 9800,
    special: ["Main Page", "Special:Search"],
    year: "1900",
  },
  {
    code: "de",
    titles: "de",
    desktop: 1500,
    mobile: 2600,
    special: ["Wikipedia:Hauptseite", "Spezial:Suche"],
    year: "1900",
  },
  {
    code: "fr",
    titles: "fr",
    desktop: 900,
    mobile: 2100,
    special: ["Wikipédia:Accueil principal", "Spécial:Recherche"],
    year: "1900",
  },
  {
    code: "es",
    titles: "es",
    desktop: 800,
    mobile: 2300,
    special: ["Wikipedia:Portada", "Especial:Buscar"],
    year: "1900",
  },
  {
    code: "ja",
    titles: "ja",
    desktop: 1300,
    mobile: 3400,
    special: ["メインページ", "特別:検索"],
    year: "1900年",
  },
  {
    code: "zh",
    titles: "zh",
    desktop: 600,
    mobile: 1100,
    special: ["Wikipedia:首页", "Special:搜索"],
    year: "1900年",
  },
  {
    code: "ru",
    titles: "ru",
    desktop: 1400,
    mobile: 1700,
    special: ["Заглавная страница", "Служебная:Поиск"],
    year: "1900 год",
  },
  {
    code: "ar",
    titles: "ar",
    desktop: 180,
    mobile: 900,
    special: ["الصفحة الرئيسية", "خاص:بحث"],
  },
  { code: "he", titles: "he", desktop: 150, mobile: 420, special: ["עמוד ראשי", "מיוחד:חיפוש"] },
  { code: "hi", titles: "hi", desktop: 90, mobile: 640, special: ["मुखपृष्ठ", "विशेष:खोज"] },
  { code: "ko", titles: "ko", desktop: 160, mobile: 430, special: ["위키백과:대문", "특수:검색"] },
  {
    code: "pt",
    titles: "pt",
    desktop: 330,
    mobile: 1200,
    special: ["Wikipédia:Página principal", "Especial:Pesquisar"],
  },
  {
    code: "it",
    titles: "it",
    desktop: 620,
    mobile: 1500,
    special: ["Pagina principale", "Speciale:Ricerca"],
  },
];

/** The domains of the sample hour. */
const SAMPLE_DOMAINS: readonly SampleDomain[] = [
  ...WIKIPEDIAS.flatMap(({ desktop, mobile, ...wikipedia }): SampleDomain[] => [
    { ...wikipedia, most: desktop },
    { ...wikipedia, code: `${wikipedia.code}.m`, most: mobile },
  ]),
  { code: "", titles: "", most: 9, special: ["Wikifunctions:Main Page"] },
  { code: "be-tarask", titles: "be-tarask", most: 6, special: ["Галоўная старонка"] },
  { code: "commons.m", titles: "commons", most: 260, special: ["Main Page", "Special:Search"] },
  { code: "commons.m.m", titles: "commons", most: 120, special: ["Main Page"] },
  { code: "de.d", titles: "de.d", most: 31, special: ["Wiktionary:Hauptseite"] },
  { code: "de.s", titles: "de.s", most: 5, special: ["Hauptseite"] },
  { code: "en.b", titles: "en.b", most: 17, special: ["Main Page"] },
  { code: "en.d", titles: "en.d", most: 140, special: ["Wiktionary:Main Page", "Special:Search"] },
  { code: "en.m.d", titles: "en.d", most: 210, special: ["Wiktionary:Main Page"] },
  { code: "en.n", titles: "en.n", most: 4, special: ["Main Page"] },
  { code: "en.q", titles: "en.q", most: 33, special: ["Main Page"] },
  { code: "en.s", titles: "en.s", most: 58, special: ["Main Page"] },
  { code: "en.voy", titles: "en.voy", most: 24, special: ["Main Page"] },
  { code: "fr.d", titles: "fr.d", most: 38, special: ["Wiktionnaire:Page d’accueil"] },
  { code: "m.wd", titles: "www.wd", most: 14, special: ["Wikidata:Main Page"] },
  { code: "meta.m", titles: "meta.m", most: 22, special: ["Main Page"] },
  { code: "simple", titles: "simple", most: 62, special: ["Main Page", "Special:Search"] },
  { code: "species.m", titles: "species.m", most: 8, special: ["Main Page"] },
  { code: "www.w", titles: "www.w", most: 95, special: ["MediaWiki"] },
  { code: "www.wd", titles: "www.wd", most: 130, special: ["Wikidata:Main Page"] },
  { code: "zh-min-nan.m", titles: "zh-min-nan", most: 4, special: ["Thâu-ia̍h"] },
];
