import { assert, assertEquals, assertMatch } from "@std/assert";
import { RawConnection } from "../../core/testing/raw_http.ts";
import { SAMPLE } from "../../core/testing/sample.ts";
import { tempFolder } from "../../core/testing/temp_folder.ts";
import { heldSource } from "./held_source.ts";
import { type ServerProcess, startServer } from "./server_process.ts";
import { until } from "./until.ts";

const HOUR = `/v1/hours/${SAMPLE.hour}`;
const FROM_FOLDER = ["--source", SAMPLE.folder, "--denylist", "none"];

/** Waits until it accepts no more connections. */
async function refusing({ url }: ServerProcess): Promise<void> {
  await until(async () => {
    try {
      (await RawConnection.open(url)).close();
      return false;
    } catch (error) {
      if (error instanceof Deno.errors.ConnectionRefused) return true;
      if (error instanceof Deno.errors.ConnectionReset) return false;
      throw error;
    }
  }, "connections are refused");
}

for (const signal of ["SIGTERM", "SIGINT"] as const) {
  Deno.test(`wikitop serve ends at ${signal}, in peace`, async () => {
    await using temp = await tempFolder();
    await using server = await startServer(FROM_FOLDER, { cwd: temp.path });
    await server.ask(HOUR, 200);
    assertEquals(await server.stop(signal), 0);
    assertMatch(server.log, /Shutting down: finishing what is in flight$/);
  });

  Deno.test(`wikitop serve answers who waits for an hour at ${signal}, and nobody new`, async () => {
    await using temp = await tempFolder();
    await using source = heldSource();
    await using server = await startServer([...source.args, "--grace", "30s"], { cwd: temp.path });
    const waiting = [server.ask(HOUR, 200), server.ask(`${HOUR}?format=csv&domain=de`, 200)];
    await source.asked();
    server.kill(signal);
    await refusing(server);
    source.release();
    assertEquals(JSON.parse(await waiting[0]!).period, SAMPLE.hour);
    assertMatch(await waiting[1]!, /,de,/);
    assertEquals((await server.status).code, 0);
    assertEquals(source.server.requests.length, 1);
  });
}

Deno.test("wikitop serve leaves what takes longer than the grace to the next server", async () => {
  await using temp = await tempFolder();
  await using source = heldSource();
  const args = [...source.args, "--grace", "1s"];
  {
    await using server = await startServer(args, { cwd: temp.path });
    const waiting = server.get(HOUR);
    const range = await server.post("2026-09-10T01", "2026-09-10T03");
    assertEquals(range.response.status, 202);
    await source.asked();
    server.kill("SIGTERM");
    const { response, text } = await waiting;
    assertEquals(response.status, 503, text);
    assertEquals(JSON.parse(text).type, "urn:wikitop:problem:shutting-down");
    assert(Number(response.headers.get("retry-after")) > 0);
    assertEquals((await server.status).code, 0);
  }
  source.release();
  await using server = await startServer(args, { cwd: temp.path });
  const hours = ["2026-09-10T01", "2026-09-10T02", "2026-09-10T03", SAMPLE.hour];
  const list = "/v1/hours?from=2026-09-10T01&to=2026-09-10T18";
  await until(
    async () => JSON.parse(await server.ask(list, 200)).hours.length === hours.length,
    "the hours are stored",
  );
  for (const hour of hours) await server.ask(`/v1/hours/${hour}?make=no`, 200);
  const jobs = [SAMPLE.hour, "2026-09-10T01_2026-09-10T03"];
  for (const id of jobs) {
    await until(
      async () => JSON.parse(await server.ask(`/v1/jobs/${id}`, 200)).state === "done",
      `job ${id} is done`,
    );
  }
  assertEquals(await server.stop(), 0, server.log);
});

Deno.test("wikitop serve says goodbye to those who watch a job", async () => {
  await using temp = await tempFolder();
  await using source = heldSource();
  await using server = await startServer([...source.args, "--grace", "1s"], { cwd: temp.path });
  await server.post(SAMPLE.hour);
  await source.asked();
  const watching = await Promise.all(
    Array.from({ length: 50 }, () => fetch(`${server.url}/v1/jobs/${SAMPLE.hour}/events`)),
  );
  server.kill("SIGTERM");
  for (const response of watching) {
    assertEquals(response.status, 200);
    assertMatch(await response.text(), /^event: job\n[^]*\n\nevent: closing\ndata: \{\}\n\n$/);
  }
  assertEquals((await server.status).code, 0);
});

Deno.test("wikitop serve does not wait for those who never come to the end of a request", async () => {
  await using temp = await tempFolder();
  const args = [...FROM_FOLDER, "--grace", "1s"];
  await using server = await startServer(args, { cwd: temp.path });
  const connections = await Promise.all([
    RawConnection.open(server.url),
    RawConnection.open(server.url, "GET /v1/hou"),
    RawConnection.open(server.url, "GET /healthz HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Head"),
    RawConnection.open(
      server.url,
      "POST /v1/jobs HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\nContent-Length: 9\r\n\r\n{",
    ),
  ]);
  await server.ask("/healthz", 200);
  assertEquals(await server.stop(), 0, server.log);
  for (const connection of connections) connection.close();
});

Deno.test("wikitop serve ends at once at the second signal", async () => {
  await using temp = await tempFolder();
  await using source = heldSource();
  await using server = await startServer([...source.args, "--grace", "10m"], { cwd: temp.path });
  const waiting = server.get(HOUR).catch((error) => error);
  await source.asked();
  server.kill("SIGTERM");
  await refusing(server);
  assertEquals(await server.stop("SIGTERM"), 130);
  assert(await waiting instanceof TypeError, "the connection was not cut off");
});
