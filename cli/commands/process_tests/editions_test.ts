import { assert, assertEquals, assertMatch } from "@std/assert";
import { launch } from "../../../core/testing/launch.ts";
import { SAMPLE } from "../../../core/testing/sample.ts";
import { tempFolder } from "../../../core/testing/temp_folder.ts";
import { WIKITOP } from "../../testing/program_under_test.ts";

const FROM_FOLDER = ["--source", SAMPLE.folder, "--denylist", SAMPLE.denylist];
const REPORT = "reports/2026/09/2026-09-10T18";

Deno.test("wikitop run keeps a report for each way of --access and --pages", async () => {
  await using temp = await tempFolder();
  const options = { cwd: temp.path };
  const wikitop = (...args: string[]) => launch(WIKITOP, args, options);
  const { code, stdout } = await wikitop(
    ...["run", SAMPLE.hour, ...FROM_FOLDER, "--access", "each,all", "--pages", "all,articles"],
  );
  const editions = ["", ".all", ".articles", ".all.articles"];
  assertEquals(stdout, editions.map((edition) => `${REPORT}${edition}.csv\n`).join(""));
  assertEquals(code, 0);

  const show = async (...args: string[]) => {
    const { stdout } = await wikitop("show", SAMPLE.hour, "en", ...args, "--format", "json");
    return JSON.parse(stdout);
  };
  const [each, all] = [await show(), await show("--access", "all")];
  assertEquals([each.edition, each.domains[0].domain_code], ["each", "en"]);
  const [project] = all.domains;
  assertEquals([all.edition, all.domains.length], ["all", 1]);
  assertEquals([project.domain_code, project.access], ["en.wikipedia", "all"]);
  assert(project.views > each.domains[0].views);
  assert(project.pages[0].mobile_share > 0 && project.pages[0].mobile_share < 1);
  const articles = await show("--pages", "articles");
  assertEquals(articles.domains[0].pages.length, 25);

  const verified = await wikitop("verify");
  assertEquals([verified.code, verified.stdout], [0, ""]);
  const listed = await wikitop("ls");
  assertMatch(listed.stdout, /^hours, edition all\.articles\n/m);
  const again = await wikitop("run", SAMPLE.hour, ...FROM_FOLDER, "--access", "all,each");
  assertMatch(again.stderr, /finished before, skipped/);
});

Deno.test("wikitop show draws mobile shares and marks, unless told not to", async () => {
  await using temp = await tempFolder();
  const show = (...args: string[]) =>
    launch(WIKITOP, ["show", SAMPLE.hour, "commons.m", ...FROM_FOLDER, ...args], {
      cwd: temp.path,
    });
  assertMatch((await show()).stdout, / File:.* not-article\n/);
  const all = await show("--access", "all");
  assertMatch(all.stdout, /\ncommons\.wikimedia, all readers · [\d,]+ views\n/);
  assertMatch(all.stdout, / {2}\d+% mobile, not-article\n/);
  const none = await show("--access", "all", "--flags", "none");
  assertMatch(none.stdout, / {2}\d+% mobile\n/);
  assert(!none.stdout.includes("not-article"), none.stdout);
});

Deno.test("wikitop show says which edition it makes of an hour that has others", async () => {
  await using temp = await tempFolder();
  const wikitop = (...args: string[]) =>
    launch(WIKITOP, [...args, ...FROM_FOLDER], { cwd: temp.path });
  await wikitop("run", SAMPLE.hour, "--pages", "all,articles");
  const { code, stderr } = await wikitop("show", SAMPLE.hour, "en", "--access", "all");
  assertEquals([code, stderr], [
    0,
    "2026-09-10T18 is in the store in edition each, articles, but not in edition all yet, " +
    "making that …\n",
  ]);
});

Deno.test("wikitop rank takes one way of --access", async () => {
  await using temp = await tempFolder();
  const rank = (access: string) =>
    launch(WIKITOP, [
      ...["rank", SAMPLE.dump, "--denylist", SAMPLE.denylist, "--access", access, "--quiet"],
    ], { cwd: temp.path });
  const { stdout, code } = await rank("all");
  assertMatch(stdout, /^hour,2026-09-10T17:00:00Z,en\.wikipedia,en\.wikipedia,all,1,\d+,/m);
  assertEquals(code, 0);
  assertEquals((await rank("each,all")).code, 2);
});

Deno.test("wikitop run --cross-check says how projectviews differs, and records it", async () => {
  await using temp = await tempFolder();
  await Deno.copyFile(SAMPLE.dump, `${temp.path}/${SAMPLE.dumpName}`);
  const run = () =>
    launch(WIKITOP, [
      ...["run", SAMPLE.hour, "--source", ".", "--denylist", "none", "--cross-check", "--force"],
    ], { cwd: temp.path });
  assertMatch((await run()).stderr, /Warning: nothing to cross-check with: Cannot find /);
  const manifest = async () =>
    JSON.parse(await Deno.readTextFile(`${temp.path}/${REPORT}.manifest`));
  const views: Record<string, number> = (await manifest()).domain_views;
  const write = (views: Record<string, number>) => {
    const lines = Object.entries(views).map(([code, count]) => `${code || '""'} - ${count} 0\n`);
    return Deno.writeTextFile(`${temp.path}/projectviews-20260910-180000`, lines.join(""));
  };
  await write(views);
  assertMatch((await run()).stderr, /projectviews has the same views of all [\d,]+ domains\n/);
  await write({ ...views, en: views.en! + 1 });
  const differing = await run();
  assertMatch(
    differing.stderr,
    /Warning: projectviews has other views of 1 of \d+ domains: "en" has/,
  );
  assertEquals([differing.code, (await manifest()).cross_check.differing], [0, 1]);
});
