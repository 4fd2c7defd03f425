import { isFinal, type Job, type JobHour } from "./answers.ts";
import { Problem } from "./problem.ts";

/** How long an event stream that breaks off may take to come back. */
const RECONNECT_TIMEOUT_MS = 15_000;

export interface WatchJobOptions {
  /** Called with all hours of the job, or longer periods, as often as one of them has changed. */
  onChange: (hours: readonly JobHour[]) => void;
  signal: AbortSignal;
  /** The one that is waited for; all if it is left out. */
  hour?: string;
}

/**
 * Follows a job until it is final, or one hour of it.
 *
 * @returns Its hours, or longer periods, as they ended.
 * @throws {Problem} If the server stops reporting.
 */
export function watchJob(
  job: Job,
  { onChange, signal, hour }: WatchJobOptions,
): Promise<readonly JobHour[]> {
  const { promise, resolve, reject } = Promise.withResolvers<readonly JobHour[]>();
  const events = new EventSource(`/v1/jobs/${encodeURIComponent(job.id)}/events`);
  const known = new Map(job.hours.map((one) => [one.hour, one]));
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
    for (const one of hours) known.set(one.hour, one);
    const all = [...known.values()];
    if (hour === undefined || hours.some((one) => one.hour === hour)) onChange(all);
    const awaited = hour === undefined ? undefined : known.get(hour);
    if (isFinal(state) || (awaited !== undefined && isFinal(awaited.state))) {
      end(() => resolve(all));
    }
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
