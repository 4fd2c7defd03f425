import { assert, assertEquals } from "@std/assert";
import { launch, start } from "../../core/testing/launch.ts";
import { nastyReport } from "../../core/testing/nasty_report.ts";
import { FROM_SOURCE } from "../../core/testing/program.ts";
import { storeReport } from "../../core/testing/store_hour.ts";
import { tempFolder } from "../../core/testing/temp_folder.ts";
import { Hour, type Report, reportDomain } from "../../core/mod.ts";
import { Random } from "../../testdata/random.ts";

const KILLS = 20;
/** Some exports end before they are killed, which counts for nothing. */
const MOST_TRIES = 100;
const HOURS = Hour.range(Hour.parse("2026-09-10T19"), Hour.parse("2026-09-11T06"));
const PERMISSIONS = ["--allow-write=lake", "--allow-write=right"];

/** A report of an hour that has many domains; the second of two differs from the first. */
function reportOf(hour: Hour, version: number): Report {
  const report = nastyReport();
  const domains = Array.from({ length: 90 }, (_, i) =>
    reportDomain({
      code: `x${String(i).padStart(2, "0")}`,
      views: 1000,
      pages: report.domains.find(({ code }) => code === "en")!.pages.map((page) => ({
        ...page,
        views: page.views + version,
      })),
    }));
  return { ...report, period: hour, domains };
}

/** All files but the notes, by their paths, with their digests. */
async function filesIn(root: string): Promise<Map<string, string>> {
  const files = new Map<string, string>();
  const folders = [""];
  for (const folder of folders) {
    for (const { name, isDirectory } of namesIn(`${root}${folder}`)) {
      if (name === ".wikitop") continue;
      const path = `${folder}/${name}`;
      if (isDirectory) folders.push(path);
      else files.set(path, await digest(`${root}${path}`));
    }
  }
  return files;
}

function namesIn(folder: string): Deno.DirEntry[] {
  try {
    return [...Deno.readDirSync(folder)];
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return [];
    throw error;
  }
}

function hasTemporary(folder: string): boolean {
  return namesIn(`${folder}/.wikitop`).some(({ name }) => name.endsWith(".tmp"));
}

function sleep(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

async function digest(path: string): Promise<string> {
  const bytes = await Deno.readFile(path);
  return new Uint8Array(await crypto.subtle.digest("SHA-256", bytes)).toHex();
}

for (
  const [what, form] of [
    ["each hour in a file", ["--format", "parquet", "--layout", "hive"]],
    ["the hours of a day in a file", ["--format", "csv.gz", "--layout", "hive", "--per", "day"]],
  ] as const
) {
  Deno.test(`wikitop export of ${what}, killed ${KILLS} times, leaves nothing half and nothing twice`, async () => {
    await using temp = await tempFolder();
    const { path: cwd } = temp;
    const random = new Random(20260910);
    const right: Map<string, string>[] = [];
    let duration = 0;
    for (const version of [0, 1]) {
      for (const hour of HOURS) await storeReport(`${cwd}/reports`, reportOf(hour, version));
      const since = performance.now();
      const { code, stderr } = await launch(
        FROM_SOURCE,
        ["export", "--to", `right/${version}`, ...form],
        { cwd, permissions: PERMISSIONS },
      );
      assertEquals(code, 0, stderr);
      duration = performance.now() - since;
      right.push(await filesIn(`${cwd}/right/${version}`));
    }
    assert(JSON.stringify([...right[0]!]) !== JSON.stringify([...right[1]!]));

    let [killed, killedWriting] = [0, 0];
    for (let tries = 0; killed < KILLS; tries++) {
      assert(tries < MOST_TRIES, `${killed} were killed before they had ended`);
      // Reports are made again all the time, so that an old file and a new one are there at once.
      const version = tries % 2;
      for (const hour of HOURS) {
        if (random.chance(0.5)) await storeReport(`${cwd}/reports`, reportOf(hour, version));
      }
      const child = start(FROM_SOURCE, ["export", "--to", "lake", ...form, "--quiet"], {
        cwd,
        permissions: PERMISSIONS,
      });
      const isWriting = () => hasTemporary(`${cwd}/lake`);
      if (random.chance(0.5)) {
        await sleep(random.fraction() * duration);
      } else {
        // The most dangerous moments are those of the writing.
        for (let polls = 0; polls < 3000 && !isWriting(); polls++) await sleep(1);
        await sleep(random.below(30));
      }
      try {
        child.kill("SIGKILL");
        killed++;
      } catch (error) {
        if (!(error instanceof TypeError)) throw error; // It had ended.
      }
      await child.output();
      if (isWriting()) killedWriting++;

      const found = await filesIn(`${cwd}/lake`);
      for (const path of found.keys()) assert(right[0]!.has(path), `${path} is no file of it`);
      for (const [path, digest] of found) {
        if (path.endsWith(".csv.gz")) {
          // Its hours are of both versions: there are more of it than can be told.
          await assertWholeGzip(`${cwd}/lake${path}`);
        } else if (path.endsWith("_SUCCESS")) {
          const file = path.replace("_SUCCESS", "part.parquet");
          assert(found.has(file), `${path} marks a folder without its file`);
        } else {
          assert(right.some((files) => files.get(path) === digest), `${path} is not whole`);
        }
      }
    }
    assert(killedWriting > 0, "none was killed while it wrote");

    // Whatever is left, the next export finishes, and clears away.
    for (const hour of HOURS) await storeReport(`${cwd}/reports`, reportOf(hour, 1));
    const outcome = await launch(FROM_SOURCE, ["export", "--to", "lake", ...form], {
      cwd,
      permissions: PERMISSIONS,
    });
    assertEquals(outcome.code, 0, outcome.stderr);
    assertEquals(await filesIn(`${cwd}/lake`), right[1]!);
    const notes = namesIn(`${cwd}/lake/.wikitop`).map(({ name }) => name).sort();
    assertEquals(notes, ["export.lock", "files", "form"]);
  });
}

/** A gzip that was cut short cannot be read to its end; each hour of it is there once. */
async function assertWholeGzip(path: string): Promise<void> {
  const plain = (await Deno.open(path)).readable.pipeThrough(new DecompressionStream("gzip"));
  const lines = (await new Response(plain).text()).trimEnd().split("\n").slice(1);
  const rows = lines.map((line) => line.split(",").slice(0, 5).join());
  const perHour = Map.groupBy(lines, (line) => line.slice(0, 20));
  assertEquals(new Set([...perHour.values()].map(({ length }) => length)).size, 1, path);
  assert(new Set(rows).size === rows.length, `${path} has rows twice`);
}
