import { LoopbackServer } from "./loopback_server.ts";

/** A span as it was exported. */
export interface ReceivedSpan {
  traceId: string;
  spanId: string;
  parentSpanId: string;
  name: string;
  attributes: Record<string, unknown>;
  /** Whether its status is an error. */
  failed: boolean;
  /** The names of its events. */
  events: string[];
}

/** A line of a log as it was exported. */
export interface ReceivedLog {
  traceId: string;
  spanId: string;
  text: string;
}

/** A value of a metric as it was exported. */
export interface ReceivedPoint {
  name: string;
  attributes: Record<string, unknown>;
  value: number;
}

/** A collector of telemetry: takes OpenTelemetry's protocol as JSON over HTTP, and remembers it. */
export class OtlpReceiver implements AsyncDisposable {
  readonly spans: ReceivedSpan[] = [];
  readonly logs: ReceivedLog[] = [];
  readonly points: ReceivedPoint[] = [];

  readonly #server: LoopbackServer;

  constructor() {
    this.#server = new LoopbackServer(async (request) => {
      const { pathname } = new URL(request.url);
      this.#take(pathname, await request.json());
      return Response.json({});
    });
  }

  /** The variables that make Deno export to here. */
  get env(): Record<string, string> {
    return {
      OTEL_DENO: "true",
      OTEL_EXPORTER_OTLP_PROTOCOL: "http/json",
      OTEL_EXPORTER_OTLP_ENDPOINT: this.#server.url.replace(/\/$/, ""),
      OTEL_METRIC_EXPORT_INTERVAL: "200",
      OTEL_BSP_SCHEDULE_DELAY: "50",
      OTEL_BLRP_SCHEDULE_DELAY: "50",
    };
  }

  /** Stops it. */
  async [Symbol.asyncDispose](): Promise<void> {
    await this.#server[Symbol.asyncDispose]();
  }

  // deno-lint-ignore no-explicit-any
  #take(path: string, body: any): void {
    for (const { scopeSpans } of body.resourceSpans ?? []) {
      // deno-lint-ignore no-explicit-any
      for (const span of scopeSpans.flatMap(({ spans }: any) => spans)) {
        const { traceId, spanId, parentSpanId = "", name, status, events = [] } = span;
        const attributes = attributesOf(span.attributes);
        const names = events.map(({ name }: { name: string }) => name);
        const failed = status?.code === 2;
        this.spans.push({ traceId, spanId, parentSpanId, name, attributes, failed, events: names });
      }
    }
    for (const { scopeLogs } of body.resourceLogs ?? []) {
      // deno-lint-ignore no-explicit-any
      for (const log of scopeLogs.flatMap(({ logRecords }: any) => logRecords)) {
        const { traceId = "", spanId = "", body } = log;
        this.logs.push({ traceId, spanId, text: body?.stringValue ?? "" });
      }
    }
    if (path !== "/v1/metrics") return;
    for (const { scopeMetrics } of body.resourceMetrics ?? []) {
      // deno-lint-ignore no-explicit-any
      for (const { name, gauge, sum } of scopeMetrics.flatMap(({ metrics }: any) => metrics)) {
        for (const point of (gauge ?? sum)?.dataPoints ?? []) {
          const value = Number(point.asDouble ?? point.asInt);
          this.points.push({ name, attributes: attributesOf(point.attributes), value });
        }
      }
    }
  }
}

interface Attribute {
  key: string;
  value: Record<string, unknown>;
}

function attributesOf(attributes: readonly Attribute[] = []): Record<string, unknown> {
  return Object.fromEntries(
    attributes.map(({ key, value: { intValue, ...value } }) => [
      key,
      intValue === undefined ? Object.values(value)[0] : Number(intValue),
    ]),
  );
}
