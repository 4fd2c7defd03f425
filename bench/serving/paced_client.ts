/**
 * Asks for one URL at an even pace, and prints how long the answers took as JSON:
 *
 *     deno run --allow-net paced_client.ts URL REQUESTS_PER_SECOND CONNECTIONS SECONDS
 *
 * A request that has to wait for the answer before it on its connection is counted from when it was
 * due: a server that stands still for a while delays all who would have come meanwhile.
 *
 * @module
 */
import { RawConnection } from "../../core/testing/raw_http.ts";
import { percentile } from "../statistics.ts";

const [url, ...numbers] = Deno.args as [string, ...string[]];
const [rate, connections, seconds] = numbers.map(Number) as [number, number, number];
const path = new URL(url).pathname + new URL(url).search;
const interval = connections * 1000 / rate;
const taken: number[] = [];

await Promise.all(Array.from({ length: connections }, async (_, i) => {
  using connection = await RawConnection.open(url);
  await connection.ask({ path }); // Everything is at hand from now on.
  const begun = performance.now() + interval * i / connections;
  for (let due = begun; due < begun + seconds * 1000; due += interval) {
    const early = due - performance.now();
    if (early > 0) await new Promise((resolve) => setTimeout(resolve, early));
    // A timer that comes late is not the server's fault.
    const from = early > 0 ? performance.now() : due;
    const { status } = await connection.ask({ path });
    if (status !== 200) throw new Error(`Cannot measure "${url}": status is ${status}`);
    taken.push(performance.now() - from);
  }
}));

console.log(JSON.stringify({
  rate: taken.length / seconds,
  p50: percentile(taken, 50),
  p99: percentile(taken, 99),
  max: percentile(taken, 100),
}));
