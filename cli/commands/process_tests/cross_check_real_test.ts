import { assertEquals } from "@std/assert";
import { launch } from "../../../core/testing/launch.ts";
import { TEST_DATA } from "../../../core/testing/real_report.ts";
import { run } from "../../../core/testing/run.ts";
import { tempFolder } from "../../../core/testing/temp_folder.ts";
import { WIKITOP } from "../../testing/program_under_test.ts";

const HOUR = "2018-02-19T10";
const DUMP = "pageviews-20180219-100000.gz";
const TOTALS = "projectviews-20180219-100000";

/** The sum of each domain of a dump, as projectviews has it, by none of the program's code. */
const SUM = `zcat ${DUMP} | awk '{ views[$1] += $3 } ` +
  `END { for (code in views) print code, "-", views[code], 0 }' > ${TOTALS}`;

Deno.test({
  name: "wikitop run --cross-check agrees with the sums of a real hour, and finds what differs",
  ignore: TEST_DATA === undefined,
  async fn() {
    await using temp = await tempFolder();
    const { path: cwd } = temp;
    await Deno.symlink(`${await Deno.realPath(TEST_DATA!)}/${DUMP}`, `${cwd}/${DUMP}`);
    await run("sh", ["-c", SUM], { cwd });
    const check = async () => {
      const args = ["run", HOUR, "--source", ".", "--denylist", "none", "--force", "--quiet"];
      const outcome = await launch(WIKITOP, [...args, "--cross-check"], { cwd });
      assertEquals(outcome.code, 0, outcome.stderr);
      const manifest = await Deno.readTextFile(`${cwd}/reports/2018/02/${HOUR}.manifest`);
      return { ...JSON.parse(manifest).cross_check, stderr: outcome.stderr };
    };
    const { stderr: _, ...same } = await check();
    assertEquals(same, { url: TOTALS, domains: 1602, differing: 0, examples: [] });

    const totals = await Deno.readTextFile(`${cwd}/${TOTALS}`);
    const [, views] = /^en - (\d+) 0$/m.exec(totals)!;
    await Deno.writeTextFile(
      `${cwd}/${TOTALS}`,
      totals.replace(/^en - \d+ 0$/m, `en - ${Number(views) + 3} 0`) + "no.such - 7 0\n",
    );
    const { domains, differing, examples } = await check();
    assertEquals([domains, differing], [1603, 2]);
    assertEquals(examples, [
      { code: "no.such", dump: 0, totals: 7 },
      { code: "en", dump: Number(views), totals: Number(views) + 3 },
    ]);
  },
});
