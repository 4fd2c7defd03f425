import { assertEquals } from "@std/assert";
import { RequestFigures } from "./request_figures.ts";

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
  assertEquals(last[1].value, 6);
  assertEquals(Math.round(last[0].value * 1e5), 100_050_201);
});
