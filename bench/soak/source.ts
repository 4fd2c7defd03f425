/**
 * A source of dumps for the soak, on loopback, which treats each hour as its scenario says. Prints
 * its URL.
 *
 *     deno run --allow-net=127.0.0.1 --allow-read source.ts SEED
 *
 * @module
 */
import { FaultServer, type Reply } from "../../core/testing/fault_server.ts";
import { Hour } from "../../core/mod.ts";
import { largeDump } from "./expected_reports.ts";
import { scenarioOf } from "./scenarios.ts";

const seed = Number(Deno.args[0]);
const large = largeDump().content;

const server = new FaultServer({
  fault({ path, before, headers }, right): Reply {
    const half = Math.floor(right.body.length / 2);
    switch (scenarioOf(hourOf(path), seed)) {
      case "large":
        return right.status === 200 ? { ...right, body: large } : right;
      case "slow":
        return { ...right, drip: { bytes: 8, milliseconds: 250 } };
      case "flaky":
        return before === 0 ? { ...right, cut: half } : right;
      case "cut":
        return { ...right, cut: headers.has("range") ? 0 : half };
      case "damaged":
        return right.status === 200 ? { ...right, body: right.body.subarray(0, half) } : right;
      case "missing":
        return { status: 404, headers: {}, body: new Uint8Array(0) };
      case "sample":
        return right;
    }
  },
});
console.log(server.url);

function hourOf(path: string): Hour {
  const [, year, month, day, hour] = /-(\d{4})(\d\d)(\d\d)-(\d\d)0000\.gz$/.exec(path)!;
  return Hour.parse(`${year}-${month}-${day}T${hour}`);
}
