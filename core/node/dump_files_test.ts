import { assertEquals, assertRejects } from "@std/assert";
import { join } from "node:path";
import { tempFolder } from "../testing/temp_folder.ts";
import { dumpFiles } from "./dump_files.ts";
import { FileError } from "./file_error.ts";

async function put(folder: string, ...paths: string[]): Promise<void> {
  for (const path of paths) {
    await Deno.mkdir(join(folder, path, ".."), { recursive: true });
    await Deno.writeTextFile(join(folder, path), "x".repeat(path.length));
  }
}

async function pathsIn(folder: string): Promise<string[]> {
  const paths: string[] = [];
  for await (const { name, isDirectory } of Deno.readDir(folder)) {
    if (!isDirectory) paths.push(name);
    else paths.push(...(await pathsIn(join(folder, name))).map((path) => `${name}/${path}`));
    if (isDirectory && (await pathsIn(join(folder, name))).length === 0) paths.push(`${name}/`);
  }
  return paths.sort();
}

const FLAT = "pageviews-20260910-180000.gz";
const SERVER = "2026/2026-09/pageviews-20260910-170000.gz";
const YEAR_END = "2026/2026-01/pageviews-20260101-000000.gz";

Deno.test("dumpFiles() lists dumps that lie flat or as on the server, by their hours", async () => {
  await using temp = await tempFolder();
  await put(temp.path, FLAT, SERVER, YEAR_END);
  const files = await dumpFiles(temp.path);
  assertEquals(
    files.map(({ hour, path, bytes }) => [hour.toString(), path, bytes]),
    [
      ["2026-01-01T00", join(temp.path, YEAR_END), YEAR_END.length],
      ["2026-09-10T17", join(temp.path, SERVER), SERVER.length],
      ["2026-09-10T18", join(temp.path, FLAT), FLAT.length],
    ],
  );
});

Deno.test("dumpFiles() leaves out any other file", async () => {
  await using temp = await tempFolder();
  await put(
    temp.path,
    "README",
    "pageviews-20260910-180000",
    "pageviews-20260910-180000.gz.tmp",
    "pageviews-20260910-180000.gz.0f8fad5b-d9cb-469f-a165-70867728950e.tmp",
    "pageviews-20260910-183000.gz",
    "pageviews-20260931-180000.gz",
    "pageviews-20140910-180000.gz",
    "pageviews-99990910-180000.gz",
    "projectviews-20260910-180000",
    "my-pageviews-20260910-180000.gz",
    "2026/pageviews-20260910-180000.gz",
    "2026/2026-08/pageviews-20260910-180000.gz",
    "2025/2026-09/pageviews-20260910-180000.gz",
    "dumps/pageviews-20260910-180000.gz",
    "2026/2026-09/old/pageviews-20260910-180000.gz",
  );
  await Deno.mkdir(join(temp.path, FLAT));
  await put(temp.path, "2027");
  assertEquals(await dumpFiles(temp.path), []);
});

Deno.test("DumpFile.remove() removes the dump, and folders that become empty", async () => {
  await using temp = await tempFolder();
  await put(temp.path, FLAT, SERVER, YEAR_END, "2026/2026-09/README");
  for (const file of await dumpFiles(temp.path)) await file.remove();
  assertEquals(await pathsIn(temp.path), ["2026/2026-09/README"]);
});

Deno.test("DumpFile.remove() leaves the folder itself", async () => {
  await using temp = await tempFolder();
  await put(temp.path, FLAT, SERVER);
  for (const file of await dumpFiles(temp.path)) await file.remove();
  assertEquals(await pathsIn(temp.path), []);
});

Deno.test("dumpFiles() rejects where there is no folder", async () => {
  await using temp = await tempFolder();
  const { message } = await assertRejects(() => dumpFiles(`${temp.path}/none`), FileError);
  assertEquals(message, `Cannot read "${temp.path}/none": there is no such file`);
});
