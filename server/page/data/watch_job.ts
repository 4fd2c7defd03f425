import { isFinal, type Job, type JobHour } from "./answers.ts";
import { Problem } from "./api.ts";

/** How long an event stream that breaks off may take to come back. */
const RECONNECT_TIMEOUT_MS = 15_000;

export interface WatchJobOptions {
  onChange: (hour: JobHour) => void;
  signal: AbortSignal;
}

/**
 * Follows one hour of a job, or one longer period, until it is final.
 *
 * @returns How it ended.
 * @throws {Problem} If the server stops reporting.
 */
export function watchJob(
  job: Job,
  hour: string,
  { onChange, signal }: WatchJobOptions,
): Promise<JobHour> {
  const { promise, resolve, reject } = Promise.withResolvers<JobHour>();
  const events = new EventSource(`/v1/jobs/${encodeURIComponent(job.id)}/events`);
  let last: JobHour | undefined;
  let timeout: ReturnType<typeof setTimeout> | undefined;

  const end = (act: () => void) => {
    clearTimeout(timeout);
    events.close();
    signal.removeEventListener("abort", onAbort);
    act();
  };
  const onAbort = () => end(() => reject(signal.reason));
  const fail = (detail: string, kind = "network") => end(() => reject(new Problem(kind, detail)));
  signal.addEventListener("abort", onAbort);

  events.addEventListener("open", () => clearTimeout(timeout));
  events.addEventListener("job", (event) => {
    // An event has only those hours that have changed.
    const { state, hours } = JSON.parse(event.data) as Job;
    const changed = hours.find((one) => one.hour === hour);
    if (changed !== undefined) onChange(last = changed);
    if (last !== undefined && (isFinal(last.state) || isFinal(state))) end(() => resolve(last!));
  });
  // A browser would take the end of the stream for a broken connection, and connect again.
  events.addEventListener("end", () => fail("The server stopped reporting on the hour"));
  events.addEventListener("closing", () => fail("The server is shutting down", "shutting-down"));
  events.addEventListener("error", () => {
    if (events.readyState === EventSource.CLOSED) {
      return fail("The server refused to report on the hour");
    }
    clearTimeout(timeout);
    timeout = setTimeout(
      () => fail("The connection to the server was lost, and did not come back"),
      RECONNECT_TIMEOUT_MS,
    );
  });
  return promise;
}
