import { type DescribedRoute, problems, response } from "../http/openapi.ts";
import { Problem } from "../http/problem.ts";
import { Query } from "../http/query.ts";
import type { RouteHandler } from "../http/router.ts";
import { isFinal, type JobStatus } from "../jobs/job.ts";
import { DONE_JOB_EXAMPLE, JOB_EXAMPLE, JOB_ID, publicJob, unknownJob } from "./jobs.ts";
import type { Service } from "./service.ts";

/** How many may watch at a time. */
const MAX_STREAMS = 1000;

/** How often something is sent, so that nobody in between takes the connection for dead. */
const HEARTBEAT_MS = 15_000;

/**
 * The progress of a job as server-sent events, see
 * https://html.spec.whatwg.org/multipage/server-sent-events.html. Who reads slowly gets the newest
 * state, and never a backlog.
 */
export function jobEvents(service: Service): DescribedRoute {
  return {
    method: "GET",
    path: "/v1/jobs/{id}/events",
    answer: answerWith(service),
    operation: {
      operationId: "watchJob",
      tags: ["Jobs"],
      summary: "The progress of a job, as it is made",
      description: "Server-sent events. An event named job has a job as its data: the first one " +
        "all of it, others only those hours that have changed, about four a second at most. After " +
        "the event of its final state comes one named end, on which the stream is to be closed. " +
        "One named closing says that the server shuts down.",
      parameters: [JOB_ID],
      responses: {
        200: response("The events.", {
          "text/event-stream": { schema: { type: "string" }, example: EXAMPLE },
        }, ["Cache-Control"]),
        ...problems("bad-parameter", "unknown-job", "too-many-streams"),
      },
    },
  };
}

const EXAMPLE = `event: job\ndata: ${JSON.stringify(JOB_EXAMPLE)}\n\n` +
  `event: job\ndata: ${JSON.stringify(DONE_JOB_EXAMPLE)}\n\nevent: end\ndata: {}\n\n`;

function answerWith(service: Service): RouteHandler {
  let streams = 0;
  return async ({ request, url, param }) => {
    new Query(url.searchParams, []);
    const id = param("id");
    // Whoever looks at the headers alone takes no place among the streams.
    const isHead = request.method === "HEAD";
    const changes = isHead ? undefined : await service.jobs?.watch(id);
    if (changes === undefined && !(isHead && await service.jobs?.get(id))) throw unknownJob(id);
    if (streams >= MAX_STREAMS) {
      await changes?.cancel();
      throw new Problem("too-many-streams", `Cannot watch job "${id}": ${MAX_STREAMS} others do`, {
        retryAfter: 10,
      });
    }
    if (changes === undefined) return new Response(null, { headers: HEADERS });
    streams++;
    return new Response(eventsOf(changes, () => streams--), { headers: HEADERS });
  };
}

const HEADERS = {
  "content-type": "text/event-stream",
  "cache-control": "no-store",
  "access-control-allow-origin": "*",
  "x-content-type-options": "nosniff",
  // Tells nginx to pass each event on at once.
  "x-accel-buffering": "no",
} as const;

function eventsOf(
  changes: ReadableStream<JobStatus>,
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
  let last: JobStatus | undefined;
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
