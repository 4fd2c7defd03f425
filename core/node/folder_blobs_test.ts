import { assert, assertEquals, assertRejects } from "@std/assert";
import type { Bytes } from "../dump/bytes.ts";
import { PermissionError } from "../permission_error.ts";
import { StoreError } from "../store/store_error.ts";
import { tempFolder } from "../testing/temp_folder.ts";
import { FolderBlobs } from "./folder_blobs.ts";

const PATH = "2026/09/2026-09-10T18.csv";

const bytes = (text: string) => new TextEncoder().encode(text);

async function put(blobs: FolderBlobs, ...contents: [path: string, text: string][]): Promise<void> {
  await blobs.put(contents.map(([path, text]) => [path, bytes(text)]));
}

const text = (content: Bytes | undefined) => content && new TextDecoder().decode(content);

async function namesIn(folder: string): Promise<string[]> {
  const entries = await Array.fromAsync(Deno.readDir(folder));
  return entries.map(({ name }) => name).sort();
}

Deno.test("FolderBlobs finds nothing in a folder that is not there, and makes none", async () => {
  await using temp = await tempFolder();
  const blobs = new FolderBlobs(`${temp.path}/none`);
  assertEquals(await blobs.get(PATH), undefined);
  assertEquals(await blobs.range(PATH, 0, 7), undefined);
  assertEquals([await blobs.names("2026/09"), await blobs.list("2026/09")], [[], []]);
  await blobs.delete(PATH);
  assertEquals(await namesIn(temp.path), []);
});

Deno.test("FolderBlobs.get() gives what was put", async () => {
  await using temp = await tempFolder();
  const content = new Uint8Array(300_000).map((_, i) => i * 7);
  await new FolderBlobs(temp.path).put([[PATH, content]]);
  const read = await new FolderBlobs(temp.path).get(PATH);
  assert(read !== undefined && read.length === content.length);
  assert(read.every((byte, i) => byte === content[i]));
  assertEquals(await Deno.readFile(`${temp.path}/${PATH}`), read);
});

Deno.test("FolderBlobs.range() gives a part, and less where the blob ends", async () => {
  await using temp = await tempFolder();
  const blobs = new FolderBlobs(temp.path);
  await put(blobs, [PATH, "0123456789"], ["2026/09/empty.csv", ""]);
  const part = async (start: number, end: number) => text(await blobs.range(PATH, start, end));
  assertEquals([await part(0, 10), await part(3, 7), await part(0, 0)], ["0123456789", "3456", ""]);
  assertEquals([await part(8, 2 ** 40), await part(10, 11), await part(50, 60)], ["89", "", ""]);
  assertEquals((await blobs.range("2026/09/empty.csv", 0, 5))?.length, 0);
});

Deno.test("FolderBlobs.put() puts a file in its place whole", async () => {
  await using temp = await tempFolder();
  const blobs = new FolderBlobs(temp.path);
  await put(blobs, [PATH, "old\n"]);
  using old = await Deno.open(`${temp.path}/${PATH}`);
  await put(blobs, [PATH, "new and longer\n"]);
  // Who had opened the old one goes on reading it.
  assertEquals(await new Response(old.readable).text(), "old\n");
  assertEquals(text(await blobs.get(PATH)), "new and longer\n");
  assertEquals(await namesIn(`${temp.path}/2026/09`), ["2026-09-10T18.csv"]);
});

Deno.test("FolderBlobs.put() lets blobs appear in their order", async () => {
  await using temp = await tempFolder();
  const blobs = new FolderBlobs(temp.path);
  await Deno.mkdir(`${temp.path}/2026/09`, { recursive: true });
  const names = ["c.csv", "a.csv", "b.csv"];
  const appeared: string[] = [];
  const watcher = Deno.watchFs(`${temp.path}/2026/09`);
  await put(blobs, ...names.map((name): [string, string] => [`2026/09/${name}`, name]));
  for await (const { paths } of watcher) {
    const [name] = paths.map((path) => path.slice(path.lastIndexOf("/") + 1)).slice(-1);
    if (names.includes(name!) && !appeared.includes(name!)) appeared.push(name!);
    if (appeared.length === names.length) break;
  }
  assertEquals(appeared, names);
});

Deno.test("FolderBlobs.put() removes its temporary files if it fails", async () => {
  await using temp = await tempFolder();
  const blobs = new FolderBlobs(temp.path);
  await Deno.mkdir(`${temp.path}/${PATH}/`, { recursive: true });
  const manifest = PATH.replace(".csv", ".manifest");
  const error = await assertRejects(
    () => put(blobs, [PATH, "a\n"], [manifest, "{}"]),
    StoreError,
    `Cannot write "${temp.path}/${PATH}": it is a folder`,
  );
  assertEquals(error.code, "EISDIR");
  assertEquals(await namesIn(`${temp.path}/2026/09`), ["2026-09-10T18.csv"]);
  assertEquals(await blobs.get(manifest), undefined);
});

Deno.test("FolderBlobs.put() survives that others remove the folder while it is empty", async () => {
  await using temp = await tempFolder();
  const blobs = new FolderBlobs(temp.path);
  let writing = true;
  const removing = (async () => {
    while (writing) {
      await blobs.delete("2026/09/2026-09-10T00.csv");
      await new Promise((resolve) => setTimeout(resolve, 1));
    }
  })();
  for (let i = 0; i < 40; i++) {
    await put(blobs, [PATH, `${i}`]);
    assertEquals(text(await blobs.get(PATH)), `${i}`);
    await blobs.delete(PATH);
  }
  writing = false;
  await removing;
});

Deno.test("FolderBlobs.names() and list() show the files of a folder in their order", async () => {
  await using temp = await tempFolder();
  const blobs = new FolderBlobs(temp.path);
  await put(blobs, ["2026/09/b.csv", "22"], ["2026/09/a.csv", "1"], ["2026/09/c", ""]);
  await put(blobs, ["2026/09/deeper/d.csv", "4"]);
  assertEquals(await blobs.names("2026/09"), ["a.csv", "b.csv", "c"]);
  assertEquals(await blobs.list("2026/09"), [
    { name: "a.csv", bytes: 1 },
    { name: "b.csv", bytes: 2 },
    { name: "c", bytes: 0 },
  ]);
});

Deno.test("FolderBlobs.delete() removes a blob, and folders that become empty", async () => {
  await using temp = await tempFolder();
  const blobs = new FolderBlobs(temp.path);
  const other = "2026/10/2026-10-01T00.csv";
  await put(blobs, [PATH, "a"]);
  await put(blobs, [other, "b"]);
  await blobs.delete(PATH);
  assertEquals(await namesIn(`${temp.path}/2026`), ["10"]);
  await blobs.delete(PATH);
  assertEquals(text(await blobs.get(other)), "b");
  await blobs.delete(other);
  assertEquals(await namesIn(temp.path), []);
});

Deno.test("FolderBlobs.locate() is the path of the file", async () => {
  await using temp = await tempFolder();
  const blobs = new FolderBlobs(temp.path);
  await put(blobs, [PATH, "a\n"]);
  assertEquals(await Deno.readTextFile(blobs.locate(PATH)), "a\n");
});

Deno.test("FolderBlobs says what failed, where and why", async () => {
  await using temp = await tempFolder();
  const blobs = new FolderBlobs(temp.path);
  await Deno.writeTextFile(`${temp.path}/2026`, "a file in the place of a folder");
  const tries: Record<string, () => Promise<unknown>> = {
    read: () => blobs.get(PATH),
    list: () => blobs.names("2026/09"),
    write: () => put(blobs, [PATH, "a"]),
  };
  for (const [action, attempt] of Object.entries(tries)) {
    const error = await assertRejects(attempt, StoreError);
    const start = `Cannot ${action} "${temp.path}/2026/09`;
    assert(error.message.startsWith(start), error.message);
    assertEquals([error.code, error.name], ["ENOTDIR", "StoreError"]);
  }
});

Deno.test({
  name: "FolderBlobs says that a permission is missing as the runtime does",
  permissions: { read: true, write: false },
  async fn() {
    const blobs = new FolderBlobs("/no-such-store");
    await assertRejects(() => put(blobs, [PATH, "a"]), PermissionError, "write access");
  },
});
