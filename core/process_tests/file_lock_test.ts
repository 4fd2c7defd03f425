import { assertEquals, assertRejects } from "@std/assert";
import { tryLockFile } from "../deno/file_lock.ts";
import { tempFolder } from "../testing/temp_folder.ts";

Deno.test({
  name: "tryLockFile() leaves no file open that it could not lock",
  ignore: Deno.build.os !== "linux",
  async fn() {
    await using temp = await tempFolder();
    const path = `${temp.path}/a.lock`;
    const { FsFile } = Deno;
    const original = FsFile.prototype.tryLock;
    FsFile.prototype.tryLock = () => Promise.reject(new Error("No locks available (os error 37)"));
    try {
      const count = () => [...Deno.readDirSync("/proc/self/fd")].length;
      const before = count();
      for (let i = 0; i < 20; i++) await assertRejects(() => tryLockFile(path), Error, "No locks");
      assertEquals(count(), before);
    } finally {
      FsFile.prototype.tryLock = original;
    }
  },
});
