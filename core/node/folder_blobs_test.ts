import { assert, assertEquals, assertRejects } from "@std/assert";
import { basename } from "node:path";
import { fileURLToPath } from "node:url";
import { tempFolder } from "../testing/temp_folder.ts";
import { tryLockFile } from "../deno/file_lock.ts";
import { FolderStore } from "./folder_blobs.ts";

const KEY = "2026/09/2026-09-10T18";
/** An hour whose lock is another one than that of {@linkcode KEY}. */
const OTHER_KEY = "2026/09/2026-09-10T19";
const UUID = "0f8fad5b-d9cb-469f-a165-70867728950e";

const bytes = (text: string) => new TextEncoder().encode(text);

function storeIn(folder: string): FolderStore {
  return new FolderStore(folder, { tryLock: tryLockFile });
}

/** Writes as a user of the store has to: with the lock. */
async function put(
  store: FolderStore,
  key: string,
  ending: string,
  text: string,
  facts: object = {},
): Promise<void> {
  using _lock = await store.lock(key);
  await store.write(key, ending, bytes(text), facts);
}

async function textOf(store: FolderStore, key: string): Promise<string | undefined> {
  const entry = await store.read(key);
  return entry && new TextDecoder().decode(entry.content);
}

async function namesIn(folder: string): Promise<string[]> {
  const entries = await Array.fromAsync(Deno.readDir(folder));
  return entries.map(({ name }) => name).sort();
}

Deno.test("FolderStore.read() finds nothing in a folder that is not there", async () => {
  await using temp = await tempFolder();
  assertEquals(await storeIn(`${temp.path}/none`).read(KEY), undefined);
  assertEquals(await namesIn(temp.path), []);
});

Deno.test("FolderStore.read() gives what was written, and the facts", async () => {
  await using temp = await tempFolder();
  await put(storeIn(temp.path), KEY, "csv", "a,b\n", { rows: 7, of: { en: "日本" } });
  const entry = await storeIn(temp.path).read(KEY);
  assertEquals(entry?.content, bytes("a,b\n"));
  assertEquals(entry?.manifest, {
    rows: 7,
    of: { en: "日本" },
    file: {
      name: "2026-09-10T18.csv",
      bytes: 4,
      sha256: "5be08c9684a1d25efcee09318204824278b08bbfb4aef973ffefd0b9d7478313",
    },
  });
});

Deno.test("FolderStore.write() answers with the entry that is read afterwards", async () => {
  await using temp = await tempFolder();
  const store = storeIn(temp.path);
  using _lock = await store.lock(KEY);
  assertEquals(await store.write(KEY, "csv", bytes("a\n"), { rows: 1 }), (await store.read(KEY))!);
});

Deno.test("FolderStore.write() leaves a report and its manifest, and no other file", async () => {
  await using temp = await tempFolder();
  const store = storeIn(temp.path);
  await put(store, KEY, "csv", "one\n");
  await put(store, KEY, "csv", "two\n");
  assertEquals(await namesIn(`${temp.path}/2026/09`), [
    "2026-09-10T18.csv",
    "2026-09-10T18.manifest",
  ]);
  assertEquals(await textOf(store, KEY), "two\n");
});

Deno.test("FolderStore.write() puts a file in its place whole", async () => {
  await using temp = await tempFolder();
  const store = storeIn(temp.path);
  await put(store, KEY, "csv", "old\n");
  using old = await Deno.open(`${temp.path}/2026/09/2026-09-10T18.csv`);
  await put(store, KEY, "csv", "new and longer\n");
  // Who had opened the old one goes on reading it.
  assertEquals(await new Response(old.readable).text(), "old\n");
});

Deno.test("FolderStore.write() removes its temporary file if it fails", async () => {
  await using temp = await tempFolder();
  const store = storeIn(temp.path);
  const inTheWay = `${temp.path}/2026/09/2026-09-10T18.csv/`;
  await Deno.mkdir(inTheWay, { recursive: true });
  await assertRejects(() => put(store, KEY, "csv", "a\n"));
  assertEquals(await namesIn(`${temp.path}/2026/09`), ["2026-09-10T18.csv"]);
  assertEquals(await store.read(KEY), undefined);
});

Deno.test("FolderStore.read() sees no report without its manifest", async () => {
  await using temp = await tempFolder();
  const store = storeIn(temp.path);
  await put(store, KEY, "csv", "a\n");
  await Deno.remove(`${temp.path}/${KEY}.manifest`);
  assertEquals(await store.read(KEY), undefined);
});

Deno.test("FolderStore.read() sees no manifest without its report", async () => {
  await using temp = await tempFolder();
  const store = storeIn(temp.path);
  await put(store, KEY, "csv", "a\n");
  await Deno.remove(`${temp.path}/${KEY}.csv`);
  assertEquals(await store.read(KEY), undefined);
});

Deno.test("FolderStore.read() reads a report again that does not match its manifest", async () => {
  await using temp = await tempFolder();
  const store = storeIn(temp.path);
  await put(store, KEY, "csv", "new\n");
  Deno.writeTextFileSync(`${temp.path}/${KEY}.csv`, "old\n");
  const reading = textOf(store, KEY);
  // Long before the last time that it is read, however slow the machine: these timers are in line.
  setTimeout(() => Deno.writeTextFileSync(`${temp.path}/${KEY}.csv`, "new\n"), 30);
  assertEquals(await reading, "new\n");
});

Deno.test("FolderStore.read() reads a manifest again that is being replaced", async () => {
  await using temp = await tempFolder();
  const store = storeIn(temp.path);
  await put(store, KEY, "csv", "old\n");
  const old = Deno.readFileSync(`${temp.path}/${KEY}.manifest`);
  await put(store, KEY, "csv", "new\n");
  const manifest = Deno.readFileSync(`${temp.path}/${KEY}.manifest`);
  Deno.writeFileSync(`${temp.path}/${KEY}.manifest`, old);
  const reading = textOf(store, KEY);
  setTimeout(() => Deno.writeFileSync(`${temp.path}/${KEY}.manifest`, manifest), 30);
  assertEquals(await reading, "new\n");
});

Deno.test("FolderStore.read() gives up on a report that never matches", async () => {
  await using temp = await tempFolder();
  const store = storeIn(temp.path);
  await put(store, KEY, "csv", "whole report\n");
  await Deno.writeTextFile(`${temp.path}/${KEY}.csv`, "whole rep");
  assertEquals(await store.read(KEY), undefined);
});

Deno.test("FolderStore.read() sees the old entry or the new one while it is written", async () => {
  await using temp = await tempFolder();
  const store = storeIn(temp.path);
  const texts = Array.from({ length: 12 }, (_, i) => `${i}`.repeat(100_000 + i));
  await put(store, KEY, "csv", texts[0]);
  let writing = true;
  const read = async () => {
    const seen: (string | undefined)[] = [];
    while (writing) seen.push(await textOf(storeIn(temp.path), KEY));
    return seen;
  };
  const reading = read();
  for (const text of texts) await put(store, KEY, "csv", text);
  writing = false;
  for (const text of await reading) assert(text === undefined || texts.includes(text));
  assertEquals(await textOf(store, KEY), texts.at(-1));
});

const BROKEN_MANIFESTS: Record<string, (manifest: string) => string> = {
  "is empty": () => "",
  "was cut short": (manifest) => manifest.slice(0, -20),
  "is no JSON": () => "hour_start,domain_code\n",
  "is null": () => "null",
  "is a list": () => "[]",
  "names no file": () => '{"rows": 1}',
  "names a file that is null": () => '{"file": null}',
  "names a file by a number": () => '{"file": {"name": 7, "sha256": "x"}}',
  "names a file without a digest": () => '{"file": {"name": "2026-09-10T18.csv"}}',
  "names a file outside": (manifest) => manifest.replace("2026-09-10T18.csv", "../outside.csv"),
  "names a file by a whole path": (manifest) =>
    manifest.replace("2026-09-10T18.csv", "/etc/hostname"),
  "names a file below": (manifest) => manifest.replace("2026-09-10T18.csv", "below/outside.csv"),
  "names the folder itself": (manifest) => manifest.replace("2026-09-10T18.csv", "."),
  "names the folder above": (manifest) => manifest.replace("2026-09-10T18.csv", ".."),
};

for (const [what, breaking] of Object.entries(BROKEN_MANIFESTS)) {
  Deno.test(`FolderStore.read() sees nothing whose manifest ${what}`, async () => {
    await using temp = await tempFolder();
    const store = storeIn(temp.path);
    await put(store, KEY, "csv", "a\n");
    await Deno.mkdir(`${temp.path}/2026/09/below`);
    for (const outside of ["outside.csv", "09/below/outside.csv"]) {
      await Deno.writeTextFile(`${temp.path}/2026/${outside}`, "a\n");
    }
    const path = `${temp.path}/${KEY}.manifest`;
    await Deno.writeTextFile(path, breaking(await Deno.readTextFile(path)));
    assertEquals(await store.read(KEY), undefined);
  });
}

Deno.test("FolderStore.write() replaces an entry whose manifest is broken", async () => {
  await using temp = await tempFolder();
  const store = storeIn(temp.path);
  await put(store, KEY, "csv", "a\n");
  await Deno.writeTextFile(`${temp.path}/${KEY}.manifest`, "{");
  await put(store, KEY, "csv", "b\n");
  assertEquals(await textOf(store, KEY), "b\n");
});

Deno.test("FolderStore.write() removes what killed writers of the key left", async () => {
  await using temp = await tempFolder();
  const folder = `${temp.path}/2026/09`;
  await Deno.mkdir(folder, { recursive: true });
  await Deno.writeTextFile(`${folder}/2026-09-10T18.${UUID}.tmp`, "half a rep");
  await put(storeIn(temp.path), KEY, "csv", "a\n");
  assertEquals(await namesIn(folder), ["2026-09-10T18.csv", "2026-09-10T18.manifest"]);
});

Deno.test("FolderStore.write() removes what killed writers of other keys left", async () => {
  await using temp = await tempFolder();
  const folder = `${temp.path}/2026/09`;
  await Deno.mkdir(folder, { recursive: true });
  await Deno.writeTextFile(`${folder}/2026-09-10T19.${UUID}.tmp`, "half a rep");
  await put(storeIn(temp.path), KEY, "csv", "a\n");
  assertEquals(await namesIn(folder), ["2026-09-10T18.csv", "2026-09-10T18.manifest"]);
});

Deno.test("FolderStore.write() leaves the temporary files of writers that are alive", async () => {
  await using temp = await tempFolder();
  const folder = `${temp.path}/2026/09`;
  await Deno.mkdir(folder, { recursive: true });
  const name = `2026-09-10T19.${UUID}.tmp`;
  await Deno.writeTextFile(`${folder}/${name}`, "half a rep");
  using _lock = await storeIn(temp.path).lock(OTHER_KEY);
  await put(storeIn(temp.path), KEY, "csv", "a\n");
  assertEquals(await namesIn(folder), ["2026-09-10T18.csv", "2026-09-10T18.manifest", name]);
});

Deno.test("FolderStore.write() removes the file that it replaces by one of another ending", async () => {
  await using temp = await tempFolder();
  const store = storeIn(temp.path);
  await put(store, KEY, "csv", "a\n");
  await put(store, KEY, "ndjson", "{}\n");
  assertEquals(await namesIn(`${temp.path}/2026/09`), [
    "2026-09-10T18.manifest",
    "2026-09-10T18.ndjson",
  ]);
  assertEquals(await textOf(store, KEY), "{}\n");
});

Deno.test("FolderStore.write() leaves the files of keys with similar names", async () => {
  await using temp = await tempFolder();
  const store = storeIn(temp.path);
  const keys = ["list/a.b.c", "list/a.b", "list/a", "list/a.b.csv", "list/a.bc"];
  for (const key of keys) await put(store, key, "txt", key);
  for (const ending of ["csv", "txt"]) {
    await put(store, "list/a.b", ending, "list/a.b");
    await put(store, "list/a", ending, "list/a");
  }
  for (const key of keys) assertEquals(await textOf(store, key), key, key);
});

Deno.test("FolderStore.write() leaves the files that people put beside its own", async () => {
  await using temp = await tempFolder();
  const store = storeIn(temp.path);
  await put(store, KEY, "csv", "a\n");
  const theirs = ["2026-09-10T18.xlsx", "2026-09-10T18.de.csv", "notes.txt", "2026-09-10T18"];
  for (const name of theirs) await Deno.writeTextFile(`${temp.path}/2026/09/${name}`, "mine");
  await put(store, KEY, "csv", "b\n");
  assertEquals(
    await namesIn(`${temp.path}/2026/09`),
    ["2026-09-10T18.csv", "2026-09-10T18.manifest", ...theirs].sort(),
  );
});

Deno.test("FolderStore.lock() waits for another holder in the same process", async () => {
  await using temp = await tempFolder();
  const order: string[] = [];
  const first = await storeIn(temp.path).lock(KEY);
  const second = storeIn(temp.path).lock(KEY).then((lock) => {
    order.push("second");
    return lock;
  });
  order.push("first done");
  first[Symbol.dispose]();
  (await second)[Symbol.dispose]();
  assertEquals(order, ["first done", "second"]);
});

Deno.test("FolderStore.lock() of one hour does not wait for that of the next", async () => {
  await using temp = await tempFolder();
  using _one = await storeIn(temp.path).lock(KEY);
  using _other = await storeIn(temp.path).lock(OTHER_KEY);
});

Deno.test("FolderStore.lock() waits for another process, until it is killed", async () => {
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
  const store = new FolderStore(temp.path, {
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

Deno.test("FolderStore.lock() can be taken again after it was disposed of", async () => {
  await using temp = await tempFolder();
  const store = storeIn(temp.path);
  for (let i = 0; i < 3; i++) (await store.lock(KEY))[Symbol.dispose]();
});

Deno.test("FolderStore.lock() puts its files where no report is looked for", async () => {
  await using temp = await tempFolder();
  using _lock = await storeIn(temp.path).lock(KEY);
  assertEquals(await namesIn(temp.path), [".locks"]);
});

Deno.test("FolderStore.read() needs no permission to write", async () => {
  await using temp = await tempFolder();
  await put(storeIn(temp.path), KEY, "csv", "a\n");
  const { code, stdout, stderr } = await new Deno.Command(Deno.execPath(), {
    args: ["run", "--no-prompt", "--allow-read", script("read_entry.ts"), temp.path, KEY],
  }).output();
  assertEquals(new TextDecoder().decode(stderr), "");
  assertEquals(new TextDecoder().decode(stdout), "a\n\n");
  assertEquals(code, 0);
});

Deno.test("FolderStore.locate() is the path of the file", async () => {
  await using temp = await tempFolder();
  const store = storeIn(temp.path);
  await put(store, KEY, "csv", "a\n");
  const path = store.locate(KEY, (await store.read(KEY))!.manifest.file.name);
  assertEquals(await Deno.readTextFile(path), "a\n");
});

Deno.test("FolderStore names no file with a colon, which Windows refuses", async () => {
  await using temp = await tempFolder();
  await put(storeIn(temp.path), KEY, "csv", "a\n");
  for (const folder of ["", "/.locks", "/2026", "/2026/09"]) {
    for (const name of await namesIn(temp.path + folder)) assert(!name.includes(":"), name);
  }
});

Deno.test("FolderStore.list() finds nothing in a folder that is not there", async () => {
  await using temp = await tempFolder();
  assertEquals(await storeIn(temp.path).list("2026/09"), []);
});

Deno.test("FolderStore.list() tells what belongs to which key, also what is not finished", async () => {
  await using temp = await tempFolder();
  const store = storeIn(temp.path);
  await put(store, KEY, "csv", "a,b\n");
  const { size: bytes } = await Deno.stat(`${temp.path}/${KEY}.manifest`);
  const others = [`2026-09-10T19.${UUID}.tmp`, "2026-09-10T20.tmp", "notes.de.txt", "README"];
  for (const name of others) await Deno.writeTextFile(`${temp.path}/2026/09/${name}`, "mine");
  await Deno.mkdir(`${temp.path}/2026/09/folder.csv`);
  assertEquals(await store.list("2026/09"), [
    { key: KEY, ending: "csv", name: "2026-09-10T18.csv", bytes: 4 },
    { key: KEY, ending: "manifest", name: "2026-09-10T18.manifest", bytes },
    { key: OTHER_KEY, ending: "tmp", name: others[0], bytes: 4 },
    // Not one of the store's temporary files.
    { key: "2026/09/2026-09-10T20.tmp", ending: "", name: others[1], bytes: 4 },
    { key: "2026/09/README", ending: "", name: "README", bytes: 4 },
    { key: "2026/09/notes.de", ending: "txt", name: "notes.de.txt", bytes: 4 },
  ]);
});

Deno.test("FolderStore.readManifest() reads a manifest whatever its report is like", async () => {
  await using temp = await tempFolder();
  const store = storeIn(temp.path);
  await put(store, KEY, "csv", "a,b\n", { rows: 7 });
  await Deno.remove(`${temp.path}/${KEY}.csv`);
  assertEquals((await store.readManifest(KEY))?.rows, 7);
  await Deno.writeTextFile(`${temp.path}/${KEY}.manifest`, "{");
  assertEquals(await store.readManifest(KEY), undefined);
  assertEquals(await store.readManifest(OTHER_KEY), undefined);
});

Deno.test("FolderStore.remove() removes an entry, and folders that become empty", async () => {
  await using temp = await tempFolder();
  const store = storeIn(temp.path);
  await put(store, KEY, "csv", "a,b\n");
  const { size } = await Deno.stat(`${temp.path}/${KEY}.manifest`);
  assertEquals(await store.remove(KEY, ["csv"]), size + 4);
  assertEquals(await namesIn(temp.path), [".locks"]);
  assertEquals(await store.remove(KEY, ["csv"]), 0);
});

Deno.test("FolderStore.remove() leaves other keys, other endings, and locks", async () => {
  await using temp = await tempFolder();
  const store = storeIn(temp.path);
  for (const key of [KEY, OTHER_KEY]) await put(store, key, "csv", "a,b\n");
  const theirs = [
    "2026-09-10T18.xlsx",
    "2026-09-10T18.de.csv",
    "2026-09-10T18.tmp",
    "2026-09-10T18",
  ];
  for (const name of theirs) await Deno.writeTextFile(`${temp.path}/2026/09/${name}`, "mine");
  await Deno.mkdir(`${temp.path}/2026/09/2026-09-10T18.ndjson`);
  const locks = await namesIn(`${temp.path}/.locks`);
  await store.remove(KEY, ["csv", "ndjson"]);
  assertEquals(
    await namesIn(`${temp.path}/2026/09`),
    [...theirs, "2026-09-10T18.ndjson", "2026-09-10T19.csv", "2026-09-10T19.manifest"].sort(),
  );
  assertEquals(await namesIn(`${temp.path}/.locks`), locks);
});

Deno.test("FolderStore.remove() removes what a killed writer left of the key", async () => {
  await using temp = await tempFolder();
  await Deno.mkdir(`${temp.path}/2026/09`, { recursive: true });
  await Deno.writeTextFile(`${temp.path}/2026/09/2026-09-10T18.${UUID}.tmp`, "half");
  assertEquals(await storeIn(temp.path).remove(KEY, []), 4);
  assertEquals(await namesIn(temp.path), []);
});

Deno.test("FolderStore.remove() takes the manifest first", async () => {
  await using temp = await tempFolder();
  const store = storeIn(temp.path);
  await put(store, KEY, "csv", "a,b\n");
  const removed: string[] = [];
  const watcher = Deno.watchFs(`${temp.path}/2026/09`);
  await store.remove(KEY, ["csv"]);
  for await (const { kind, paths } of watcher) {
    if (kind === "remove") removed.push(...paths.map((path) => basename(path)));
    if (removed.length >= 2) break;
  }
  assertEquals(removed.slice(0, 2), ["2026-09-10T18.manifest", "2026-09-10T18.csv"]);
});

Deno.test("FolderStore.write() survives that others remove the folder while it is empty", async () => {
  await using temp = await tempFolder();
  const store = storeIn(temp.path);
  let writing = true;
  const removing = (async () => {
    while (writing) {
      await store.remove("2026/09/2026-09-10T00", []);
      await new Promise((resolve) => setTimeout(resolve, 1));
    }
  })();
  for (let i = 0; i < 40; i++) {
    await put(store, KEY, "csv", `${i}`);
    assertEquals(await textOf(store, KEY), `${i}`);
    await store.remove(KEY, ["csv"]);
  }
  writing = false;
  await removing;
});

function script(name: string): string {
  return fileURLToPath(new URL(`../../cli/testing/${name}`, import.meta.url));
}
