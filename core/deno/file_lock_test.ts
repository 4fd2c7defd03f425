import { assert, assertEquals, assertRejects } from "@std/assert";
import { tryLockFile } from "./file_lock.ts";
import { tempFolder } from "../testing/temp_folder.ts";

Deno.test("tryLockFile() gives a lock to one at a time, without waiting", async () => {
  await using temp = await tempFolder();
  const path = `${temp.path}/a.lock`;
  const lock = await tryLockFile(path);
  assert(lock !== undefined);
  assertEquals(await tryLockFile(path), undefined);
  lock[Symbol.dispose]();
  using again = await tryLockFile(path);
  assert(again !== undefined);
});

Deno.test("tryLockFile() leaves the file, and what is in it", async () => {
  await using temp = await tempFolder();
  const path = `${temp.path}/a.lock`;
  await Deno.writeTextFile(path, "content");
  (await tryLockFile(path))?.[Symbol.dispose]();
  assertEquals(await Deno.readTextFile(path), "content");
});

Deno.test("tryLockFile() rejects where no file can be", async () => {
  await using temp = await tempFolder();
  await assertRejects(() => tryLockFile(`${temp.path}/none/a.lock`), Deno.errors.NotFound);
});
