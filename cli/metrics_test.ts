import { assert, assertEquals, assertMatch, assertRejects } from "@std/assert";
import { Hour } from "../core/mod.ts";
import { namesIn } from "../core/testing/run_from.ts";
import { tempFolder } from "../core/testing/temp_folder.ts";
import { writeMetrics } from "./metrics.ts";
import type { RunSummary } from "./progress/outcome.ts";

const NOW = new Date("2026-09-10T20:30:00Z");
const SUMMARY: RunSummary = {
  hours: { made: 3, skipped: 20, missing: 1, late: 2, failed: 4 },
  bytes: 123_456_789,
  lines: 20_000_000,
  malformed: 5,
  seconds: 12.5,
};
const HOUR = Hour.parse("2026-09-10T18");

/** The samples of Prometheus text, by name and labels; throws where the text is none. */
function samplesOf(text: string): Map<string, number> {
  const samples = new Map<string, number>();
  const typed = new Set<string>();
  for (const line of text.trimEnd().split("\n").filter((line) => line !== "")) {
    const type = /^# TYPE ([a-z_]+) (?:gauge|counter)$/.exec(line);
    if (type !== null) typed.add(type[1]!);
    if (line.startsWith("#")) {
      assertMatch(line, /^# (?:TYPE|HELP) [a-z_]+ ./);
      continue;
    }
    const match = /^(([a-z_]+)(?:\{[a-z_]+="[^"]*"(?:,[a-z_]+="[^"]*")*\})?) (\S+)$/.exec(line);
    assert(match !== null, `no sample: ${line}`);
    assert(typed.has(match[2]!), `${match[2]} has no type`);
    assert(!samples.has(match[1]!), `${match[1]} is there twice`);
    samples.set(match[1]!, Number(match[3]));
  }
  return samples;
}

Deno.test("writeMetrics() writes Prometheus text", async () => {
  await using temp = await tempFolder();
  await writeMetrics(`${temp.path}/wikitop.prom`, SUMMARY, HOUR, NOW);
  const text = await Deno.readTextFile(`${temp.path}/wikitop.prom`);
  assert(text.endsWith("\n"), "the last line has no end");
  assertEquals(
    samplesOf(text),
    new Map([
      ['wikitop_hours{outcome="made"}', 3],
      ['wikitop_hours{outcome="skipped"}', 20],
      ['wikitop_hours{outcome="missing"}', 1],
      ['wikitop_hours{outcome="late"}', 2],
      ['wikitop_hours{outcome="failed"}', 4],
      ["wikitop_read_bytes", 123_456_789],
      ["wikitop_read_rows", 20_000_000],
      ["wikitop_malformed_rows", 5],
      ["wikitop_lost", 0],
      ["wikitop_run_seconds", 12.5],
      ["wikitop_run_timestamp_seconds", NOW.getTime() / 1000],
      ["wikitop_newest_hour_age_seconds", 9000],
    ]),
  );
});

Deno.test("writeMetrics() leaves the age out if no hour is finished", async () => {
  await using temp = await tempFolder();
  await writeMetrics(`${temp.path}/wikitop.prom`, SUMMARY, undefined, NOW);
  const samples = samplesOf(await Deno.readTextFile(`${temp.path}/wikitop.prom`));
  assertEquals(samples.has("wikitop_newest_hour_age_seconds"), false);
  assertEquals(samples.size, 11);
});

Deno.test("writeMetrics() writes again and again, and leaves nothing else", async () => {
  await using temp = await tempFolder();
  for (const seconds of [1, 2]) {
    await writeMetrics(`${temp.path}/wikitop.prom`, { ...SUMMARY, seconds }, HOUR, NOW);
    const samples = samplesOf(await Deno.readTextFile(`${temp.path}/wikitop.prom`));
    assertEquals(samples.get("wikitop_run_seconds"), seconds);
  }
  assertEquals(namesIn(temp.path), ["wikitop.prom"]);
});

Deno.test("writeMetrics() says where it cannot write", async () => {
  await using temp = await tempFolder();
  const path = `${temp.path}/none/wikitop.prom`;
  const write = () => writeMetrics(path, SUMMARY, HOUR, NOW);
  await assertRejects(write, Error, `Cannot write metrics to "${path}"`);
  await Deno.mkdir(`${temp.path}/folder`);
  const over = () => writeMetrics(`${temp.path}/folder`, SUMMARY, HOUR, NOW);
  await assertRejects(over, Error, "Cannot write metrics");
  assertEquals(namesIn(temp.path), ["folder"]);
});
