import type { Job, JobHour } from "./job.ts";
import { Problem } from "./problem.ts";

/** How long a stream that breaks off may take to come back, in milliseconds. */
const PATIENCE_MS = 15_000;

/**
 * Follows the making of one hour until it ends.
 *
 * @param job The work.
 * @param hour The hour's name.
 * @param options Who hears of it, and what ends the wait.
 * @returns How the hour ended.
 * @throws {Problem} If the server falls silent.
 */
export function watchJob(
  job: Job,
  hour: string,
  { onChange, signal }: { onChange: (hour: JobHour) => void; signal: AbortSignal },
): Promise<JobHour> {
  const { promise, resolve, reject } = Promise.withResolvers<JobHour>();
  const events = new EventSource(`/v1/jobs/${encodeURIComponent(job.id)}/events`);
  let last: JobHour | undefined;
  let patience: ReturnType<typeof setTimeout> | undefined;

  const end = (act: () => void) => {
    clearTimeout(patience);
    events.close();
    signal.removeEventListener("abort", onAbort);
    act();
  };
  const onAbort = () => end(() => reject(signal.reason));
  const lost = (detail: string, kind = "network") => end(() => reject(new Problem(kind, detail)));
  signal.addEventListener("abort", onAbort);

  events.addEventListener("open", () => clearTimeout(patience));
  events.addEventListener("job", (event) => {
    const { state, hours } = JSON.parse(event.data) as Job;
    const changed = hours.find((one) => one.hour === hour);
    if (changed !== undefined) onChange(last = changed);
    if (last !== undefined && isOver(last.state, state)) end(() => resolve(last!));
  });
  // A browser would take the end of the stream for an accident, and ask again.
  events.addEventListener("end", () => lost("The server told no more of the hour"));
  events.addEventListener("closing", () => lost("The server is shutting down", "shutting-down"));
  events.addEventListener("error", () => {
    if (events.readyState === EventSource.CLOSED) {
      return lost("The server tells no more of the hour");
    }
    clearTimeout(patience);
    patience = setTimeout(() => lost("The server has been silent for too long"), PATIENCE_MS);
  });
  return promise;
}

function isOver(hour: JobHour["state"], job: Job["state"]): boolean {
  return !["waiting", "running"].includes(hour) || !["queued", "running"].includes(job);
}
