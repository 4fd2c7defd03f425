/**
 * Measures how much faster two workers of a queue are than one, on the same machine, by hours from a
 * folder: deno task bench:workers [HOURS [ROUNDS]]. WIKITOP_TEST_DATA has the real hour.
 *
 * @module
 */
import { startPostgres } from "../core/testing/postgres_server.ts";
import { tempFolder } from "../core/testing/temp_folder.ts";
import { Hour } from "../core/time/hour.ts";
import { queueUnderTest } from "../cli/testing/queue_under_test.ts";

const [hours = 12, rounds = 2] = Deno.args.map(Number);
const data = Deno.env.get("WIKITOP_TEST_DATA");
if (data === undefined) {
  console.error("Cannot measure: WIKITOP_TEST_DATA does not say where the real hour is");
  Deno.exit(2);
}
const [dump] = [...Deno.readDirSync(data)].map(({ name }) => name)
  .filter((name) => /^pageviews-.*\.gz$/.test(name));
await using postgres = await startPostgres();
await using source = await tempFolder();
const first = Hour.parse("2026-09-01T01");
const last = first.plus(hours - 1);
for (const { label } of Hour.between(first, last)) {
  const name = `pageviews-${label.slice(0, 10).replaceAll("-", "")}-${label.slice(11)}0000.gz`;
  await Deno.symlink(`${data}/${dump}`, `${source.path}/${name}`);
}

/** The seconds that so many workers take, once they are there. */
async function measure(workers: number): Promise<number> {
  await using queue = await queueUnderTest(postgres);
  for (let i = 0; i < workers; i++) queue.work(source.path, ["--workers", "1"]);
  const areThere = async () => (await queue.queue.summary()).workers.length === workers;
  while (!await areThere()) await new Promise((resolve) => setTimeout(resolve, 50));
  await queue.run("enqueue", `${first}`, `${last}`);
  await queue.until({ done: hours });
  const jobs = await queue.queue.list();
  const start = Math.min(...jobs.map(({ started }) => started!.getTime()));
  return (Math.max(...jobs.map(({ ended }) => ended!.getTime())) - start) / 1000;
}

const seconds = new Map<number, number[]>([[1, []], [2, []]]);
for (let round = 0; round < rounds; round++) {
  for (const [workers, all] of seconds) all.push(await measure(workers));
}
const ratios = seconds.get(1)!.map((one, round) => one / seconds.get(2)![round]!);
for (const [workers, all] of seconds) {
  console.log(
    `${workers} worker${workers > 1 ? "s" : " "}  ${all.map((s) => s.toFixed(1)).join(", ")} s`,
  );
}
console.log(`ratio     ${ratios.map((ratio) => ratio.toFixed(2)).join(", ")}`);
