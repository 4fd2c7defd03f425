import { assertEquals, assertMatch } from "@std/assert";
import { gunzipSync, gzipSync } from "node:zlib";
import { assertSameText } from "../../../core/testing/assert_same_text.ts";
import { launch, start } from "../../../core/testing/launch.ts";
import { SAMPLE } from "../../../core/testing/sample.ts";
import { tempFolder } from "../../../core/testing/temp_folder.ts";
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
