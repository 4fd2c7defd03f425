import { assert, assertEquals, assertMatch } from "@std/assert";
import { RawConnection, rawExchange } from "../../core/testing/raw_http.ts";
import { SAMPLE } from "../../core/testing/sample.ts";
import { storeHour } from "../../core/testing/store_hour.ts";
import { tempFolder } from "../../core/testing/temp_folder.ts";
import { Hour } from "../../core/mod.ts";
import { mostMemory } from "./figures.ts";
import { heldSource } from "./held_source.ts";
import { startServer } from "./server_process.ts";
import { until } from "./until.ts";

const HOUR = `/v1/hours/${SAMPLE.hour}`;
const FROM_FOLDER = ["--source", SAMPLE.folder, "--denylist", "none"];
const STREAMS = 1000;

/** A dump of many domains, whose report is as long as that of a real hour. */
function longDump(domains: number): string {
  return Array.from(
    { length: domains },
    (_, domain) =>
      Array.from(
        { length: 25 },
        (_, page) => `x${domain} A_title_of_the_usual_length_${page} ${1000 - page} 0\n`,
      ).join(""),
  )
    .join("");
}

Deno.test("wikitop serve lets 100 jobs wait, and tells the next to come back later", async () => {
  await using temp = await tempFolder();
  await using source = heldSource();
  await using server = await startServer([...source.args, "--jobs", "2"], { cwd: temp.path });
  const hours = Array.from({ length: 103 }, (_, i) => `${Hour.parse(SAMPLE.hour).plus(-i)}`);
  const answers = await Promise.all(hours.map((hour) => server.get(`/v1/hours/${hour}?wait=0`)));
  const statuses = answers.map(({ response }) => response.status).sort();
  const unexpected = answers.filter(({ response }) => ![202, 429].includes(response.status));
  assertEquals(unexpected.map(({ text }) => text), [], server.log);
  assertEquals(statuses, [...Array(102).fill(202), 429]);
  const { response, text } = answers.find(({ response }) => response.status === 429)!;
  assert(Number(response.headers.get("retry-after")) > 0);
  assertEquals(JSON.parse(text).type, "urn:wikitop:problem:too-many-jobs");
  // Who wants what is being made already need not come back.
  const { hours: [{ hour }] } = JSON.parse(answers[0]!.text);
  await server.ask(`/v1/hours/${hour}?wait=0`, 202);
  assertEquals((await server.post("2026-09-01T01", "2026-09-02T00")).response.status, 429);
  assert(source.server.mostRequests <= 2);

  source.release();
  const queued = async () =>
    /wikitop_jobs\{state="queued"\} 0/.test(await server.ask("/metrics", 200));
  await until(queued, "the queue is empty");
  await server.ask("/v1/hours/2026-09-01T01", 200);
});

Deno.test("wikitop serve refuses a body that is too long before its end, and keeps none of it", async () => {
  await using temp = await tempFolder();
  await using server = await startServer(FROM_FOLDER, { cwd: temp.path });
  const head = "POST /v1/jobs HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\n";
  const piece = " ".repeat(16_384);
  const ways = [
    ["Content-Length: 10000000000\r\n\r\n", piece],
    ["Transfer-Encoding: chunked\r\n\r\n", `4000\r\n${piece}\r\n`],
  ];
  const before = mostMemory(server.pid);
  for (const [length, body] of ways) {
    using connection = await RawConnection.open(server.url, head + length + body);
    assertMatch(new TextDecoder().decode((await connection.read())!), /^HTTP\/1.1 413 /);
    // Deno goes on reading from who goes on sending; to hang up is not in the server's power.
    for (let sent = 0; sent < 100e6; sent += body!.length) {
      if (await connection.write(body!).then(() => false, () => true)) break;
    }
    await server.ask("/healthz", 200);
  }
  const taken = mostMemory(server.pid) - before;
  assert(taken < 60e6, `it took ${taken} bytes`);
  const { length } = JSON.stringify({ from: SAMPLE.hour });
  const fitting = JSON.stringify({ from: SAMPLE.hour }) + " ".repeat(4096 - length);
  const init = { method: "POST", headers: { "content-type": "application/json" } };
  await server.ask("/v1/jobs", 202, { ...init, body: fitting });
  await server.ask("/v1/jobs", 413, { ...init, body: fitting + " " });
});

Deno.test("wikitop serve lets 1,000 watch, and others when they have gone", async () => {
  await using temp = await tempFolder();
  await using source = heldSource();
  await using server = await startServer(source.args, { cwd: temp.path });
  await server.post(SAMPLE.hour);
  const path = `/v1/jobs/${SAMPLE.hour}/events`;
  const watch = `GET ${path} HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n`;
  const watchers = await Promise.all(Array.from({ length: STREAMS }, async () => {
    const connection = await RawConnection.open(server.url, watch);
    assert(await connection.read());
    return connection;
  }));
  const refused = await fetch(server.url + path);
  await refused.body?.cancel();
  assertEquals(refused.status, 429);
  await server.ask("/healthz", 200);
  for (const watcher of watchers.splice(0, 600)) watcher.close();
  const isFree = async () => {
    const response = await fetch(server.url + path);
    await response.body?.cancel();
    return response.status === 200;
  };
  await until(isFree, "there is room again");
  for (const watcher of watchers) watcher.close();
  source.release();
  await server.ask(HOUR, 200);
  assertEquals(await server.stop(), 0);
});

Deno.test("wikitop serve answers others while 2,000 connections idle", async () => {
  await using temp = await tempFolder();
  await using server = await startServer(FROM_FOLDER, { cwd: temp.path });
  const connections = await Promise.all(
    Array.from(
      { length: 2000 },
      (_, i) =>
        RawConnection.open(
          server.url,
          i % 2 === 0 ? "" : `GET ${HOUR} HTTP/1.1\r\nHost: 127.0.0.1\r\nX-`,
        ),
    ),
  );
  for (let round = 0; round < 3; round++) {
    // Headers that dribble.
    await Promise.all(connections.map((connection, i) => i % 2 === 0 || connection.write("a")));
    await server.ask("/healthz", 200);
    await server.ask(`${HOUR}?top=${round + 1}`, 200);
  }
  await connections[1]!.write(": b\r\nConnection: close\r\n\r\n");
  const answer = await connections[1]!.read(20);
  assertMatch(new TextDecoder().decode(answer!), /^HTTP\/1.1 200 OK/);
  for (const connection of connections) connection.close();
  assertEquals(await server.stop(), 0);
});

Deno.test({
  name: "wikitop serve survives more connections than it may have files",
  ignore: Deno.build.os === "windows",
  async fn() {
    await using temp = await tempFolder();
    const through = ["/bin/sh", "-c", 'ulimit -n 150 && exec "$0" "$@"'];
    const expected = /^Warning: Cannot accept connections: .*Too many open files/;
    const options = { cwd: temp.path, through, expected };
    await using server = await startServer(FROM_FOLDER, options);
    await server.ask(HOUR, 200);
    for (const round of [1, 2]) {
      const connections: RawConnection[] = [];
      const warnings = () => server.lines.filter((line) => expected.test(line)).length;
      for (let i = 0; i < 500 && warnings() < round; i++) {
        // When it hears of it, some are refused.
        await RawConnection.open(server.url, "GET / HTTP/1.1\r\nX").then(
          (connection) => connections.push(connection),
          () => {},
        );
      }
      await until(() => warnings() >= round, "the server warns");
      // Those that idle are gone, so that there is room even before their owners let go.
      const isBack = () =>
        server.get(HOUR).then(({ response }) => response.status === 200, () => false);
      await until(isBack, "the server answers again");
      for (const connection of connections) connection.close();
    }
    assertEquals(await server.stop(), 0, server.log);
  },
});

Deno.test("wikitop serve renders long reports in turns, and answers others meanwhile", async () => {
  await using temp = await tempFolder();
  const hours = Array.from({ length: 3 }, (_, i) => `${Hour.parse(SAMPLE.hour).plus(-i)}`);
  const dump = longDump(800);
  for (const hour of hours) await storeHour(`${temp.path}/reports`, hour, { dump });
  await using server = await startServer(["--read-only"], { cwd: temp.path });
  await server.ask("/healthz", 200);
  const before = mostMemory(server.pid);
  const asking = hours.flatMap((hour) =>
    Array.from({ length: 20 }, async (_, i) => {
      const { response, text } = await server.get(`/v1/hours/${hour}?format=ndjson&top=${25 - i}`);
      assertEquals([response.status, text.split("\n").length - 1], [200, 800 * (25 - i)]);
    })
  );
  let [isOver, others] = [false, 0];
  const all = Promise.all(asking).finally(() => isOver = true);
  for (; !isOver; others++) await server.ask(`/v1/hours/${hours[0]}?domain=x${others % 800}`, 200);
  await all;
  assert(others > 10, `${others} others were answered`);
  // All at once they would take a gigabyte.
  const taken = mostMemory(server.pid) - before;
  assert(taken < 450e6, `it took ${taken} bytes`);
  assertEquals(await server.stop(), 0);
});

Deno.test("wikitop serve keeps no more in memory than its cache may have, whatever is sent", async () => {
  await using temp = await tempFolder();
  await storeHour(`${temp.path}/reports`, SAMPLE.hour);
  const args = ["--read-only", "--cache", "8MB"];
  await using server = await startServer(args, { cwd: temp.path });
  const ask = async (from: number, count: number) => {
    for (let i = from; i < from + count; i++) {
      const accept = `application/json, x/${i}${"a".repeat(59_000)}`;
      await server.ask(`${HOUR}?domain=de`, 200, { headers: { accept } });
    }
  };
  await ask(0, 300);
  const before = mostMemory(server.pid);
  await ask(300, 2000);
  // They are 120 MB in all.
  const taken = mostMemory(server.pid) - before;
  assert(taken < 80e6, `it took ${taken} bytes`);
});

Deno.test("wikitop serve waits for slow readers, and nobody waits for them", async () => {
  await using temp = await tempFolder();
  await storeHour(`${temp.path}/reports`, SAMPLE.hour, { dump: longDump(3000) });
  await using server = await startServer(["--read-only"], { cwd: temp.path });
  const whole = await server.ask(`${HOUR}?format=ndjson`, 200);
  const before = mostMemory(server.pid);
  const request =
    `GET ${HOUR}?format=ndjson HTTP/1.1\r\nHost: ${server.host}\r\nConnection: close\r\n\r\n`;
  const readers = await Promise.all(
    Array.from({ length: 100 }, () => RawConnection.open(server.url, request)),
  );
  await server.ask("/healthz", 200);
  await server.ask(`${HOUR}?domain=x1`, 200);
  const taken = mostMemory(server.pid) - before;
  assert(taken < 20 * whole.length, `it took ${taken} bytes for ${whole.length}`);
  // One of them does read to the end, in small sips; the others hang up.
  let length = 0;
  for (let sip; (sip = await readers[0]!.read(10_000)) !== null;) length += sip.length;
  assert(length > whole.length, "the report was cut off");
  for (const reader of readers) reader.close();
  assertEquals(await server.stop(), 0);
});

Deno.test("wikitop serve goes on making an hour when those who asked for it hang up", async () => {
  await using temp = await tempFolder();
  await using source = heldSource();
  await using server = await startServer(source.args, { cwd: temp.path });
  const requests = [`GET ${HOUR}`, `GET /v1/jobs/${SAMPLE.hour}/events`, `GET ${HOUR}/domains`];
  for (const request of requests) {
    const connection = await RawConnection.open(
      server.url,
      `${request} HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n`,
    );
    await source.asked();
    connection.close();
  }
  source.release();
  const isStored = async () => (await server.get(`${HOUR}?make=no`)).response.status === 200;
  await until(isStored, "the hour is stored");
  assertEquals(source.server.requests.length, 1);
  // Halfway through a body, too.
  const head = "POST /v1/jobs HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\n";
  const half = await RawConnection.open(server.url, `${head}Content-Length: 30\r\n\r\n{"from"`);
  await server.ask("/healthz", 200);
  half.close();
  const cut = await rawExchange(
    server.url,
    `${head}Transfer-Encoding: chunked\r\n\r\nzz\r\n`,
    300,
  );
  assert([undefined, 400].includes(cut.status), cut.text);
  await server.ask("/healthz", 200);
  assertEquals(await server.stop(), 0);
});
