import { useLayoutEffect, useState } from "preact/hooks";
import type { Period } from "../../../core/time/period.ts";
import type { JobHour, Top } from "../data/answers.ts";
import { makePeriod } from "../data/api.ts";
import { Problem } from "../data/problem.ts";
import { cachedTop, loadTop, type Wanted } from "../data/tops.ts";
import { watchJob } from "../data/watch_job.ts";
import { forgetStoredPeriods } from "./stored_periods.ts";

/** What has become of the top that is to be shown. */
export type TopState =
  | { status: "loading" }
  | { status: "ready"; top: Top }
  | { status: "making"; progress: JobHour }
  | { status: "problem"; problem: Problem };

/** A period that is only passed on the way to another is not to be made. */
const DEBOUNCE_MS = 500;

/**
 * Gets a top of a period, and has the period made if it is not stored.
 *
 * @param period The period, `undefined` for the newest hour.
 * @param attempt Any other number tries again.
 */
export function useTop(
  period: Period | undefined,
  wanted: Wanted,
  attempt: number,
): TopState {
  const key = `${period} ${Object.values(wanted)} ${attempt}`;
  const [known, setKnown] = useState<{ key: string; state: TopState }>();
  const cached = period && cachedTop(period, wanted);

  // Before the first paint: what is asked for now is there soon after it.
  useLayoutEffect(() => {
    if (cached !== undefined) return;
    const controller = new AbortController();
    const { signal } = controller;
    const set = (state: TopState) => {
      if (!signal.aborted) setKnown({ key, state });
    };
    loadOrMake(period, wanted, { set, signal }).catch((error) => {
      if (signal.aborted) return;
      if (!(error instanceof Problem)) throw error;
      set({ status: "problem", problem: error });
    });
    return () => controller.abort();
  }, [key]);

  if (cached !== undefined) return { status: "ready", top: cached };
  return known?.key === key ? known.state : { status: "loading" };
}

async function loadOrMake(
  period: Period | undefined,
  wanted: Wanted,
  { set, signal }: { set: (state: TopState) => void; signal: AbortSignal },
): Promise<void> {
  const load = async () => set({ status: "ready", top: await loadTop(period, wanted, signal) });
  let missing: Period | undefined = period;
  try {
    return await load();
  } catch (error) {
    if (!(error instanceof Problem) || error.kind !== "not-stored") throw error;
    // The newest hour may be stored, and yet not be as the server wants it.
    missing ??= error.hour;
    if (missing === undefined) throw error;
  }
  await new Promise((resolve) => setTimeout(resolve, DEBOUNCE_MS));
  signal.throwIfAborted();
  const job = await makePeriod(missing, signal);
  if (job !== undefined) {
    const name = String(missing);
    const own = (hours: readonly JobHour[]) => hours.find(({ hour }) => hour === name);
    const onChange = (hours: readonly JobHour[]) => {
      const progress = own(hours);
      if (progress !== undefined) set({ status: "making", progress });
    };
    onChange(job.hours);
    const { state = "failed", message = null } =
      own(await watchJob(job, { hour: name, onChange, signal })) ?? {};
    // Asked again, the server says more closely why there is no such period.
    if (state !== "done" && await makePeriod(missing, signal) !== undefined) {
      throw new Problem(state, message ?? `The ${missing.unit} was not made: it is ${state}`);
    }
  }
  forgetStoredPeriods();
  await load();
}
