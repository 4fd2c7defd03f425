import { assertEquals, assertRejects } from "@std/assert";
import { tempFolder } from "../testing/temp_folder.ts";
import { removeEmptyFolders } from "./remove_empty_folders.ts";

async function namesIn(folder: string): Promise<string[]> {
  return (await Array.fromAsync(Deno.readDir(folder))).map(({ name }) => name).sort();
}

Deno.test("removeEmptyFolders() removes a folder and those above it, but not the root", async () => {
  await using temp = await tempFolder();
  await Deno.mkdir(`${temp.path}/2026/09`, { recursive: true });
  // However the root is written.
  await removeEmptyFolders(`${temp.path}/./`, "2026/09");
  assertEquals(await namesIn(temp.path), []);
});

Deno.test("removeEmptyFolders() leaves a folder with something in it, and those above it", async () => {
  await using temp = await tempFolder();
  await Deno.mkdir(`${temp.path}/2026/09`, { recursive: true });
  await Deno.mkdir(`${temp.path}/2026/10`, { recursive: true });
  await removeEmptyFolders(temp.path, "2026/09");
  assertEquals(await namesIn(`${temp.path}/2026`), ["10"]);
  await Deno.writeTextFile(`${temp.path}/2026/10/notes.txt`, "mine");
  await removeEmptyFolders(temp.path, "2026/10");
  assertEquals(await namesIn(`${temp.path}/2026/10`), ["notes.txt"]);
});

Deno.test("removeEmptyFolders() is content with a folder that is gone", async () => {
  await using temp = await tempFolder();
  await removeEmptyFolders(temp.path, "2026/09");
  assertEquals(await namesIn(temp.path), []);
});

Deno.test("removeEmptyFolders() rejects on what is no folder", async () => {
  await using temp = await tempFolder();
  await Deno.writeTextFile(`${temp.path}/2026`, "mine");
  await assertRejects(() => removeEmptyFolders(temp.path, "2026"));
  assertEquals(await namesIn(temp.path), ["2026"]);
});
