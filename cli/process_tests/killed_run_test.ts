import { assert, assertEquals } from "@std/assert";
import { gunzipSync } from "node:zlib";
import { tryLockFile } from "../../core/deno/file_lock.ts";
import type { Manifest } from "../../core/mod.ts";
import { openFolderStore } from "../../core/node/folder_store.ts";
import { launch, start } from "../../core/testing/launch.ts";
import { FROM_SOURCE } from "../../core/testing/program.ts";
import { SAMPLE } from "../../core/testing/sample.ts";
import { tempFolder } from "../../core/testing/temp_folder.ts";
import { Random } from "../../testdata/random.ts";

const KILLS = 50;
/** Two reports of the same dump, so that an old and a new one differ. */
const RULES = ["row", "dense"] as const;
const KEY = "2026/09/2026-09-10T18";

/** Domains of the sample, this many times under other codes: enough to be killed in any phase. */
const TIMES = 100;

async function writeBigDump(path: string): Promise<void> {
  const plain = new TextDecoder().decode(gunzipSync(await Deno.readFile(SAMPLE.dump)));
  const lines = plain.split("\n").filter((line) => line !== "" && !line.startsWith('""'));
  using file = await Deno.create(path);
  const writer = file.writable.getWriter();
  for (let i = 0; i < TIMES; i++) {
    const copy = lines.map((line) => `x${i}-${line}\n`).join("");
    await writer.write(new TextEncoder().encode(copy));
  }
  writer.releaseLock();
}

function argsFor(ties: string, store = "reports"): string[] {
  const flags = ["--source", ".", "--denylist", "none", "--ties", ties, "--store", store];
  return ["run", SAMPLE.hour, ...flags, "--quiet"];
}

function sleep(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

function namesIn(folder: string): string[] {
  try {
    return [...Deno.readDirSync(folder)].map(({ name }) => name);
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return [];
    throw error;
  }
}

async function readIfThere(path: string): Promise<string | undefined> {
  try {
    return await Deno.readTextFile(path);
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return undefined;
    throw error;
  }
}

Deno.test("wikitop run, killed at random moments, never leaves half a report", async () => {
  await using temp = await tempFolder();
  const { path: cwd } = temp;
  const folder = `${cwd}/reports/2026/09`;
  await writeBigDump(`${cwd}/${SAMPLE.dumpName.replace(".gz", "")}`);
  const random = new Random(20260910);

  const right = new Map<string, string>();
  let duration = 0;
  for (const ties of RULES) {
    const since = performance.now();
    const store = `reports/right-${ties}`;
    const { code, stderr } = await launch(FROM_SOURCE, argsFor(ties, store), { cwd });
    assertEquals(code, 0, stderr);
    duration = performance.now() - since;
    right.set(ties, await Deno.readTextFile(`${cwd}/${store}/${KEY}.csv`));
  }
  assert(right.get("row") !== right.get("dense"), "the reports are the same");

  let [finished, killedWriting] = [0, 0];
  for (let kill = 0; kill < KILLS; kill++) {
    // Hours are made again all the time, so that an old report and a new one are there at once.
    const child = start(FROM_SOURCE, [...argsFor(RULES[random.below(2)]!), "--force"], { cwd });
    if (kill % 2 === 0) {
      await sleep(random.fraction() * duration);
    } else {
      // The most dangerous moments are those of the writing.
      const old = new Set(namesIn(folder));
      const isWriting = () =>
        namesIn(folder).some((name) => name.endsWith(".tmp") && !old.has(name));
      for (let polls = 0; polls < 2000 && !isWriting(); polls++) await sleep(2);
      if (random.chance(0.5)) await sleep(random.below(50));
    }
    try {
      child.kill("SIGKILL");
    } catch (error) {
      if (!(error instanceof TypeError)) throw error; // It had ended.
    }
    await child.output();

    const left = namesIn(folder);
    if (left.some((name) => name.endsWith(".tmp"))) killedWriting++;
    const report = await readIfThere(`${folder}/2026-09-10T18.csv`);
    const isWhole = report === undefined || [...right.values()].includes(report);
    assert(isWhole, "a report is not whole");
    const { store } = openFolderStore(`${cwd}/reports`, { tryLock: tryLockFile });
    const entry = await store.read(KEY);
    if (entry === undefined) continue;
    finished++;
    const text = new TextDecoder().decode(entry.content);
    const { parameters: { ties } } = entry.manifest as unknown as Manifest;
    assert(text === right.get(ties), "a finished report is not right");
  }
  assert(killedWriting > 0, "no process was killed while it wrote");
  assert(finished > 0, "no report was ever finished");

  // Whatever is left, the next run finishes; the next one that writes clears away the rest.
  for (const flags of [[], ["--force"]]) {
    const outcome = await launch(FROM_SOURCE, [...argsFor("row"), ...flags], { cwd });
    assertEquals(outcome, { code: 0, stdout: `reports/${KEY}.csv\n`, stderr: "" });
    assert(await readIfThere(`${cwd}/reports/${KEY}.csv`) === right.get("row"));
  }
  assertEquals(namesIn(folder).sort(), ["2026-09-10T18.csv", "2026-09-10T18.manifest"]);
});
