import { assert, assertEquals, assertMatch } from "@std/assert";
import type { Manifest } from "../../../core/mod.ts";
import { assertSameText } from "../../../core/testing/assert_same_text.ts";
import { hangUpServer } from "../../../core/testing/hang_up_server.ts";
import { launch, start } from "../../../core/testing/launch.ts";
import { LoopbackServer } from "../../../core/testing/loopback_server.ts";
import { SAMPLE } from "../../../core/testing/sample.ts";
import { sampleServer } from "../../../core/testing/sample_server.ts";
import { type TempFolder, tempFolder } from "../../../core/testing/temp_folder.ts";
import { WIKITOP } from "../../testing/program_under_test.ts";

const REPORT = "reports/2026/09/2026-09-10T18";
const FROM_FOLDER = ["--source", SAMPLE.folder, "--denylist", SAMPLE.denylist];

function namesOf(hours: string[]): string[] {
  return hours.map((hour) => `pageviews-${hour.replaceAll("-", "").replace("T", "-")}0000.gz`);
}

/** A folder in which a folder `dumps` has the dumps of some hours. */
async function folderWith(...hours: string[]): Promise<TempFolder> {
  const temp = await tempFolder();
  await Deno.mkdir(`${temp.path}/dumps`);
  for (const name of namesOf(hours)) await Deno.copyFile(SAMPLE.dump, `${temp.path}/dumps/${name}`);
  return temp;
}

async function manifestIn(folder: string, hour = REPORT): Promise<Manifest> {
  return JSON.parse(await Deno.readTextFile(`${folder}/${hour}.manifest`));
}

/** What the hour 24 hours ago is called by a dumps server. */
function pathOfYesterday(): string {
  const end = new Date(Math.floor(Date.now() / 3_600_000 - 24) * 3_600_000).toISOString();
  const [year, month] = end.split("-");
  return `/${year}/${year}-${month}/${namesOf([end.slice(0, 13)])[0]}`;
}

Deno.test("wikitop run makes an hour into ./reports, and prints where", async () => {
  await using temp = await tempFolder();
  const args = ["run", SAMPLE.hour, ...FROM_FOLDER];
  const { code, stdout, stderr } = await launch(WIKITOP, args, { cwd: temp.path });
  assertMatch(
    stderr,
    /^2026-09-10T18: made in [\d.]+ s, \d+ rows of \d+ domains from [\d,]+ lines\n$/,
  );
  assertEquals(stdout, `${REPORT}.csv\n`);
  assertSameText(
    await Deno.readTextFile(`${temp.path}/${REPORT}.csv`),
    await Deno.readTextFile(SAMPLE.expected),
  );
  const { file, period, parameters, sources } = await manifestIn(temp.path);
  assertEquals([file.name, period, parameters.top], ["2026-09-10T18.csv", SAMPLE.hour, 25]);
  assertEquals(sources.map(({ bytes }) => bytes), [(await Deno.stat(SAMPLE.dump)).size]);
  assertEquals(code, 0);
});

Deno.test("wikitop run skips a finished hour and says so", async () => {
  await using temp = await folderWith(SAMPLE.hour);
  const args = ["run", SAMPLE.hour, "--source", "dumps", "--denylist", SAMPLE.denylist];
  await launch(WIKITOP, args, { cwd: temp.path });
  const manifest = await manifestIn(temp.path);
  await Deno.remove(`${temp.path}/dumps`, { recursive: true });
  assertEquals(await launch(WIKITOP, args, { cwd: temp.path }), {
    code: 0,
    stdout: `${REPORT}.csv\n`,
    stderr: "2026-09-10T18: finished before, skipped\n",
  });
  assertEquals(await manifestIn(temp.path), manifest);
});

Deno.test("wikitop run --force makes a finished hour again", async () => {
  await using temp = await tempFolder();
  await using server = sampleServer();
  const flags = ["--source", server.url, "--denylist", SAMPLE.denylist];
  const options = { cwd: temp.path, permissions: [`--allow-net=${server.host}`] };
  for (const args of [[], [], ["--force"]]) {
    await launch(WIKITOP, ["run", SAMPLE.hour, ...flags, ...args], options);
  }
  assertEquals(server.paths, [SAMPLE.dumpPath, SAMPLE.dumpPath]);
});

Deno.test("wikitop run makes a finished hour again with other parameters", async () => {
  await using temp = await tempFolder();
  for (const flags of [[], ["--top", "26"], ["--ties", "dense"], ["--denylist", "none"]]) {
    const args = ["run", SAMPLE.hour, ...FROM_FOLDER, ...flags];
    const { stderr } = await launch(WIKITOP, args, { cwd: temp.path });
    assertMatch(stderr, /^2026-09-10T18: made in /m, flags.join(" "));
    assertEquals(/replacing its report/.test(stderr), flags.length > 0);
  }
  assertEquals((await manifestIn(temp.path)).parameters.denylist, null);
});

Deno.test("wikitop run says what it replaces, and keeps a higher --top", async () => {
  await using temp = await tempFolder();
  const run = (...flags: string[]) =>
    launch(WIKITOP, ["run", SAMPLE.hour, "--source", SAMPLE.folder, ...flags], { cwd: temp.path });
  await run("--top", "100", "--denylist", SAMPLE.denylist);
  const { denylist } = (await manifestIn(temp.path)).parameters;
  const { stderr } = await run("--denylist", "none");
  const digits = denylist!.sha256.slice(0, 4);
  assertEquals(
    stderr.split("\n")[0],
    `2026-09-10T18: replacing its report: top 100, denylist ${digits}… → none`,
  );
  assertEquals((await manifestIn(temp.path)).parameters.top, 100);
  await run("--denylist", "none", "--top", "3", "--force");
  assertEquals((await manifestIn(temp.path)).parameters.top, 100);
});

Deno.test("wikitop run says of a folder of dumps that is not there once, and at once", async () => {
  await using temp = await tempFolder();
  const sources = ["--source", "none", "--source", SAMPLE.folder];
  for (const hours of [[SAMPLE.hour], ["--last", "99999999"]]) {
    const args = ["run", ...hours, ...sources, "--denylist", "none", "--quiet"];
    const { code, stdout, stderr } = await launch(WIKITOP, args, { cwd: temp.path });
    const [last] = stderr.trimEnd().split("\n").slice(-1);
    assertEquals(
      last,
      'Cannot use source "none": there is no such folder; check what --source says',
    );
    assertEquals([code, stdout], [2, ""]);
  }
});

Deno.test("wikitop run --last begins at the first dump at the earliest, and says so", async () => {
  await using temp = await folderWith();
  const args = ["run", "--last", "99999999", "--source", "none", "--denylist", "none"];
  const { stderr } = await launch(WIKITOP, args, { cwd: temp.path });
  assertMatch(
    stderr,
    /^--last 99999999 goes back before the first dump: from 2015-05-01T01 on, \d{2,3},\d{3} hours\n/,
  );
  assertEquals(stderr.trimEnd().split("\n").length, 2);
});

Deno.test("wikitop run takes a finished hour with a higher --top for finished", async () => {
  await using temp = await tempFolder();
  await launch(WIKITOP, ["run", SAMPLE.hour, ...FROM_FOLDER], { cwd: temp.path });
  const args = ["run", SAMPLE.hour, ...FROM_FOLDER, "--top", "5"];
  const { stderr } = await launch(WIKITOP, args, { cwd: temp.path });
  assertMatch(stderr, /finished before, skipped/);
});

Deno.test("wikitop run --quiet prints the path alone", async () => {
  await using temp = await tempFolder();
  const args = ["run", SAMPLE.hour, ...FROM_FOLDER, "--quiet"];
  assertEquals(
    await launch(WIKITOP, args, { cwd: temp.path }),
    { code: 0, stdout: `${REPORT}.csv\n`, stderr: "" },
  );
});

Deno.test("wikitop run makes each hour of a range, both ends included", async () => {
  const hours = ["2025-12-31T23", "2026-01-01T00", "2026-01-01T01"];
  await using temp = await folderWith(...hours);
  const args = ["run", hours[0]!, hours[2]!, "--source", "dumps", "--denylist", SAMPLE.denylist];
  const { code, stdout } = await launch(WIKITOP, args, { cwd: temp.path });
  assertEquals(stdout.split("\n"), [
    "reports/2025/12/2025-12-31T23.csv",
    "reports/2026/01/2026-01-01T00.csv",
    "reports/2026/01/2026-01-01T01.csv",
    "",
  ]);
  assertEquals(code, 0);
});

Deno.test("wikitop run goes on after an hour that fails, and ends with 1", async () => {
  await using temp = await folderWith("2026-09-10T18", "2026-09-10T20");
  const flags = ["--source", "dumps", "--denylist", SAMPLE.denylist];
  const args = ["run", "2026-09-10T17", "2026-09-10T20", "--missing", "fail", ...flags];
  const { code, stdout, stderr } = await launch(WIKITOP, args, { cwd: temp.path });
  assertEquals(stdout, `${REPORT}.csv\n${REPORT.replace("T18", "T20")}.csv\n`);
  for (const hour of ["2026-09-10T17", "2026-09-10T19"]) {
    assert(stderr.includes(`${hour}: Cannot find dump of hour "${hour}": `), stderr);
  }
  assert(stderr.includes("2 of 4 hours failed"), stderr);
  assertEquals(code, 1);
});

Deno.test("wikitop run --quiet says which hour failed", async () => {
  await using temp = await folderWith();
  const flags = [
    "--source",
    "dumps",
    "--denylist",
    SAMPLE.denylist,
    "--quiet",
    "--missing",
    "fail",
  ];
  const outcome = await launch(WIKITOP, ["run", SAMPLE.hour, ...flags], { cwd: temp.path });
  assertMatch(outcome.stderr, /^2026-09-10T18: Cannot find dump of hour "2026-09-10T18": /);
  assertEquals([outcome.code, outcome.stdout], [1, ""]);
});

Deno.test("wikitop run ranks no hour of a range with a web page for a denylist", async () => {
  await using temp = await folderWith("2026-09-10T18", "2026-09-10T19");
  await Deno.writeTextFile(`${temp.path}/list`, "<html lang=en>\n<p class=a>Log in</p>\n");
  const args = ["run", "2026-09-10T18", "2026-09-10T19", "--source", "dumps"];
  const { code, stdout, stderr } = await launch(WIKITOP, [...args, "--denylist", "list"], {
    cwd: temp.path,
  });
  assertMatch(stderr, /Cannot use denylist "list"/);
  assertEquals([code, stdout], [1, ""]);
});

Deno.test("wikitop run leaves nothing of an hour whose dump was cut short", async () => {
  await using temp = await folderWith(SAMPLE.hour);
  const path = `${temp.path}/dumps/${SAMPLE.dumpName}`;
  await Deno.truncate(path, 20_000);
  const args = ["run", SAMPLE.hour, "--source", "dumps", "--denylist", SAMPLE.denylist];
  const { code, stdout, stderr } = await launch(WIKITOP, args, { cwd: temp.path });
  assertMatch(
    stderr,
    /^(2026-09-10T18: Cannot use dump "dumps\/\S+" of hour .*, after 20000 bytes and \d+ rows(; trying again now)?\n){2}$/,
  );
  assertEquals([code, stdout], [1, ""]);
  const names = [...Deno.readDirSync(`${temp.path}/reports`)].map(({ name }) => name);
  assertEquals(names, [".locks"]);
});

Deno.test("wikitop run says how far it got with a server that hangs up", async () => {
  await using temp = await tempFolder();
  await using server = hangUpServer(await Deno.readFile(SAMPLE.dump), 20_000);
  const args = ["run", SAMPLE.hour, "--source", server.url, "--denylist", SAMPLE.denylist];
  const permissions = [`--allow-net=${new URL(server.url).host}`];
  const { code, stderr } = await launch(WIKITOP, args, { cwd: temp.path, permissions });
  assertMatch(
    stderr,
    /^2026-09-10T18: Cannot use dump "http\S+" of hour .*, after \d+ bytes and \d+ rows\n$/,
  );
  assertEquals(code, 1);
});

Deno.test("wikitop run without an hour makes the one 24 hours ago", async () => {
  await using temp = await tempFolder();
  await using server = new LoopbackServer(() => new Response("none", { status: 404 }));
  const args = ["run", "--source", server.url, "--denylist", SAMPLE.denylist];
  const permissions = [`--allow-net=${server.host}`];
  const expected = [pathOfYesterday()];
  const { code } = await launch(WIKITOP, args, { cwd: temp.path, permissions });
  expected.push(pathOfYesterday()); // In case that a new hour began meanwhile.
  assertEquals(code, 3);
  assertEquals(server.requests.length, 1);
  assert(expected.includes(server.paths[0]!), `${server.paths[0]} is not ${expected[0]}`);
});

Deno.test("wikitop run asks the server as one who can be reached", async () => {
  await using temp = await tempFolder();
  await using server = sampleServer();
  const flags = ["--source", server.url, "--denylist", "none", "--contact", "me@example.org"];
  const permissions = [`--allow-net=${server.host}`];
  await launch(WIKITOP, ["run", SAMPLE.hour, ...flags], { cwd: temp.path, permissions });
  assertMatch(
    server.requests[0]!.headers.get("user-agent")!,
    /^wikitop\/\d+\.\d+\.\d+ \(me@example\.org\) Deno\/\d+\.\d+\.\d+$/,
  );
});

Deno.test("wikitop run keeps the denylist of a URL, and asks no more for it", async () => {
  await using temp = await tempFolder();
  await using server = sampleServer();
  const flags = ["--source", server.url, "--denylist", `${server.url}denylist`];
  const options = { cwd: temp.path, permissions: [`--allow-net=${server.host}`] };
  for (const hour of ["2026-09-10T18", "2026-09-10T19", "2026-09-10T18"]) {
    const { code } = await launch(WIKITOP, ["run", hour, ...flags], options);
    assertEquals(code, 0);
  }
  const next = SAMPLE.dumpPath.replace("-18", "-19");
  assertEquals(server.paths, ["/denylist", SAMPLE.dumpPath, next]);
  await launch(WIKITOP, ["run", SAMPLE.hour, ...flags, "--refresh-denylist"], options);
  assertEquals(server.paths.slice(3), ["/denylist"]);
  assertSameText(
    await Deno.readTextFile(`${temp.path}/${REPORT}.csv`),
    await Deno.readTextFile(SAMPLE.expected),
  );
});

Deno.test("wikitop run sends passwords and signatures of URLs, and writes them nowhere", async () => {
  await using temp = await tempFolder();
  const dump = await Deno.readFile(SAMPLE.dump);
  await using server = new LoopbackServer(({ url }) =>
    url.includes("list")
      ? new Response("en Main_Page\n")
      : url.includes("-180000")
      ? new Response(dump)
      : new Response("gone", { status: 404 })
  );
  const url = (path: string) => `${server.url.replace("//", "//joe:s3cret@")}${path}?sig=s3cret`;
  const flags = ["--source", url("dumps"), "--denylist", url("list"), "--log", "json"];
  const options = { cwd: temp.path, permissions: [`--allow-net=${server.host}`] };
  const args = ["run", "2026-09-10T17", SAMPLE.hour, ...flags];
  const { code, stdout, stderr } = await launch(WIKITOP, args, options);
  assertEquals(code, 3, stderr);
  for (const { headers, query } of server.requests) {
    assertEquals([headers.get("authorization"), query], [
      `Basic ${btoa("joe:s3cret")}`,
      "?sig=s3cret",
    ]);
  }
  const shown = url("dumps").replace("joe:s3cret", "***");
  const { sources: [source], parameters } = await manifestIn(temp.path);
  assertEquals(source!.url, shown.replace("?sig=s3cret", `${SAMPLE.dumpPath}?sig=***`));
  assertEquals(parameters.denylist!.url.endsWith("/list?sig=***"), true);
  let written = stdout + stderr;
  for (const folder of ["2026/09", "denylist"]) {
    for await (const { name } of Deno.readDir(`${temp.path}/reports/${folder}`)) {
      written += name + await Deno.readTextFile(`${temp.path}/reports/${folder}/${name}`);
    }
  }
  assertEquals(/s3cret|joe/.test(written), false);
});

Deno.test("wikitop run never ranks without a denylist by itself", async () => {
  await using temp = await tempFolder();
  await using server = new LoopbackServer(() => new Response("gone", { status: 404 }));
  const flags = ["--source", SAMPLE.folder, "--denylist", `${server.url}denylist`];
  const permissions = [`--allow-net=${server.host}`];
  const options = { cwd: temp.path, permissions };
  const { code, stdout, stderr } = await launch(WIKITOP, ["run", SAMPLE.hour, ...flags], options);
  assertMatch(stderr, /^Cannot rank without the denylist: /);
  for (const way of ["--denylist FILE", "--denylist none"]) assert(stderr.includes(way), stderr);
  assertEquals([code, stdout], [1, ""]);
});

Deno.test("wikitop run makes an hour once when two processes ask for it at once", async () => {
  await using temp = await tempFolder();
  await using server = sampleServer();
  const args = [
    "run",
    SAMPLE.hour,
    "--source",
    server.url,
    "--denylist",
    `${server.url}denylist`,
    // So long does one wait for the others.
    "--retry-for",
    "1m",
  ];
  const options = { cwd: temp.path, permissions: [`--allow-net=${server.host}`] };
  const outcomes = await Promise.all([1, 2, 3].map(() => launch(WIKITOP, args, options)));
  for (const { code, stdout, stderr } of outcomes) {
    assertEquals([code, stdout], [0, `${REPORT}.csv\n`], stderr);
  }
  assertEquals(server.paths, ["/denylist", SAMPLE.dumpPath]);
  const made = outcomes.filter(({ stderr }) => / made in /.test(stderr));
  const skipped = outcomes.filter(({ stderr }) => /finished before, skipped/.test(stderr));
  assertEquals([made.length, skipped.length], [1, 2]);
});

Deno.test("wikitop run makes all hours even if nobody reads where they are", async () => {
  await using temp = await folderWith("2026-09-10T18", "2026-09-10T19", "2026-09-10T20");
  const flags = ["--source", "dumps", "--denylist", SAMPLE.denylist];
  const args = ["run", "2026-09-10T18", "2026-09-10T20", ...flags];
  const child = start(WIKITOP, args, { cwd: temp.path });
  await child.stdout.cancel();
  await child.stderr.pipeTo(new WritableStream());
  assertEquals((await child.status).code, 0);
  const names = [...Deno.readDirSync(`${temp.path}/reports/2026/09`)].map(({ name }) => name);
  assertEquals(names.filter((name) => name.endsWith(".csv")).length, 3);
});

Deno.test("wikitop run knows the arguments of earlier tools", async () => {
  await using temp = await folderWith("2026-09-10T18", "2026-09-10T19");
  const flags = ["--source", "dumps", "--denylist", SAMPLE.denylist, "--quiet"];
  const both = [`${REPORT}.csv`, `${REPORT.replace("T18", "T19")}.csv`];
  const typed: [args: string[], makes: string[]][] = [
    [["--start-datetime", "2026-09-10T18:00:00", "--end-datetime", "2026-09-10T19:00:00"], both],
    [["--start-datetime=2026-09-10 18:00", "--end-datetime=2026-09-10 19:00"], both],
    [["2026-09-10T18:00:00Z", "2026-09-10T19:00:00+00:00"], both],
    [["2026091018", "2026091019"], both],
    [["--date", "2026-09-10", "--hour", "18"], [both[0]!]],
    [["--date=2026-09-10", "--hour=18"], [both[0]!]],
    [["20260910T18:00:00"], [both[0]!]],
  ];
  for (const [args, makes] of typed) {
    const outcome = await launch(WIKITOP, ["run", ...args, ...flags], { cwd: temp.path });
    assertEquals(outcome.stdout.trim().split("\n"), makes, args.join(" "));
    assertEquals([outcome.code, outcome.stderr], [0, ""]);
  }
});

Deno.test("wikitop run refuses half of a range", async () => {
  await using temp = await folderWith("2026-09-10T18");
  const flags = ["--source", "dumps", "--denylist", SAMPLE.denylist];
  const args = ["run", "--end-datetime", "2026-09-10T18", ...flags];
  const { code } = await launch(WIKITOP, args, { cwd: temp.path });
  assertEquals(code, 2);
});

Deno.test("wikitop run takes its flags from the environment", async () => {
  await using temp = await folderWith("2026-09-10T18");
  const env = {
    WIKITOP_SOURCE: "dumps",
    WIKITOP_DENYLIST: SAMPLE.denylist,
    WIKITOP_STORE: "reports/mine",
    WIKITOP_TOP: "3",
    WIKITOP_TIES: "rank",
    WIKITOP_QUIET: "true",
  };
  const outcome = await launch(WIKITOP, ["run", SAMPLE.hour], { cwd: temp.path, env });
  const path = "reports/mine/2026/09/2026-09-10T18";
  assertEquals(outcome, { code: 0, stdout: `${path}.csv\n`, stderr: "" });
  const { parameters: { top, ties } } = await manifestIn(temp.path, path);
  assertEquals({ top, ties }, { top: 3, ties: "rank" });
});
