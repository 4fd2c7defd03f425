import { assert, assertEquals, assertMatch } from "@std/assert";
import { join } from "node:path";
import { launch } from "../../../core/testing/launch.ts";
import { storeHour, storeIn } from "../../../core/testing/store_hour.ts";
import { tempFolder } from "../../../core/testing/temp_folder.ts";
import { WIKITOP } from "../../testing/program_under_test.ts";

const OLD = ["2026-07-31T23", "2026-08-01T00"];
/** An hour that ended so many hours ago, give or take one that may be ending right now. */
const ago = (hours: number) => new Date(Date.now() - hours * 3_600_000).toISOString().slice(0, 13);

async function filesIn(folder: string): Promise<string[]> {
  const paths: string[] = [];
  for await (const { name, isDirectory } of Deno.readDir(folder)) {
    if (!isDirectory) paths.push(name);
    else {paths.push(
        `${name}/`,
        ...(await filesIn(join(folder, name))).map((path) => `${name}/${path}`),
      );}
  }
  return paths.sort();
}

async function put(folder: string, ...paths: string[]): Promise<void> {
  for (const path of paths) {
    await Deno.mkdir(join(folder, path, ".."), { recursive: true });
    await Deno.writeTextFile(join(folder, path), "x".repeat(1000));
  }
}

Deno.test("wikitop prune removes hours that ended long ago, and empty folders", async () => {
  await using temp = await tempFolder();
  const reports = `${temp.path}/reports`;
  const young = ago(700);
  for (const hour of [...OLD, young]) await storeHour(reports, hour);
  const locks = (await filesIn(reports)).filter((path) => path.startsWith(".locks"));
  const bytes = (await filesIn(reports))
    .filter((path) => OLD.some((hour) => path.includes(hour)))
    .reduce((sum, path) => sum + Deno.statSync(join(reports, path)).size, 0);

  const { code, stdout, stderr } = await launch(WIKITOP, ["prune", "--older-than", "30d"], {
    cwd: temp.path,
  });
  assertEquals(code, 0, stderr);
  assertEquals(
    stdout,
    "reports/2026/07/2026-07-31T23.csv\nreports/2026/08/2026-08-01T00.csv\n",
  );
  assertMatch(
    stderr,
    new RegExp(`^Removed 2 hours, [\\d.]+ kB \\(${bytes.toLocaleString("en-US")} bytes\\)\n$`),
  );
  const [year, month] = young.split("-");
  const folder = `${year}/${month}/`;
  assertEquals(await filesIn(reports), [
    ...locks,
    `${year}/`,
    folder,
    `${folder}${young}.csv`,
    `${folder}${young}.manifest`,
  ]);
});

Deno.test("wikitop prune --dry-run says what would go, and leaves it", async () => {
  await using temp = await tempFolder();
  for (const hour of OLD) await storeHour(`${temp.path}/reports`, hour);
  const before = await filesIn(temp.path);
  const args = ["prune", "--older-than", "30d", "--dry-run"];
  const { code, stdout, stderr } = await launch(WIKITOP, args, { cwd: temp.path });
  assertEquals([code, stdout.split("\n").length], [0, 3]);
  assertMatch(stderr, /^Would remove 2 hours, /);
  assertEquals(await filesIn(temp.path), before);
});

Deno.test("wikitop prune goes by the end of the hour", async () => {
  await using temp = await tempFolder();
  for (const hours of [1, 2, 6]) await storeHour(`${temp.path}/reports`, ago(hours));
  const args = ["prune", "--older-than", "4h", "--quiet"];
  const { stdout, stderr } = await launch(WIKITOP, args, { cwd: temp.path });
  assertEquals(stderr, "");
  assertEquals(stdout.split("\n").length, 2, stdout);
  assert(stdout.endsWith(`/${ago(6)}.csv\n`), stdout);
});

Deno.test("wikitop prune removes nothing that is no hour of the store", async () => {
  await using temp = await tempFolder();
  const reports = `${temp.path}/reports`;
  await storeHour(reports, OLD[0]!);
  const theirs = [
    "notes.txt",
    "2026-07-31T22.csv",
    "denylist/example.org-0a1b2c3d.txt",
    "denylist/example.org-0a1b2c3d.manifest",
    "2026/07/2026-07-31T23.xlsx",
    "2026/07/2026-07-31T23.json",
    "2026/07/2026-07-31T22.de.csv",
    "2026/07/2026-06-30T22.csv",
    "2026/07/2026-07-32T22.csv",
    "2026/06/notes.txt",
    "dumps/pageviews-20260731-230000.gz",
  ];
  await put(reports, ...theirs);
  const args = ["prune", "--older-than", "0s"];
  const { code, stdout } = await launch(WIKITOP, args, { cwd: temp.path });
  assertEquals([code, stdout], [0, "reports/2026/07/2026-07-31T23.csv\n"]);
  const left = (await filesIn(reports)).filter((path) => !/\/$|^\.locks/.test(path));
  assertEquals(left, theirs.toSorted());
});

Deno.test("wikitop prune removes hours that are not finished", async () => {
  await using temp = await tempFolder();
  const reports = `${temp.path}/reports`;
  for (const hour of OLD) await storeHour(reports, hour);
  await Deno.remove(`${reports}/2026/07/${OLD[0]}.manifest`);
  await Deno.truncate(`${reports}/2026/08/${OLD[1]}.csv`, 10);
  const args = ["prune", "--older-than", "30d"];
  const { code, stderr } = await launch(WIKITOP, args, { cwd: temp.path });
  assertEquals(code, 0);
  assertMatch(stderr, /^Removed 2 hours, /);
  assertEquals((await filesIn(reports)).filter((path) => !path.startsWith(".locks")), []);
});

Deno.test("wikitop prune says at once that there is no store", async () => {
  await using temp = await tempFolder();
  const args = ["prune", "--older-than", "30d"];
  assertEquals(await launch(WIKITOP, args, { cwd: temp.path }), {
    code: 2,
    stdout: "",
    stderr: 'Cannot use --store "./reports": there is no such folder; check the path, or ' +
      "wikitop run makes it\n" +
      "wikitop prune --help shows its flags\n",
  });
});

Deno.test("wikitop prune has nothing to do in an empty store", async () => {
  await using temp = await tempFolder();
  const args = ["prune", "--older-than", "30d", "--store", "."];
  assertEquals(await launch(WIKITOP, args, { cwd: temp.path }), {
    code: 0,
    stdout: "",
    stderr: "Removed 0 hours, 0 B (0 bytes)\n",
  });
  assertEquals(await filesIn(temp.path), []);
});

Deno.test("wikitop prune --dumps removes kept dumps, and no report", async () => {
  await using temp = await tempFolder();
  const dumps = `${temp.path}/dumps`;
  await storeHour(`${temp.path}/reports`, OLD[0]!);
  const young = `pageviews-${ago(3).replaceAll("-", "").replace("T", "-")}0000.gz`;
  const theirs = [
    "README",
    "pageviews-20260731-230000.gz.tmp",
    "2026/pageviews-20260731-230000.gz",
  ];
  await put(
    dumps,
    young,
    "pageviews-20260801-000000.gz",
    "2026/2026-07/pageviews-20260731-230000.gz",
    ...theirs,
  );
  const args = ["prune", "--older-than", "24h", "--dumps", "--keep-dumps", "dumps"];
  const permissions = [`--allow-write=${dumps}`];
  const options = { cwd: temp.path, permissions };
  const before = await filesIn(temp.path);
  const dry = await launch(WIKITOP, [...args, "--dry-run"], options);
  assertEquals(dry.stderr, "Would remove 2 dumps, 2.0 kB (2,000 bytes)\n");
  assertEquals(await filesIn(temp.path), before);

  const { code, stdout, stderr } = await launch(WIKITOP, args, options);
  assertEquals(stderr, "Removed 2 dumps, 2.0 kB (2,000 bytes)\n");
  assertEquals(
    stdout,
    "dumps/2026/2026-07/pageviews-20260731-230000.gz\ndumps/pageviews-20260801-000000.gz\n",
  );
  assertEquals(code, 0);
  assertEquals(await filesIn(dumps), ["2026/", young, ...theirs].sort());
  assertEquals(
    (await filesIn(`${temp.path}/reports`)).filter((path) => /T23/.test(path)).length,
    2,
  );
});

Deno.test("wikitop prune refuses wrong arguments", async () => {
  await using temp = await tempFolder();
  await storeHour(`${temp.path}/reports`, OLD[0]!);
  const before = await filesIn(temp.path);
  const wrong: [args: string[], says: string][] = [
    [[], "write --older-than 30d"],
    [["2026-07-31T23"], "write --older-than 30d"],
    [["--older-than", "30"], '"8s", "10m", "24h" or "30d"'],
    [["--older-than", "30d", "--dumps"], "add --keep-dumps DIR"],
  ];
  for (const [args, says] of wrong) {
    const { code, stdout, stderr } = await launch(WIKITOP, ["prune", ...args], {
      cwd: temp.path,
    });
    assertEquals([code, stdout], [2, ""]);
    assert(stderr.startsWith("Cannot ") && stderr.includes(says), stderr);
  }
  assertEquals(await filesIn(temp.path), before);
});

Deno.test("wikitop prune says that there is no folder of dumps", async () => {
  await using temp = await tempFolder();
  const args = ["prune", "--older-than", "30d", "--dumps", "--keep-dumps", "none"];
  assertEquals(await launch(WIKITOP, args, { cwd: temp.path }), {
    code: 1,
    stdout: "",
    stderr: 'Cannot read "none": there is no such file; check the path\n',
  });
});

Deno.test("wikitop prune removes jobs that ended long ago, and no others", async () => {
  await using temp = await tempFolder();
  const store = storeIn(`${temp.path}/reports`);
  const put = async (id: string, state: string, ended: string | null) => {
    const hours = [{ hour: id, state, tries: 1, max_tries: 3, bytes: 0, length: null }]
      .map((hour) => ({ ...hour, message: null }));
    const times = { created: "2026-08-01T00:00:00.000Z", started: null, ended };
    const job = { id, from: id, to: id, state, ...times, hours };
    const content = new TextEncoder().encode(JSON.stringify(job));
    const metadata = { job: id, state, created: times.created };
    using _lock = await store.lock(`jobs/${id}`);
    await store.write(`jobs/${id}`, "json", content, metadata);
  };
  await put("2026-07-31T23", "done", "2026-08-01T01:00:00.000Z");
  await put("2026-07-31T22", "failed", new Date().toISOString());
  await put("2026-07-31T21", "running", null);
  const args = ["prune", "--older-than", "30d"];
  const { code, stdout, stderr } = await launch(WIKITOP, args, { cwd: temp.path });
  assertEquals(code, 0, stderr);
  assertEquals(stdout, "reports/jobs/2026-07-31T23.json\n");
  assertMatch(stderr, /^Removed 0 hours, 1 job, /);
  assertEquals(await filesIn(`${temp.path}/reports/jobs`), [
    "2026-07-31T21.json",
    "2026-07-31T21.manifest",
    "2026-07-31T22.json",
    "2026-07-31T22.manifest",
  ]);
});

Deno.test("wikitop prune --dumps removes what killed runs left, of any age", async () => {
  await using temp = await tempFolder();
  const young = ago(1);
  const [date = "", hour] = young.split("T");
  const stamp = `${date.replaceAll("-", "")}-${hour}0000`;
  const left = `2026/2026-09/pageviews-${stamp}.gz.0f8fad5b-d9cb-469f-a165-70867728950e.tmp`;
  await put(`${temp.path}/dumps`, left, `2026/2026-09/pageviews-${stamp}.gz`);
  const args = ["prune", "--older-than", "30d", "--dumps", "--keep-dumps", "dumps"];
  const options = { cwd: temp.path, permissions: ["--allow-write=dumps"] };
  const dry = await launch(WIKITOP, [...args, "--dry-run"], options);
  assertEquals([dry.code, dry.stdout], [0, `dumps/${left}\n`], dry.stderr);
  assertMatch(dry.stderr, /^Would remove 0 dumps, 1 unfinished dump, 1.0 kB/);
  const { code, stdout } = await launch(WIKITOP, args, options);
  assertEquals([code, stdout], [0, `dumps/${left}\n`]);
  assertEquals(await filesIn(`${temp.path}/dumps/2026/2026-09`), [`pageviews-${stamp}.gz`]);
});
