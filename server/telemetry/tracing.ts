import {
  type Context,
  context,
  propagation,
  ROOT_CONTEXT,
  type Span,
  SpanKind,
  SpanStatusCode,
  trace,
} from "@opentelemetry/api";
import type { OnEvent, Period, ProduceEvent, Producer } from "../../core/mod.ts";
import type { PeriodJob } from "../../core/queue/period_job.ts";
import { redactUrl } from "../../core/redact_urls.ts";

export { publishMetrics, recordMetrics } from "./publish_metrics.ts";

/** A place in a trace as W3C's Trace Context writes it (`traceparent`), to be sent along with work. */
export type TracePlace = Readonly<Record<string, string>>;

const tracer = trace.getTracer("wikitop");

/**
 * Does work for a period within a span of its own. All that happens meanwhile, requests and lines of the
 * log, too, belongs to its trace.
 *
 * @param period The period.
 * @param work What is done for it.
 * @param from Who sent the work, where that was another process; without it a trace begins here.
 * @returns What comes of it.
 */
export async function tracePeriod<Value>(
  period: Period,
  work: () => Promise<Value>,
  from?: TracePlace,
): Promise<Value> {
  // Not below what runs by chance: work that waited may be begun by the end of somebody else's.
  const parent = from === undefined ? ROOT_CONTEXT : propagation.extract(ROOT_CONTEXT, from);
  const attributes = { "wikitop.period": period.label, "wikitop.unit": period.unit };
  return await inSpan(tracer.startSpan("period", { attributes }, parent), parent, work);
}

/** Does work within a span below the one that is active. */
export async function traceStage<Value>(
  name: string,
  attributes: Record<string, string>,
  work: () => Promise<Value>,
): Promise<Value> {
  const parent = context.active();
  return await inSpan(tracer.startSpan(name, { attributes }, parent), parent, work);
}

/** The same job, with the place in a trace to which belongs what another process does for it. */
export function traceJob(job: PeriodJob): PeriodJob {
  const attributes = { "wikitop.period": job.period.label, "wikitop.unit": job.period.unit };
  const options = { attributes, kind: SpanKind.PRODUCER };
  const parent = context.active();
  const span = tracer.startSpan("enqueue", options, parent);
  const place: Record<string, string> = {};
  propagation.inject(trace.setSpan(parent, span), place);
  span.end();
  return { ...job, trace: place };
}

/** The same producer, with a span for each stage on the way to a period, below the active one. */
export function traceProducer(producer: Producer): Producer {
  return {
    async produce(period, how = {}) {
      const spans = new StageSpans(context.active());
      const onEvent: OnEvent = (event) => {
        spans.event(event);
        // Events come from threads, which know of no trace.
        if (how.onEvent !== undefined) context.with(spans.parent, how.onEvent, undefined, event);
      };
      try {
        const production = await producer.produce(period, { ...how, onEvent });
        spans.end();
        const span = trace.getSpan(spans.parent);
        span?.setAttribute("wikitop.made", production.made);
        // It may have failed before, as one that was waited for.
        span?.setStatus({ code: SpanStatusCode.OK });
        return production;
      } catch (error) {
        spans.end(error);
        // Who asked may take it for an answer, and go on.
        const span = trace.getSpan(spans.parent);
        if (span !== undefined) fail(span, error);
        throw error;
      }
    },
  };
}

async function inSpan<Value>(
  span: Span,
  parent: Context,
  work: () => Promise<Value>,
): Promise<Value> {
  try {
    return await context.with(trace.setSpan(parent, span), work);
  } catch (error) {
    fail(span, error);
    throw error;
  } finally {
    span.end();
  }
}

/** The spans of the stages of one production, which events begin and end. */
class StageSpans {
  /** What they are below. */
  readonly parent: Context;
  /** Those that have begun and not ended; the downloads of a longer period overlap. */
  readonly #open = new Map<string, Span>();

  constructor(parent: Context) {
    this.parent = parent;
  }

  event(event: ProduceEvent): void {
    const key = "hour" in event ? `${event.stage} ${event.hour}` : event.stage;
    if (event.stage === "retry") {
      const attributes = { "exception.message": event.error.message, "wikitop.delay": event.delay };
      trace.getSpan(this.parent)?.addEvent("retry", attributes);
    } else if (event.stage === "cross-check") {
      const { differing } = event.result;
      trace.getSpan(this.parent)?.addEvent("cross-check", { "wikitop.differing": differing });
    } else if (event.state === "start") {
      // What is tried again has failed before.
      const before = this.#open.get(key);
      if (before !== undefined) end(before, new Error("The attempt failed"));
      if (event.stage === "replace") {
        trace.getSpan(this.parent)?.addEvent("replace");
      } else {
        this.#open.set(key, tracer.startSpan(event.stage, { attributes: of(event) }, this.parent));
      }
    } else if (event.state === "end") {
      const span = this.#open.get(key);
      this.#open.delete(key);
      span?.setAttributes(of(event));
      span?.end();
    }
  }

  /** Ends what has not ended, because of the error if there is one. */
  end(error?: unknown): void {
    for (const span of this.#open.values()) end(span, error);
    this.#open.clear();
  }
}

/** What an event says, by the names of OpenTelemetry where it has one. */
function of(event: ProduceEvent): Record<string, string | number> {
  return {
    ..."hour" in event && { "wikitop.hour": event.hour },
    ..."url" in event && { "url.full": redactUrl(event.url) },
    ..."attempt" in event && { "wikitop.attempt": event.attempt },
    ..."bytes" in event && { "wikitop.bytes": event.bytes },
    ..."lines" in event && { "wikitop.lines": event.lines },
    ..."malformed" in event && { "wikitop.malformed": event.malformed },
    ..."location" in event && { "wikitop.location": redactUrl(event.location) },
  };
}

function end(span: Span, error: unknown): void {
  if (error !== undefined) fail(span, error);
  span.end();
}

function fail(span: Span, error: unknown): void {
  const message = error instanceof Error ? error.message : String(error);
  span.recordException({ name: error instanceof Error ? error.name : "Error", message });
  span.setStatus({ code: SpanStatusCode.ERROR, message });
}
