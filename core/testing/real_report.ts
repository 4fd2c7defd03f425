import { Denylist, Hour, rankHour, type Report, reportDomain } from "../mod.ts";
import { gunzipNode } from "../node/gunzip_node.ts";

/** The folder of a real hour, `undefined` where there is none: then what needs it is skipped. */
export const TEST_DATA: string | undefined = Deno.env.get("WIKITOP_TEST_DATA");

/**
 * Ranks the real hour.
 *
 * @returns Its report.
 */
export async function realReport(): Promise<Report> {
  const open = async (name: string) => (await Deno.open(`${TEST_DATA}/${name}`)).readable;
  const { domains, counts } = await rankHour(await open("pageviews-20180219-100000.gz"), {
    denylist: Denylist.read(await open("denylist_domains_and_pages")),
    gunzip: gunzipNode,
  });
  return {
    period: Hour.parse("2018-02-19T10"),
    edition: "each",
    sources: [],
    parameters: { top: 25, ties: "row", denylist: null },
    counts,
    domains: domains.map(reportDomain),
  };
}
