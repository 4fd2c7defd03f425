import { Counter, Gauge, Registry } from "prom-client";
import type { ProductionEvent } from "../core/mod.ts";
import type { Job } from "./jobs/job.ts";
import { type MetricValue, RequestFigures } from "./request_figures.ts";

/** What is asked for when the figures are. */
export interface Gauges {
  /** How many jobs are unfinished. */
  jobs: () => { running: number; queued: number };
  /** How long ago the newest stored hour ended, in milliseconds, `undefined` if there is none. */
  newestAge: () => Promise<number | undefined>;
}

/** The figures of a server, for Prometheus. */
export class Metrics {
  /** The requests that were answered. */
  readonly requests: RequestFigures = new RequestFigures();
  /** How many answers were at hand. */
  hits = 0;

  readonly #registry = new Registry();
  readonly #fetches = this.#counter("fetches_total", "Dumps that were opened");
  readonly #rows = this.#counter("ranked_rows_total", "Lines of dumps that were ranked");
  readonly #bytes = this.#counter("ranked_bytes_total", "Bytes of dumps that were ranked");
  readonly #retries = this.#counter("retries_total", "Troubles with sources that were tried again");
  readonly #ended = new Counter({
    name: "wikitop_jobs_ended_total",
    help: "Jobs that have come to their end, by how",
    labelNames: ["state"],
    registers: [this.#registry],
  });

  /** Constructs a new instance. */
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
  }

  /**
   * Counts what happens on the way to an hour.
   *
   * @param event What happened.
   */
  production(event: ProductionEvent): void {
    if (event.stage === "open") this.#fetches.inc();
    if (event.stage === "retry") this.#retries.inc();
    if (event.stage === "ranked") {
      this.#bytes.inc(event.bytes);
      this.#rows.inc(event.rows);
    }
  }

  /**
   * Counts a job that has come to its end.
   *
   * @param job The job.
   */
  ended({ state }: Job): void {
    this.#ended.inc({ state });
  }

  /**
   * Adds what is looked at only when the figures are asked for.
   *
   * @param gauges What tells.
   */
  watch({ jobs, newestAge }: Gauges): void {
    new Gauge({
      name: "wikitop_jobs",
      help: "Jobs that are not at their end, by their state",
      labelNames: ["state"],
      registers: [this.#registry],
      collect() {
        for (const [state, count] of Object.entries(jobs())) this.set({ state }, count);
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

  /**
   * Writes the figures down.
   *
   * @returns The media type and the text.
   */
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
