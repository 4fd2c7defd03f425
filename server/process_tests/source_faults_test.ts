import { LoopbackServer } from "../../core/testing/loopback_server.ts";
import { assert, assertEquals, assertMatch } from "@std/assert";
import { type Fault, FaultServer } from "../../core/testing/fault_server.ts";
import { SAMPLE } from "../../core/testing/sample.ts";
import { tempFolder } from "../../core/testing/temp_folder.ts";
import { unusedUrl } from "../../core/testing/unused_url.ts";
import { startInVain, startServer } from "./server_process.ts";
import { until } from "./until.ts";

const HOUR = `/v1/hours/${SAMPLE.hour}`;
const PAGE = new TextEncoder().encode("<!DOCTYPE html>\n<p>Log in to this network</p>\n");

/** How a source may misbehave, and what those who asked for the hour are told. */
const FAULTS: Record<string, [fault: Fault, status: number, kind: string]> = {
  "answers 503": [(_, right) => ({ ...right, status: 503 }), 502, "source-down"],
  "answers 403": [(_, right) => ({ ...right, status: 403 }), 502, "source-down"],
  "has no dump": [(_, right) => ({ ...right, status: 404 }), 404, "missing"],
  "hangs up before the first byte": [(_, right) => ({ ...right, cut: 0 }), 502, "source-down"],
  "hangs up halfway": [(_, right) => ({ ...right, cut: 12_000 }), 502, "source-down"],
  "sends a damaged dump": [
    (_, right) => ({ ...right, body: right.body.with(15_000, right.body[15_000]! ^ 0xff) }),
    502,
    "bad-dump",
  ],
  "sends a dump that was cut short": [
    (_, right) => ({ ...right, body: right.body.subarray(0, 20_000) }),
    502,
    "bad-dump",
  ],
  "sends nothing": [(_, right) => ({ ...right, body: new Uint8Array(0) }), 502, "bad-dump"],
  "sends a page in its place": [(_, right) => ({ ...right, body: PAGE }), 502, "bad-dump"],
};

Deno.test("wikitop serve tells what is wrong with a source, and makes the hour once it is right", async (t) => {
  await using temp = await tempFolder();
  await using source = new FaultServer();
  const args = ["--source", source.url, "--denylist", "none", "--tries", "1"];
  for (const [what, [fault, status, kind]] of Object.entries(FAULTS)) {
    await t.step(`a source that ${what}`, async () => {
      await Deno.remove(`${temp.path}/reports`, { recursive: true }).catch(() => {});
      source.fault = fault;
      const asked = source.requests.length;
      {
        await using server = await startServer(args, { cwd: temp.path });
        const { response, text } = await server.get(HOUR);
        assertEquals(response.status, status, text);
        assertEquals(response.headers.get("content-type"), "application/problem+json");
        const { type, detail } = JSON.parse(text);
        assertEquals(type, `urn:wikitop:problem:${kind}`, detail);
        assertMatch(detail, /^[A-Z]/);
        assert(!detail.includes(temp.path), detail);
        assert(Number(response.headers.get("retry-after")) > 0, "no Retry-After");
        // The failure stands for a while, so that nobody hammers the source through this server.
        const before = source.requests.length;
        assert(before > asked);
        await Promise.all([1, 2, 3].map(() => server.ask(HOUR, status)));
        assertEquals(source.requests.length, before);
        assertEquals(JSON.parse(await server.ask(`/v1/jobs/${SAMPLE.hour}`, 200)).state, "failed");
        await server.ask(`${HOUR}?make=no`, 404);
        assertEquals(await server.stop(), 0);
      }
      source.fault = undefined;
      await using server = await startServer(args, { cwd: temp.path });
      await server.ask(HOUR, 200);
    });
  }
});

Deno.test("wikitop serve makes an hour whose source recovers between two tries", async () => {
  await using temp = await tempFolder();
  await using source = new FaultServer({
    fault: ({ before }, right) => before === 0 ? { ...right, status: 503 } : right,
  });
  const args = ["--source", source.url, "--denylist", "none"];
  await using server = await startServer(args, { cwd: temp.path });
  await server.ask(HOUR, 200);
  const { hours: [{ tries, message }] } = JSON.parse(
    await server.ask(`/v1/jobs/${SAMPLE.hour}`, 200),
  );
  assertEquals(tries, 2);
  assertMatch(message, /503/);
});

Deno.test("wikitop serve asks the mirror of a source that is gone", async () => {
  await using temp = await tempFolder();
  await using mirror = new FaultServer();
  const args = ["--source", unusedUrl(), "--source", mirror.url, "--denylist", "none"];
  await using server = await startServer(args, { cwd: temp.path });
  const { sources: [source] } = JSON.parse(await server.ask(HOUR, 200));
  assertEquals(source.url, `${mirror.url}${SAMPLE.dumpPath.slice(1)}`);
});

Deno.test("wikitop serve sends those away who wait for a source that stalls, and goes on", async () => {
  await using temp = await tempFolder();
  let isStalled = true;
  await using source = new FaultServer({
    async fault(_, right) {
      await until(() => !isStalled, "the source goes on");
      return right;
    },
  });
  const args = ["--source", source.url, "--denylist", "none"];
  await using server = await startServer(args, { cwd: temp.path });
  for (const init of [{}, { headers: { prefer: "wait=1" } }]) {
    const path = "headers" in init ? HOUR : `${HOUR}?wait=1`;
    const { response, text } = await server.get(path, init);
    assertEquals(response.status, 202, text);
    assertEquals(response.headers.get("location"), `/v1/jobs/${SAMPLE.hour}`);
    assert(Number(response.headers.get("retry-after")) > 0);
    assertEquals(JSON.parse(text).state, "running");
  }
  isStalled = false;
  await server.ask(HOUR, 200);
  assertEquals(source.requests.length, 1);
});

Deno.test("wikitop serve needs the denylist that it is told of, and then keeps it", async () => {
  await using temp = await tempFolder();
  await using source = new FaultServer();
  const args = ["--source", source.url, "--denylist", `${source.url}denylist`];
  assertMatch(
    await startInVain(args, { cwd: temp.path }),
    /^Cannot rank without the denylist: .*--denylist none$/m,
  );
  const denylist = new TextEncoder().encode("en Albert_Einstein\n");
  source.fault = ({ path }, right) =>
    path === "/denylist" ? { ...right, status: 200, body: denylist } : right;
  {
    await using server = await startServer(args, { cwd: temp.path });
    await server.ready();
    const report = await server.ask(`${HOUR}?domain=en&format=csv`, 200);
    assert(!report.includes("Albert_Einstein"));
  }
  source.fault = undefined;
  await using server = await startServer(args, { cwd: temp.path });
  await server.ready();
  await server.ask(`${HOUR}?make=no`, 200);
});

Deno.test("wikitop serve listens while its denylist does not answer, and says what it waits for", async () => {
  await using temp = await tempFolder();
  const held = Promise.withResolvers<void>();
  await using list = new LoopbackServer(async () => {
    await held.promise;
    return new Response("en Albert_Einstein\n");
  });
  const url = `${list.url}denylist`;
  const args = ["--source", SAMPLE.folder, "--denylist", url];
  await using server = await startServer(args, { cwd: temp.path });
  const waiting = await server.get("/readyz");
  assertEquals(waiting.response.status, 503);
  assertEquals(JSON.parse(waiting.text), { status: `waiting for the denylist "${url}"` });
  const early = await server.get(HOUR);
  assertEquals(early.response.status, 503);
  assertEquals(JSON.parse(early.text).type, "urn:wikitop:problem:starting");
  assertEquals((await server.get("/healthz")).response.status, 200);
  held.resolve();
  await server.ready();
  assert(!(await server.ask(`${HOUR}?domain=en&format=csv`, 200)).includes("Albert_Einstein"));
});
