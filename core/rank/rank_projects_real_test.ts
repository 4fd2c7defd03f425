import { Buffer } from "node:buffer";
import { assertEquals } from "@std/assert";
import { gunzipNode } from "../node/gunzip_node.ts";
import { Denylist } from "../deny/denylist.ts";
import { rankHour } from "./rank_hour.ts";

const TEST_DATA = Deno.env.get("WIKITOP_TEST_DATA");
const CORE = new URL("../", import.meta.url);

/** Projects with many pages, with three sides, without a language, and the domain codes of each. */
const PROJECTS: Readonly<Record<string, readonly string[]>> = {
  "commons.wikimedia": ["commons.m", "commons.m.m", "commons.zero.m"],
  "en.wikipedia": ["en", "en.m", "en.zero"],
  "pt.wikibooks": ["pt.b", "pt.m.b", "pt.zero.b"],
  "th.wikipedia": ["th", "th.m", "th.zero"],
  "wikidata": ["www.wd", "m.wd", "zero.wd"],
  "zh.wikipedia": ["zh", "zh.m", "zh.zero"],
};

/** Sums a dump line by line: views of all sides, and of those that are not the first. */
function sumsOf(text: string): Map<string, Map<string, [all: number, mobile: number]>> {
  const projects = new Map(Object.keys(PROJECTS).map((project) => [project, new Map()]));
  const projectOf = new Map(
    Object.entries(PROJECTS).flatMap(([project, codes]) => codes.map((code) => [code, project])),
  );
  for (let start = 0, end = 0; start < text.length; start = end + 1) {
    end = text.indexOf("\n", start);
    const code = text.slice(start, text.indexOf(" ", start));
    const project = projectOf.get(code);
    if (project === undefined) continue;
    const [, title = "", views] = text.slice(start, end).split(" ");
    const pages = projects.get(project)!;
    const [all, mobile] = pages.get(title) ?? [0, 0];
    const isMobile = code !== PROJECTS[project]![0];
    pages.set(title, [all + Number(views), mobile + (isMobile ? Number(views) : 0)]);
  }
  return projects;
}

Deno.test({
  name: "rankHour sums the projects of a real hour as line by line",
  ignore: TEST_DATA === undefined,
  permissions: { read: TEST_DATA === undefined ? [] : [TEST_DATA, CORE] },
  async fn() {
    const open = async (name: string) => (await Deno.open(`${TEST_DATA}/${name}`)).readable;
    const dump = "pageviews-20180219-100000.gz";
    const list = await Deno.readFile(`${TEST_DATA}/denylist_domains_and_pages`);
    const denylist = await Denylist.read(list);
    const { domains, counts } = await rankHour(await open(dump), {
      edition: "all",
      denylist,
      gunzip: gunzipNode,
    });
    assertEquals([counts.lines, counts.views, counts.domains], [6_777_476, 21_996_631, 789]);

    const plain = (await open(dump)).pipeThrough(new DecompressionStream("gzip"));
    // A character for each byte, whose order is that of bytes.
    const chunks: string[] = [];
    for await (const chunk of plain) chunks.push(Buffer.from(chunk).toString("latin1"));
    const decode = (title: string) =>
      new TextDecoder().decode(Uint8Array.from(title, (char) => char.charCodeAt(0)));
    for (const [project, pages] of sumsOf(chunks.join(""))) {
      const codes = PROJECTS[project]!;
      const isDenied = (title: string) =>
        codes.some((code) => denylist.denies(code, decode(title)));
      const sorted = [...pages].sort(([a, [x]], [b, [y]]) => y - x || (a < b ? -1 : 1));
      const top = sorted.slice(0, 200).filter(([title]) => !isDenied(title)).slice(0, 25);
      assertEquals(
        domains.find(({ code }) => code === project)!.pages,
        top.map(([title, [views, mobile]], i) => ({
          rank: i + 1,
          views,
          title: decode(title),
          mobileShare: Math.round((1000 * mobile) / views) / 1000,
        })),
        project,
      );
    }
  },
});
