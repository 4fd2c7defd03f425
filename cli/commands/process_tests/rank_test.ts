import { assert, assertEquals, assertMatch } from "@std/assert";
import { gunzipSync } from "node:zlib";
import stringWidth from "string-width";
import { assertSameText } from "../../../core/testing/assert_same_text.ts";
import { launch, start } from "../../../core/testing/launch.ts";
import { SAMPLE } from "../../../core/testing/sample.ts";
import { tempFolder } from "../../../core/testing/temp_folder.ts";
import { WIKITOP } from "../../testing/program_under_test.ts";

const DENYLIST = ["--denylist", SAMPLE.denylist];
const SUMMARY =
  /^2026-09-10T18: [\d,]+ lines, \d+ domains, [\d,]+ views, \d+ rows denied, 0 lines malformed\n$/;

/** The lines of the right report whose domain codes are wanted, under the header. */
async function expectedOf(wanted: (code: string) => boolean): Promise<string> {
  const [header, ...lines] = (await Deno.readTextFile(SAMPLE.expected)).split("\n");
  return [
    header,
    ...lines.filter((line) => wanted(line.split(",")[2]?.replaceAll('"', "") ?? "-")),
    "",
  ].join("\n");
}

Deno.test("wikitop rank prints the report of a dump, and a summary aside", async () => {
  await using temp = await tempFolder();
  const args = ["rank", SAMPLE.dump, ...DENYLIST];
  const { code, stdout, stderr } = await launch(WIKITOP, args, { cwd: temp.path });
  assertMatch(stderr, SUMMARY);
  assertSameText(stdout, await Deno.readTextFile(SAMPLE.expected));
  assertEquals(code, 0);
  assertEquals(await Array.fromAsync(Deno.readDir(temp.path)), []);
});

Deno.test("wikitop rank --quiet prints the report alone", async () => {
  await using temp = await tempFolder();
  const args = ["rank", SAMPLE.dump, ...DENYLIST, "--quiet"];
  const { code, stdout, stderr } = await launch(WIKITOP, args, { cwd: temp.path });
  assertEquals([code, stderr], [0, ""]);
  assertSameText(stdout, await Deno.readTextFile(SAMPLE.expected));
});

Deno.test("wikitop rank reads a dump that is not gzipped", async () => {
  await using temp = await tempFolder();
  const name = SAMPLE.dumpName.replace(".gz", "");
  await Deno.writeFile(`${temp.path}/${name}`, gunzipSync(await Deno.readFile(SAMPLE.dump)));
  const { stdout } = await launch(WIKITOP, ["rank", name, ...DENYLIST], { cwd: temp.path });
  assertSameText(stdout, await Deno.readTextFile(SAMPLE.expected));
});

Deno.test("wikitop rank reads a dump of several gzip members", async () => {
  await using temp = await tempFolder();
  const dump = await Deno.readFile(SAMPLE.dump);
  const more = Uint8Array.from([...dump, ...dump]);
  await Deno.writeFile(`${temp.path}/${SAMPLE.dumpName}`, more);
  const args = ["rank", SAMPLE.dumpName, "--denylist", "none", "--format", "json"];
  const { code, stdout } = await launch(WIKITOP, args, { cwd: temp.path });
  assertEquals(code, 0);
  const { counts, sources } = JSON.parse(stdout);
  const plain = new TextDecoder().decode(gunzipSync(dump));
  assertEquals(counts.lines, 2 * (plain.split("\n").length - 1));
  assertEquals(sources[0].bytes, more.length);
});

Deno.test("wikitop rank - reads standard input, gzipped or plain", async () => {
  await using temp = await tempFolder();
  const dump = await Deno.readFile(SAMPLE.dump);
  for (const stdin of [dump, new Uint8Array(gunzipSync(dump))]) {
    const args = ["rank", "-", "--hour", SAMPLE.hour, ...DENYLIST];
    const { code, stdout, stderr } = await launch(WIKITOP, args, { cwd: temp.path, stdin });
    assertMatch(stderr, SUMMARY);
    assertSameText(stdout, await Deno.readTextFile(SAMPLE.expected));
    assertEquals(code, 0);
  }
});

Deno.test("wikitop rank takes --hour, as --period was called, before the file's name", async () => {
  await using temp = await tempFolder();
  const args = ["rank", SAMPLE.dump, ...DENYLIST, "--hour", "2026-01-01T00"];
  const { stdout } = await launch(WIKITOP, args, { cwd: temp.path });
  assertEquals(stdout.split("\n")[1]!.split(",")[1], "2025-12-31T23:00:00Z");
});

Deno.test("wikitop rank asks for the hour that no name tells", async () => {
  await using temp = await tempFolder();
  await Deno.copyFile(SAMPLE.dump, `${temp.path}/dump.gz`);
  for (const place of ["dump.gz", "-"]) {
    const { code, stdout, stderr } = await launch(WIKITOP, ["rank", place, ...DENYLIST], {
      cwd: temp.path,
      stdin: "",
    });
    assertMatch(stderr, /^Cannot tell the hour from .*; add --period 2026-09-10T18, or /);
    assertEquals([code, stdout], [2, ""]);
  }
});

Deno.test("wikitop rank asks for one dump", async () => {
  await using temp = await tempFolder();
  for (const dumps of [[], [SAMPLE.dump, SAMPLE.dump]]) {
    const { code, stdout, stderr } = await launch(WIKITOP, ["rank", ...dumps, ...DENYLIST], {
      cwd: temp.path,
    });
    assertMatch(stderr, /^Cannot rank: one dump is wanted/);
    assertEquals([code, stdout], [2, ""]);
  }
});

Deno.test("wikitop rank --domain prints the domains of codes and projects", async () => {
  await using temp = await tempFolder();
  const choices: [string, (code: string) => boolean][] = [
    ["en,ja.m", (code) => ["en", "ja.m"].includes(code)],
    ["*.b", (code) => code.endsWith(".b")],
    ["en.wikipedia", (code) => ["en", "en.m"].includes(code)],
    ["wikifunctions,*.voy", (code) => code === "" || code.endsWith(".voy")],
  ];
  for (const [domains, wanted] of choices) {
    const args = ["rank", SAMPLE.dump, ...DENYLIST, "--domain", domains];
    const { code, stdout } = await launch(WIKITOP, args, { cwd: temp.path });
    assertSameText(stdout, await expectedOf(wanted));
    assertEquals(code, 0);
  }
});

Deno.test("wikitop rank --domain guesses what was meant", async () => {
  await using temp = await tempFolder();
  const guesses = [["en.mm", "en.m"], ["en.wikipeda", "en.wikipedia"]] as const;
  for (const [typed, meant] of guesses) {
    const args = ["rank", SAMPLE.dump, ...DENYLIST, "--domain", typed];
    const { code, stdout, stderr } = await launch(WIKITOP, args, { cwd: temp.path });
    assertMatch(stderr, /^Cannot show domain /);
    assert(stderr.includes(`did you mean "${meant}"?`), stderr);
    assertEquals([code, stdout], [1, ""]);
  }
});

Deno.test("wikitop rank --format ndjson prints an object for each row of the CSV", async () => {
  await using temp = await tempFolder();
  const args = ["rank", SAMPLE.dump, ...DENYLIST, "--format", "ndjson"];
  const { stdout } = await launch(WIKITOP, args, { cwd: temp.path });
  const rows = stdout.split("\n").slice(0, -1).map((line) => JSON.parse(line));
  const expected = await Deno.readTextFile(SAMPLE.expected);
  assertEquals(rows.length, expected.split("\n").length - 2);
  assertEquals(Object.keys(rows[0]).join(","), expected.split("\n")[0]);
});

Deno.test("wikitop rank --format json prints one document", async () => {
  await using temp = await tempFolder();
  const args = ["rank", SAMPLE.dump, ...DENYLIST, "--format", "json", "--top", "3"];
  const { stdout } = await launch(WIKITOP, args, { cwd: temp.path });
  const { sources, parameters, counts, domains, ...period } = JSON.parse(stdout);
  assertEquals(period, {
    period: SAMPLE.hour,
    unit: "hour",
    period_start: "2026-09-10T17:00:00Z",
    period_end: "2026-09-10T18:00:00Z",
    edition: "each",
  });
  assertEquals(sources.length, 1);
  assertEquals(sources[0].bytes, (await Deno.stat(SAMPLE.dump)).size);
  assertEquals(parameters.top, 3);
  assertEquals(parameters.denylist.url, SAMPLE.denylist);
  assertEquals(counts.domains, domains.length);
  for (const { pages } of domains) assert(pages.length <= 3);
});

Deno.test("wikitop rank --format table shows the busiest domains", async () => {
  await using temp = await tempFolder();
  const args = ["rank", SAMPLE.dump, ...DENYLIST, "--format", "table", "--top", "2"];
  const { stdout, stderr } = await launch(WIKITOP, args, { cwd: temp.path });
  assert(stdout.startsWith("2026-09-10T18 · 2026-09-10T17:00:00Z to 2026-09-10T18:00:00Z\n\n"));
  const headings = stdout.split("\n").filter((line) => line.endsWith(" views"));
  assertEquals(headings.length, 5);
  assertMatch(headings[0]!, /^en\.wikipedia, mobile · en\.m · [\d,]+ views$/);
  assertMatch(stderr, /^\d+ more domains: name them to see them\n/);
});

Deno.test("wikitop rank --format table aligns East Asian titles", async () => {
  await using temp = await tempFolder();
  const args = ["rank", SAMPLE.dump, ...DENYLIST, "--format", "table", "--domain", "ja.m"];
  const { stdout } = await launch(WIKITOP, args, { cwd: temp.path });
  const rows = stdout.split("\n").filter((line) => /^ +\d+ {2}/.test(line));
  assertEquals(rows.length, 25);
  const ends = rows.map((row) => {
    const [, untilViews, share] = /^(.* [\d,]+)( +[\d.]+%) /.exec(row)!;
    return [stringWidth(untilViews!), stringWidth(untilViews! + share!)];
  });
  for (const end of ends) assertEquals(end, ends[0]);
  assert(rows.some((row) => stringWidth(row) > row.length), "no title is wide");
});

Deno.test("wikitop rank --top and --ties rank as the golden cases say", async () => {
  const cases = new URL("../../../testdata/", import.meta.url);
  for (const name of ["ties-row", "ties-rank", "ties-dense", "top-3"]) {
    const folder = new URL(`${name}/`, cases);
    const names = [...Deno.readDirSync(folder)].map(({ name }) => name);
    const dump = names.find((name) => name.startsWith("pageviews-"))!;
    const options: Record<string, string | number> = names.includes("options.json")
      ? JSON.parse(await Deno.readTextFile(new URL("options.json", folder)))
      : {};
    const flags = Object.entries(options).flatMap(([key, value]) => [`--${key}`, String(value)]);
    await using temp = await tempFolder();
    await Deno.copyFile(new URL(dump, folder), `${temp.path}/${dump}`);
    const args = ["rank", dump, "--denylist", "none", ...flags];
    const { stdout } = await launch(WIKITOP, args, { cwd: temp.path });
    assertSameText(stdout, await Deno.readTextFile(new URL("expected.csv", folder)));
  }
});

Deno.test("wikitop rank --blacklist is --denylist", async () => {
  await using temp = await tempFolder();
  const args = ["rank", SAMPLE.dump, "--blacklist", SAMPLE.denylist];
  const { stdout } = await launch(WIKITOP, args, { cwd: temp.path });
  assertSameText(stdout, await Deno.readTextFile(SAMPLE.expected));
});

Deno.test("wikitop rank takes its flags from the environment", async () => {
  await using temp = await tempFolder();
  const env = {
    WIKITOP_DENYLIST: SAMPLE.denylist,
    WIKITOP_TOP: "1",
    WIKITOP_FORMAT: "ndjson",
    WIKITOP_DOMAIN: "en,de",
    WIKITOP_PERIOD: "2026-01-01T00",
    WIKITOP_QUIET: "1",
  };
  const options = { cwd: temp.path, env };
  const { code, stdout, stderr } = await launch(WIKITOP, ["rank", SAMPLE.dump], options);
  assertEquals([code, stderr], [0, ""]);
  const rows = stdout.trim().split("\n").map((line) => JSON.parse(line));
  assertEquals(rows.map((row) => [row.domain_code, row.period_start, row.rank]), [
    ["de", "2025-12-31T23:00:00Z", 1],
    ["en", "2025-12-31T23:00:00Z", 1],
  ]);
});

Deno.test("wikitop rank is fine if its reader has seen enough", async () => {
  await using temp = await tempFolder();
  // More than a pipe holds, so that the rest cannot be written.
  const args = ["rank", SAMPLE.dump, ...DENYLIST, "--top", "1000", "--format", "json"];
  const child = start(WIKITOP, args, { cwd: temp.path });
  const reader = child.stdout.getReader();
  const { value } = await reader.read();
  assertEquals(new TextDecoder().decode(value?.subarray(0, 1)), "{");
  await reader.cancel();
  const stderr = await new Response(child.stderr).text();
  assert(stderr === "" || SUMMARY.test(stderr), stderr);
  assertEquals((await child.status).code, 0);
});

Deno.test("wikitop rank is fine if nobody reads it at all", async () => {
  await using temp = await tempFolder();
  const child = start(WIKITOP, ["rank", SAMPLE.dump, ...DENYLIST], { cwd: temp.path });
  await child.stdout.cancel();
  const stderr = await new Response(child.stderr).text();
  assert(stderr === "" || SUMMARY.test(stderr), stderr);
  assertEquals((await child.status).code, 0);
});

Deno.test("wikitop rank warns when --period contradicts the file's name", async () => {
  await using temp = await tempFolder();
  const args = ["rank", SAMPLE.dump, ...DENYLIST, "--period", "2026-09-10T17"];
  const { code, stderr } = await launch(WIKITOP, args, { cwd: temp.path });
  assertEquals(code, 0);
  assertMatch(
    stderr,
    /^Warning: the name ".+" says hour "2026-09-10T18", --period "2026-09-10T17"/,
  );
});
