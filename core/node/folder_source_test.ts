import { assert, assertEquals, assertRejects } from "@std/assert";
import { MissingDumpError } from "../source/missing_dump_error.ts";
import { SourceError } from "../source/source_error.ts";
import { SAMPLE } from "../testing/sample.ts";
import { tempFolder } from "../testing/temp_folder.ts";
import { Hour } from "../time/hour.ts";
import { FolderSource } from "./folder_source.ts";

const HOUR = Hour.parse(SAMPLE.hour);

/** All places for the dump of the hour, the one that is looked at first first. */
const PLACES = [
  "2026/2026-09/pageviews-20260910-180000.gz",
  "pageviews-20260910-180000.gz",
  "2026/2026-09/pageviews-20260910-180000",
  "pageviews-20260910-180000",
];

async function contentFrom(folder: string): Promise<string> {
  return await new Response((await new FolderSource(folder).open(HOUR)).body).text();
}

for (const place of PLACES) {
  Deno.test(`FolderSource.open() finds ${place}`, async () => {
    await using temp = await tempFolder();
    await Deno.mkdir(`${temp.path}/2026/2026-09`, { recursive: true });
    await Deno.writeTextFile(`${temp.path}/${place}`, "en A 1 0\n");
    const dump = await new FolderSource(temp.path).open(HOUR);
    assertEquals(await new Response(dump.body).text(), "en A 1 0\n");
    assertEquals(await Deno.realPath(dump.url), await Deno.realPath(`${temp.path}/${place}`));
    assertEquals(dump.length, 9);
    assertEquals(dump.etag, null);
  });
}

Deno.test("FolderSource.open() takes a place before those behind it", async () => {
  await using temp = await tempFolder();
  await Deno.mkdir(`${temp.path}/2026/2026-09`, { recursive: true });
  for (const place of PLACES) await Deno.writeTextFile(`${temp.path}/${place}`, place);
  for (const place of PLACES) {
    assertEquals(await contentFrom(temp.path), place);
    await Deno.remove(`${temp.path}/${place}`);
  }
});

Deno.test("FolderSource.open() tells when a dump was changed as HTTP does", async () => {
  await using temp = await tempFolder();
  const path = `${temp.path}/${SAMPLE.dumpName}`;
  await Deno.copyFile(SAMPLE.dump, path);
  const changed = new Date("2026-09-10T20:04:05Z");
  await Deno.utime(path, changed, changed);
  const dump = await new FolderSource(temp.path).open(HOUR);
  await dump.body.cancel();
  assertEquals(dump.lastModified, "Thu, 10 Sep 2026 20:04:05 GMT");
});

Deno.test("FolderSource.open() takes no dump of another hour", async () => {
  await using temp = await tempFolder();
  await Deno.writeTextFile(`${temp.path}/pageviews-20260910-190000.gz`, "en A 1 0\n");
  await assertRejects(() => new FolderSource(temp.path).open(HOUR), Error);
});

Deno.test("FolderSource.open() says where it looked for a dump that is not there", async () => {
  await using temp = await tempFolder();
  const error = await assertRejects(() => new FolderSource(temp.path).open(HOUR), Error);
  assertEquals(
    error.message,
    `Cannot find dump of hour "2026-09-10T18": folder "${temp.path}" has neither ` +
      '"2026/2026-09/pageviews-20260910-180000.gz" nor "pageviews-20260910-180000.gz"',
  );
  assertEquals(error instanceof MissingDumpError && error.code, "not-in-folder");
});

Deno.test("FolderSource.open() says the same of a folder that is not there", async () => {
  await using temp = await tempFolder();
  const error = await assertRejects(() => new FolderSource(`${temp.path}/none`).open(HOUR), Error);
  assert(error.message.startsWith('Cannot find dump of hour "2026-09-10T18": '), error.message);
});

Deno.test("FolderSource.open() refuses a folder that is not there where it must be", async () => {
  await using temp = await tempFolder();
  await Deno.writeTextFile(`${temp.path}/file`, "");
  const problems = { none: "there is no such folder", file: "it is not a folder" };
  for (const [name, problem] of Object.entries(problems)) {
    const source = new FolderSource(`${temp.path}/${name}`, { mustExist: true });
    for (const ask of [() => source.open(HOUR), () => source.check()]) {
      const { message } = await assertRejects(ask, SourceError);
      assertEquals(message, `Cannot use source "${temp.path}/${name}": ${problem}`);
    }
  }
  const source = new FolderSource(temp.path, { mustExist: true });
  await source.check();
  await assertRejects(() => source.open(HOUR), MissingDumpError);
});

Deno.test("FolderSource.open() says of a file that it is no folder", async () => {
  const error = await assertRejects(() => new FolderSource(SAMPLE.dump).open(HOUR), Error);
  assert(error.message.startsWith('Cannot find dump of hour "2026-09-10T18": '), error.message);
});
