import { assert, assertEquals } from "@std/assert";
import { entryKey } from "../../core/archive/layout.ts";
import { tryLockFile } from "../../core/deno/file_lock.ts";
import { Hour } from "../../core/mod.ts";
import { openFolderStore } from "../../core/node/folder_store.ts";
import { assertSameText } from "../../core/testing/assert_same_text.ts";
import { FaultServer } from "../../core/testing/fault_server.ts";
import { launch, start } from "../../core/testing/launch.ts";
import { FROM_SOURCE } from "../../core/testing/program.ts";
import { assertMade, expectedReport, namesIn, runFrom } from "../../core/testing/run_from.ts";
import { SAMPLE } from "../../core/testing/sample.ts";
import { tempFolder } from "../../core/testing/temp_folder.ts";
import { Random } from "../../testdata/random.ts";

const KILLS = 30;
const RANGE = ["2026-09-10T01", "2026-09-11T00"] as const;
const HOURS = Hour.range(Hour.parse(RANGE[0]), Hour.parse(RANGE[1]));

function sleep(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

Deno.test("wikitop run of 24 hours, killed 30 times, leaves whole reports and goes on", async () => {
  await using temp = await tempFolder();
  const { path: cwd } = temp;
  const folder = `${cwd}/reports/2026/09`;
  const drip = { bytes: 2, milliseconds: 10 };
  await using server = new FaultServer({ fault: (_, right) => ({ ...right, drip }) });
  const { store } = openFolderStore(`${cwd}/reports`, { tryLock: tryLockFile });
  const random = new Random(20260910);
  const expected = new Map<string, string>();
  for (const hour of HOURS) expected.set(`${hour}`, await expectedReport(`${hour}`));

  const flags = ["--source", server.url, "--denylist", SAMPLE.denylist];
  const permissions = [`--allow-net=${server.host}`];
  // On a busy machine no hour would be finished within a time that is enough elsewhere.
  const since = performance.now();
  await launch(FROM_SOURCE, ["run", RANGE[0], ...flags, "--store", "reports/first"], {
    cwd,
    permissions,
  });
  const firstMs = Math.round(performance.now() - since);

  let [interrupted, finished] = [0, 0];
  for (let kill = 0; kill < KILLS; kill++) {
    // Some go on from where the last one was killed, some make again what is there.
    const force = random.chance(0.6) ? ["--force"] : [];
    const args = ["run", ...RANGE, ...flags, ...force];
    const child = start(FROM_SOURCE, args, { cwd, permissions });
    await sleep(random.between(80, 600 + firstMs));
    try {
      child.kill("SIGKILL");
      interrupted++;
    } catch (error) {
      if (!(error instanceof TypeError)) throw error; // It had ended.
    }
    await child.output();
    await server.rest();

    finished = 0;
    for (const hour of HOURS) {
      const right = expected.get(`${hour}`)!;
      if (namesIn(folder).includes(`${hour}.csv`)) {
        assertSameText(await Deno.readTextFile(`${folder}/${hour}.csv`), right);
      }
      if (!namesIn(folder).includes(`${hour}.manifest`)) continue;
      const entry = await store.read(entryKey(hour));
      if (entry === undefined) continue;
      finished++;
      assertSameText(new TextDecoder().decode(entry.content), right);
    }
  }
  assert(interrupted > KILLS / 2, `${interrupted} were killed before they had ended`);
  assert(finished > 0, "no hour was ever finished");

  // There is something left to do, in whose course the rest is cleared away.
  await store.remove(entryKey(HOURS[23]!), ["csv"]);
  const { code, stderr } = await runFrom([server], RANGE, { cwd });
  assertEquals(code, 0, stderr);
  for (const hour of HOURS) await assertMade(cwd, `${hour}`);
  const extensions = ["csv", "denied", "manifest"];
  assertEquals(namesIn(folder).length, extensions.length * HOURS.length);
});
