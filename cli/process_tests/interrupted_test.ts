import { assert, assertEquals, assertMatch } from "@std/assert";
import { Hour } from "../../core/mod.ts";
import { type Fault, FaultServer, type Reply } from "../../core/testing/fault_server.ts";
import { registerInAdvance, type Waiting } from "../../core/testing/in_advance.ts";
import { assertMade, assertNotMade, namesIn, runFrom } from "../../core/testing/run_from.ts";
import { SAMPLE } from "../../core/testing/sample.ts";
import { tempFolder } from "../../core/testing/temp_folder.ts";

const RANGE = ["2026-09-10T01", "2026-09-11T00"];
const BUSY: Reply = { status: 503, headers: {}, body: new Uint8Array(0) };

const slow: Fault = (_, right) => ({ ...right, drip: { bytes: 4, milliseconds: 20 } });
const never: Fault = (_, right) => ({ ...right, drip: { bytes: 1, milliseconds: 600_000 } });

function sleep(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

async function until(isSo: () => boolean): Promise<void> {
  for (let polls = 0; polls < 2000 && !isSo(); polls++) await sleep(10);
  assert(isSo(), "it took too long");
}

/** Runs an hour that does not end by itself, and interrupts it once it has asked for its dump. */
async function interrupt(fault: Fault, args: string[], signal: Deno.Signal = "SIGINT") {
  await using temp = await tempFolder();
  await using server = new FaultServer({ fault });
  const stopping = Promise.withResolvers<void>();
  const outcome = await runFrom([server], args, {
    cwd: temp.path,
    onStart(child) {
      until(() => server.requests.length > 0).then(() => sleep(100)).then(() => child.kill(signal))
        .then(stopping.resolve, stopping.reject);
    },
  });
  await stopping.promise;
  assertEquals(outcome.code, 130, outcome.stderr);
  assertMatch(outcome.stderr, /Interrupted; run the same to go on\n$/);
  assertNotMade(temp.path);
}

const tests: Waiting[] = [
  ["wikitop run stops cleanly at Ctrl-C, and the same command goes on from there", async () => {
    await using temp = await tempFolder();
    const { path: cwd } = temp;
    await using server = new FaultServer({ fault: slow });
    const reports = () =>
      namesIn(`${cwd}/reports/2026/09`).filter((name) => name.endsWith("ifest"));
    const stopping = Promise.withResolvers<void>();
    const first = await runFrom([server], RANGE, {
      cwd,
      onStart(child) {
        until(() => reports().length >= 4).then(() => child.kill("SIGINT"))
          .then(stopping.resolve, stopping.reject);
      },
    });
    await stopping.promise;
    assertEquals(first.code, 130, first.stderr);
    const made = reports().length;
    assert(made >= 4 && made < 24, `${made} hours were made`);
    // Paths come in the order of the range: one that is left may hold others up.
    const paths = first.stdout.trim().split("\n");
    assert(paths.length >= 1 && paths.length <= made, first.stdout);
    assertMatch(first.stderr, new RegExp(`^made ${made}; `, "m"));
    assert(
      first.stderr.endsWith(
        `Interrupted; ${24 - made} of 24 hours are left, run the same to go on\n`,
      ),
      first.stderr,
    );

    await server.rest();
    server.fault = undefined;
    const before = server.requests.length;
    const second = await runFrom([server], RANGE, { cwd });
    assertEquals(second.code, 0);
    assertMatch(second.stderr, new RegExp(`^made ${24 - made}, skipped ${made}; `, "m"));
    assertEquals(server.requests.length - before, 24 - made);
    for (const hour of Hour.range(Hour.parse(RANGE[0]!), Hour.parse(RANGE[1]!))) {
      await assertMade(cwd, `${hour}`);
    }
  }],

  ["wikitop run stops at Ctrl-C while nothing comes", () => interrupt(never, [SAMPLE.hour])],
  [
    "wikitop run stops at Ctrl-C while it waits for a server that is busy",
    () => interrupt(() => BUSY, [SAMPLE.hour, "--retry-for", "1h"]),
  ],
  [
    "wikitop run stops at Ctrl-C while it waits to go on with a dump",
    () =>
      interrupt(
        ({ before }, right) => before === 0 ? { ...right, cut: 9000 } : BUSY,
        [SAMPLE.hour, "--retry-for", "1h"],
      ),
  ],
  [
    "wikitop run stops at Ctrl-C while it waits for an hour that is not published yet",
    () => {
      const hour = Hour.lastBefore(new Date()).toString();
      return interrupt(() => ({ ...BUSY, status: 404 }), [hour, "--wait"]);
    },
  ],
  ["wikitop run stops at Ctrl-C while its denylist does not answer", async () => {
    await using temp = await tempFolder();
    // It has a denylist, of which nothing comes.
    const fault: Fault = (request, right) => never(request, { ...right, status: 200 });
    await using list = new FaultServer({ fault });
    const outcome = await runFrom([list], [SAMPLE.hour, "--denylist", `${list.url}denylist`], {
      cwd: temp.path,
      onStart: (child) =>
        void until(() => list.requests.length > 0).then(() => child.kill("SIGINT")),
    });
    assertEquals(outcome.code, 130, outcome.stderr);
    assertMatch(outcome.stderr, /Interrupted; run the same to go on\n$/);
    assertNotMade(temp.path);
  }],
  ["wikitop run stops at SIGTERM as at Ctrl-C", () => interrupt(never, [SAMPLE.hour], "SIGTERM")],

  ["wikitop run stops at Ctrl-C while another one makes the hour", async () => {
    await using temp = await tempFolder();
    await using server = new FaultServer({ fault: never });
    const stopping = Promise.withResolvers<void>();
    const other = runFrom([server], [SAMPLE.hour], {
      cwd: temp.path,
      isAlone: false,
      onStart: (child) => void stopping.promise.finally(() => child.kill("SIGINT")),
    });
    await until(() => server.requests.length > 0);
    const since = performance.now();
    const waiting = await runFrom([server], [SAMPLE.hour, "--retry-for", "1m"], {
      cwd: temp.path,
      onStart: (child) => void sleep(1000).then(() => child.kill("SIGINT")),
    }).finally(stopping.resolve);
    assertEquals(waiting.code, 130, waiting.stderr);
    assert(performance.now() - since < 20_000, "it waited for the other one");
    assertEquals((await other).code, 130);
  }],
];

registerInAdvance(tests);
