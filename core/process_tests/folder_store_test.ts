import { assert, assertEquals } from "@std/assert";
import { fileURLToPath } from "node:url";
import { tryLockFile } from "../deno/file_lock.ts";
import { openFolderStore } from "../node/folder_store.ts";
import { storeIn } from "../testing/store_hour.ts";
import { tempFolder } from "../testing/temp_folder.ts";

const KEY = "2026/09/2026-09-10T18";

function script(name: string): string {
  return fileURLToPath(new URL(`../testing/${name}`, import.meta.url));
}

Deno.test("FolderLocks.acquire() waits for another process, until it is killed", async () => {
  await using temp = await tempFolder();
  const holder = new Deno.Command(Deno.execPath(), {
    args: ["run", "-A", script("hold_lock.ts"), temp.path, KEY],
    stdout: "piped",
    stderr: "inherit",
  }).spawn();
  const said = holder.stdout.pipeThrough(new TextDecoderStream()).getReader();
  assertEquals((await said.read()).value, "locked\n");
  await said.cancel();

  let tries = 0;
  const { store } = openFolderStore(temp.path, {
    async tryLock(path) {
      const lock = await tryLockFile(path);
      tries++;
      if (tries === 3) holder.kill("SIGKILL");
      if (tries <= 3) assertEquals(lock, undefined, "both have the lock");
      return lock;
    },
  });
  using _lock = await store.lock(KEY);
  assert(tries > 3);
  await holder.status;
});

Deno.test("Store.read() needs no permission to write", async () => {
  await using temp = await tempFolder();
  const store = storeIn(temp.path);
  await store.write(KEY, "csv", new TextEncoder().encode("a\n"), {});
  const { code, stdout, stderr } = await new Deno.Command(Deno.execPath(), {
    args: ["run", "--no-prompt", "--allow-read", script("read_entry.ts"), temp.path, KEY],
  }).output();
  assertEquals(new TextDecoder().decode(stderr), "");
  assertEquals(new TextDecoder().decode(stdout), "a\n\n");
  assertEquals(code, 0);
});
