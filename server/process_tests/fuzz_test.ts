import { assert, assertEquals } from "@std/assert";
import { rawExchange } from "../../core/testing/raw_http.ts";
import { SAMPLE } from "../../core/testing/sample.ts";
import { tempFolder } from "../../core/testing/temp_folder.ts";
import { Random } from "../../testdata/random.ts";
import { computingTime, mostMemory } from "./figures.ts";
import { LONG_HEADERS, ODD_REQUESTS, randomRequest } from "./fuzz_requests.ts";
import { type ServerProcess, startServer } from "./server_process.ts";

const TOGETHER = 32;
const RANDOM = 1500;

/** The statuses that an answer may have. */
const DOCUMENTED = [200, 202, 204, 304, 307, 308, 400, 401, 403, 404, 405, 406, 413, 414, 415, 429]
  .concat([502, 503]);

/** Sends requests, so many at a time, and looks at what every answer has to be like. */
async function bombard(
  server: ServerProcess,
  requests: readonly (string | Uint8Array)[],
  secrets: readonly string[],
): Promise<number> {
  const queue = [...requests].values();
  let answers = 0;
  await Promise.all(Array.from({ length: TOGETHER }, async () => {
    for (const request of queue) {
      const { text, statuses } = await rawExchange(server.url, request, 400);
      const shown = JSON.stringify(request).slice(0, 300);
      for (const status of statuses) {
        assert(DOCUMENTED.includes(status), `${shown} is answered with ${status}: ${text}`);
      }
      for (const secret of secrets) {
        assert(!text.includes(secret), `${shown} is told of ${secret}: ${text}`);
      }
      assert(!/^(x-evil|set-cookie):/im.test(text), `${shown} makes a header of its own`);
      answers += statuses.length;
    }
  }));
  return answers;
}

Deno.test("wikitop serve answers odd requests with a documented status, and lives", async () => {
  await using temp = await tempFolder();
  const cwd = temp.path;
  await Deno.writeTextFile(`${cwd}/reports.txt`, "hidden-content");
  const args = ["--source", SAMPLE.folder, "--denylist", SAMPLE.denylist, "--waiting", "3"];
  await using server = await startServer(args, { cwd });
  const before = await server.ask(`/v1/hours/${SAMPLE.hour}`, 200);
  const secrets = [cwd, SAMPLE.folder, "root:", "hidden-content", "    at ", "file://"];

  const answers = await bombard(server, ODD_REQUESTS, secrets);
  assert(answers > ODD_REQUESTS.length * 0.9, `only ${answers} were answered`);
  const random = new Random(20260910);
  const made = Array.from({ length: RANDOM }, () => randomRequest(random));
  assert(await bombard(server, made, secrets) > RANDOM / 4);

  assertEquals(await server.ask(`/v1/hours/${SAMPLE.hour}`, 200), before);
  assert(mostMemory(server.pid) < 500e6, `it took ${mostMemory(server.pid)} bytes`);
  assertEquals(await server.stop(), 0);
});

Deno.test("wikitop serve is quick with headers as long as there can be", async () => {
  await using temp = await tempFolder();
  const args = ["--source", SAMPLE.folder, "--denylist", "none"];
  await using server = await startServer(args, { cwd: temp.path });
  await server.ask(`/v1/hours/${SAMPLE.hour}?top=3`, 200);
  for (const request of LONG_HEADERS) {
    const since = computingTime(server.pid);
    const { status } = await rawExchange(server.url, request, 20_000);
    const seconds = computingTime(server.pid) - since;
    const shown = `${request.slice(0, 80)}…`;
    assert([200, 406].includes(status!), `${shown} is answered with ${status}`);
    // Anything quadratic takes seconds.
    assert(seconds < 0.7, `${shown} takes ${seconds} s`);
  }
  assertEquals(await server.stop(), 0);
});

Deno.test("wikitop serve goes by the path of a request, whatever its host says", async () => {
  await using temp = await tempFolder();
  await Deno.mkdir(`${temp.path}/reports`);
  await using server = await startServer(["--read-only"], { cwd: temp.path });
  for (
    const host of ["a/metrics#", "a/metrics?", "a\\metrics#", "u:p@a/metrics#", "a/metrics?x="]
  ) {
    const request = `GET /healthz HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`;
    const { status, text } = await rawExchange(server.url, request);
    assertEquals(status, 400, text);
  }
  const target = "GET http://example.org/healthz HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n";
  assertEquals((await rawExchange(server.url, target)).status, 200);
});
