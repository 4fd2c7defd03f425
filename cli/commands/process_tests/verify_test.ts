import { assertEquals, assertMatch } from "@std/assert";
import { launch } from "../../../core/testing/launch.ts";
import { SAMPLE } from "../../../core/testing/sample.ts";
import { storeHour } from "../../../core/testing/store_hour.ts";
import { tempFolder } from "../../../core/testing/temp_folder.ts";
import { WIKITOP } from "../../testing/program_under_test.ts";

Deno.test("wikitop verify finds nothing wrong with what wikitop run made", async () => {
  await using temp = await tempFolder();
  const source = ["--source", SAMPLE.folder, "--denylist", SAMPLE.denylist];
  for (const ties of ["row", "rank", "dense"]) {
    const args = ["run", SAMPLE.hour, ...source, "--ties", ties];
    const made = await launch(WIKITOP, args, { cwd: temp.path });
    assertEquals(made.code, 0, made.stderr);
    assertEquals(await launch(WIKITOP, ["verify"], { cwd: temp.path }), {
      code: 0,
      stdout: "",
      stderr: "1 hour verified, 0 problems, 0 warnings\n",
    });
  }
});

Deno.test("wikitop verify prints a line for each problem, and exits with 1", async () => {
  await using temp = await tempFolder();
  const reports = `${temp.path}/reports`;
  for (const hour of ["17", "18", "19", "20"]) await storeHour(reports, `2026-09-10T${hour}`);
  const path = `${reports}/2026/09/2026-09-10T18.csv`;
  await Deno.writeTextFile(path, (await Deno.readTextFile(path)).replace("Ada", "Eve"));
  await Deno.remove(`${reports}/2026/09/2026-09-10T19.manifest`);
  await storeHour(reports, "2026-09-10T20", { metadata: { rows: 7 } });
  assertEquals(await launch(WIKITOP, ["verify"], { cwd: temp.path }), {
    code: 1,
    stdout: "2026-09-10T18: its report's SHA-256 is not the one in its manifest\n" +
      "2026-09-10T19: it is not finished: its report has no manifest\n" +
      "2026-09-10T20: it has 6 rows, its manifest says 7\n",
    stderr: "4 hours verified, 3 problems, 0 warnings; " +
      "wikitop run 2026-09-10T18 --force makes it again\n",
  });
});

Deno.test("wikitop verify warns of what is not plausible, and exits with 0", async () => {
  await using temp = await tempFolder();
  const reports = `${temp.path}/reports`;
  await storeHour(reports, "2026-09-10T17");
  await storeHour(reports, "2026-09-10T18", { dump: "en Ada_Lovelace 40 0\n" });
  assertEquals(await launch(WIKITOP, ["verify", "2026-09-10T17"], { cwd: temp.path }), {
    code: 0,
    stdout: "2026-09-10T18: warning: it differs from 2026-09-10T17, 3 and 1 domains\n" +
      "2026-09-10T18: warning: it differs from 2026-09-10T17, 150 and 40 views of en and en.m\n",
    stderr: "1 hour verified, 0 problems, 2 warnings\n",
  });
});

Deno.test("wikitop verify reads the hours that are named", async () => {
  await using temp = await tempFolder();
  for (const hour of ["17", "18", "20", "21"]) {
    await storeHour(`${temp.path}/reports`, `2026-09-10T${hour}`);
  }
  for (const hour of ["17", "21"]) {
    await Deno.truncate(`${temp.path}/reports/2026/09/2026-09-10T${hour}.csv`, 10);
  }
  const options = { cwd: temp.path };
  const verify = (...args: string[]) => launch(WIKITOP, ["verify", ...args], options);
  assertEquals((await verify("2026-09-10T17")).code, 1);
  assertEquals((await verify("2026-09-10T18")).code, 0);
  assertEquals(await verify("2026-09-10T18", "2026-09-10T20"), {
    code: 0,
    stdout: "",
    stderr: "2 hours verified, 0 problems, 0 warnings, 1 hour not stored\n",
  });
  assertEquals(await verify("2026-09-10T20", "2026-09-10T20", "--quiet"), {
    code: 0,
    stdout: "",
    stderr: "",
  });
});

Deno.test("wikitop verify fails on hours that are not stored", async () => {
  await using temp = await tempFolder();
  await storeHour(`${temp.path}/reports`, "2026-09-10T17");
  for (const args of [["2026-09-10T18"], ["2026-09-10T18", "2026-09-10T19"]]) {
    const { code, stdout, stderr } = await launch(WIKITOP, ["verify", ...args], {
      cwd: temp.path,
    });
    assertEquals([code, stdout], [1, ""]);
    assertMatch(stderr, /^Cannot verify "2026-09-10T18".*: not in the store "\.\/reports"; /);
  }
});

Deno.test("wikitop verify says at once that there is no store", async () => {
  await using temp = await tempFolder();
  await Deno.writeTextFile(`${temp.path}/file`, "");
  const problems = {
    mine: "there is no such folder; check the path, or wikitop run --store mine makes it",
    file: "it is not a folder; check the path",
  };
  for (const [store, problem] of Object.entries(problems)) {
    assertEquals(await launch(WIKITOP, ["verify", "--store", store], { cwd: temp.path }), {
      code: 2,
      stdout: "",
      stderr: `Cannot use --store "${store}": ${problem}\n` +
        "wikitop verify --help shows its flags\n",
    });
  }
});

Deno.test("wikitop verify has nothing to do in an empty store", async () => {
  await using temp = await tempFolder();
  await Deno.mkdir(`${temp.path}/reports`);
  assertEquals(await launch(WIKITOP, ["verify"], { cwd: temp.path }), {
    code: 0,
    stdout: "",
    stderr: "0 hours verified, 0 problems, 0 warnings\n",
  });
});

Deno.test("wikitop verify refuses wrong arguments", async () => {
  await using temp = await tempFolder();
  const wrong = [["2026-09-31T18"], ["2026-09-10T18", "2026-09-10T17"], ["a", "b", "c"]];
  for (const args of wrong) {
    const { code, stdout, stderr } = await launch(WIKITOP, ["verify", ...args], {
      cwd: temp.path,
    });
    assertEquals([code, stdout], [2, ""]);
    assertMatch(stderr, /^(Cannot|Invalid) /);
  }
});
