import { assert, assertEquals } from "@std/assert";
import { gunzipNode } from "../node/gunzip_node.ts";
import { Denylist } from "../deny/denylist.ts";
import { rankHour } from "./rank_hour.ts";

const TEST_DATA = Deno.env.get("WIKITOP_TEST_DATA");
const CORE = new URL("../", import.meta.url);

Deno.test({
  name: "rankHour ranks a real hour as an independent program does",
  ignore: TEST_DATA === undefined,
  permissions: { read: TEST_DATA === undefined ? [] : [TEST_DATA, CORE] },
  async fn() {
    const open = async (name: string) => (await Deno.open(`${TEST_DATA}/${name}`)).readable;
    const { domains, counts } = await rankHour(await open("pageviews-20180219-100000.gz"), {
      denylist: Denylist.read(await open("denylist_domains_and_pages")),
      gunzip: gunzipNode,
    });
    assertEquals(counts, {
      lines: 6_777_476,
      views: 21_996_631,
      domains: 1602,
      denied: 14_355,
      repeated: 0,
      malformed: {},
    });

    const rows = domains.flatMap(({ code, pages }) =>
      pages.map(({ rank, views, title }) => [code || '""', rank, views, title].join("\t"))
    );
    const text = await Deno.readTextFile(`${TEST_DATA}/reference_top25_20180219-10.tsv`);
    const reference = text.trimEnd().split("\n");
    const differs = rows.findIndex((row, i) => row !== reference[i]);
    assertEquals([rows[differs], rows.length], [reference[differs], reference.length]);
    assert(rows.length === 26_141);
  },
});
