/**
 * What is no manifest of a finished report is so for everyone who reads one, and nobody fails on it.
 *
 * @module
 */

import { assertEquals, assertMatch } from "@std/assert";
import { type Manifest, REPORT_VERSION } from "../report/manifest.ts";
import { storeHour, storeIn } from "../testing/store_hour.ts";
import { tempFolder } from "../testing/temp_folder.ts";
import { Hour } from "../time/hour.ts";
import { listReports } from "./list.ts";
import { isFinished, openReport, whyUnfinished } from "./open.ts";
import { verifyReports } from "./verify.ts";
import { verifyReport } from "./verify_report.ts";

const NAME = "2026-09-10T18";
const HOUR = Hour.parse(NAME);
const NOW = new Date("2026-09-15");
const PATH = `2026/09/${NAME}`;

/** What opening, listing and verifying say of an hour for which a text stands as its manifest. */
async function judge(change: (manifest: Manifest) => string): Promise<string> {
  await using temp = await tempFolder();
  const manifest = await storeHour(temp.path, NAME);
  await Deno.writeTextFile(`${temp.path}/${PATH}.manifest`, change(manifest));
  const store = storeIn(temp.path);

  assertEquals(await openReport(store, HOUR), undefined);
  const listed = await Array.fromAsync(listReports(store, { now: NOW }));
  assertEquals(listed.map(({ period, manifest }) => [`${period}`, manifest]), [[NAME, undefined]]);
  const reason = listed[0]!.unfinished!;
  const verified = await Array.fromAsync(verifyReports(store, { now: NOW }));
  assertEquals(verified.map(({ period, problems }) => [`${period}`, problems]), [
    [NAME, [`it is not finished: ${reason}`]],
  ]);
  return reason;
}

const NO_JSON = {
  "nothing": "",
  "half an object": "{",
  "a text that is no JSON": "manifest",
  "bytes of zero": "\0".repeat(4096),
};

const NO_OBJECTS = {
  "null": "null",
  "a list": "[]",
  "a list of manifests": '[{"file":{}}]',
  "a number": "7",
  "a text": '"manifest"',
  "a truth": "true",
};

const NO_FILE = {
  "an object without anything": "{}",
  "a file that is null": '{"file":null}',
  "a file that is a text": '{"file":"2026-09-10T18.csv"}',
  "a file whose name is a number": '{"file":{"name":7,"bytes":1,"sha256":"ab"}}',
  "a file without a digest": '{"file":{"name":"2026-09-10T18.csv","bytes":1}}',
  "a file outside of the folder": '{"file":{"name":"../../x.csv","bytes":1,"sha256":"ab"}}',
  "a file of another key": '{"file":{"name":"2026-09-10T19.csv","bytes":1,"sha256":"ab"}}',
  "a file of another edition": '{"file":{"name":"2026-09-10T18.all.csv","bytes":1,"sha256":"ab"}}',
  "a prototype": '{"__proto__":{"file":{"name":"2026-09-10T18.csv"}}}',
};

for (const [what, text] of Object.entries({ ...NO_JSON, ...NO_OBJECTS, ...NO_FILE })) {
  Deno.test(`a manifest that is ${what} makes no hour finished, and nobody fails on it`, async () => {
    assertEquals(await judge(() => text), "its manifest cannot be read");
  });
}

Deno.test("a manifest of 20 MB makes no hour finished, and nobody fails on it", async () => {
  const reason = await judge((manifest) =>
    JSON.stringify({ ...manifest, note: "x".repeat(20_000_000) })
  );
  assertEquals(reason, "its manifest cannot be read");
});

Deno.test("a manifest nested 10,000 deep makes no hour finished, and nobody fails on it", async () => {
  const deep = `${'{"a":['.repeat(10_000)}${"]}".repeat(10_000)}`;
  assertEquals(await judge(() => deep), "its manifest cannot be read");
  const inPlace = await judge((manifest) =>
    JSON.stringify({ ...manifest, sources: 7 }).replace('"sources":7', `"sources":${deep}`)
  );
  assertEquals(inPlace, "its manifest is not that of a report");
});

const WRONG: Record<string, object> = {
  "no version": { version: undefined },
  "a version in letters": { version: String(REPORT_VERSION) },
  "a version that is null": { version: null },
  "a period that is a number": { period: 7 },
  "a unit that there is not": { unit: "year" },
  "an edition that there is not": { edition: "none" },
  "one source that is no list": { sources: {} },
  "no parameters": { parameters: null },
  "counts that are a list": { counts: [] },
  "views in letters": { domain_views: { en: "many" } },
  "no places of its domains": { domain_offsets: undefined },
  "a place of a domain with a fraction": { domain_offsets: { en: 0.5 } },
  "rows that are negative": { rows: -1 },
  "nobody who made it": { made: "yesterday" },
};

for (const [what, metadata] of Object.entries(WRONG)) {
  Deno.test(`a manifest with ${what} makes no hour finished, and nobody fails on it`, async () => {
    const reason = await judge((manifest) => JSON.stringify({ ...manifest, ...metadata }));
    assertEquals(reason, "its manifest is not that of a report");
  });
}

for (const version of [0, 1, REPORT_VERSION - 1, REPORT_VERSION + 1]) {
  Deno.test(`a manifest of version ${version} makes no hour finished`, async () => {
    const rules = `it was made by the rules of version ${version}, not ${REPORT_VERSION}`;
    assertEquals(await judge((manifest) => JSON.stringify({ ...manifest, version })), rules);
    // What else another version says, it may say in another way.
    assertEquals(await judge(({ file }) => JSON.stringify({ version, file })), rules);
  });
}

const OTHERS: Record<string, [metadata: object, reason: RegExp]> = {
  "another hour": [{ period: "2026-09-10T17" }, /^its manifest is of hour "2026-09-10T17", /],
  "another unit": [{ unit: "day" }, /^its manifest is of day "2026-09-10T18", /],
  "another start": [
    { period_start: "2026-09-10T16:00:00Z" },
    /2026-09-10T16:00:00Z to 2026-09-10T18:00:00Z/,
  ],
  "another end": [
    { period_end: "2026-09-10T19:00:00Z" },
    /2026-09-10T17:00:00Z to 2026-09-10T19:00:00Z/,
  ],
  "another edition": [{ edition: "all" }, /, edition "all"$/],
  "the day of the hour": [
    {
      period: "2026-09-10",
      unit: "day",
      period_start: "2026-09-10T00:00:00Z",
      period_end: "2026-09-11T00:00:00Z",
    },
    /^its manifest is of day "2026-09-10", /,
  ],
};

for (const [what, [metadata, reason]] of Object.entries(OTHERS)) {
  Deno.test(`a manifest of ${what} makes no hour finished`, async () => {
    const told = await judge((manifest) => JSON.stringify({ ...manifest, ...metadata }));
    assertMatch(told, reason);
  });
}

Deno.test("verifyReport() and isFinished() go by whyUnfinished()", async () => {
  await using temp = await tempFolder();
  const manifest = await storeHour(temp.path, NAME);
  const content = await Deno.readFile(`${temp.path}/${PATH}.csv`);
  const name = { period: HOUR, edition: "each" } as const;
  assertEquals(whyUnfinished(manifest, name), undefined);
  assertEquals(isFinished(manifest, name), true);
  assertEquals(await verifyReport(name, manifest, content), []);
  for (const other of [{}, { version: REPORT_VERSION + 1 }, { edition: "all" }, { sources: 7 }]) {
    const changed = Object.keys(other).length === 0
      ? {} as Manifest
      : { ...manifest, ...other } as Manifest;
    const reason = whyUnfinished(changed, name);
    assertEquals(typeof reason, "string");
    assertEquals(isFinished(changed, name), false);
    assertEquals(await verifyReport(name, changed, content), [reason]);
  }
  for (const other of [undefined, null, 7, "manifest", []]) {
    assertEquals(isFinished(other, name), false);
  }
});
