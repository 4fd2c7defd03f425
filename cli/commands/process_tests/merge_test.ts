import { assertEquals, assertMatch } from "@std/assert";
import { gunzipSync, gzipSync } from "node:zlib";
import { assertSameText } from "../../../core/testing/assert_same_text.ts";
import { Hour } from "../../../core/mod.ts";
import { launch, start } from "../../../core/testing/launch.ts";
import { SAMPLE } from "../../../core/testing/sample.ts";
import { tempFolder } from "../../../core/testing/temp_folder.ts";
import { Random } from "../../../testdata/random.ts";
import { WIKITOP } from "../../testing/program_under_test.ts";

const A = "en A 1 0\nen B 2 0\nen C 3 0\n";
const B = 'de A 1 0\nen B 4 0\nen B 5 0\nno row\nfr "\\"Z\\"" 1 0\n';
const SUM = 'de A 1 0\nen A 1 0\nen B 11 0\nen C 3 0\nfr "\\"Z\\"" 1 0\n';

/** A folder with the dumps a.gz and b. */
async function dumps() {
  const temp = await tempFolder();
  await Deno.writeFile(`${temp.path}/a.gz`, gzipSync(A));
  await Deno.writeTextFile(`${temp.path}/b`, B);
  return temp;
}

Deno.test("wikitop merge writes the sum of dumps, gzipped or plain, and a summary aside", async () => {
  await using temp = await dumps();
  const child = start(WIKITOP, ["merge", "a.gz", "b"], { cwd: temp.path });
  const { code, stdout, stderr } = await child.output();
  assertEquals(
    new TextDecoder().decode(stderr),
    "2 dumps, 8 lines, 5 pages, 1 rows repeated, 1 lines malformed\n",
  );
  assertEquals([code, gunzipSync(stdout).toString()], [0, SUM]);
  const plain = await launch(WIKITOP, ["merge", "a.gz", "b", "--plain", "--quiet"], {
    cwd: temp.path,
  });
  assertEquals(plain, { code: 0, stdout: SUM, stderr: "" });
});

Deno.test("wikitop rank ranks what wikitop merge writes", async () => {
  await using temp = await tempFolder();
  const merged = start(WIKITOP, ["merge", SAMPLE.dump, "--quiet"], { cwd: temp.path });
  const { stdout: dump } = await merged.output();
  await Deno.writeFile(`${temp.path}/${SAMPLE.dumpName}`, dump);
  const args = ["rank", SAMPLE.dumpName, "--denylist", SAMPLE.denylist, "--quiet"];
  const { stdout } = await launch(WIKITOP, args, { cwd: temp.path });
  assertSameText(stdout, await Deno.readTextFile(SAMPLE.expected));
});

Deno.test("wikitop merge names the dump that it cannot use", async () => {
  await using temp = await dumps();
  await Deno.writeTextFile(`${temp.path}/unordered`, "en B 1 0\nen A 1 0\n");
  await Deno.writeFile(`${temp.path}/short.gz`, gzipSync(A).subarray(0, -8));
  for (
    const [path, message] of [
      [
        "unordered",
        /^Cannot merge "unordered": it is out of order: in line 2, a title of domain "en" /,
      ],
      ["short.gz", /^Cannot merge "short.gz": /],
      ["missing", /"missing"/],
    ] as const
  ) {
    const { code, stderr } = await launch(WIKITOP, ["merge", "a.gz", path], { cwd: temp.path });
    assertEquals(code, 1);
    assertMatch(stderr, message);
  }
});

Deno.test("wikitop merge --work sorts first what is out of order, with a warning", async () => {
  await using temp = await dumps();
  await Deno.mkdir(`${temp.path}/reports`);
  await Deno.writeTextFile(`${temp.path}/unordered`, "en B 1 0\nen A 1 0\nde Z 1 0\nen B 1 0\n");
  const args = ["merge", "a.gz", "unordered", "--work", "./reports", "--plain", "--quiet"];
  const { code, stdout, stderr } = await launch(WIKITOP, args, { cwd: temp.path });
  assertMatch(stderr, /^Warning: sorting "unordered": it is out of order: .*\n$/);
  assertEquals([code, stdout], [0, "de Z 1 0\nen A 2 0\nen B 4 0\nen C 3 0\n"]);
  assertEquals([...Deno.readDirSync(`${temp.path}/reports`)].map(({ name }) => name), [".locks"]);
});

Deno.test("wikitop merge wants dumps, and at most one from a pipe", async () => {
  await using temp = await tempFolder();
  for (const args of [[], ["-", "-"]]) {
    const { code, stderr } = await launch(WIKITOP, ["merge", ...args], { cwd: temp.path });
    assertEquals(code, 2);
    assertMatch(stderr, /^Cannot merge: /);
  }
});

const DAY = "2026-09-10";
const HOURS = ["2026-09-10T01", "2026-09-10T12", "2026-09-11T00"];

/** A folder with some dumps of a day, and in `sums` what wikitop merge makes of them. */
async function mergedDay() {
  const temp = await tempFolder();
  const random = new Random(12);
  const dumps = HOURS.map((label) => {
    const titles = Array.from({ length: 40 }, (_, i) => `T${String(i).padStart(2, "0")}`)
      .filter(() => random.chance(0.7));
    const lines = ["en", "en.m"].flatMap((code) =>
      titles.map((title) => `${code} ${title} ${random.between(1, 99)} 0\n`)
    );
    return { name: Hour.parse(label).dumpName, text: lines.join("") };
  });
  for (const { name, text } of dumps) await Deno.writeFile(`${temp.path}/${name}`, gzipSync(text));
  const names = dumps.map(({ name }) => name);
  const merged = start(WIKITOP, ["merge", ...names, "--quiet"], { cwd: temp.path });
  await Deno.mkdir(`${temp.path}/sums`);
  await Deno.writeFile(`${temp.path}/sums/${DAY}.gz`, (await merged.output()).stdout);
  const rows = dumps.flatMap(({ text }) => text.trimEnd().split("\n"));
  return Object.assign(temp, { rows: rows.map((row) => row.split(" ")) });
}

/** The first pages of a domain, summed without any of the program's code. */
function naiveTop(rows: readonly string[][], code: string): string[] {
  const views = new Map<string, number>();
  for (const [domain, title = "", count] of rows) {
    if (domain === code) views.set(title, (views.get(title) ?? 0) + Number(count));
  }
  return [...views].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1)).slice(0, 25)
    .map(([title, views], i) => `${code} ${i + 1} ${views} ${title}`);
}

/** The same of a report in CSV. */
function topIn(csv: string): string[] {
  return csv.trimEnd().split("\n").slice(1).map((line) => {
    const [, start, code, , , rank, views, title] = line.split(",");
    assertEquals(start, "2026-09-10T00:00:00Z");
    return `${code} ${rank} ${views} ${title!.replaceAll('"', "")}`;
  });
}

Deno.test("wikitop rank, explain and run --source take a merged day by its name", async () => {
  await using temp = await mergedDay();
  const { path: cwd, rows } = temp;
  const expected = ["en", "en.m"].flatMap((code) => naiveTop(rows, code));
  const run = async (...args: string[]) => {
    const outcome = await launch(WIKITOP, [...args, "--denylist", "none", "--quiet"], { cwd });
    assertEquals(outcome.code, 0, outcome.stderr);
    return outcome.stdout;
  };
  assertEquals(topIn(await run("rank", `sums/${DAY}.gz`)), expected);
  const [best] = expected;
  const [, , views, title] = best!.split(" ");
  const place = await run("explain", DAY, "en", title!, "--source", "sums");
  assertMatch(place, new RegExp(`^${DAY} · 2026-09-10T00:00:00Z to 2026-09-11T00:00:00Z · sums/`));
  assertMatch(place, new RegExp(`^${title} · ${views} views`, "m"));

  const [file = ""] = (await run("run", DAY, "--source", "sums")).split("\n");
  assertEquals(topIn(await Deno.readTextFile(`${cwd}/${file}`)), expected);
  const manifest = JSON.parse(await Deno.readTextFile(`${cwd}/${file.replace("csv", "manifest")}`));
  assertEquals(manifest.hours, { present: 24, expected: 24 });
  assertEquals(manifest.sources.map(({ hour, url }: Record<string, string>) => [hour, url]), [
    [DAY, `sums/${DAY}.gz`],
  ]);
  const again = ["run", DAY, "--source", "sums", "--denylist", "none", "--refresh"];
  assertMatch(
    (await launch(WIKITOP, again, { cwd })).stderr,
    /^2026-09-10: finished before, skipped/,
  );
  await Deno.writeFile(`${cwd}/sums/${DAY}.gz`, gzipSync("en New 7 0\n"));
  await Deno.utime(`${cwd}/sums/${DAY}.gz`, 1_800_000_000, 1_800_000_000);
  assertMatch((await launch(WIKITOP, again, { cwd })).stderr, /^2026-09-10: made /);
  assertEquals(topIn(await Deno.readTextFile(`${cwd}/${file}`)), ["en 1 7 New"]);
});

Deno.test("wikitop rank --period says what a merged dump under another name is of", async () => {
  await using temp = await mergedDay();
  const stdin = await Deno.readFile(`${temp.path}/sums/${DAY}.gz`);
  const expected = ["en", "en.m"].flatMap((code) => naiveTop(temp.rows, code));
  const args = ["rank", "-", "--period", DAY, "--denylist", "none"];
  const { stdout, stderr } = await launch(WIKITOP, args, { cwd: temp.path, stdin });
  assertEquals(topIn(stdout), expected);
  assertMatch(stderr, /^2026-09-10: /);
});

Deno.test("wikitop run --source makes a week of merged days, and of the dumps of others", async () => {
  await using temp = await mergedDay();
  const { path: cwd, rows } = temp;
  for (const label of HOURS) {
    // The folder of sums has dumps of the day, too, which count once: by their sum.
    const name = Hour.parse(label).dumpName;
    await Deno.copyFile(`${cwd}/${name}`, `${cwd}/sums/${name}`);
  }
  const next = Hour.parse("2026-09-11T07");
  await Deno.writeFile(`${cwd}/sums/${next.dumpName}`, gzipSync("en T00 5000 0\n"));
  const args = ["run", "2026-W37", "--source", "sums", "--denylist", "none", "--quiet"];
  const { code, stdout, stderr } = await launch(WIKITOP, args, { cwd });
  assertEquals(code, 3, stderr); // Hours of the other days are missing.
  const [file = ""] = stdout.split("\n");
  const csv = await Deno.readTextFile(`${cwd}/${file}`);
  const all = [...rows, ["en", "T00", "5000", "0"]];
  assertEquals(
    topIn(csv.replaceAll("2026-09-07T00:00:00Z", "2026-09-10T00:00:00Z")),
    ["en", "en.m"].flatMap((code) => naiveTop(all, code)),
  );
  const manifest = JSON.parse(await Deno.readTextFile(`${cwd}/${file.replace("csv", "manifest")}`));
  assertEquals(manifest.hours, { present: 25, expected: 168 });
  assertEquals(manifest.sources.map(({ hour }: { hour: string }) => hour), [DAY, next.label]);
});

Deno.test("wikitop explain of a day says what it needs where there is neither a sum nor a dump of it", async () => {
  await using temp = await mergedDay();
  const args = ["explain", "2026-09-09", "en", "--source", "sums", "--denylist", "none"];
  const { code, stdout, stderr } = await launch(WIKITOP, args, { cwd: temp.path });
  assertEquals([code, stdout], [1, ""]);
  assertMatch(
    stderr,
    /^Cannot make day "2026-09-09": none of its 24 hours has a dump; the first: /,
  );
});
