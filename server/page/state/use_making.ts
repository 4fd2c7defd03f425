import { useEffect, useRef, useState } from "preact/hooks";
import type { PeriodRange } from "../../../core/time/period.ts";
import type { JobHour } from "../data/answers.ts";
import { makeRange } from "../data/api.ts";
import { Problem } from "../data/problem.ts";
import { watchJob } from "../data/watch_job.ts";
import { forgetStoredPeriods } from "./stored_periods.ts";

/** The making of several periods at a reader's wish. */
export interface Making {
  /** The periods while they are made, `undefined` while none are. */
  hours: readonly JobHour[] | undefined;
  /** Why the last ones were not made. */
  problem: Problem | undefined;
  /** Has a range of periods made. */
  make: (range: PeriodRange) => void;
}

/** Has periods made when the reader wants it, and calls back once some of them are stored. */
export function useMaking(onMade: () => void): Making {
  const [hours, setHours] = useState<readonly JobHour[]>();
  const [problem, setProblem] = useState<Problem>();
  const controller = useRef<AbortController | undefined>(undefined);
  useEffect(() => () => controller.current?.abort(), []);

  const make = (range: PeriodRange) => {
    controller.current?.abort();
    const { signal } = controller.current = new AbortController();
    setProblem(undefined);
    setHours([]);
    run(range, { onChange: setHours, signal }).then((made) => {
      setHours(undefined);
      forgetStoredPeriods();
      if (made.some(({ state }) => state === "done")) return onMade();
      const message = made.find((hour) => hour.message !== null)?.message;
      setProblem(new Problem(made[0]?.state ?? "failed", message ?? "None of them was made"));
    }).catch((error) => {
      if (signal.aborted) return;
      setHours(undefined);
      if (!(error instanceof Problem)) throw error;
      setProblem(error);
    });
  };
  return { hours, problem, make };
}

async function run(
  range: PeriodRange,
  options: { onChange: (hours: readonly JobHour[]) => void; signal: AbortSignal },
): Promise<readonly JobHour[]> {
  const job = await makeRange(range);
  options.onChange(job.hours);
  return job.ended === null ? await watchJob(job, options) : job.hours;
}
