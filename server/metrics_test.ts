import { assert, assertEquals, assertMatch } from "@std/assert";
import type { ProduceEvent } from "../core/mod.ts";
import { RequestFigures } from "./metrics.ts";
import { HandlerFixture } from "./testing/handler_fixture.ts";

const H18 = "2026-09-10T18";

/** The samples of an exposition, by their names and labels; fails where it is not written as one. */
function read(text: string): Map<string, number> {
  const samples = new Map<string, number>();
  const types = new Map<string, string>();
  assert(text.endsWith("\n"));
  for (const line of text.trimEnd().split("\n")) {
    if (line === "") continue;
    const type = /^# TYPE (\w+) (counter|gauge|histogram)$/.exec(line);
    if (type !== null) {
      assert(!types.has(type[1]!), line);
      types.set(type[1]!, type[2]!);
    } else if (!line.startsWith("# HELP ")) {
      const [, name, labels = "", value] =
        /^(\w+)(?:\{((?:\w+="[^"\\\n]*",?)*)\})? ([\d.e+-]+)$/.exec(line) ?? [];
      assert(name !== undefined, line);
      const family = types.has(name) ? name : name.replace(/_(bucket|sum|count)$/, "");
      assert(types.has(family), line);
      assert(!samples.has(`${name}{${labels}}`), line);
      samples.set(`${name}{${labels}}`, Number(value));
    }
  }
  return samples;
}

Deno.test("Metrics are text that Prometheus reads, and count requests and how long they took", async () => {
  await using place = await HandlerFixture.open({ freshFor: 60_000 });
  await place.store(H18);
  for (let time = 0; time < 3; time++) await place.ask(`/v1/hours/${H18}`);
  await place.ask('/v1/"\\nowhere');
  const response = await place.ask("/metrics");
  assertMatch(response.headers.get("content-type")!, /^text\/plain; version=0\.0\.4/);
  const samples = read(await response.text());
  const labels = 'route="/v1/hours/{hour}",status="200"';
  assertEquals(samples.get(`wikitop_http_requests_total{${labels}}`), 3);
  assertEquals(samples.get('wikitop_http_requests_total{route="none",status="404"}'), 1);
  assertEquals(samples.get("wikitop_cache_hits_total{}"), 2);
  assertEquals(samples.get(`wikitop_http_request_seconds_count{${labels}}`), 3);
  assert(samples.get(`wikitop_http_request_seconds_sum{${labels}}`)! > 0);

  const buckets = [...samples].filter(([name]) =>
    name.startsWith(`wikitop_http_request_seconds_bucket{${labels}`)
  );
  assertMatch(buckets.at(-1)![0], /le="\+Inf"/);
  assertEquals(buckets.at(-1)![1], 3);
  const counts = buckets.map(([_, count]) => count);
  assertEquals(counts, counts.toSorted((a, b) => a - b));
});

Deno.test("Metrics tell of the newest hour, if there is one", async () => {
  await using place = await HandlerFixture.open();
  const name = "wikitop_newest_hour_age_seconds{}";
  assertEquals(read(await place.text("/metrics")).has(name), false);
  await place.store(H18);
  assertEquals(read(await place.text("/metrics")).get(name), 30 * 3600);
  await Deno.remove(place.folder, { recursive: true });
  assertEquals(read(await place.text("/metrics")).has(name), false);
});

Deno.test("Metrics tell of jobs, and of the work on hours", async () => {
  await using place = await HandlerFixture.open({ queue: { running: 1 } });
  for (const hour of ["2026-09-10T16", "2026-09-10T17"]) {
    await place.ask(`/v1/hours/${hour}?wait=0`);
  }
  await place.queues.make.begun(1);
  let samples = read(await place.text("/metrics"));
  assertEquals(samples.get('wikitop_jobs{state="running"}'), 1);
  assertEquals(samples.get('wikitop_jobs{state="queued"}'), 1);
  assertEquals(samples.get("wikitop_fetches_total{}"), 0);

  const hour = "2026-09-10T16";
  const url = "https://example.org/";
  const events: ProduceEvent[] = [
    { stage: "download", state: "start", hour, url, length: null, attempt: 1 },
    { stage: "download", state: "progress", hour, bytes: 7 },
    { stage: "retry", state: "wait", error: new Error("Cannot read"), delay: 1 },
    { stage: "rank", state: "start", hour },
    { stage: "download", state: "end", hour, bytes: 70 },
    { stage: "rank", state: "end", hour, lines: 5, malformed: 2 },
    { stage: "download", state: "end", hour, bytes: 30 },
    { stage: "rank", state: "end", hour, lines: 2, malformed: 0 },
    { stage: "write", state: "start" },
    { stage: "write", state: "end", location: "a.csv" },
  ];
  for (const event of events) place.metrics.production(event);
  place.metrics.ended({ state: "done" } as Parameters<typeof place.metrics.ended>[0]);
  samples = read(await place.text("/metrics"));
  assertEquals(samples.get("wikitop_fetches_total{}"), 1);
  assertEquals(samples.get("wikitop_retries_total{}"), 1);
  assertEquals(samples.get("wikitop_ranked_bytes_total{}"), 100);
  assertEquals(samples.get("wikitop_ranked_rows_total{}"), 7);
  assertEquals(samples.get("wikitop_malformed_rows_total{}"), 2);
  assertEquals(samples.get('wikitop_jobs_ended_total{state="done"}'), 1);
});

Deno.test("RequestFigures counts requests by route and status", () => {
  const figures = new RequestFigures();
  assertEquals([figures.totals(), figures.durations("x")], [[], []]);
  figures.observe("/a", 200, 0.01);
  figures.observe("/a", 200, 0.02);
  figures.observe("/a", 404, 0.01);
  figures.observe("/b", 200, 0.01);
  assertEquals(figures.totals(), [
    { labels: { route: "/a", status: "200" }, value: 2 },
    { labels: { route: "/a", status: "404" }, value: 1 },
    { labels: { route: "/b", status: "200" }, value: 1 },
  ]);
});

Deno.test("RequestFigures sorts durations into buckets, each with all that are shorter", () => {
  const figures = new RequestFigures();
  // At a bound, just beyond it, beyond the last.
  for (const seconds of [0, 0.0005, 0.00051, 0.25, 0.251, 1000]) {
    figures.observe("/a", 200, seconds);
  }
  const values = figures.durations("x");
  const bucket = (le: string) => values.find(({ labels }) => labels.le === le)!.value;
  assertEquals(bucket("0.0005"), 2);
  assertEquals(bucket("0.001"), 3);
  assertEquals(bucket("0.1"), 3);
  assertEquals(bucket("0.25"), 4);
  assertEquals(bucket("1"), 5);
  assertEquals(bucket("60"), 5);
  assertEquals(bucket("+Inf"), 6);
  const last = values.slice(-2);
  assertEquals(last.map(({ metricName }) => metricName), ["x_sum", "x_count"]);
  assertEquals(last[1]!.value, 6);
  assertEquals(Math.round(last[0]!.value * 1e5), 100_050_201);
});
