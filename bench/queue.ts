/**
 * Has 200 hours, or as many as are named, made by a queue and four workers to which all happens that
 * may: deno task soak:queue [HOURS [s3]], into a folder or a bucket of Ceph. Ends with 1 if an hour is lost, half or wrong.
 *
 * @module
 */
import { startPostgres } from "../core/testing/postgres_server.ts";
import { tryLockFile } from "../core/deno/file_lock.ts";
import { openS3Store } from "../core/node/s3_store.ts";
import { type S3Server, startCeph } from "../core/testing/ceph_server.ts";
import type { StoreUnderTest } from "../cli/testing/queue_under_test.ts";
import { ordeal } from "./queue/ordeal.ts";

const hours = Number(Deno.args[0] ?? 200);
if (!(hours >= 20 && hours <= 10_000)) {
  console.error(`Cannot soak with "${Deno.args[0]}" hours: a number from 20 to 10000 is needed`);
  Deno.exit(2);
}
await using ceph = Deno.args[1] === "s3" ? await startCeph() : undefined;
await using postgres = await startPostgres();
const since = performance.now();
const tell = (message: string) =>
  console.error(`${((performance.now() - since) / 1000).toFixed(1).padStart(6)} s  ${message}`);
const result = await ordeal({
  postgres,
  store: ceph && await bucketOf(ceph),
  hours,
  dumpMs: 300,
  tell,
});
console.log(`hours             ${result.hours}, all finished and right, none half`);
console.log(`made twice        ${result.madeTwice}`);
console.log(`begun again       ${result.triedAgain}`);
console.log(`dumps asked for   ${result.downloads}`);
console.log(`most at a time    ${result.mostRequests} (3 are allowed)`);
console.log(`seconds           ${result.seconds.toFixed(1)}`);

/** A bucket of its own, as a store. */
async function bucketOf({ endpoint, env, bucket }: S3Server): Promise<StoreUnderTest> {
  const address = `${await bucket()}/top`;
  for (const [name, value] of Object.entries(env)) Deno.env.set(name, value);
  const locks = { tryLock: tryLockFile };
  const state = await Deno.makeTempDir({ prefix: "wikitop-soak-" });
  const { store } = openS3Store(address, { endpoint, state, locks });
  return {
    flags: ["--store", address, "--endpoint", endpoint],
    env,
    permissions: [
      "--allow-env=AWS_*,HOME,HOMEDRIVE,HOMEPATH,USERPROFILE,_X_AMZN_TRACE_ID",
      "--allow-sys=osRelease",
    ],
    server: endpoint,
    read: async (path) => (await store.read(path.replace(".csv", "")))?.content ?? new Uint8Array(),
  };
}
