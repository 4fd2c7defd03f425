import { assert, assertEquals, assertRejects } from "@std/assert";
import { tempFolder } from "../testing/temp_folder.ts";
import { openFile } from "../node/open_file.ts";

Deno.test("openFile() reads a file to its end", async () => {
  await using temp = await tempFolder();
  const path = `${temp.path}/file`;
  const content = new Uint8Array(1_000_003).map((_, i) => i % 251);
  await Deno.writeFile(path, content);
  const { body, length } = await openFile(path);
  assertEquals(length, content.length);
  assert(areEqual(await new Response(body).bytes(), content));
});

Deno.test("openFile() hands out chunks that stay as they are", async () => {
  await using temp = await tempFolder();
  const path = `${temp.path}/file`;
  const content = new Uint8Array(1_000_003).map((_, i) => i % 251);
  await Deno.writeFile(path, content);
  const chunks = await Array.fromAsync((await openFile(path)).body);
  assert(chunks.length > 1);
  assert(areEqual(await new Blob(chunks).bytes(), content));
});

Deno.test("openFile() reads an empty file", async () => {
  await using temp = await tempFolder();
  await Deno.writeFile(`${temp.path}/file`, new Uint8Array(0));
  const { body, length } = await openFile(`${temp.path}/file`);
  assertEquals(length, 0);
  assertEquals((await new Response(body).bytes()).length, 0);
});

Deno.test("openFile() tells when the file was changed", async () => {
  await using temp = await tempFolder();
  await Deno.writeTextFile(`${temp.path}/file`, "a");
  const changed = new Date("2026-09-10T20:04:05Z");
  await Deno.utime(`${temp.path}/file`, changed, changed);
  const { body, modified } = await openFile(`${temp.path}/file`);
  await body.cancel();
  assertEquals(modified, changed);
});

Deno.test("openFile() keeps the code of an error", async () => {
  await using temp = await tempFolder();
  const error = await assertRejects(() => openFile(`${temp.path}/none`), Error);
  assert("code" in error && error.code === "ENOENT");
});

Deno.test({
  name: "openFile() closes a file whether it is read, left or cannot be read",
  ignore: Deno.build.os !== "linux",
  async fn() {
    await using temp = await tempFolder();
    const path = `${temp.path}/file`;
    await Deno.writeFile(path, new Uint8Array(1_000_000));

    await new Response((await openFile(path)).body).bytes();
    assertEquals(timesOpen(path), 0, "was read");

    const reader = (await openFile(path)).body.getReader();
    await reader.read();
    // The next chunk is read ahead, and until it is there the runtime has the file open once more.
    while (timesOpen(path) > 1) await new Promise((resolve) => setTimeout(resolve, 1));
    assertEquals(timesOpen(path), 1);
    await reader.cancel();
    assertEquals(timesOpen(path), 0, "was left");

    // A folder can be opened, but not be read.
    await assertRejects(async () => await new Response((await openFile(temp.path)).body).bytes());
    assertEquals(timesOpen(temp.path), 0, "cannot be read");
  },
});

/** How many open files of this process are the one of a path; Deno's sanitizer does not see them. */
function timesOpen(path: string): number {
  let times = 0;
  for (const { name } of Deno.readDirSync("/proc/self/fd")) {
    try {
      if (Deno.readLinkSync(`/proc/self/fd/${name}`) === path) times++;
    } catch (error) {
      if (!(error instanceof Deno.errors.NotFound)) throw error; // That of the listing itself.
    }
  }
  return times;
}

/** Quicker than assertEquals() on a million bytes. */
function areEqual(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, i) => byte === b[i]);
}
