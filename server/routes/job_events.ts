import { isFinal, type JobChange } from "../jobs/job.ts";
import { Problem } from "../http/problem.ts";
import { Query } from "../http/query.ts";
import type { Resource } from "../http/router.ts";
import type { Service } from "./service.ts";
import { findJob } from "./jobs.ts";
import { publicJob } from "./public_job.ts";

/** How many may watch at a time. */
const MAX_STREAMS = 1000;

/** How often something is sent, so that nobody in between takes the connection for dead. */
const HEARTBEAT_MS = 15_000;

/**
 * `GET /v1/jobs/{id}/events`: the progress of a job as server-sent events, see
 * https://html.spec.whatwg.org/multipage/server-sent-events.html. Who reads slowly gets the newest
 * state, and never a backlog.
 *
 * @param service What the resources share.
 * @returns The resource.
 */
export function jobEvents(service: Service): Resource {
  let streams = 0;
  return ({ request, url, params }) => {
    new Query(url.searchParams, []);
    const { id } = findJob(service, params.id);
    if (streams >= MAX_STREAMS) {
      throw new Problem("too-many-streams", `Cannot watch job "${id}": ${MAX_STREAMS} others do`, {
        retryAfter: 10,
      });
    }
    const headers = {
      "content-type": "text/event-stream",
      "cache-control": "no-store",
      "access-control-allow-origin": "*",
      "x-content-type-options": "nosniff",
      // Tells nginx to pass each event on at once.
      "x-accel-buffering": "no",
    };
    if (request.method === "HEAD") return new Response(null, { headers });
    streams++;
    return new Response(eventsOf(service.jobs!.watch(id), () => streams--), { headers });
  };
}

function eventsOf(
  changes: ReadableStream<JobChange>,
  onEnd: () => void,
): ReadableStream<Uint8Array<ArrayBuffer>> {
  const encoder = new TextEncoder();
  const reader = changes.getReader();
  let heartbeat: ReturnType<typeof setInterval>;
  let isOver = false;
  const end = () => {
    // Who hangs up before the goodbye is read ends it a second time.
    if (isOver) return;
    isOver = true;
    clearInterval(heartbeat);
    onEnd();
  };
  let last: JobChange | undefined;
  return new ReadableStream<Uint8Array<ArrayBuffer>>({
    start(controller) {
      heartbeat = setInterval(() => {
        if ((controller.desiredSize ?? 0) > 0) controller.enqueue(encoder.encode(": alive\n\n"));
      }, HEARTBEAT_MS);
    },
    async pull(controller) {
      const { done, value } = await reader.read();
      if (!done) {
        last = value;
        const data = JSON.stringify(publicJob(value));
        return controller.enqueue(encoder.encode(`event: job\ndata: ${data}\n\n`));
      }
      // Without a word of goodbye, an EventSource would ask again.
      const goodbye = last !== undefined && isFinal(last.state) ? "end" : "closing";
      controller.enqueue(encoder.encode(`event: ${goodbye}\ndata: {}\n\n`));
      controller.close();
      end();
    },
    async cancel(reason) {
      end();
      await reader.cancel(reason);
    },
  });
}
