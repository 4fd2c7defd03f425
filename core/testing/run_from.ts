import { assert, assertEquals } from "@std/assert";
import { Hour, type Manifest } from "../mod.ts";
import { assertSameText } from "./assert_same_text.ts";
import type { FaultServer } from "./fault_server.ts";
import { type Outcome, start } from "./launch.ts";
import { FROM_SOURCE } from "./program.ts";
import { SAMPLE } from "./sample.ts";

/** Longer than any run takes that does not hang. */
const LONGEST_MS = 60_000;

/** Connections that a host lets one client open. */
const CONNECTIONS = 3;

/** Options of {@linkcode runFrom}. */
export interface RunFromOptions {
  /** The folder it is called from, which gets the reports. */
  cwd: string;
  /** Variables of the environment. */
  env?: Record<string, string>;
  /** More permissions. */
  permissions?: string[];
  /**
   * Whether nobody else is writing to the same store.
   *
   * @default {true}
   */
  isAlone?: boolean;
  /** Sees the process once it has started. */
  onStart?: (child: Deno.ChildProcess) => void;
}

/**
 * Runs `wikitop run` with servers as sources, the first of them the origin, and looks at what every
 * run has to be like: no more connections than allowed, no half report.
 *
 * @param servers The servers.
 * @param args The arguments behind `run`.
 * @param options Where and how.
 * @returns What came of it.
 */
export async function runFrom(
  servers: readonly FaultServer[],
  args: readonly string[],
  { cwd, env, permissions = [], isAlone = true, onStart }: RunFromOptions,
): Promise<Outcome> {
  const sources = servers.flatMap(({ url }) => ["--source", url]);
  const child = start(FROM_SOURCE, [
    "run",
    ...args,
    ...sources,
    ...args.includes("--denylist") ? [] : ["--denylist", SAMPLE.denylist],
  ], {
    cwd,
    ...env === undefined ? {} : { env },
    permissions: [...servers.map(({ host }) => `--allow-net=${host}`), ...permissions],
  });
  onStart?.(child);
  let isLate = false;
  const watchdog = setTimeout(() => {
    isLate = true;
    child.kill("SIGKILL");
  }, LONGEST_MS);
  const output = await child.output();
  clearTimeout(watchdog);
  const decoder = new TextDecoder();
  const [stdout, stderr] = [decoder.decode(output.stdout), decoder.decode(output.stderr)];
  assert(!isLate, `it hangs, and said: ${stderr}`);
  for (const { mostConnections, mostRequests } of servers) {
    assert(mostConnections <= CONNECTIONS, `${mostConnections} connections were open`);
    assert(mostRequests <= CONNECTIONS, `${mostRequests} requests came at once`);
  }
  if (isAlone) await assertWholeReports(cwd);
  return { code: output.code, stdout, stderr };
}

/**
 * Asserts that an hour has been made from the sample's dump, and nothing else.
 *
 * @param cwd The folder of the run.
 * @param hour The hour.
 * @returns Its manifest.
 */
export async function assertMade(cwd: string, hour: string = SAMPLE.hour): Promise<Manifest> {
  const [stem] = paths(hour);
  const manifest = JSON.parse(await Deno.readTextFile(`${cwd}/${stem}.manifest`));
  assertSameText(await Deno.readTextFile(`${cwd}/${stem}.csv`), await expectedReport(hour));
  return manifest;
}

/**
 * The report that is right for an hour which has the sample's dump.
 *
 * @param hour The hour.
 * @returns The report as CSV.
 */
export async function expectedReport(hour: string): Promise<string> {
  const { start } = Hour.parse(hour);
  const report = await Deno.readTextFile(SAMPLE.expected);
  return report.replaceAll(/^hour,2026-09-10T17:00:00Z/gm, `hour,${start}`);
}

/**
 * Asserts that there is no report of an hour.
 *
 * @param cwd The folder of the run.
 * @param hour The hour.
 */
export function assertNotMade(cwd: string, hour: string = SAMPLE.hour): void {
  const [stem, folder] = paths(hour);
  const names = namesIn(`${cwd}/${folder}`).filter((name) => stem.endsWith(name.split(".")[0]!));
  assertEquals(names, []);
}

/**
 * Asserts that all reports are whole, and no temporary file is left.
 *
 * @param cwd The folder of the runs.
 */
export async function assertWholeReports(cwd: string): Promise<void> {
  const root = `${cwd}/reports`;
  for (const year of namesIn(root).filter((name) => /^\d{4}$/.test(name))) {
    for (const month of namesIn(`${root}/${year}`)) {
      const names = namesIn(`${root}/${year}/${month}`);
      assertEquals(names.filter((name) => !/\.(csv|denied|manifest)$/.test(name)), []);
      for (const name of names.filter((name) => name.endsWith(".csv"))) {
        assert(names.includes(name.replace(".csv", ".manifest")), `${name} has no manifest`);
        const report = await Deno.readTextFile(`${root}/${year}/${month}/${name}`);
        assert(
          report.endsWith("\n") && report.startsWith("unit,period_start,"),
          `${name} is not whole`,
        );
      }
    }
  }
}

function paths(hour: string): [stem: string, folder: string] {
  const folder = `reports/${hour.slice(0, 4)}/${hour.slice(5, 7)}`;
  return [`${folder}/${hour}`, folder];
}

/**
 * The names in a folder.
 *
 * @param folder The folder's path.
 * @returns The names in order, none if there is no such folder.
 */
export function namesIn(folder: string): string[] {
  try {
    return [...Deno.readDirSync(folder)].map(({ name }) => name).sort();
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return [];
    throw error;
  }
}
