import { assert, assertEquals, assertMatch, assertRejects } from "@std/assert";
import { tryLockFile } from "../deno/file_lock.ts";
import { PermissionError } from "../permission_error.ts";
import { LockError } from "../store/locks.ts";
import { StoreError } from "../store/store_error.ts";
import { FakeClock } from "../testing/fake_clock.ts";
import { tempFolder } from "../testing/temp_folder.ts";
import { FolderLocks } from "./folder_locks.ts";

function locksIn(folder: string): FolderLocks {
  return new FolderLocks(`${folder}/.locks`, { tryLock: tryLockFile });
}

async function namesIn(folder: string): Promise<string[]> {
  const entries = await Array.fromAsync(Deno.readDir(folder));
  return entries.map(({ name }) => name).sort();
}

Deno.test("FolderLocks.acquire() waits for another holder in the same process", async () => {
  await using temp = await tempFolder();
  const order: string[] = [];
  const first = await locksIn(temp.path).acquire("a");
  const second = locksIn(temp.path).acquire("a").then((lock) => {
    order.push("second");
    return lock;
  });
  order.push("first done");
  first[Symbol.dispose]();
  (await second)[Symbol.dispose]();
  assertEquals(order, ["first done", "second"]);
});

Deno.test("FolderLocks.acquire() does not wait for a lock of another name", async () => {
  await using temp = await tempFolder();
  using _one = await locksIn(temp.path).acquire("a");
  using _other = await locksIn(temp.path).acquire("b");
});

Deno.test("FolderLocks.acquire() can be called again after the lock was disposed of", async () => {
  await using temp = await tempFolder();
  const locks = locksIn(temp.path);
  for (let i = 0; i < 3; i++) (await locks.acquire("a"))[Symbol.dispose]();
});

Deno.test("FolderLocks.acquire() lets all of a process have a lock also without patience for others", async () => {
  await using temp = await tempFolder();
  const locks = new FolderLocks(`${temp.path}/.locks`, { tryLock: tryLockFile, patience: 0 });
  let done = 0;
  const work = async () => {
    using _lock = await locks.acquire("a");
    await new Promise((resolve) => setTimeout(resolve, 5));
    done++;
  };
  const looks = Array.from(
    { length: 200 },
    async () => (await locks.tryAcquire("a"))?.[Symbol.dispose](),
  );
  await Promise.all([...Array.from({ length: 12 }, work), ...looks]);
  assertEquals(done, 12);
});

Deno.test("FolderLocks.acquire() lets as many hold a lock as it has slots", async () => {
  await using temp = await tempFolder();
  const [one, other] = [locksIn(temp.path), locksIn(temp.path)];
  const first = await one.acquire("host", { slots: 2 });
  using _second = await other.acquire("host", { slots: 2 });
  let isThird = false;
  const third = one.acquire("host", { slots: 2 }).then((lock) => {
    isThird = true;
    return lock;
  });
  await new Promise((resolve) => setTimeout(resolve, 120));
  assertEquals(isThird, false);
  first[Symbol.dispose]();
  (await third)[Symbol.dispose]();
  assertEquals(await namesIn(`${temp.path}/.locks`), ["host-0.lock", "host-1.lock"]);
});

Deno.test("FolderLocks.acquire() stops waiting with its signal", async () => {
  await using temp = await tempFolder();
  using _first = await locksIn(temp.path).acquire("a");
  const controller = new AbortController();
  const waiting = locksIn(temp.path).acquire("a", { signal: controller.signal });
  controller.abort(new Error("interrupted"));
  await assertRejects(() => waiting, Error, "interrupted");
});

Deno.test("FolderLocks.acquire() tries again every now and then", async () => {
  await using temp = await tempFolder();
  const clock = new FakeClock();
  let tries = 0;
  const tryLock = () => Promise.resolve(++tries < 4 ? undefined : { [Symbol.dispose]: () => {} });
  await new FolderLocks(temp.path, { tryLock, clock }).acquire("a");
  assertEquals(clock.slept, [50, 50, 50]);
});

Deno.test("FolderLocks.tryAcquire() does not wait", async () => {
  await using temp = await tempFolder();
  const locks = locksIn(temp.path);
  const lock = await locks.tryAcquire("a");
  assert(lock !== undefined);
  assertEquals(await locks.tryAcquire("a"), undefined);
  lock[Symbol.dispose]();
  using again = await locks.tryAcquire("a");
  assert(again !== undefined);
});

Deno.test("FolderLocks leaves its files where they are", async () => {
  await using temp = await tempFolder();
  (await locksIn(temp.path).acquire("a"))[Symbol.dispose]();
  assertEquals(await namesIn(temp.path), [".locks"]);
  assertEquals(await namesIn(`${temp.path}/.locks`), ["a.lock"]);
});

Deno.test("FolderLocks says which file cannot be locked, and why", async () => {
  await using temp = await tempFolder();
  await Deno.writeTextFile(`${temp.path}/file`, "");
  const error = await assertRejects(() => locksIn(`${temp.path}/file`).acquire("a"), StoreError);
  assert(
    error.message.startsWith(`Cannot lock "${temp.path}/file/.locks/a.lock": `),
    error.message,
  );
  assert(["ENOTDIR", "EEXIST"].includes(error.code), error.code);
});

Deno.test({
  name: "FolderLocks says that a permission is missing, by the name of the folder above",
  permissions: { read: true, write: false },
  async fn() {
    const locks = new FolderLocks("/no-such-store/.locks", { tryLock: tryLockFile });
    const { message } = await assertRejects(() => locks.acquire("a"), PermissionError);
    assert(message.includes('"/no-such-store"'), message);
  },
});

/** What Deno throws where a file system has no locks: a text without a code. */
const WITHOUT_LOCKS: [text: string, name: string][] = [
  ["No locks available (os error 37)", "Error"],
  ["Function not implemented (os error 38)", "Error"],
  ["Interrupted system call (os error 4)", "Interrupted"],
];

for (const [text, name] of WITHOUT_LOCKS) {
  Deno.test(`FolderLocks says that the file system does not lock: ${text}`, async () => {
    await using temp = await tempFolder();
    const tryLock = () => Promise.reject(Object.assign(new Error(text), { name }));
    const locks = new FolderLocks(`${temp.path}/.locks`, { tryLock });
    const error = await assertRejects(() => locks.acquire("a"), LockError);
    assertEquals(error.code, "no-locks");
    assertEquals(
      error.message,
      `Cannot lock "${temp.path}/.locks/a.lock": its file system does not lock files (${text})`,
    );
  });
}

Deno.test("FolderLocks.acquire() says after a second who holds a lock, since when and for what", async () => {
  await using temp = await tempFolder();
  const clock = new FakeClock("2026-09-10T21:00:00Z");
  const options = { tryLock: tryLockFile, clock };
  const holding = new FolderLocks(`${temp.path}/.locks`, options);
  const first = await holding.acquire("a", { purpose: "hour 2026-09-10T18" });
  const told: string[] = [];
  const onWait = (message: string) => {
    told.push(message);
    // Told once, however long it takes from here.
    void clock.sleep(5000).then(() => first[Symbol.dispose]());
  };
  const waiting = new FolderLocks(`${temp.path}/.locks`, { ...options, onWait });
  using _lock = await waiting.acquire("a", { purpose: "hour 2026-09-10T19" });
  assertEquals(told, [
    `Waiting for hour 2026-09-10T19: process ${Deno.pid} has been at it since ` +
    "2026-09-10T21:00:00Z, for hour 2026-09-10T18",
  ]);
  const before = clock.slept.indexOf(5000);
  assert(before >= 20, `it was told after ${before} tries`);
});

Deno.test("FolderLocks.acquire() gives up a lock that others hold for too long", async () => {
  await using temp = await tempFolder();
  const options = { tryLock: tryLockFile, clock: new FakeClock(), patience: 10_000 };
  using _first = await new FolderLocks(temp.path, options).acquire("a", { purpose: "that" });
  const other = new FolderLocks(temp.path, options);
  const error = await assertRejects(() => other.acquire("a", { purpose: "that" }), LockError);
  assertEquals(error.code, "locked");
  assertMatch(
    error.message,
    /^Cannot lock that within 10 s: process \d+ has been at it since [\dT:-]+Z$/,
  );
});

Deno.test("FolderLocks.acquire() has all patience with what the process itself holds", async () => {
  await using temp = await tempFolder();
  const clock = new FakeClock();
  const locks = new FolderLocks(temp.path, { tryLock: tryLockFile, clock, patience: 0 });
  const first = await locks.acquire("a");
  void clock.sleep(60_000).then(() => first[Symbol.dispose]());
  using _second = await locks.acquire("a");
});
