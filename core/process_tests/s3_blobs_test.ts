import { assert, assertEquals, assertRejects } from "@std/assert";
import { leftFiles } from "../archive/remove.ts";
import type { Bytes } from "../dump/bytes.ts";
import { FolderLocks } from "../node/folder_locks.ts";
import { S3Blobs } from "../node/s3_blobs.ts";
import { S3Export } from "../node/s3_export.ts";
import { openS3Store } from "../node/s3_store.ts";
import { tryLockFile } from "../deno/file_lock.ts";
import { Store, WriteConflictError } from "../store/entries.ts";
import { StoreError } from "../store/store_error.ts";
import type { S3Server } from "../testing/ceph_server.ts";
import { type ChooseFault, FaultProxy, type ProxyFault } from "../testing/fault_proxy.ts";
import { bucketTests } from "../testing/test_bucket.ts";
import { tempFolder } from "../testing/temp_folder.ts";

const KEY = "2026/09/2026-09-10T18";

const define = bucketTests();
let server: S3Server;

function testBucket(name: string, test: (bucket: string) => Promise<void>): void {
  define(name, async (bucket, started) => {
    server = started;
    await test(bucket);
  });
}

const bytes = (text: string) => new TextEncoder().encode(text);
const text = (content: Bytes | undefined) => content && new TextDecoder().decode(content);
const blobsIn = (address: string) => new S3Blobs(address, { endpoint: server.endpoint });

testBucket("S3Blobs finds nothing in a bucket that is empty", async (bucket) => {
  const blobs = blobsIn(`${bucket}/top`);
  assertEquals(await blobs.get("2026/09/a.csv"), undefined);
  assertEquals(await blobs.range("2026/09/a.csv", 0, 7), undefined);
  assertEquals(await blobs.version("2026/09/a.csv"), undefined);
  assertEquals([await blobs.names("2026/09"), await blobs.folders("")], [[], []]);
  await blobs.delete("2026/09/a.csv");
});

testBucket("S3Blobs.range() gives a part, and less where the blob ends", async (bucket) => {
  const blobs = blobsIn(`${bucket}/top`);
  await blobs.put([["2026/09/a.csv", bytes("0123456789")], ["2026/09/empty.csv", bytes("")]]);
  const part = async (start: number, end: number) =>
    text(await blobs.range("2026/09/a.csv", start, end));
  assertEquals([await part(0, 10), await part(3, 7), await part(0, 0)], ["0123456789", "3456", ""]);
  assertEquals([await part(8, 2 ** 40), await part(10, 11), await part(50, 60)], ["89", "", ""]);
  assertEquals((await blobs.range("2026/09/empty.csv", 0, 5))?.length, 0);
  assertEquals(text(await blobs.get("2026/09/a.csv")), "0123456789");
  assertEquals((await blobs.get("2026/09/empty.csv"))?.length, 0);
  assertEquals(await server.keys(bucket), ["top/2026/09/a.csv", "top/2026/09/empty.csv"]);
});

testBucket("S3Blobs.list() goes on behind the first page", async (bucket) => {
  const blobs = blobsIn(`${bucket}/top/`);
  const names = Array.from({ length: 1001 }, (_, i) => `${1000 + i}.csv`);
  for (let at = 0; at < names.length; at += 50) {
    await Promise.all(
      names.slice(at, at + 50).map((name) => blobs.put([[`a/${name}`, bytes("x")]])),
    );
  }
  await blobs.put([["a/below/c.csv", bytes("")], ["ab.csv", bytes("")], ["a/100.csv", bytes("y")]]);
  assertEquals(await blobs.names("a"), ["100.csv", ...names]);
  assertEquals(await blobs.names("a", "199"), names.filter((name) => name.startsWith("199")));
  const [first] = await blobs.list("a");
  assertEquals([first?.name, first?.bytes], ["100.csv", 1]);
  assertEquals([await blobs.folders(""), await blobs.folders("a")], [["a"], ["below"]]);
});

testBucket("S3Blobs.putIf() writes upon what was seen, and nothing else", async (bucket) => {
  const blobs = blobsIn(bucket);
  const put = (content: string, seen: string | undefined) => blobs.putIf("a", bytes(content), seen);
  assertEquals([await put("1", undefined), await put("2", undefined)], [true, false]);
  const first = await blobs.version("a");
  assertEquals([await put("3", first), await put("4", first)], [true, false]);
  assertEquals(text(await blobs.get("a")), "3");
  await blobs.delete("a");
  assertEquals([await put("5", first), await put("6", undefined)], [false, true]);
  // The probes are gone.
  assertEquals(await server.keys(bucket), ["a"]);
});

testBucket("S3Blobs.putIf() has one winner of many", async (bucket) => {
  const blobs = Array.from({ length: 8 }, () => blobsIn(bucket));
  await Promise.all(blobs.map((blobs) => blobs.check({ isWritten: true })));
  let seen: string | undefined;
  for (let round = 0; round < 5; round++) {
    const won = await Promise.all(
      blobs.map((blobs, i) => blobs.putIf("a", bytes(`${round} ${i}`), seen)),
    );
    assertEquals(won.filter((won) => won).length, 1);
    assertEquals(text(await blobs[0]!.get("a")), `${round} ${won.indexOf(true)}`);
    seen = await blobs[0]!.version("a");
  }
});

/** The store of a machine: its locks are no other's. */
function storeIn(bucket: string, state: string): Store {
  return openS3Store(`${bucket}/top`, {
    endpoint: server.endpoint,
    state,
    locks: { tryLock: tryLockFile },
  }).store;
}

testBucket("Store in a bucket keeps files under names that tell their bytes", async (bucket) => {
  await using temp = await tempFolder();
  const store = storeIn(bucket, temp.path);
  const companions = new Map([["denied", bytes("d\n")]]);
  await store.write(KEY, "csv", bytes("a\n"), { rows: 1 }, { companions });
  const first = await store.read(KEY);
  assertEquals([text(first?.content), first?.manifest.rows], ["a\n", 1]);
  assertEquals([...first!.companions.keys()], ["denied"]);
  const named = await server.keys(`${bucket}/top/2026/09`);
  assertEquals(named.map((name) => name.replace(/[0-9a-f]{16}/, "#")).sort(), [
    "2026-09-10T18.#.csv",
    "2026-09-10T18.#.denied",
    "2026-09-10T18.manifest",
  ]);
  assertEquals(
    (await store.names("2026/09")).map(({ key, extension }) => [key, extension]),
    [[KEY, "csv"], [KEY, "denied"], [KEY, "manifest"]],
  );
  // What is replaced is removed, and what replaces it has a name of its own though it is the same.
  await store.write(KEY, "csv", bytes("a\n"), { rows: 2 });
  const second = (await store.read(KEY))!.manifest;
  assertEquals([second.rows, second.file.sha256], [2, first!.manifest.file.sha256]);
  assert(second.file.name !== first!.manifest.file.name);
  assertEquals((await server.keys(`${bucket}/top`)).length, 2);
  assertEquals(await store.remove(KEY, ["csv"]) > 2, true);
  assertEquals(await server.keys(bucket), []);
});

testBucket("Store.write() leaves what another machine wrote meanwhile", async (bucket) => {
  await using temp = await tempFolder();
  const [one, other] = [storeIn(bucket, `${temp.path}/1`), storeIn(bucket, `${temp.path}/2`)];
  await one.write(KEY, "csv", bytes("one\n"), {}, { seen: null });
  const before = await server.keys(bucket);
  for (const content of ["other\n", "one\n"]) {
    await assertRejects(
      () => other.write(KEY, "csv", bytes(content), { rows: 2 }, { seen: null }),
      WriteConflictError,
      "another writer was first",
    );
    // What it wrote in vain is swept, and not what the first manifest names.
    assertEquals(await server.keys(bucket), before);
    assertEquals(text((await other.read(KEY))?.content), "one\n");
  }
  const seen = await other.manifestVersion(KEY) ?? null;
  await other.write(KEY, "csv", bytes("other\n"), {}, { seen });
  await assertRejects(() => one.write(KEY, "csv", bytes("1\n"), {}, { seen }), WriteConflictError);
  assertEquals(text((await one.read(KEY))?.content), "other\n");
  assertEquals((await server.keys(bucket)).length, 2);
});

testBucket("Store.write() sweeps what a killed writer left of the same entry", async (bucket) => {
  await using temp = await tempFolder();
  const store = storeIn(bucket, temp.path);
  const folder = "top/2026/09";
  const left = [`${KEY}.0123456789abcdef.csv`, `${KEY}.0123456789abcdef-01234567.csv`];
  await blobsIn(`${bucket}/top`).put(left.map((path) => [path, bytes("half")]));
  const theirs = [
    "2026-09-10T18.xlsx",
    "2026-09-10T180.0123456789abcdef.csv",
    "2026-09-10T18.de.csv",
  ];
  await blobsIn(bucket).put(theirs.map((name) => [`${folder}/${name}`, bytes("mine")]));
  await store.write(KEY, "csv", bytes("a\n"), {});
  assertEquals((await server.keys(bucket)).length, 2 + theirs.length);
});

testBucket(
  "Store.write() in a bucket always leaves one whole entry of many writers",
  async (bucket) => {
    await using temp = await tempFolder();
    const stores = Array.from({ length: 6 }, (_, i) => storeIn(bucket, `${temp.path}/${i}`));
    let [won, lost] = [0, 0];
    await Promise.all(stores.map(async (store, i) => {
      for (let round = 0; round < 4; round++) {
        // Few contents: some writers have the same as others.
        const content = bytes(`${(i + round) % 3}\n`);
        try {
          await store.write(KEY, "csv", content, { by: i, round });
          won++;
        } catch (error) {
          if (!(error instanceof WriteConflictError)) throw error;
          lost++;
        }
        const entry = await store.read(KEY);
        assert(entry !== undefined, "an entry is not whole");
      }
    }));
    assertEquals(won + lost, 24);
    assert(won > 0);
    assertEquals((await server.keys(bucket)).length, 2, "something is left");
  },
);

testBucket(
  "S3Export writes files whole, however long, and aborts what it cannot end",
  async (bucket) => {
    await using temp = await tempFolder();
    const target = new S3Export(`${bucket}/lake`, {
      endpoint: server.endpoint,
      state: temp.path,
      locks: { tryLock: tryLockFile },
    });
    using _lock = await target.lock();
    const part = new Uint8Array(1 << 20).map((_, i) => i * 7);
    async function* chunks(count: number, fail = false) {
      for (let i = 0; i < count; i++) yield part;
      if (fail) throw new Error("no more");
    }
    assertEquals(await target.write("a/long.csv", chunks(20)), 20 << 20);
    assertEquals(await target.size("a/long.csv"), 20 << 20);
    assertEquals(await target.write("a/_SUCCESS", chunks(0)), 0);
    await assertRejects(() => target.write("a/cut.csv", chunks(20, true)), Error, "no more");
    assertEquals([await target.size("a/cut.csv"), await target.note("form")], [
      undefined,
      undefined,
    ]);
    await target.writeNote("form", "csv flat\n");
    assertEquals(await target.note("form"), "csv flat\n");
    const keys = ["lake/.wikitop/form", "lake/a/_SUCCESS", "lake/a/long.csv"];
    assertEquals(await server.keys(bucket), keys);
    await target[Symbol.asyncDispose]();
  },
);

testBucket("S3Blobs says what is wrong with a bucket or who asks", async (bucket) => {
  const codeOf = async (blobs: S3Blobs) =>
    (await assertRejects(() => blobs.check({ isWritten: true }), StoreError)).code;
  assertEquals(await codeOf(blobsIn("s3://no-such-bucket/top")), "NoSuchBucket");
  Deno.env.set("AWS_SECRET_ACCESS_KEY", "wrong");
  assertEquals(await codeOf(blobsIn(bucket)), "SignatureDoesNotMatch");
  Deno.env.set("AWS_ACCESS_KEY_ID", "nobody");
  assertEquals(await codeOf(blobsIn(bucket)), "InvalidAccessKeyId");
});

/** Blobs behind a proxy that does something to some requests. */
async function withFaults(
  bucket: string,
  fault: ChooseFault,
  test: (blobs: S3Blobs, proxy: FaultProxy) => Promise<void>,
): Promise<void> {
  await using proxy = new FaultProxy(server.endpoint, fault);
  const blobs = new S3Blobs(`${bucket}/top`, {
    endpoint: proxy.url,
    timeout: 4000,
    clock: { now: () => new Date(), sleep: () => Promise.resolve() },
  });
  await test(blobs, proxy);
  await blobs[Symbol.asyncDispose]();
}

const FAULTS: Record<string, ProxyFault> = {
  "drops the connection": "drop",
  "loses the answer": "lose",
  "answers 503 SlowDown": { status: 503, body: "<Error><Code>SlowDown</Code></Error>" },
  "answers 500": { status: 500 },
  "cuts the headers": { cut: 20 },
  "takes too long": { delay: 6000 },
};

for (const [what, fault] of Object.entries(FAULTS)) {
  testBucket(`S3Blobs reads and writes through a network that ${what}`, async (bucket) => {
    const isHurt = new Set<string>();
    // Each kind of request is hurt the first time; one is enough where that takes its time.
    const most = typeof fault === "object" && "delay" in fault ? 1 : Infinity;
    const once: ChooseFault = ({ method, path }) => {
      const kind = `${method} ${path.split("?")[0]}`;
      if (isHurt.has(kind) || isHurt.size >= most) return undefined;
      isHurt.add(kind);
      return fault;
    };
    await withFaults(bucket, once, async (blobs, { requests }) => {
      await blobs.put([["2026/a.csv", bytes("0123456789")]]);
      assertEquals(text(await blobs.range("2026/a.csv", 3, 7)), "3456");
      assertEquals(await blobs.names("2026"), ["a.csv"]);
      assertEquals(typeof await blobs.version("2026/a.csv"), "string");
      await blobs.delete("2026/a.csv");
      assertEquals(await blobs.names("2026"), []);
      assert(requests.length > isHurt.size, "nothing was hurt");
    });
  });
}

testBucket("S3Blobs reads again what is cut in its middle", async (bucket) => {
  const content = new Uint8Array(300_000).map((_, i) => i * 7);
  await blobsIn(`${bucket}/top`).put([["a.csv", content]]);
  const cut: ChooseFault = ({ before }) => before < 3 ? { cut: 100_000 * (before + 1) } : undefined;
  await withFaults(bucket, cut, async (blobs) => {
    assertEquals(await blobs.get("a.csv"), content);
  });
  await withFaults(bucket, () => ({ cut: 100_000 }), async (blobs) => {
    const error = await assertRejects(() => blobs.get("a.csv"), StoreError);
    assertEquals(error.code, "cut");
  });
});

testBucket("Store.write() knows its own manifest whose answer was lost", async (bucket) => {
  await using temp = await tempFolder();
  let lost = 0;
  const lose: ChooseFault = ({ method, path }) =>
    method === "PUT" && path.includes(".manifest") && lost++ < 2 ? "lose" : undefined;
  await withFaults(bucket, lose, async (blobs) => {
    const locks = new FolderLocks(temp.path, { tryLock: tryLockFile });
    const store = new Store({ blobs, locks });
    await store.write(KEY, "csv", bytes("a\n"), {}, { seen: null });
    assertEquals(text((await store.read(KEY))?.content), "a\n");
    assert(lost > 1, "no answer was lost");
  });
});

testBucket(
  "leftFiles() finds what nobody will ever name, and what is a day old",
  async (bucket) => {
    await using temp = await tempFolder();
    const store = storeIn(bucket, temp.path);
    await store.write(KEY, "csv", bytes("a\n"), {});
    const dead = `${KEY}.0123456789abcdef.csv`;
    const unfinished = "2026/09/2026-09-10T19.0123456789abcdef.csv";
    await blobsIn(`${bucket}/top`).put([dead, unfinished].map((path) => [path, bytes("half")]));
    const left = async (later: number) => {
      const files = leftFiles(store, "2026/09", new Date(Date.now() + later * 3_600_000));
      return (await Array.fromAsync(files)).map(({ name }) => `2026/09/${name}`);
    };
    assertEquals(await left(0), [dead]);
    assertEquals(await left(25), [dead, unfinished]);
  },
);
