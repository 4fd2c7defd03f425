import { assertEquals } from "@std/assert";
import { tryLockFile } from "../deno/file_lock.ts";
import { nastyReport } from "../testing/nasty_report.ts";
import { tempFolder } from "../testing/temp_folder.ts";
import { findFinishedHour, type Wanted } from "./open.ts";
import { encodeReport } from "../report/encode.ts";
import { type Format, FORMATS, writeReport } from "../report/formats/format.ts";
import { describeReport } from "../report/manifest.ts";
import { FolderStore } from "../node/folder_blobs.ts";
import { hourKey } from "./layout.ts";

/** Its parameters: the top 100, ties by row, a denylist. */
const REPORT = nastyReport();
const DENYLIST = REPORT.parameters.denylist!.sha256;
const MADE = { at: "2026-09-10T20:30:00.000Z", by: "wikitop/1.2.3", seconds: 0.7 };

async function storeWith(
  folder: string,
  { format = "csv", ...facts }: { format?: Format; version?: number } = {},
): Promise<FolderStore> {
  const store = new FolderStore(folder, { tryLock: tryLockFile });
  const content = new TextEncoder().encode([...writeReport(REPORT, format)].join(""));
  const manifest = { ...describeReport(REPORT, encodeReport(REPORT, format), MADE), ...facts };
  using _lock = await store.lock(hourKey(REPORT.hour));
  await store.write(hourKey(REPORT.hour), format, content, manifest);
  return store;
}

Deno.test("findFinishedHour() finds nothing in an empty store", async () => {
  await using temp = await tempFolder();
  const store = new FolderStore(temp.path, { tryLock: tryLockFile });
  assertEquals(await findFinishedHour(REPORT.hour, store), undefined);
});

Deno.test("findFinishedHour() finds no other hour", async () => {
  await using temp = await tempFolder();
  const store = await storeWith(temp.path);
  assertEquals(await findFinishedHour(REPORT.hour.plus(1), store), undefined);
});

for (const format of FORMATS) {
  Deno.test(`findFinishedHour() gives the report again from its ${format}`, async () => {
    await using temp = await tempFolder();
    const found = await findFinishedHour(REPORT.hour, await storeWith(temp.path, { format }));
    assertEquals(found?.report(), REPORT);
    assertEquals(found?.report().hour.toString(), REPORT.hour.toString());
    assertEquals(found?.manifest.made, MADE);
    assertEquals(
      await Deno.readTextFile(found!.location),
      [...writeReport(REPORT, format)].join(""),
    );
  });
}

const FITTING: Record<string, Wanted> = {
  "anything": {},
  "the same": { top: 100, ties: "row", denylist: DENYLIST },
  "fewer ranks": { top: 1 },
  "the same ties": { ties: "row" },
  "the same denylist": { denylist: DENYLIST },
};

for (const [what, wanted] of Object.entries(FITTING)) {
  Deno.test(`findFinishedHour() finds an hour if ${what} is wanted`, async () => {
    await using temp = await tempFolder();
    const found = await findFinishedHour(REPORT.hour, await storeWith(temp.path), wanted);
    assertEquals(found?.manifest.hour, "2026-09-10T18");
  });
}

const OTHER: Record<string, Wanted> = {
  "more ranks are": { top: 101 },
  "RANK is": { ties: "rank" },
  "DENSE_RANK is": { ties: "dense" },
  "another denylist is": { denylist: "ab".repeat(32) },
  "no denylist is": { denylist: null },
  "one thing fits and another does not": { top: 100, ties: "row", denylist: null },
};

for (const [what, wanted] of Object.entries(OTHER)) {
  Deno.test(`findFinishedHour() does not find an hour if ${what} wanted`, async () => {
    await using temp = await tempFolder();
    const found = await findFinishedHour(REPORT.hour, await storeWith(temp.path), wanted);
    assertEquals(found, undefined);
  });
}

Deno.test("findFinishedHour() does not find what was made by other rules", async () => {
  await using temp = await tempFolder();
  const store = await storeWith(temp.path, { version: 0 });
  assertEquals(await findFinishedHour(REPORT.hour, store), undefined);
});
