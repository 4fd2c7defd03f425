import { assert, assertEquals, assertMatch } from "@std/assert";
import { gzipSync } from "node:zlib";
import { parsePeriod } from "../../../core/mod.ts";
import { launch } from "../../../core/testing/launch.ts";
import { namesIn } from "../../../core/testing/run_from.ts";
import { tempFolder } from "../../../core/testing/temp_folder.ts";
import { WIKITOP } from "../../testing/program_under_test.ts";

const SOURCE = ["--source", "./dumps", "--denylist", "none"];
const HOURS = parsePeriod("2026-09-10").hours;

/** A folder with the dumps of a period: in each hour, page `A` has as many views as the hour's number. */
async function dumpsOf(...periods: string[]) {
  const temp = await tempFolder();
  await Deno.mkdir(`${temp.path}/dumps`);
  for (const hour of periods.flatMap((period) => parsePeriod(period).hours)) {
    const views = Number(hour.label.slice(11));
    await Deno.writeFile(
      `${temp.path}/dumps/${hour.dumpName}`,
      gzipSync(`en A ${views} 0\nen T${hour.label} 1 0\n`),
    );
  }
  return temp;
}

Deno.test("wikitop run makes a day, which ls, show, verify and prune know", async () => {
  await using temp = await dumpsOf("2026-09-10");
  const wikitop = (...args: string[]) => launch(WIKITOP, args, { cwd: temp.path });
  const { code, stdout, stderr } = await wikitop("run", "2026-09-10", ...SOURCE);
  assertMatch(stderr, /^2026-09-10: made in .* 25 rows of 1 domains from 48 lines\n$/);
  assertEquals([code, stdout], [0, "reports/2026/09/2026-09-10.csv\n"]);
  const report = await Deno.readTextFile(`${temp.path}/${stdout.trim()}`);
  assertEquals(report.split("\n").slice(1, 3), [
    'day,2026-09-10T00:00:00Z,en,en.wikipedia,desktop,1,276,A,,""',
    'day,2026-09-10T00:00:00Z,en,en.wikipedia,desktop,2,1,T2026-09-10T01,,""',
  ]);
  const manifest = JSON.parse(
    await Deno.readTextFile(`${temp.path}/reports/2026/09/2026-09-10.manifest`),
  );
  assertEquals(manifest.sources.map(({ hour }: { hour: string }) => hour), HOURS.map(String));
  assertEquals([manifest.hours, manifest.counts.repeated], [{ present: 24, expected: 24 }, 0]);
  assertEquals(namesIn(`${temp.path}/reports/.work`), [".locks"]);

  const again = await wikitop("run", "2026-09-10", ...SOURCE);
  assertEquals([again.code, again.stderr], [0, "2026-09-10: finished before, skipped\n"]);
  assertMatch((await wikitop("ls")).stdout, /2026-09-10 +2026-09-10 +1 +25 +row/);
  assertMatch((await wikitop("ls", "2026-W37")).stdout, /2026-09-10/);
  assertMatch((await wikitop("show", "2026-09-10", "en")).stdout, /276/);
  assertEquals((await wikitop("verify")).code, 0);
  assertMatch((await wikitop("verify")).stderr, /^1 report verified, 0 problems, 0 warnings/);
  assertMatch((await wikitop("prune", "--older-than", "1s")).stdout, /2026-09-10\.csv/);
});

Deno.test("wikitop run makes a period of which an hour is missing again once it is there", async () => {
  await using temp = await dumpsOf("2026-09-10");
  const wikitop = (...args: string[]) => launch(WIKITOP, args, { cwd: temp.path });
  const dump = `${temp.path}/dumps/${HOURS[5]!.dumpName}`;
  await Deno.rename(dump, `${temp.path}/aside`);
  const failed = await wikitop("run", "2026-09-10", ...SOURCE, "--missing", "fail");
  assertEquals([failed.code, failed.stdout], [1, ""]);
  assertMatch(failed.stderr, /Cannot find dump of hour "2026-09-10T06"/);

  const first = await wikitop("run", "2026-09-10", ...SOURCE);
  assertMatch(
    first.stderr,
    /made in .*; not finished: it is of 23 of 24 hours, without 2026-09-10T06\n$/,
  );
  assertEquals([first.code, first.stdout], [3, "reports/2026/09/2026-09-10.csv\n"]);
  assertMatch((await wikitop("ls")).stdout, /not finished: 23 of 24 hours, without 2026-09-10T06 /);
  const verified = await wikitop("verify");
  assertEquals([verified.code, verified.stdout], [
    0,
    "2026-09-10: warning: it is of 23 of 24 hours, without 2026-09-10T06\n",
  ]);
  const shown = await wikitop("show", "2026-09-10", "en");
  assertEquals(
    shown.stderr,
    "Warning: 2026-09-10 is not finished: it is of 23 of 24 hours, without 2026-09-10T06\n",
  );

  const second = await wikitop("run", "2026-09-10", ...SOURCE);
  assertMatch(
    second.stderr,
    /made before of 23 of 24 hours, without 2026-09-10T06, of which there still is no dump\n$/,
  );
  assertEquals(second.code, 3);
  await Deno.rename(`${temp.path}/aside`, dump);
  const third = await wikitop("run", "2026-09-10", ...SOURCE);
  assertMatch(third.stderr, /^2026-09-10: made in .* from 48 lines\n$/);
  assertEquals(third.code, 0);
});

Deno.test("wikitop run makes weeks, ranges and the parts of a period", async () => {
  await using temp = await dumpsOf("2026-W37");
  const wikitop = (...args: string[]) => launch(WIKITOP, args, { cwd: temp.path });
  const week = await wikitop("run", "2026-W37", ...SOURCE, "--work", "./reports/w");
  assertEquals([week.code, week.stdout], [0, "reports/2026/2026-W37.csv\n"]);
  assertMatch(await Deno.readTextFile(`${temp.path}/reports/2026/2026-W37.csv`), /,1,1932,A,,""\n/);
  assertEquals(namesIn(`${temp.path}/reports/w`), [".locks"]);
  const days = await wikitop("run", "2026-09-08", "2026-09-10", ...SOURCE);
  assertEquals(
    days.stdout,
    [8, 9, 10].map((day) => `reports/2026/09/2026-09-${String(day).padStart(2, "0")}.csv\n`).join(
      "",
    ),
  );
  const hours = await wikitop("run", "2026-09-10", "--unit", "hour", ...SOURCE, "--quiet");
  assertEquals(hours.stdout.split("\n").length - 1, 24);
  for (const args of [["2026-09-08", "2026-W37"], ["2026-09-09", "2026-09-08"], ["2026-09-31"]]) {
    assertEquals((await wikitop("run", ...args, ...SOURCE)).code, 2);
  }
});

Deno.test("wikitop run leaves no dump behind where it is killed again and again", async () => {
  await using temp = await dumpsOf("2026-09-10");
  for (let i = 0; i < 10; i++) {
    const child = new Deno.Command(Deno.execPath(), {
      args: [
        ...["run", "-A", "--no-prompt", new URL("../../main.ts", import.meta.url).href],
        ...["run", "2026-09-10", ...SOURCE, "--log", "json"],
      ],
      cwd: temp.path,
      stdout: "null",
      stderr: "piped",
    }).spawn();
    for await (const text of child.stderr.pipeThrough(new TextDecoderStream())) {
      if (text.includes(i % 2 === 0 ? '"download"' : '"rank"')) break;
    }
    child.kill("SIGKILL");
    await child.status;
  }
  const { code } = await launch(WIKITOP, ["run", "2026-09-10", ...SOURCE], { cwd: temp.path });
  assertEquals(code, 0);
  assertEquals(namesIn(`${temp.path}/reports/.work`), [".locks"]);
  assert(namesIn(`${temp.path}/reports/2026/09`).includes("2026-09-10.manifest"));
});
