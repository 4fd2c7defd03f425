import { assert, assertEquals } from "@std/assert";
import { registryOf } from "../cli/metrics.ts";
import { Hour } from "../core/mod.ts";
import { storeIn } from "../core/testing/store_hour.ts";
import { tempFolder } from "../core/testing/temp_folder.ts";
import { createHandler } from "../server/handler.ts";
import type { Job } from "../server/jobs/job.ts";
import { Metrics } from "../server/metrics.ts";
import dashboard from "./watch/dashboard.json" with { type: "json" };
import { yamlOf } from "./testing/files.ts";

interface Alerts {
  groups: { rules: { alert: string; expr: string; annotations: Record<string, string> }[] }[];
}

const { groups } = await yamlOf("watch/alerts.yaml") as Alerts;
const RULES = groups.flatMap(({ rules }) => rules);
const EXPRESSIONS = [
  ...RULES.map(({ alert, expr }) => [alert, expr] as const),
  ...dashboard.panels.flatMap(({ title, targets }) =>
    targets.map(({ expr }) => [title, expr] as const)
  ),
];

/** The metrics of a server and of a run as they are written, each with the labels that it has. */
async function realMetrics(): Promise<Map<string, Set<string>>> {
  await using temp = await tempFolder();
  const metrics = new Metrics();
  metrics.freeBytes = () => Promise.resolve(1e9);
  for (const state of ["done", "failed", "cancelled"] as const) metrics.ended({ state } as Job);
  const handler = createHandler({ store: storeIn(temp.path), metrics });
  await handler(new Request("http://localhost/healthz"));
  const server = await (await handler(new Request("http://localhost/metrics"))).text();
  const hours = { made: 1, skipped: 0, missing: 0, late: 0, failed: 0 };
  const summary = { hours, bytes: 1, lines: 1, malformed: 0, seconds: 1 };
  const registry = registryOf(summary, Hour.parse("2026-09-10T18"), new Date());
  const found = new Map<string, Set<string>>();
  const lines = `${server}\n${await registry.metrics()}`.split("\n");
  for (const line of lines) {
    const [, name, labels = ""] = /^(\w+)(?:\{(.*)\})? \S+$/.exec(line) ?? [];
    const [, helped] = /^# TYPE (\w+) /.exec(line) ?? [];
    const known = name ?? helped;
    if (known === undefined) continue;
    const set = found.get(known) ?? new Set();
    found.set(known, set);
    for (const [, label, value] of labels.matchAll(/(\w+)="([^"]*)"/g)) {
      set.add(label!).add(`${label}="${value}"`);
    }
  }
  return found;
}

Deno.test("deploy/watch asks for metrics and labels that there are", async () => {
  const metrics = await realMetrics();
  for (const [where, expr] of EXPRESSIONS) {
    const names = [...expr.matchAll(/\bwikitop_\w+/g)].map(([name]) => name);
    assert(names.length > 0, where);
    for (const name of names) assert(metrics.has(name), `${where}: there is no ${name}`);
    const labels = new Set(names.flatMap((name) => [...metrics.get(name)!]));
    const selected = [...expr.matchAll(/[{,]\s*(\w+="[^"]*")/g)].map(([, one]) => one!);
    const grouped = [...expr.matchAll(/\bby \(([^)]*)\)/g)].flatMap(([, all]) => all!.split(/, */));
    for (const label of [...selected, ...grouped]) {
      assert(labels.has(label), `${where}: ${names.join(", ")} has no ${label}`);
    }
  }
});

Deno.test("deploy/watch has an alert for each of what is worth one, and says what to do", () => {
  for (const { alert, annotations } of RULES) {
    assertEquals(Object.keys(annotations), ["summary", "description"], alert);
  }
  const used = RULES.map(({ expr }) => expr).join(" ");
  for (
    const name of [
      "newest_hour_age_seconds",
      'hours{outcome="failed"}',
      'jobs_ended_total{state="failed"}',
      "malformed_rows_total",
      'jobs{state="queued"}',
      "store_free_bytes",
    ]
  ) {
    assert(used.includes(`wikitop_${name}`), name);
  }
});

Deno.test("deploy/watch/dashboard.json has panels that do not lie on each other", () => {
  const ids = dashboard.panels.map(({ id }) => id);
  assertEquals(new Set(ids).size, ids.length);
  const taken = new Set<string>();
  for (const { title, gridPos: { x, y, w, h } } of dashboard.panels) {
    assert(x + w <= 24, title);
    for (let i = 0; i < w * h; i++) {
      const cell = `${x + i % w},${y + Math.floor(i / w)}`;
      assert(!taken.has(cell), `${title} lies on another`);
      taken.add(cell);
    }
  }
});
