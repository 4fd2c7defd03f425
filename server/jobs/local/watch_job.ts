import type { Clock } from "../../../core/mod.ts";
import type { JobStatus } from "../job.ts";
import type { JobRecord } from "./job_record.ts";

/** The least time between two changes that are told, in milliseconds. */
const INTERVAL_MS = 250;

/** Options of {@linkcode watchJob}. */
export interface WatchJobOptions {
  clock: Clock;
  /** Closes the stream. */
  closing: AbortSignal;
}

/**
 * Tells of a job: first all of it, then what has changed, until it has come to its end. Nothing is
 * kept for a slow reader, who is told the newest state whenever it asks. The stream is to be read to
 * its end or cancelled.
 */
export function watchJob(
  job: JobRecord,
  { clock, closing }: WatchJobOptions,
): ReadableStream<JobStatus> {
  const over = new AbortController();
  let seen = -1;
  let told = 0;

  /** Waits until it is time to tell more; the end of the job is told without delay. */
  const pause = async () => {
    const left = told + INTERVAL_MS - clock.now().getTime();
    if (left <= 0 || job.isFinal) return;
    const stop = new AbortController();
    const signal = AbortSignal.any([over.signal, stop.signal]);
    const ends = [clock.sleep(left, signal), job.wait(signal)];
    await Promise.race(ends.map((end) => end.then(() => {}, () => {})));
    stop.abort();
  };
  const change = () =>
    new Promise<void>((resolve) => {
      const done = () => {
        forget();
        over.signal.removeEventListener("abort", done);
        resolve();
      };
      const forget = job.onNextChange(done);
      over.signal.addEventListener("abort", done);
    });

  return new ReadableStream({
    start(controller) {
      const close = () => {
        controller.close();
        over.abort();
      };
      if (closing.aborted) close();
      else closing.addEventListener("abort", close, { once: true, signal: over.signal });
    },
    async pull(controller) {
      if (seen >= 0) await pause();
      while (!over.signal.aborted && job.version === seen) await change();
      if (over.signal.aborted) return;
      const since = seen;
      seen = job.version;
      told = clock.now().getTime();
      controller.enqueue(job.snapshot(since));
      if (!job.isFinal) return;
      controller.close();
      over.abort();
    },
    cancel: () => over.abort(),
  }, { highWaterMark: 0 });
}
