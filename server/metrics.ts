import { Counter, Gauge, Registry } from "prom-client";
import type { ProduceEvent } from "../core/mod.ts";
import type { Job } from "./jobs/job.ts";
import type { JobCounts } from "./jobs/jobs.ts";

/** What is asked for when the figures are. */
export interface Gauges {
  /** How many jobs are unfinished. */
  jobs: () => Promise<JobCounts>;
  /** How long ago the newest stored hour ended, in milliseconds, `undefined` if there is none. */
  newestAge: () => Promise<number | undefined>;
}

/** The figures of a server, for Prometheus. */
export class Metrics {
  /** The requests that were answered. */
  readonly requests: RequestFigures = new RequestFigures();
  /** How many answers were at hand. */
  hits = 0;
  /** Asked for the room where the store is, in bytes; `undefined` if it is not known. */
  freeBytes: () => Promise<number | undefined> = () => Promise.resolve(undefined);

  readonly #registry = new Registry();
  readonly #fetches = this.#counter("fetches_total", "Dumps that were opened");
  readonly #rows = this.#counter("ranked_rows_total", "Lines of dumps that were ranked");
  readonly #malformed = this.#counter("malformed_rows_total", "Malformed lines among them");
  readonly #bytes = this.#counter("ranked_bytes_total", "Bytes of dumps that were ranked");
  readonly #retries = this.#counter("retries_total", "Troubles with sources that were tried again");
  readonly #ended = new Counter({
    name: "wikitop_jobs_ended_total",
    help: "Jobs that have come to their end, by how",
    labelNames: ["state"],
    registers: [this.#registry],
  });

  constructor() {
    this.#add("cache_hits_total", "Answers that were at hand", "counter", () => [
      { labels: {}, value: this.hits },
    ]);
    this.#add(
      "http_requests_total",
      "Requests by route and status",
      "counter",
      () => this.requests.totals(),
    );
    this.#add(
      "http_request_seconds",
      "How long requests took",
      "histogram",
      (name) => this.requests.durations(name),
    );
    const freeBytes = () => this.freeBytes();
    new Gauge({
      name: "wikitop_store_free_bytes",
      help: "Room where the store is, or the state of a store in a bucket",
      registers: [this.#registry],
      async collect() {
        const free = await freeBytes();
        if (free === undefined) this.remove();
        else this.set(free);
      },
    });
  }

  /** Counts what happens on the way to an hour. */
  production(event: ProduceEvent): void {
    if (event.stage === "retry") this.#retries.inc();
    if (event.stage === "download" && event.state === "start") this.#fetches.inc();
    if (event.stage === "download" && event.state === "end") this.#bytes.inc(event.bytes);
    if (event.stage === "rank" && event.state === "end") {
      this.#rows.inc(event.lines);
      this.#malformed.inc(event.malformed);
    }
  }

  /** Counts a job that has come to its end. */
  ended({ state }: Job): void {
    this.#ended.inc({ state });
  }

  /** Adds what is looked at only when the figures are asked for. */
  watch({ jobs, newestAge }: Gauges): void {
    new Gauge({
      name: "wikitop_jobs",
      help: "Jobs that are not at their end, by their state",
      labelNames: ["state"],
      registers: [this.#registry],
      async collect() {
        for (const [state, count] of Object.entries(await jobs())) this.set({ state }, count);
      },
    });
    new Gauge({
      name: "wikitop_newest_hour_age_seconds",
      help: "How long ago the newest stored hour ended",
      registers: [this.#registry],
      async collect() {
        const age = await newestAge();
        if (age === undefined) this.remove();
        else this.set(age / 1000);
      },
    });
  }

  /** Has all figures exported by somebody else, too. */
  async publish(publish: (registry: Registry) => Promise<void>): Promise<void> {
    await publish(this.#registry);
  }

  /** Writes the figures down; gives the media type and the text. */
  async write(): Promise<{ type: string; text: string }> {
    return { type: this.#registry.contentType, text: await this.#registry.metrics() };
  }

  #counter(name: string, help: string): Counter {
    return new Counter({ name: `wikitop_${name}`, help, registers: [this.#registry] });
  }

  #add(
    suffix: string,
    help: string,
    type: "counter" | "histogram",
    values: (name: string) => MetricValue[],
  ): void {
    const name = `wikitop_${suffix}`;
    const get = () =>
      Promise.resolve({ name, help, type, aggregator: "sum", values: values(name) });
    // Anything that can be got like a metric of its own is one to the registry.
    this.#registry.registerMetric({ name, get } as unknown as Counter);
  }
}

/** The upper bounds of the histogram's buckets, in seconds. */
const BOUNDS = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1, 5, 20, 60] as const;

/** What was seen of the requests to one route that got one status. */
interface Series {
  readonly labels: { route: string; status: string };
  /** How many took up to each bound, and beyond the last. */
  readonly counts: number[];
  /** How long all took together, in seconds. */
  sum: number;
}

/** A value as prom-client takes it. */
interface MetricValue {
  labels: Record<string, string>;
  value: number;
  metricName?: string;
}

/**
 * Counts requests and how long they took. An answer that is at hand takes about 20 microseconds in
 * all; the histogram of prom-client would add one to that, these few additions a tenth of one.
 */
export class RequestFigures {
  readonly #routes = new Map<string, Map<number, Series>>();

  /** Counts a request by the path of its route and the status of its answer. */
  observe(route: string, status: number, seconds: number): void {
    const series = this.#routes.get(route)?.get(status) ?? this.#add(route, status);
    series.sum += seconds;
    let bucket = 0;
    while (bucket < BOUNDS.length && seconds > BOUNDS[bucket]!) bucket++;
    series.counts[bucket]!++;
  }

  /** How many requests there were, by route and status. */
  totals(): MetricValue[] {
    return this.#series().map(({ labels, counts }) => ({ labels, value: sumOf(counts) }));
  }

  /** How long the requests took, as the values of a histogram of that name. */
  durations(name: string): MetricValue[] {
    return this.#series().flatMap(({ labels, counts, sum }) => [
      ...[...BOUNDS, "+Inf"].map((le, i) => ({
        metricName: `${name}_bucket`,
        labels: { ...labels, le: String(le) },
        value: sumOf(counts.slice(0, i + 1)),
      })),
      { metricName: `${name}_sum`, labels, value: sum },
      { metricName: `${name}_count`, labels, value: sumOf(counts) },
    ]);
  }

  #add(route: string, status: number): Series {
    const series = {
      labels: { route, status: String(status) },
      counts: new Array(BOUNDS.length + 1).fill(0),
      sum: 0,
    };
    const statuses = this.#routes.get(route) ?? new Map<number, Series>();
    this.#routes.set(route, statuses.set(status, series));
    return series;
  }

  #series(): Series[] {
    return [...this.#routes.values()].flatMap((statuses) => [...statuses.values()]);
  }
}

function sumOf(counts: readonly number[]): number {
  return counts.reduce((sum, count) => sum + count, 0);
}
