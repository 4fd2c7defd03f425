import { assert, assertEquals, assertRejects } from "@std/assert";
import postgres from "postgres";
import { PostgresLeases } from "../node/postgres_leases.ts";
import { download } from "../source/http/download.ts";
import { systemClock } from "../async/clock.ts";
import { FaultServer } from "../testing/fault_server.ts";
import { SAMPLE } from "../testing/sample.ts";
import {
  POSTGRES_PROGRAMS,
  type PostgresServer,
  startPostgres,
} from "../testing/postgres_server.ts";

const ignore = POSTGRES_PROGRAMS === undefined;
let server: PostgresServer | undefined;

Deno.test.beforeAll(async () => {
  if (!ignore) server = await startPostgres();
});
Deno.test.afterAll(async () => await server?.[Symbol.asyncDispose]());

function leasesOf(url: string, egress = "default"): PostgresLeases {
  return new PostgresLeases(url, { user: "", egress });
}

/** Ends all sessions of leases, as the end of their machines does. */
async function endSessions(url: string): Promise<void> {
  const sql = postgres(url, { max: 1 });
  await sql`SELECT pg_terminate_backend(pid) FROM pg_stat_activity
    WHERE application_name = 'wikitop leases'`;
  await sql.end();
}

/** Whether a lease cannot be had, for as long as somebody would wait. */
async function isTaken(leases: PostgresLeases, name: string, slots = 1): Promise<boolean> {
  const signal = AbortSignal.timeout(500);
  try {
    (await leases.acquire(name, { slots, signal }))[Symbol.dispose]();
    return false;
  } catch (error) {
    if (!signal.aborted) throw error;
    return true;
  }
}

Deno.test({
  name: "PostgresLeases gives as many as there are, to all who share an egress",
  ignore,
  async fn() {
    const url = await server!.database();
    await using one = leasesOf(url);
    await using other = leasesOf(url);
    await using elsewhere = leasesOf(url, "office");
    // All at the same moment: a session must not be given the same one twice.
    const held = await Promise.all([1, 2, 3].map(() => one.acquire("host", { slots: 3 })));
    assert(await isTaken(one, "host", 3));
    assert(await isTaken(other, "host", 3));
    assertEquals(await isTaken(other, "other host", 3), false);
    assertEquals(await isTaken(elsewhere, "host", 3), false);
    held[1]![Symbol.dispose]();
    (await other.acquire("host", { slots: 3 }))[Symbol.dispose]();
    held.forEach((lease) => lease[Symbol.dispose]());
  },
});

Deno.test({
  name: "PostgresLeases ends with its session, tells so, and begins another one",
  ignore,
  async fn() {
    const url = await server!.database();
    await using leases = leasesOf(url);
    const lease = await leases.acquire("host");
    const lost = new Promise((resolve) => lease.lost!.addEventListener("abort", resolve));
    await endSessions(url);
    await lost;
    lease[Symbol.dispose]();
    (await leases.acquire("host"))[Symbol.dispose]();
    await assertRejects(() => leases.acquire("host", { signal: AbortSignal.abort() }));
  },
});

Deno.test({
  name: "download() goes on over another connection when it loses its lease",
  ignore,
  async fn() {
    const url = await server!.database();
    await using leases = leasesOf(url);
    await using source = new FaultServer();
    // The first answer would take longer than anybody waits.
    source.fault = ({ before }, right) =>
      before === 0 ? { ...right, drip: { bytes: 10_000, milliseconds: 50 } } : right;
    const { body } = await download(`${source.url}${SAMPLE.dumpPath.slice(1)}`, {}, {
      fetch,
      userAgent: "wikitop",
      clock: systemClock,
      retryFor: 60_000,
      connect: (host, signal) => leases.acquire(host, { signal }),
    });
    const reader = body.getReader();
    let length = (await reader.read()).value!.length;
    await endSessions(url);
    for (let next = await reader.read(); !next.done; next = await reader.read()) {
      length += next.value.length;
    }
    assertEquals(length, source.file.content.length);
    assertEquals(source.requests.length, 2);
    assertEquals(source.asked("range")[1]?.startsWith("bytes="), true);
  },
});

Deno.test({
  name: "No more connections are open than there are leases, however the server misbehaves",
  ignore,
  async fn() {
    const url = await server!.database();
    await using source = new FaultServer();
    let asked = 0;
    source.fault = (_, right) => {
      asked++;
      if (asked % 5 === 0) return { ...right, cut: 1000 };
      if (asked % 7 === 0) return { ...right, status: 503, body: new Uint8Array(0) };
      return { ...right, drip: { bytes: 2, milliseconds: 10 } };
    };
    const fleet = Array.from({ length: 4 }, () => leasesOf(url));
    const work = async (leases: PostgresLeases) => {
      for (let i = 0; i < 4; i++) {
        const { body } = await download(`${source.url}${SAMPLE.dumpPath.slice(1)}`, {}, {
          fetch,
          userAgent: "wikitop",
          clock: systemClock,
          retryFor: 60_000,
          connect: (host, signal) => leases.acquire(host, { slots: 3, signal }),
        });
        assertEquals((await new Response(body).bytes()).length, source.file.content.length);
      }
    };
    await Promise.all(fleet.flatMap((leases) => [work(leases), work(leases)]));
    assert(asked > 32, `${asked} requests`);
    assert(source.mostRequests <= 3, `${source.mostRequests} requests came at once`);
    for (const leases of fleet) await leases[Symbol.asyncDispose]();
  },
});
