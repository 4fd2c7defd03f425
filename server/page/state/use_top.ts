import { useLayoutEffect, useState } from "preact/hooks";
import type { Hour } from "../../../core/time/hour.ts";
import type { JobHour } from "../data/job.ts";
import { keptTop, loadTop } from "../data/load_top.ts";
import { makeHour } from "../data/make_hour.ts";
import { Problem } from "../data/problem.ts";
import { forgetStoredHours } from "../data/stored_hours.ts";
import type { Top } from "../data/top.ts";
import { watchJob } from "../data/watch_job.ts";

/** How far the top is that is to be shown. */
export type TopState =
  | { status: "loading" }
  | { status: "ready"; top: Top }
  | { status: "making"; progress: JobHour }
  | { status: "trouble"; problem: Problem };

/** Who only passes an hour on the way to another does not want it made. */
const PASSING_MS = 500;

/**
 * Gets the top of a project in an hour, and has it made if it is not there.
 *
 * @param hour The hour, `undefined` for the newest one.
 * @param project The project.
 * @param attempt Any other number tries again.
 * @returns How far it is.
 */
export function useTop(hour: Hour | undefined, project: string, attempt: number): TopState {
  const key = `${hour} ${project} ${attempt}`;
  const [known, setKnown] = useState<{ key: string; state: TopState }>();
  const kept = hour && keptTop(hour, project);

  // Before the first paint: what is asked for now is there soon after it.
  useLayoutEffect(() => {
    if (kept !== undefined) return;
    const controller = new AbortController();
    const { signal } = controller;
    const set = (state: TopState) => {
      if (!signal.aborted) setKnown({ key, state });
    };
    get(hour, project, { set, signal }).catch((error) => {
      if (signal.aborted) return;
      if (!(error instanceof Problem)) throw error;
      set({ status: "trouble", problem: error });
    });
    return () => controller.abort();
  }, [key]);

  if (kept !== undefined) return { status: "ready", top: kept };
  return known?.key === key ? known.state : { status: "loading" };
}

async function get(
  hour: Hour | undefined,
  project: string,
  { set, signal }: { set: (state: TopState) => void; signal: AbortSignal },
): Promise<void> {
  const show = async () => set({ status: "ready", top: await loadTop(hour, project, signal) });
  let wanted = hour;
  try {
    return await show();
  } catch (error) {
    if (!(error instanceof Problem) || error.kind !== "not-stored") throw error;
    // The newest hour may be there, and yet not be as the server wants it.
    wanted ??= error.facts.hour;
    if (wanted === undefined) throw error;
  }
  await new Promise((resolve) => setTimeout(resolve, PASSING_MS));
  signal.throwIfAborted();
  const job = await makeHour(wanted, signal);
  if (job !== undefined) {
    const name = String(wanted);
    const onChange = (progress: JobHour) => set({ status: "making", progress });
    const waiting = job.hours.find((one) => one.hour === name);
    if (waiting !== undefined) onChange(waiting);
    const { state, message } = await watchJob(job, name, { onChange, signal });
    // Asked again, the server says more closely why there is no such hour.
    if (state !== "done" && await makeHour(wanted, signal) !== undefined) {
      throw new Problem(state, message ?? `The hour was not made: it is ${state}`);
    }
  }
  forgetStoredHours();
  await show();
}
