import { assertEquals } from "@std/assert";
import { launch } from "../../core/testing/launch.ts";
import { withOnly } from "../../core/testing/program.ts";
import { storeHour } from "../../core/testing/store_hour.ts";
import { tempFolder } from "../../core/testing/temp_folder.ts";

const READER = withOnly("--no-prompt", "--allow-read", "--allow-env=WIKITOP_*");

for (const args of [["ls"], ["verify"], ["prune", "--older-than", "0s", "--dry-run"]]) {
  Deno.test(`wikitop ${args.join(" ")} needs no permission but to read`, async () => {
    await using temp = await tempFolder();
    for (const hour of ["17", "18", "19"]) {
      await storeHour(`${temp.path}/reports`, `2026-09-10T${hour}`);
    }
    await Deno.remove(`${temp.path}/reports/2026/09/2026-09-10T18.manifest`);
    const { code, stderr } = await launch(READER, args, { cwd: temp.path });
    assertEquals([code, stderr.split("\n").length], [
      args[0] === "verify" ? 1 : 0,
      args[0] === "ls" ? 1 : 2,
    ], stderr);
  });
}
