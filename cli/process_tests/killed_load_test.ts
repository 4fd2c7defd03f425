import { assert, assertEquals } from "@std/assert";
import { DatabaseSync } from "node:sqlite";
import postgres from "postgres";
import { Hour, type Report, reportDomain } from "../../core/mod.ts";
import { launch, start } from "../../core/testing/launch.ts";
import { nastyReport } from "../../core/testing/nasty_report.ts";
import { POSTGRES_PROGRAMS, startPostgres } from "../../core/testing/postgres_server.ts";
import { FROM_SOURCE } from "../../core/testing/program.ts";
import { storeReport } from "../../core/testing/store_hour.ts";
import { tempFolder } from "../../core/testing/temp_folder.ts";
import { Random } from "../../testdata/random.ts";

const KILLS = 20;
/** Some loads end before they are killed, which counts for nothing. */
const MOST_TRIES = 100;
const HOURS = Hour.range(Hour.parse("2026-09-10T10"), Hour.parse("2026-09-10T15"));
const VERSIONS = [0, 1];
const DOMAINS = 30;

/** A report of an hour that has many domains; those of the two versions have no views alike. */
function reportOf(hour: Hour, version: number): Report {
  const report = nastyReport();
  const { pages } = report.domains.find(({ code }) => code === "en")!;
  const domains = Array.from({ length: DOMAINS }, (_, i) =>
    reportDomain({
      code: `x${String(i).padStart(2, "0")}`,
      views: 1000 + version,
      pages: pages.map((page) => ({ ...page, views: 2 * page.views + version })),
    }));
  return { ...report, period: hour, domains };
}

/** For each period of a database how many rows it has, their views, and how many totals. */
const SUMS =
  `SELECT label, (SELECT count(*) FROM ranking WHERE period_id = period.period_id) AS rows,
  (SELECT sum(views) FROM ranking WHERE period_id = period.period_id) AS views,
  (SELECT sum(views) FROM total WHERE period_id = period.period_id) AS total FROM period
  ORDER BY label`;

function sumsOf(version: number): string {
  const { domains } = reportOf(HOURS[0]!, version);
  const pages = domains.flatMap(({ pages }) => pages);
  const sum = (values: number[]) => values.reduce((sum, value) => sum + value, 0);
  return [
    pages.length,
    sum(pages.map(({ views }) => views)),
    sum(domains.map(({ views }) => views)),
  ].join();
}

interface Place {
  to: string;
  permissions: string[];
  sums(): Promise<Map<string, string>>;
}

async function killLoads(cwd: string, { to, permissions, sums }: Place): Promise<void> {
  const random = new Random(20260910);
  const right = VERSIONS.map(sumsOf);
  const storeAll = async (version: number) => {
    for (const hour of HOURS) await storeReport(`${cwd}/reports`, reportOf(hour, version));
  };
  await storeAll(0);
  const since = performance.now();
  const { code, stderr } = await launch(FROM_SOURCE, ["load", "--to", to], { cwd, permissions });
  assertEquals(code, 0, stderr);
  const duration = performance.now() - since;

  let [killed, mixed] = [0, 0];
  for (let tries = 0; killed < KILLS; tries++) {
    assert(tries < MOST_TRIES, `${killed} were killed before they had ended`);
    // All reports are made again: what is left of a kill are hours of both versions.
    await storeAll((tries + 1) % 2);
    const child = start(FROM_SOURCE, ["load", "--to", to, "--quiet"], { cwd, permissions });
    const wait = duration * (0.3 + 0.7 * random.fraction());
    await new Promise((resolve) => setTimeout(resolve, wait));
    try {
      child.kill("SIGKILL");
      killed++;
    } catch (error) {
      if (!(error instanceof TypeError)) throw error; // It had ended.
    }
    await child.output();
    const found = await sums();
    assertEquals([...found.keys()], HOURS.map(String));
    for (const [label, sum] of found) {
      assert(right.includes(sum), `${label} has "${sum}", neither of "${right.join('" "')}"`);
    }
    if (new Set(found.values()).size > 1) mixed++;
  }
  assert(mixed > 0, "none was killed while it loaded");

  await storeAll(1);
  const outcome = await launch(FROM_SOURCE, ["load", "--to", to, "--quiet"], { cwd, permissions });
  assertEquals(outcome.code, 0, outcome.stderr);
  assertEquals([...(await sums()).values()], HOURS.map(() => right[1]!));
}

function asText(rows: Record<string, unknown>[]): Map<string, string> {
  return new Map(rows.map(({ label, rows, views, total }) => [
    String(label),
    [rows, views, total].map(Number).join(),
  ]));
}

Deno.test(`wikitop load into SQLite, killed ${KILLS} times, leaves whole reports`, async () => {
  await using temp = await tempFolder();
  await killLoads(temp.path, {
    to: "sqlite:top.db",
    permissions: ["--allow-write=top.db"],
    sums() {
      const database = new DatabaseSync(`${temp.path}/top.db`);
      const { integrity_check } = database.prepare("PRAGMA integrity_check").get()!;
      assertEquals(integrity_check, "ok");
      const rows = database.prepare(SUMS).all();
      database.close();
      return Promise.resolve(asText(rows));
    },
  });
});

Deno.test({
  name: `wikitop load into PostgreSQL, killed ${KILLS} times, leaves whole reports`,
  ignore: POSTGRES_PROGRAMS === undefined,
  async fn() {
    await using server = await startPostgres();
    await using temp = await tempFolder();
    const url = await server.database();
    const sql = postgres(url, { max: 1 });
    await killLoads(temp.path, {
      to: url,
      permissions: [`--allow-net=${new URL(url).host}`, "--allow-env=PG*"],
      sums: async () => asText([...await sql.unsafe(SUMS)]),
    });
    await sql.end();
  },
});
