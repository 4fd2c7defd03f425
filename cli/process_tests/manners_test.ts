import { assert, assertEquals, assertMatch } from "@std/assert";
import { gzipSync } from "node:zlib";
import { Hour } from "../../core/mod.ts";
import { type Fault, FaultServer, type Reply } from "../../core/testing/fault_server.ts";
import { registerInAdvance, type Waiting } from "../../core/testing/in_advance.ts";
import { assertMade, assertNotMade, namesIn, runFrom } from "../../core/testing/run_from.ts";
import { SAMPLE } from "../../core/testing/sample.ts";
import { tempFolder } from "../../core/testing/temp_folder.ts";

const NONE: Reply = { status: 404, headers: {}, body: new Uint8Array(0) };
const HOURS = ["2026-09-10T17", "2026-09-10T18", "2026-09-10T19"] as const;
const YOUNGEST = Hour.lastBefore(new Date());

/** A server that has no dump of some hours. */
function without(...hours: (Hour | string)[]): Fault {
  const names = hours.map((hour) => Hour.parse(String(hour)).dumpPath);
  return ({ path }, right) => names.some((name) => path.endsWith(name)) ? NONE : right;
}

function makeDumps(cwd: string): string[] {
  return ["--keep-dumps", `${cwd}/reports/dumps`];
}

function isDumpKept(cwd: string, hour: string): boolean {
  const { dumpPath } = Hour.parse(hour);
  try {
    return Deno.statSync(`${cwd}/reports/dumps/${dumpPath}`).isFile;
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return false;
    throw error;
  }
}

/** The temporary files below a folder. */
function temporaries(folder: string): string[] {
  return namesIn(folder).flatMap((name) => {
    const path = `${folder}/${name}`;
    if (Deno.statSync(path).isDirectory) return temporaries(path);
    return name.endsWith(".tmp") ? [path] : [];
  });
}

const tests: Waiting[] = [
  ["wikitop run skips missing hours, says so, and ends with 3", async () => {
    await using temp = await tempFolder();
    await using server = new FaultServer({ fault: without(HOURS[1]!) });
    const args = [HOURS[0], HOURS[2], "--missing", "skip"];
    const { code, stderr } = await runFrom([server], args, { cwd: temp.path });
    assertMatch(stderr, /^2026-09-10T18: Cannot find dump .* missing/m);
    assertMatch(stderr, /made 2, missing 1; /);
    assertEquals(code, 3);
    await assertMade(temp.path, HOURS[0]);
    await assertMade(temp.path, HOURS[2]);
    assertNotMade(temp.path);
  }],

  ["wikitop run --missing fail counts a missing hour as failed", async () => {
    await using temp = await tempFolder();
    await using server = new FaultServer({ fault: without(HOURS[1]!) });
    const args = [HOURS[0], HOURS[2], "--missing", "fail"];
    const { code, stderr } = await runFrom([server], args, { cwd: temp.path });
    assertMatch(stderr, /1 of 3 hours failed/);
    assertEquals(code, 1);
    await assertMade(temp.path, HOURS[2]);
  }],

  ["wikitop run takes a missing hour from a mirror", async () => {
    await using temp = await tempFolder();
    await using origin = new FaultServer({ fault: () => NONE });
    await using mirror = new FaultServer();
    const { code } = await runFrom([origin, mirror], [SAMPLE.hour], { cwd: temp.path });
    assertEquals(code, 0);
    const { sources } = await assertMade(temp.path);
    assert(sources[0]!.url.startsWith(mirror.url));
  }],

  ["wikitop run --last leaves hours that are not published yet for next time", async () => {
    await using temp = await tempFolder();
    await using server = new FaultServer({ fault: without(YOUNGEST, YOUNGEST.plus(1)) });
    const options = { cwd: temp.path };
    const args = ["--last", "3"];
    // A new hour may begin just now.
    const { code, stderr, stdout } = await runFrom([server], args, options);
    assertEquals(code, 0, stderr);
    assertEquals(
      stdout.trim().split("\n").length,
      2 - Number(Hour.lastBefore(new Date()) > YOUNGEST),
    );
    assertMatch(stderr, /it is not published yet; try again after \d\d:\d\dZ/);
    assertMatch(stderr, /not published yet 1; /);

    server.fault = undefined;
    const next = await runFrom([server], args, options);
    assertEquals(next.code, 0);
    assertEquals(next.stdout.trim().split("\n").length, 3);
    await assertMade(temp.path, YOUNGEST.toString());
  }],

  ["wikitop run --last --quiet says nothing of hours that are not published yet", async () => {
    await using temp = await tempFolder();
    await using server = new FaultServer({ fault: without(YOUNGEST, YOUNGEST.plus(1)) });
    const args = ["--last", "2", "--quiet"];
    const { code, stderr } = await runFrom([server], args, { cwd: temp.path });
    assertEquals([code, stderr], [0, ""]);
  }],

  ["wikitop run takes an hour for late that only an unreachable mirror might have", async () => {
    await using temp = await tempFolder();
    await using origin = new FaultServer({ fault: () => NONE });
    await using mirror = new FaultServer({ fault: () => ({ ...NONE, status: 500 }) });
    const { code, stderr } = await runFrom([origin, mirror], ["--last", "1"], { cwd: temp.path });
    assertMatch(stderr, /not published yet/);
    assertEquals(code, 0);
  }],

  ["wikitop run --refresh makes a dump again only if it has changed", async () => {
    await using temp = await tempFolder();
    await using server = new FaultServer();
    const args = [SAMPLE.hour];
    const options = { cwd: temp.path };
    await runFrom([server], args, options);
    const before = await assertMade(temp.path);

    const same = await runFrom([server], [...args, "--refresh"], options);
    assertMatch(same.stderr, /finished before, skipped/);
    assertEquals(server.asked("if-none-match"), [null, '"sample-1"']);
    assertEquals((await assertMade(temp.path)).made, before.made);

    server.file = { ...server.file, etag: '"sample-2"' };
    const changed = await runFrom([server], [...args, "--refresh"], options);
    assertMatch(changed.stderr, /: made in /);
    const after = await assertMade(temp.path);
    assertEquals(after.sources[0]!.etag, '"sample-2"');
    assertEquals(server.requests.length, 3);
  }],

  ["wikitop run --refresh asks by the date where there is no ETag", async () => {
    await using temp = await tempFolder();
    await using server = new FaultServer({
      fault: (_, right) => ({
        ...right,
        headers: { "last-modified": right.headers["last-modified"]! },
      }),
    });
    const options = { cwd: temp.path };
    await runFrom([server], [SAMPLE.hour], options);
    const { stderr } = await runFrom([server], [SAMPLE.hour, "--refresh"], options);
    assertMatch(stderr, /finished before, skipped/);
    assertEquals(server.asked("if-modified-since"), [null, "Thu, 10 Sep 2026 20:04:05 GMT"]);
  }],

  ["wikitop run --refresh leaves a finished hour alone if its server fails", async () => {
    await using temp = await tempFolder();
    await using server = new FaultServer();
    const options = { cwd: temp.path };
    await runFrom([server], [SAMPLE.hour], options);
    server.fault = () => ({ ...NONE, status: 503 });
    const { code } = await runFrom([server], [SAMPLE.hour, "--refresh"], options);
    assertEquals(code, 1);
    await assertMade(temp.path);
  }],

  ["wikitop run --keep-dumps keeps dumps, and uses them instead of the network", async () => {
    await using temp = await tempFolder();
    await using server = new FaultServer();
    const options = { cwd: temp.path };
    const args = [HOURS[0], HOURS[2], ...makeDumps(temp.path)];
    await runFrom([server], args, options);
    assertEquals(server.requests.length, 3);
    assertEquals(temporaries(`${temp.path}/reports`), []);
    const { dumpPath } = Hour.parse(SAMPLE.hour);
    assertEquals(
      await Deno.readFile(`${temp.path}/reports/dumps/${dumpPath}`),
      await Deno.readFile(SAMPLE.dump),
    );

    const { code } = await runFrom([server], [...args, "--force"], options);
    assertEquals([code, server.requests.length], [0, 3]);
    for (const hour of HOURS) await assertMade(temp.path, hour);
  }],

  ["wikitop run --keep-dumps replaces a kept dump that is damaged", async () => {
    await using temp = await tempFolder();
    await using server = new FaultServer();
    const args = [SAMPLE.hour, ...makeDumps(temp.path)];
    const options = { cwd: temp.path };
    await runFrom([server], args, options);
    const kept = `${temp.path}/reports/dumps${SAMPLE.dumpPath}`;
    const right = await Deno.readFile(kept);
    const damages = [right.subarray(0, 9000), right.map((byte, i) => i === 9000 ? 0 : byte)];
    for (const damaged of damages) {
      await Deno.writeFile(kept, damaged);
      const { code, stderr } = await runFrom([server], [...args, "--force"], options);
      assertEquals(code, 0, stderr);
      assertMatch(stderr, /Cannot use dump "\S+\/reports\/dumps\/\S+" of hour .*, after \d+ bytes/);
      await assertMade(temp.path);
      assertEquals(await Deno.readFile(kept), right);
    }
    assertEquals(server.requests.length, 3);
  }],

  ["wikitop run --keep-dumps does not keep a dump that is damaged", async () => {
    await using temp = await tempFolder();
    const body = (await Deno.readFile(SAMPLE.dump)).subarray(0, 20_000);
    await using server = new FaultServer({ fault: (_, right) => ({ ...right, body }) });
    const args = [HOURS[0], HOURS[2], ...makeDumps(temp.path)];
    const { code } = await runFrom([server], args, { cwd: temp.path });
    assertEquals(code, 1);
    for (const hour of HOURS) assertEquals(isDumpKept(temp.path, hour), false);
    assertEquals(temporaries(`${temp.path}/reports`), []);
  }],

  ["wikitop run --keep-dumps says where a missing dump is not", async () => {
    await using temp = await tempFolder();
    await using server = new FaultServer({ fault: () => NONE });
    const args = [SAMPLE.hour, ...makeDumps(temp.path)];
    const { code, stderr } = await runFrom([server], args, { cwd: temp.path });
    assert(stderr.includes(`${server.url}2026/2026-09/${SAMPLE.dumpName}`), stderr);
    assertEquals(code, 3);
  }],

  ["wikitop run ends, for whatever reason dumps cannot be kept", async () => {
    await using temp = await tempFolder();
    await using server = new FaultServer();
    await Deno.writeTextFile(`${temp.path}/file`, "");
    const args = ["2026-09-10T12", "2026-09-10T20", "--keep-dumps", `${temp.path}/file/dumps`];
    const permissions = [`--allow-write=${temp.path}`];
    const { code, stderr } = await runFrom([server], args, { cwd: temp.path, permissions });
    assertEquals(code, 1);
    assert(stderr.includes(`${temp.path}/file`), stderr);
  }],

  ...[[], ["--keep-dumps", "reports/dumps"]].map((flags): Waiting => [
    `wikitop run refuses a young dump of which a mirror has a part ${flags.join(" ")}`.trim(),
    async () => {
      await using temp = await tempFolder();
      const body = new Uint8Array(gzipSync("en A 7 0\n"));
      // The origin has the dump, but does not hand it out.
      await using origin = new FaultServer({
        fault: ({ method }, right) => method === "HEAD" ? right : { ...NONE, status: 500 },
      });
      await using mirror = new FaultServer({ fault: (_, right) => ({ ...right, body }) });
      const hour = YOUNGEST.toString();
      const { code, stderr } = await runFrom([origin, mirror], [hour, ...flags], {
        cwd: temp.path,
      });
      assertMatch(stderr, /mirror's dump .* has 29 bytes, the origin's 25704/);
      assertEquals(code, 1);
      assertNotMade(temp.path, hour);

      mirror.fault = undefined;
      const whole = await runFrom([origin, mirror], [hour, ...flags], { cwd: temp.path });
      assertEquals(whole.code, 0, whole.stderr);
      await assertMade(temp.path, hour);
    },
  ]),

  ["wikitop run takes a mirror's word for it if the origin does not answer", async () => {
    await using temp = await tempFolder();
    await using origin = new FaultServer({ fault: () => ({ ...NONE, status: 500 }) });
    await using mirror = new FaultServer();
    const hour = YOUNGEST.toString();
    const { code } = await runFrom([origin, mirror], [hour], { cwd: temp.path });
    assertEquals(code, 0);
    await assertMade(temp.path, hour);
    assertEquals(origin.requests.map(({ method }) => method), ["GET", "HEAD"]);
  }],

  ["wikitop run takes several sources from the environment", async () => {
    await using temp = await tempFolder();
    await using origin = new FaultServer({ fault: () => NONE });
    await using mirror = new FaultServer();
    const env = { WIKITOP_SOURCE: `${origin.url} ${mirror.url}` };
    const permissions = [origin, mirror].map(({ host }) => `--allow-net=${host}`);
    const { code } = await runFrom([], [SAMPLE.hour], { cwd: temp.path, env, permissions });
    assertEquals(code, 0);
    assertEquals([origin.requests.length, mirror.requests.length], [1, 1]);
    await assertMade(temp.path);
  }],

  ["wikitop run --log json writes an object a line", async () => {
    await using temp = await tempFolder();
    await using server = new FaultServer({
      fault: ({ path, before }, right) => {
        if (path.endsWith("-170000.gz")) return NONE;
        return before === 0 ? { ...right, cut: 9000 } : right;
      },
    });
    const args = [HOURS[0], HOURS[2], "--log", "json", "--retry-for", "10s"];
    const { code, stderr } = await runFrom([server], args, { cwd: temp.path });
    assertEquals(code, 3);
    const events = stderr.trim().split("\n").map((line) => JSON.parse(line));
    const ofHour = (hour: string) => events.filter((event) => event.hour === hour);
    for (const hour of HOURS.slice(1)) {
      const stages = ofHour(hour).filter(({ state }) => state !== "progress")
        .map(({ stage, state }) => [stage, state].join(" ").trim());
      assertEquals(stages, [
        "download start",
        "rank start",
        "retry wait",
        "download end",
        "rank end",
        "write start",
        "write end",
        "made",
      ]);
      const made = ofHour(hour).at(-1);
      assertEquals([made.bytes, made.rows, made.attempt], [25_704, 3368, 1]);
      assert(ofHour(hour).every(({ ms }) => Number.isInteger(ms) && ms >= 0));
    }
    assertEquals(ofHour(HOURS[0]!).map(({ stage }) => stage), ["missing"]);
    const end = events.at(-1);
    assertEquals([end.stage, end.made, end.missing, end.rows], ["end", 2, 1, 6736]);
  }],

  ["wikitop run --log json writes nothing else, also if it fails", async () => {
    await using temp = await tempFolder();
    await using server = new FaultServer({ fault: () => ({ ...NONE, status: 500 }) });
    const args = [HOURS[0], HOURS[1], "--log", "json"];
    const { code, stderr } = await runFrom([server], args, { cwd: temp.path });
    assertEquals(code, 1);
    const events = stderr.trim().split("\n").map((line) => JSON.parse(line));
    assertEquals(events.filter(({ stage }) => stage === "failed").length, 2);
  }],

  ["wikitop run writes plain lines into a pipe, and the summary last", async () => {
    await using temp = await tempFolder();
    await using server = new FaultServer();
    const { stderr } = await runFrom([server], [HOURS[0], HOURS[2]], { cwd: temp.path });
    const lines = stderr.trim().split("\n");
    for (const hour of HOURS) {
      assertEquals(lines.filter((line) => line.startsWith(`${hour}: made in `)).length, 1);
    }
    assertMatch(lines.at(-1)!, /^made 3; [\d.]+ kB, 10,104 lines in [\d.]+ s$/);
    assertEquals(lines.length, 4);
  }],

  ["wikitop run --metrics writes Prometheus text", async () => {
    await using temp = await tempFolder();
    const hours = [-32, -31, -30].map((hours) => `${YOUNGEST.plus(hours)}`);
    await using server = new FaultServer({ fault: without(hours[0]!) });
    const args = [hours[0]!, hours[2]!, "--metrics", "reports/wikitop.prom"];
    const { code, stderr } = await runFrom([server], args, { cwd: temp.path });
    assertEquals(code, 3, stderr);
    const text = await Deno.readTextFile(`${temp.path}/reports/wikitop.prom`);
    for (
      const line of [
        'wikitop_hours{outcome="made"} 2',
        'wikitop_hours{outcome="missing"} 1',
        'wikitop_hours{outcome="failed"} 0',
        "wikitop_read_bytes 51408",
        "wikitop_read_rows 6736",
        "# TYPE wikitop_malformed_rows gauge",
        "# TYPE wikitop_newest_hour_age_seconds gauge",
      ]
    ) assert(text.includes(`${line}\n`) || text.endsWith(line), `${line} is not in: ${text}`);
    assertEquals(temporaries(`${temp.path}/reports`), []);
  }],

  ["wikitop run makes the hours of a range with three connections at most", async () => {
    await using temp = await tempFolder();
    const drip = { bytes: 2, milliseconds: 20 };
    await using server = new FaultServer({ fault: (_, right) => ({ ...right, drip }) });
    const args = ["2026-09-10T01", "2026-09-10T12", "--workers", "6"];
    const { code } = await runFrom([server], args, { cwd: temp.path });
    assertEquals(code, 0);
    assertEquals([server.requests.length, server.mostRequests], [12, 3]);
    await assertMade(temp.path, "2026-09-10T12");
  }],

  ["wikitop run --connections 1 opens one at a time", async () => {
    await using temp = await tempFolder();
    await using server = new FaultServer();
    const args = ["2026-09-10T01", "2026-09-10T06", "--connections", "1", "--workers", "3"];
    const { code } = await runFrom([server], args, { cwd: temp.path });
    assertEquals([code, server.mostRequests, server.mostConnections], [0, 1, 1]);
  }],

  ["wikitop run fetches each dump once when two of them make the same range", async () => {
    await using temp = await tempFolder();
    const drip = { bytes: 2, milliseconds: 20 };
    await using server = new FaultServer({ fault: (_, right) => ({ ...right, drip }) });
    const args = ["2026-09-10T01", "2026-09-11T00", "--workers", "3", "--retry-for", "1m"];
    const outcomes = await Promise.all([1, 2].map(() =>
      // The one that ends first looks at the other's work, too: whole reports are all it may see.
      runFrom([server], args, { cwd: temp.path, isAlone: false })
    ));
    for (const { code, stdout } of outcomes) {
      assertEquals([code, stdout.trim().split("\n").length], [0, 24]);
    }
    assertEquals([server.requests.length, new Set(server.paths).size], [24, 24]);
    await assertMade(temp.path, "2026-09-11T00");
  }],
];

registerInAdvance(tests);
