import { assert, assertEquals, assertRejects } from "@std/assert";
import { basename } from "node:path";
import { tryLockFile } from "../deno/file_lock.ts";
import { sha256Of } from "../dump/sha256.ts";
import { openFolderStore } from "../node/folder_store.ts";
import { tempFolder } from "../testing/temp_folder.ts";
import type { Store } from "./entries.ts";

const KEY = "2026/09/2026-09-10T18";
/** An hour whose lock is another one than that of {@linkcode KEY}. */
const OTHER_KEY = "2026/09/2026-09-10T19";
const UUID = "0f8fad5b-d9cb-469f-a165-70867728950e";

const bytes = (text: string) => new TextEncoder().encode(text);

function storeIn(folder: string): Store {
  return openFolderStore(folder, { tryLock: tryLockFile }).store;
}

/** Writes as a user of the store has to: with the lock. */
async function put(
  store: Store,
  key: string,
  extension: string,
  text: string,
  metadata: object = {},
): Promise<void> {
  using _lock = await store.lock(key);
  await store.write(key, extension, bytes(text), metadata);
}

async function textOf(store: Store, key: string): Promise<string | undefined> {
  const entry = await store.read(key);
  return entry && new TextDecoder().decode(entry.content);
}

async function namesIn(folder: string): Promise<string[]> {
  const entries = await Array.fromAsync(Deno.readDir(folder));
  return entries.map(({ name }) => name).sort();
}

Deno.test("Store.read() finds nothing in a folder that is not there", async () => {
  await using temp = await tempFolder();
  assertEquals(await storeIn(`${temp.path}/none`).read(KEY), undefined);
  assertEquals(await namesIn(temp.path), []);
});

Deno.test("Store keeps files beside an entry, whole or not at all", async () => {
  await using temp = await tempFolder();
  const store = storeIn(temp.path);
  const write = async (...companions: [string, string][]) => {
    using _lock = await store.lock(KEY);
    const others = companions.map(([extension, text]) => [extension, bytes(text)] as const);
    await store.write(KEY, "csv", bytes("a,b\n"), { rows: 7 }, {
      companions: new Map(others),
    });
  };
  const companions = async () => {
    const { companions } = (await store.read(KEY))!;
    return Array.from(companions, ([name, content]) => [name, new TextDecoder().decode(content)]);
  };
  const folder = `${temp.path}/2026/09`;
  await write(["more", "c"], ["most", "d"]);
  assertEquals(await companions(), [["more", "c"], ["most", "d"]]);
  assertEquals(
    (await store.readManifest(KEY))?.companions?.map(({ name, bytes }) => [name, bytes]),
    [
      ["2026-09-10T18.more", 1],
      ["2026-09-10T18.most", 1],
    ],
  );
  // One that its manifest names is gone, or another.
  await Deno.writeTextFile(`${folder}/2026-09-10T18.most`, "x");
  assertEquals(await store.read(KEY), undefined);
  await Deno.remove(`${folder}/2026-09-10T18.most`);
  assertEquals(await store.read(KEY), undefined);
  // One that the next manifest does not name is removed, one that no manifest named is left.
  await Deno.writeTextFile(`${folder}/2026-09-10T18.theirs`, "x");
  await write(["more", "e"]);
  assertEquals(await companions(), [["more", "e"]]);
  await write();
  assertEquals(await companions(), []);
  assertEquals(await namesIn(folder), [
    "2026-09-10T18.csv",
    "2026-09-10T18.manifest",
    "2026-09-10T18.theirs",
  ]);
});

for (const name of ["../2026-09-10T18.more", "2026-09-10T19.more", "", 7]) {
  Deno.test(`Store takes no manifest that names ${name} beside its file`, async () => {
    await using temp = await tempFolder();
    const store = storeIn(temp.path);
    const companion = { name, bytes: 0, sha256: "" };
    await put(store, KEY, "csv", "a,b\n", { companions: [companion] });
    assertEquals(await store.readManifest(KEY), undefined);
  });
}

Deno.test("Store.read() gives what was written, and what its writer said", async () => {
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

Deno.test("Store.write() answers with the entry that is read afterwards", async () => {
  await using temp = await tempFolder();
  const store = storeIn(temp.path);
  using _lock = await store.lock(KEY);
  assertEquals(await store.write(KEY, "csv", bytes("a\n"), { rows: 1 }), (await store.read(KEY))!);
});

Deno.test("Store.write() leaves a report and its manifest, and no other file", async () => {
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

Deno.test("Store.write() puts a file in its place whole", async () => {
  await using temp = await tempFolder();
  const store = storeIn(temp.path);
  await put(store, KEY, "csv", "old\n");
  using old = await Deno.open(`${temp.path}/2026/09/2026-09-10T18.csv`);
  await put(store, KEY, "csv", "new and longer\n");
  // Who had opened the old one goes on reading it.
  assertEquals(await new Response(old.readable).text(), "old\n");
});

Deno.test("Store.write() removes its temporary file if it fails", async () => {
  await using temp = await tempFolder();
  const store = storeIn(temp.path);
  const inTheWay = `${temp.path}/2026/09/2026-09-10T18.csv/`;
  await Deno.mkdir(inTheWay, { recursive: true });
  await assertRejects(() => put(store, KEY, "csv", "a\n"));
  assertEquals(await namesIn(`${temp.path}/2026/09`), ["2026-09-10T18.csv"]);
  assertEquals(await store.read(KEY), undefined);
});

Deno.test("Store.read() sees no report without its manifest", async () => {
  await using temp = await tempFolder();
  const store = storeIn(temp.path);
  await put(store, KEY, "csv", "a\n");
  await Deno.remove(`${temp.path}/${KEY}.manifest`);
  assertEquals(await store.read(KEY), undefined);
});

Deno.test("Store.read() sees no manifest without its report", async () => {
  await using temp = await tempFolder();
  const store = storeIn(temp.path);
  await put(store, KEY, "csv", "a\n");
  await Deno.remove(`${temp.path}/${KEY}.csv`);
  assertEquals(await store.read(KEY), undefined);
});

Deno.test("Store.read() reads a report again that does not match its manifest", async () => {
  await using temp = await tempFolder();
  const store = storeIn(temp.path);
  await put(store, KEY, "csv", "new\n");
  Deno.writeTextFileSync(`${temp.path}/${KEY}.csv`, "old\n");
  const reading = textOf(store, KEY);
  // Long before the last time that it is read, however slow the machine: these timers are in line.
  setTimeout(() => Deno.writeTextFileSync(`${temp.path}/${KEY}.csv`, "new\n"), 30);
  assertEquals(await reading, "new\n");
});

Deno.test("Store.read() reads a manifest again that is being replaced", async () => {
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

Deno.test("Store.read() gives up on a report that never matches", async () => {
  await using temp = await tempFolder();
  const store = storeIn(temp.path);
  await put(store, KEY, "csv", "whole report\n");
  await Deno.writeTextFile(`${temp.path}/${KEY}.csv`, "whole rep");
  assertEquals(await store.read(KEY), undefined);
});

Deno.test("Store.read() sees the old entry or the new one while it is written", async () => {
  await using temp = await tempFolder();
  const store = storeIn(temp.path);
  const texts = Array.from({ length: 12 }, (_, i) => `${i}`.repeat(100_000 + i));
  await put(store, KEY, "csv", texts[0]!);
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
  Deno.test(`Store.read() sees nothing whose manifest ${what}`, async () => {
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

Deno.test("Store.write() replaces an entry whose manifest is broken", async () => {
  await using temp = await tempFolder();
  const store = storeIn(temp.path);
  await put(store, KEY, "csv", "a\n");
  await Deno.writeTextFile(`${temp.path}/${KEY}.manifest`, "{");
  await put(store, KEY, "csv", "b\n");
  assertEquals(await textOf(store, KEY), "b\n");
});

Deno.test("Store.write() removes what killed writers of the key left", async () => {
  await using temp = await tempFolder();
  const folder = `${temp.path}/2026/09`;
  await Deno.mkdir(folder, { recursive: true });
  await Deno.writeTextFile(`${folder}/2026-09-10T18.csv.${UUID}.tmp`, "half a rep");
  await put(storeIn(temp.path), KEY, "csv", "a\n");
  assertEquals(await namesIn(folder), ["2026-09-10T18.csv", "2026-09-10T18.manifest"]);
});

Deno.test("Store.write() removes what killed writers of other keys left", async () => {
  await using temp = await tempFolder();
  const folder = `${temp.path}/2026/09`;
  await Deno.mkdir(folder, { recursive: true });
  await Deno.writeTextFile(`${folder}/2026-09-10T19.csv.${UUID}.tmp`, "half a rep");
  await put(storeIn(temp.path), KEY, "csv", "a\n");
  assertEquals(await namesIn(folder), ["2026-09-10T18.csv", "2026-09-10T18.manifest"]);
});

Deno.test("Store.write() leaves the temporary files of writers that are alive", async () => {
  await using temp = await tempFolder();
  const folder = `${temp.path}/2026/09`;
  await Deno.mkdir(folder, { recursive: true });
  const name = `2026-09-10T19.csv.${UUID}.tmp`;
  await Deno.writeTextFile(`${folder}/${name}`, "half a rep");
  using _lock = await storeIn(temp.path).lock(OTHER_KEY);
  await put(storeIn(temp.path), KEY, "csv", "a\n");
  assertEquals(await namesIn(folder), ["2026-09-10T18.csv", "2026-09-10T18.manifest", name]);
});

Deno.test("Store.write() removes the file that it replaces by one of another extension", async () => {
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

Deno.test("Store.write() leaves the files of keys with similar names", async () => {
  await using temp = await tempFolder();
  const store = storeIn(temp.path);
  const keys = ["list/a.b.c", "list/a.b", "list/a", "list/a.b.csv", "list/a.bc"];
  for (const key of keys) await put(store, key, "txt", key);
  for (const extension of ["csv", "txt"]) {
    await put(store, "list/a.b", extension, "list/a.b");
    await put(store, "list/a", extension, "list/a");
  }
  for (const key of keys) assertEquals(await textOf(store, key), key, key);
});

Deno.test("Store.write() leaves the files that people put beside its own", async () => {
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

Deno.test("Store.lock() of one hour does not wait for that of the next", async () => {
  await using temp = await tempFolder();
  using _one = await storeIn(temp.path).lock(KEY);
  using _other = await storeIn(temp.path).lock(OTHER_KEY);
});

Deno.test("Store.lock() puts its files where no report is looked for", async () => {
  await using temp = await tempFolder();
  using _lock = await storeIn(temp.path).lock(KEY);
  assertEquals(await namesIn(temp.path), [".locks"]);
});

Deno.test("Store.locate() is the path of the file", async () => {
  await using temp = await tempFolder();
  const store = storeIn(temp.path);
  await put(store, KEY, "csv", "a\n");
  const path = store.locate(KEY, (await store.read(KEY))!.manifest.file.name);
  assertEquals(await Deno.readTextFile(path), "a\n");
});

Deno.test("Store names no file with a colon, which Windows refuses", async () => {
  await using temp = await tempFolder();
  await put(storeIn(temp.path), KEY, "csv", "a\n");
  for (const folder of ["", "/.locks", "/2026", "/2026/09"]) {
    for (const name of await namesIn(temp.path + folder)) assert(!name.includes(":"), name);
  }
});

Deno.test("Store.list() finds nothing in a folder that is not there", async () => {
  await using temp = await tempFolder();
  assertEquals(await storeIn(temp.path).list("2026/09"), []);
});

Deno.test("Store.list() tells what belongs to which key, also what is not finished", async () => {
  await using temp = await tempFolder();
  const store = storeIn(temp.path);
  await put(store, KEY, "csv", "a,b\n");
  const { size: bytes } = await Deno.stat(`${temp.path}/${KEY}.manifest`);
  const others = [`2026-09-10T19.csv.${UUID}.tmp`, "2026-09-10T20.tmp", "notes.de.txt", "README"];
  for (const name of others) await Deno.writeTextFile(`${temp.path}/2026/09/${name}`, "mine");
  await Deno.mkdir(`${temp.path}/2026/09/folder.csv`);
  assertEquals(await store.list("2026/09"), [
    { key: KEY, extension: "csv", name: "2026-09-10T18.csv", bytes: 4 },
    { key: KEY, extension: "manifest", name: "2026-09-10T18.manifest", bytes },
    { key: OTHER_KEY, extension: "tmp", name: others[0]!, bytes: 4 },
    // Not one of the store's temporary files.
    { key: "2026/09/2026-09-10T20.tmp", extension: "", name: others[1]!, bytes: 4 },
    { key: "2026/09/README", extension: "", name: "README", bytes: 4 },
    { key: "2026/09/notes.de", extension: "txt", name: "notes.de.txt", bytes: 4 },
  ]);
});

Deno.test("Store.readManifest() reads a manifest whatever its report is like", async () => {
  await using temp = await tempFolder();
  const store = storeIn(temp.path);
  await put(store, KEY, "csv", "a,b\n", { rows: 7 });
  await Deno.remove(`${temp.path}/${KEY}.csv`);
  assertEquals((await store.readManifest(KEY))?.rows, 7);
  await Deno.writeTextFile(`${temp.path}/${KEY}.manifest`, "{");
  assertEquals(await store.readManifest(KEY), undefined);
  assertEquals(await store.readManifest(OTHER_KEY), undefined);
});

Deno.test("Store.remove() removes an entry, and folders that become empty", async () => {
  await using temp = await tempFolder();
  const store = storeIn(temp.path);
  await put(store, KEY, "csv", "a,b\n");
  const { size } = await Deno.stat(`${temp.path}/${KEY}.manifest`);
  assertEquals(await store.remove(KEY, ["csv"]), size + 4);
  assertEquals(await namesIn(temp.path), [".locks"]);
  assertEquals(await store.remove(KEY, ["csv"]), 0);
});

Deno.test("Store.remove() leaves other keys, other extensions, and locks", async () => {
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

Deno.test("Store.remove() removes what a killed writer left of the key", async () => {
  await using temp = await tempFolder();
  await Deno.mkdir(`${temp.path}/2026/09`, { recursive: true });
  await Deno.writeTextFile(`${temp.path}/2026/09/2026-09-10T18.csv.${UUID}.tmp`, "half");
  assertEquals(await storeIn(temp.path).remove(KEY, []), 4);
  assertEquals(await namesIn(temp.path), []);
});

Deno.test("Store.remove() takes the manifest first", async () => {
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

Deno.test("Store.remove() and Store.write() know temporary files without an extension", async () => {
  await using temp = await tempFolder();
  const folder = `${temp.path}/2026/09`;
  await Deno.mkdir(folder, { recursive: true });
  const store = storeIn(temp.path);
  const leave = () => Deno.writeTextFile(`${folder}/2026-09-10T18.${UUID}.tmp`, "half");
  await leave();
  assertEquals(await store.remove(KEY, []), 4);
  await Deno.mkdir(folder, { recursive: true });
  await leave();
  await put(store, KEY, "csv", "a\n");
  assertEquals(await namesIn(folder), ["2026-09-10T18.csv", "2026-09-10T18.manifest"]);
});

Deno.test("Store.lock() waits for another holder of the same key, not for other keys", async () => {
  await using temp = await tempFolder();
  const order: string[] = [];
  const first = await storeIn(temp.path).lock(KEY);
  const second = storeIn(temp.path).lock(KEY).then((lock) => {
    order.push("second");
    return lock;
  });
  using _other = await storeIn(temp.path).lock(OTHER_KEY);
  order.push("first done");
  first[Symbol.dispose]();
  (await second)[Symbol.dispose]();
  assertEquals(order, ["first done", "second"]);
});

Deno.test("Store.lock() stops waiting with its signal", async () => {
  await using temp = await tempFolder();
  using _first = await storeIn(temp.path).lock(KEY);
  const signal = AbortSignal.timeout(20);
  await assertRejects(() => storeIn(temp.path).lock(KEY, signal), DOMException);
});

Deno.test("Store.lock() has no more than 256 locks for all keys together", async () => {
  await using temp = await tempFolder();
  const store = storeIn(temp.path);
  for (let i = 0; i < 600; i++) (await store.lock(`2026/09/${i}`))[Symbol.dispose]();
  const names = await namesIn(`${temp.path}/.locks`);
  assert(names.length > 200 && names.length <= 256, `there are ${names.length}`);
  for (const name of names) assert(/^[0-9a-f]{2}\.lock$/.test(name), name);
});

Deno.test("Store.readPart() reads a part of a file, and less where it ends", async () => {
  await using temp = await tempFolder();
  const store = storeIn(temp.path);
  await put(store, KEY, "csv", "0123456789");
  const part = async (start: number, end: number) => {
    const read = await store.readPart(KEY, "2026-09-10T18.csv", start, end);
    return read && new TextDecoder().decode(read);
  };
  assertEquals([await part(0, 3), await part(3, 10), await part(8, 99)], ["012", "3456789", "89"]);
  assertEquals([await part(5, 5), await part(20, 30)], ["", ""]);
  assertEquals(await store.readPart(OTHER_KEY, "2026-09-10T19.csv", 0, 1), undefined);
});

Deno.test("Store.names() lists names as Store.list() does", async () => {
  await using temp = await tempFolder();
  const store = storeIn(temp.path);
  await put(store, KEY, "csv", "a\n");
  await Deno.writeTextFile(`${temp.path}/2026/09/README`, "mine");
  const listed = await store.list("2026/09");
  assertEquals(await store.names("2026/09"), listed.map(({ bytes: _, ...name }) => name));
  assertEquals(await store.names("2026/10"), []);
});

Deno.test("Store.lock() never waits for a report where what is locked is none", async () => {
  await using temp = await tempFolder();
  const store = storeIn(temp.path);
  const held: Disposable[] = [];
  const names = new Set<string>();
  // All the locks that reports can have.
  for (let i = 0; names.size < 256; i++) {
    const key = `2026/09/${i}`;
    const digits = (await sha256Of(new TextEncoder().encode(key))).slice(0, 2);
    if (names.has(digits)) continue;
    names.add(digits);
    held.push(await store.lock(key));
  }
  using _job = await store.lock("jobs/2026-09-10T18");
  for (const lock of held) lock[Symbol.dispose]();
});
