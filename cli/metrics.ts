import { rename, rm, writeFile } from "node:fs/promises";
import { Gauge, Registry } from "prom-client";
import { fileProblem } from "../core/node/file_error.ts";
import type { Hour } from "../core/mod.ts";
import { isPermissionError } from "./permissions.ts";
import type { RunSummary } from "./progress/outcome.ts";

/** The figures of a run. */
export function registryOf(
  summary: RunSummary,
  newest: Hour | undefined,
  now: Date,
): Registry {
  const registry = new Registry();
  const gauge = (name: string, help: string, value: number) =>
    new Gauge({ name: `wikitop_${name}`, help, registers: [registry] }).set(value);
  const hours = new Gauge({
    name: "wikitop_hours",
    help: "Hours of the last run, by what became of them",
    labelNames: ["outcome"],
    registers: [registry],
  });
  for (const [outcome, count] of Object.entries(summary.hours)) hours.set({ outcome }, count);
  gauge("read_bytes", "Bytes of the dumps that the last run read", summary.bytes);
  gauge("read_rows", "Lines of the dumps that the last run read", summary.lines);
  gauge("malformed_rows", "Malformed lines among them", summary.malformed);
  gauge("lost", "How often hours were made in vain: another machine was first", summary.lost ?? 0);
  gauge("run_seconds", "How long the last run took", summary.seconds);
  gauge("run_timestamp_seconds", "When the last run ended", now.getTime() / 1000);
  if (newest !== undefined) {
    gauge(
      "newest_hour_age_seconds",
      "How long ago the newest finished hour ended",
      newest.age(now) / 1000,
    );
  }
  return registry;
}

/**
 * Writes the figures of a run as Prometheus text, for node_exporter's textfile collector, which must
 * never see half a file.
 */
export async function writeMetrics(
  path: string,
  summary: RunSummary,
  newest: Hour | undefined,
  now: Date,
): Promise<void> {
  const registry = registryOf(summary, newest, now);
  const temporary = `${path}.${crypto.randomUUID()}.tmp`;
  try {
    await writeFile(temporary, await registry.metrics());
    await rename(temporary, path);
  } catch (cause) {
    if (!(cause instanceof Error) || isPermissionError(cause)) throw cause;
    await rm(temporary, { force: true });
    const problem = `${
      fileProblem(cause).reason
    }; check that its folder is there and can be written`;
    throw new Error(`Cannot write metrics to "${path}": ${problem}`, { cause });
  }
}
