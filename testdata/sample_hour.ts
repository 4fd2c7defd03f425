import { dumpText, type RowTuple } from "./dump_text.ts";
import type { GoldenCase } from "./golden_case.ts";
import { Random } from "./random.ts";
import { SAMPLE_DOMAINS, type SampleDomain } from "./sample_domains.ts";
import { SAMPLE_TITLES } from "./sample_titles.ts";

/** The last rank of the report that is shown: a tie there is what readers ask about. */
const TOP = 25;

/**
 * The sample hour: made up, and as far as it goes like a real one. Views fall as the place of an
 * article does (Zipf's law); main pages and searches, which no one goes to for what they say, are
 * on the denylist.
 *
 * @returns The hour, as a golden case.
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
