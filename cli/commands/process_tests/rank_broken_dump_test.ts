import { assert, assertEquals, assertMatch } from "@std/assert";
import { launch, type Outcome } from "../../../core/testing/launch.ts";
import { SAMPLE } from "../../../core/testing/sample.ts";
import { tempFolder } from "../../../core/testing/temp_folder.ts";
import { WIKITOP } from "../../testing/program_under_test.ts";

/** Ranks a dump that is made of the sample's, and looks at what every failure has to be like. */
async function rankBroken(
  breaking: (dump: Uint8Array) => Uint8Array | string,
): Promise<Outcome[]> {
  await using temp = await tempFolder();
  const broken = breaking(await Deno.readFile(SAMPLE.dump));
  const content = typeof broken === "string" ? new TextEncoder().encode(broken) : broken;
  await Deno.writeFile(`${temp.path}/${SAMPLE.dumpName}`, content);
  const outcomes: Outcome[] = [];
  for (const place of [SAMPLE.dumpName, "-"]) {
    const args = ["rank", place, "--hour", SAMPLE.hour, "--denylist", SAMPLE.denylist];
    const outcome = await launch(WIKITOP, args, { cwd: temp.path, stdin: content });
    assertEquals(outcome.stdout, "", "a part of the report was printed");
    assertMatch(outcome.stderr, /^Cannot [^\n]*\n$/);
    assertEquals(outcome.code, 1);
    outcomes.push(outcome);
  }
  return outcomes;
}

Deno.test("wikitop rank says how far it got with a dump that was cut short", async () => {
  for (const { stderr } of await rankBroken((dump) => dump.subarray(0, 20_000))) {
    assertMatch(stderr, /^Cannot use dump "\S+" of hour .*, after 20000 bytes and \d+ rows\n$/);
  }
  for (const { stderr } of await rankBroken((dump) => dump.subarray(0, -1))) {
    assertMatch(stderr, /^Cannot use dump "\S+" of hour .*, after \d+ bytes and \d+ rows\n$/);
  }
});

Deno.test("wikitop rank says how far it got with a dump that is damaged", async () => {
  const damage = (dump: Uint8Array) => dump.map((byte, i) => i === 15_000 ? byte ^ 0xff : byte);
  for (const { stderr } of await rankBroken(damage)) {
    assertMatch(stderr, /^Cannot use dump "\S+" of hour .*, after \d+ bytes and \d+ rows\n$/);
  }
});

Deno.test("wikitop rank notices a dump whose checksum is wrong", async () => {
  const damage = (dump: Uint8Array) =>
    dump.map((byte, i) => i === dump.length - 8 ? byte ^ 1 : byte);
  for (const { stderr } of await rankBroken(damage)) {
    assertMatch(stderr, /^Cannot use dump "\S+" of hour .*, after \d+ bytes/);
  }
});

Deno.test("wikitop rank shows a line of what is no dump", async () => {
  const page = "<!DOCTYPE html>\n<html>\n<p>Log in to this network</p>\n</html>\n";
  for (const { stderr } of await rankBroken(() => page)) {
    assertMatch(
      stderr,
      /^Cannot use dump "\S+" of hour .*: none of its 4 lines is a row, one reads "<!DOCTYPE/,
    );
  }
});

Deno.test("wikitop rank says of an empty dump that it is empty", async () => {
  for (const { stderr } of await rankBroken(() => "")) {
    assertMatch(stderr, /^Cannot use dump "\S+" of hour "2026-09-10T18": it is empty\n$/);
  }
});

Deno.test("wikitop rank says which dump is not there", async () => {
  await using temp = await tempFolder();
  const args = ["rank", SAMPLE.dumpName, "--denylist", "none"];
  const { code, stdout, stderr } = await launch(WIKITOP, args, { cwd: temp.path });
  assertEquals([code, stdout], [1, ""]);
  assert(stderr.startsWith("Cannot "), stderr);
  assert(stderr.includes(SAMPLE.dumpName), stderr);
});

Deno.test("wikitop rank says which dump is a folder", async () => {
  await using temp = await tempFolder();
  await Deno.mkdir(`${temp.path}/${SAMPLE.dumpName}`);
  const args = ["rank", SAMPLE.dumpName, "--denylist", "none"];
  const { code, stdout, stderr } = await launch(WIKITOP, args, { cwd: temp.path });
  assertEquals([code, stdout], [1, ""]);
  assert(stderr.startsWith("Cannot "), stderr);
  assert(stderr.includes(SAMPLE.dumpName), stderr);
  assertMatch(stderr, /folder|directory/);
});

Deno.test("wikitop rank says which denylist is not there, and what else there is", async () => {
  await using temp = await tempFolder();
  const args = ["rank", SAMPLE.dump, "--denylist", "no-such-list"];
  const { code, stdout, stderr } = await launch(WIKITOP, args, { cwd: temp.path });
  assertEquals([code, stdout], [1, ""]);
  assert(stderr.startsWith("Cannot rank without the denylist: "), stderr);
  for (const word of ["no-such-list", "--denylist FILE", "--denylist none"]) {
    assert(stderr.includes(word), stderr);
  }
});
