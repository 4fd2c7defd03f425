import { type BatchObservableResult, metrics, type Observable } from "@opentelemetry/api";
import type { Registry } from "prom-client";

/** A figure as a registry has it, a histogram's parts among them. */
interface Figure {
  name: string;
  help: string;
  isCounter: boolean;
  values: { value: number; labels: Record<string, string | number> }[];
}

/**
 * Exports the figures of a registry with Deno's telemetry, by the names and labels that /metrics has.
 *
 * @param registry The registry; figures that it has by now.
 */
export async function publishMetrics(registry: Registry): Promise<void> {
  const meter = metrics.getMeter("wikitop");
  const instruments = new Map<string, Observable>();
  for (const { name, help, isCounter } of await figuresOf(registry)) {
    const options = { description: help };
    const instrument = isCounter
      ? meter.createObservableCounter(name, options)
      : meter.createObservableGauge(name, options);
    instruments.set(name, instrument);
  }
  meter.addBatchObservableCallback(async (result: BatchObservableResult) => {
    for (const { name, values } of await figuresOf(registry)) {
      const instrument = instruments.get(name);
      if (instrument === undefined) continue;
      for (const { value, labels } of values) result.observe(instrument, value, labels);
    }
  }, [...instruments.values()]);
}

/** Exports figures that are final, of a program that is about to end. */
export async function recordMetrics(registry: Registry): Promise<void> {
  const meter = metrics.getMeter("wikitop");
  for (const { name, help, values } of await figuresOf(registry)) {
    const gauge = meter.createGauge(name, { description: help });
    for (const { value, labels } of values) gauge.record(value, labels);
  }
}

async function figuresOf(registry: Registry): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const { name, help, type, values } of await registry.getMetricsAsJSON()) {
    // The API observes no histograms from outside: its parts are counters, as Prometheus has them.
    const isHistogram = String(type) === "histogram";
    const names = isHistogram ? [`${name}_bucket`, `${name}_sum`, `${name}_count`] : [name];
    const parts = new Map<string, Figure>(
      names.map((name) => [name, { name, help, isCounter: String(type) !== "gauge", values: [] }]),
    );
    for (
      const { value, labels, metricName } of values as (Figure["values"][number] & {
        metricName?: string;
      })[]
    ) {
      parts.get(metricName ?? name)?.values.push({ value, labels });
    }
    figures.push(...parts.values());
  }
  return figures;
}
