import { assert, assertEquals, assertMatch, assertRejects } from "@std/assert";
import { isAbsolute, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { type Access, readAudit } from "../../core/testing/audit.ts";
import { loadReports } from "../../core/database/load_reports.ts";
import { SqliteDatabase } from "../../core/node/sqlite_database.ts";
import { SAMPLE } from "../../core/testing/sample.ts";
import { sampleServer } from "../../core/testing/sample_server.ts";
import { storeHour, storeIn } from "../../core/testing/store_hour.ts";
import { tempFolder } from "../../core/testing/temp_folder.ts";
import { SERVE_FLAGS, TASK_FLAGS } from "../../core/testing/task_flags.ts";
import { type ServerProcess, startInVain, startServer } from "./server_process.ts";
import { until } from "./until.ts";

const HOUR = `/v1/hours/${SAMPLE.hour}`;
const FROM_FOLDER = ["--source", SAMPLE.folder, "--denylist", SAMPLE.denylist];
const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const PAGE = `${ROOT}server/page/dist`;
/** The code of the threads that rank. */
const THREADS = `${ROOT}core`;

/** The values of a flag, none if it has no value or is not there. */
function valuesOf(flags: readonly string[], name: string): string[] {
  const flag = flags.find((flag) => flag.startsWith(`${name}=`));
  return flag?.slice(name.length + 1).split(",") ?? [];
}

/** Whether the task's flags allow something. */
function isAllowed({ permission, value }: Access, cwd: string): boolean {
  const values = valuesOf(SERVE_FLAGS, `--allow-${permission}`);
  switch (permission) {
    case "read":
      return SERVE_FLAGS.includes("--allow-read");
    case "write":
      return values.some((folder) => {
        const below = relative(join(cwd, folder), isAbsolute(value) ? value : join(cwd, value));
        return !below.startsWith("..") && !isAbsolute(below);
      });
    case "net":
      return values.includes(new URL(value.includes("://") ? value : `http://${value}`).hostname);
    case "sys":
      return values.includes(value);
    case "env":
      return value.startsWith("WIKITOP_") && values.includes("WIKITOP_*");
    default:
      return false;
  }
}

/** Whether it has a page to show, which the tests need not have built. */
function isBuilt({ log }: ServerProcess): boolean {
  return !log.includes("Warning: the page is not built");
}

/** The files in a folder, and when each was changed. */
function filesIn(folder: string): [path: string, changed: number | undefined][] {
  return [...Deno.readDirSync(folder)].flatMap(({ name, isDirectory }) => {
    const path = `${folder}/${name}`;
    return isDirectory ? filesIn(path) : [[path, Deno.statSync(path).mtime?.getTime()]];
  }) as [string, number | undefined][];
}

Deno.test("wikitop serve needs no more than the permissions of its task, and needs them all", async () => {
  await using temp = await tempFolder();
  await using logs = await tempFolder();
  await using source = sampleServer();
  const args = ["--source", source.url, "--denylist", `${source.url}denylist`];
  args.push("--make", "hour,day"); // Room is looked for before a day is made.
  const used: Access[] = [];
  for (const start of [1, 2]) {
    const log = `${logs.path}/${start}.jsonl`;
    const env = { DENO_AUDIT_PERMISSIONS: log };
    await using server = await startServer(args, { cwd: temp.path, env });
    await server.ready();
    await server.ask(HOUR, 200);
    await server.post(SAMPLE.hour, "2026-09-10T19");
    const events = await server.ask(`/v1/jobs/${SAMPLE.hour}_2026-09-10T19/events`, 200);
    assertMatch(events, /event: end/);
    await server.ask("/v1/hours/2026-09-10T17", 404);
    await server.ask("/v1/pages/en.wikipedia/Berlin", 200);
    await server.ask("/v1/periods/2026-09-10", 200);
    for (const path of ["/v1/hours", "/metrics", "/readyz", "/openapi.json"]) {
      await server.ask(path, 200);
    }
    const page = await server.get("/");
    for (const [asset] of page.text.matchAll(/\/assets\/[\w.-]+/g)) await server.ask(asset, 200);
    assertEquals(await server.stop(), 0);
    const accesses = await readAudit(log);
    for (const access of accesses) {
      const { permission, value } = access;
      assert(isAllowed(access, temp.path), `the server asked to ${permission} ${value}`);
    }
    used.push(...accesses);
  }
  const listed = SERVE_FLAGS.map((flag) => /^--allow-(\w+)/.exec(flag)?.[1]);
  assertEquals(
    [...new Set(used.map(({ permission }) => permission))].sort(),
    listed.filter((kind) => kind !== undefined).sort(),
  );
});

Deno.test("wikitop serve may reach what wikitop may, and this machine", () => {
  const hosts = valuesOf(TASK_FLAGS, "--allow-net");
  assertEquals(valuesOf(SERVE_FLAGS, "--allow-net"), ["127.0.0.1", ...hosts]);
});

Deno.test("wikitop serve --database reads a file of SQLite with no more than the permission to read", async () => {
  await using temp = await tempFolder();
  const hour = await storeHour(`${temp.path}/reports`, SAMPLE.hour);
  const database = SqliteDatabase.open(`${temp.path}/top.db`);
  const loading = loadReports(storeIn(`${temp.path}/reports`), database, {
    now: new Date(),
    onUnfinished: (entry) => assertEquals(entry, undefined),
    onError: (error) => assertEquals(error, undefined),
  });
  await Array.fromAsync(loading);
  await database.close();
  await Deno.remove(`${temp.path}/reports/2026`, { recursive: true });
  const flags = ["--no-prompt", "--allow-read", "--allow-net=127.0.0.1", "--allow-env=WIKITOP_*"];
  const args = ["--read-only", "--database", "sqlite:top.db"];
  await using server = await startServer(args, { cwd: temp.path, flags });
  const page = JSON.parse(await server.ask("/v1/pages/de.wikipedia/Berlin", 200));
  assertEquals(page.series[0].hours, [{ hour: hour.period, rank: 2, views: 7 }]);
  await server.ask("/v1/pages/de.wikipedia/Berlin?from=2015-05-01T01&to=2026-09-10T18", 200);
  const tops = JSON.parse(await server.ask("/v1/tops/de", 200));
  assertEquals(tops.series[0].periods[0].pages[0].title, "Paris");
  assertEquals(await server.stop(), 0);
});

Deno.test("wikitop serve --read-only reads its store and the page, and writes nothing", async () => {
  await using temp = await tempFolder();
  const store = `${temp.path}/reports`;
  await storeHour(store, SAMPLE.hour);
  const before = filesIn(temp.path);
  const flags = ["--no-prompt", "--allow-net=127.0.0.1", "--allow-env=WIKITOP_*"];
  for (const read of ["--allow-read", `--allow-read=${store},${PAGE}`]) {
    const options = { cwd: temp.path, flags: [...flags, read] };
    await using server = await startServer(["--read-only"], options);
    await server.ask(HOUR, 200);
    await server.ask(`${HOUR}?format=csv&domain=en`, 200);
    await server.ask(`${HOUR}/domains`, 200);
    await server.ask("/v1/pages/en/Ada_Lovelace", 200);
    await server.ask("/v1/hours/latest", 200);
    await server.ask("/", isBuilt(server) ? 200 : 404);
    await server.ask("/v1/hours/2026-09-10T19", 403);
    assertEquals((await server.post("2026-09-10T19")).response.status, 403);
    await server.ask("/readyz", 200);
    await server.ask("/metrics", 200);
    assertEquals(await server.stop(), 0);
    assertEquals(server.lines.length, isBuilt(server) ? 2 : 3, server.log);
  }
  assertEquals(filesIn(temp.path), before);
});

Deno.test("wikitop serve makes hours with no more than its folders to read", async () => {
  await using temp = await tempFolder();
  await using source = sampleServer();
  const store = `${temp.path}/reports`;
  const flags = [
    "--no-prompt",
    "--allow-net=127.0.0.1",
    "--allow-env=WIKITOP_*",
    `--allow-read=${store},${PAGE},${THREADS}`,
    `--allow-write=${store}`,
  ];
  const args = ["--source", source.url, "--denylist", "none"];
  await using server = await startServer(args, { cwd: temp.path, flags });
  await server.ask(HOUR, 200);
  assertEquals(await server.stop(), 0);
});

Deno.test("wikitop serve outlives threads whose modules it may not read", async () => {
  await using temp = await tempFolder();
  await using source = sampleServer();
  const store = `${temp.path}/reports`;
  const flags = [
    "--no-prompt",
    "--allow-net=127.0.0.1",
    "--allow-env=WIKITOP_*",
    `--allow-read=${store},${PAGE}`,
    `--allow-write=${store}`,
  ];
  const args = ["--source", source.url, "--denylist", "none", "--tries", "2"];
  const expected = /Uncaught \(in worker/;
  await using server = await startServer(args, { cwd: temp.path, flags, expected });
  await server.ask(HOUR, 502);
  await server.ask("/healthz", 200);
  assertEquals(await server.stop(), 0);
});

Deno.test("wikitop serve listens at this machine only, unless it is told otherwise", async () => {
  await using temp = await tempFolder();
  const elsewhere = Deno.networkInterfaces().filter(({ family, address }) =>
    family === "IPv4" && address !== "127.0.0.1"
  ).map(({ address }) => address);
  if (Deno.build.os === "linux") elsewhere.push("127.0.0.2");
  {
    await using server = await startServer(FROM_FOLDER, { cwd: temp.path });
    for (const hostname of elsewhere) {
      const { port } = server;
      await assertRejects(() => Deno.connect({ hostname, port }), Deno.errors.ConnectionRefused);
    }
  }
  const permissions = ["--allow-net=0.0.0.0"];
  const args = [...FROM_FOLDER, "--host", "0.0.0.0"];
  await using server = await startServer(args, { cwd: temp.path, permissions });
  for (const hostname of ["127.0.0.1", ...elsewhere]) {
    const response = await fetch(`http://${hostname}:${server.port}/healthz`);
    assertEquals(await response.json(), { status: "ok" });
  }
});

Deno.test("wikitop serve names the permission that listening needs", async () => {
  await using temp = await tempFolder();
  const args = [...FROM_FOLDER, "--host", "0.0.0.0"];
  assertMatch(
    await startInVain(args, { cwd: temp.path }),
    /^Cannot reach "0\.0\.0\.0:0": the permission is missing; this command [^]* --allow-net=\S*0\.0\.0\.0:0 /,
  );
});

Deno.test("wikitop serve tells its log, and nobody else, which permission is missing", async () => {
  await using temp = await tempFolder();
  await using other = await tempFolder();
  await using source = sampleServer();
  const store = `${other.path}/store`;
  const cases = [
    [["--source", "http://127.0.0.2:40009/"], "127.0.0.2:40009", "--allow-net=127.0.0.2:40009"],
    [["--source", source.url, "--store", store], other.path, `--allow-write=${store}`],
  ] as const;
  for (const [args, secret, flag] of cases) {
    const cwd = temp.path;
    await using server = await startServer([...args, "--denylist", "none"], { cwd });
    const detail = await server.ask(HOUR, 500);
    assertMatch(detail, /log says why/);
    const job = await server.ask(`/v1/jobs/${SAMPLE.hour}`, 200);
    if (secret === other.path) assert(!(detail + job).includes(secret), detail + job);
    await until(() => server.log.includes(flag), `the log names ${flag}: ${server.log}`);
  }
});

Deno.test("wikitop serve says that somebody else listens at its port", async () => {
  await using temp = await tempFolder();
  await using server = await startServer(FROM_FOLDER, { cwd: temp.path });
  const args = [...FROM_FOLDER, "--port", String(server.port)];
  const log = await startInVain(args, { cwd: temp.path });
  assertEquals(
    log,
    `Cannot listen at ${server.host}: another process does already; choose another port by --port N`,
  );
});
