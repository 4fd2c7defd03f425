import type { Clock } from "../../../core/mod.ts";
import { isFinal, type JobStatus } from "../job.ts";

/** Options of {@linkcode watchStatus}. */
export interface WatchStatusOptions {
  clock: Clock;
  /** How often to look, in milliseconds. */
  every: number;
  /** Closes the stream. */
  closing: AbortSignal;
}

/** Tells of a job that is looked at again and again: first all of it, then what has changed, until its end. */
export function watchStatus(
  look: () => Promise<JobStatus | undefined>,
  { clock, every, closing }: WatchStatusOptions,
): ReadableStream<JobStatus> {
  const over = new AbortController();
  const signal = AbortSignal.any([over.signal, closing]);
  /** Each hour as it was told. */
  const told = new Map<string, string>();
  let before = "";

  return new ReadableStream({
    async pull(controller) {
      while (!signal.aborted) {
        const job = await look();
        if (job === undefined) break;
        const { hours, ...head } = job;
        const changed = hours.filter((hour) => told.get(hour.hour) !== JSON.stringify(hour));
        for (const hour of changed) told.set(hour.hour, JSON.stringify(hour));
        const isNews = changed.length > 0 || JSON.stringify(head) !== before;
        before = JSON.stringify(head);
        if (isNews) controller.enqueue({ ...head, hours: changed });
        if (isFinal(job.state)) break;
        if (isNews) return;
        await clock.sleep(every, signal).catch(() => {});
      }
      if (!over.signal.aborted) controller.close();
    },
    cancel: () => over.abort(),
  }, { highWaterMark: 0 });
}
