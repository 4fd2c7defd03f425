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
export interface MetricValue {
  labels: Record<string, string>;
  value: number;
  metricName?: string;
}

/** Counts requests and how long they took: a few additions each, for they are many. */
export class RequestFigures {
  readonly #routes = new Map<string, Map<number, Series>>();

  /**
   * Counts a request.
   *
   * @param route The path of its route.
   * @param status The status of its answer.
   * @param seconds How long it took.
   */
  observe(route: string, status: number, seconds: number): void {
    const series = this.#routes.get(route)?.get(status) ?? this.#add(route, status);
    series.sum += seconds;
    let bucket = 0;
    while (bucket < BOUNDS.length && seconds > BOUNDS[bucket]) bucket++;
    series.counts[bucket]++;
  }

  /**
   * How many requests there were.
   *
   * @returns One value for each route and status.
   */
  totals(): MetricValue[] {
    return this.#series().map(({ labels, counts }) => ({ labels, value: sumOf(counts) }));
  }

  /**
   * How long the requests took.
   *
   * @param name The name of the histogram.
   * @returns The values of the histogram.
   */
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
