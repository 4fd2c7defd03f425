import { type Period, periodAround, type Unit } from "../../../core/time/period.ts";
import { isThere, newestOf, newestStored } from "./stored_periods.ts";
import type { Navigate } from "./use_route.ts";

/** How many periods the keys with Shift go on: a day, a week, about a month, a year. */
const LEAPS: Record<Unit, number> = { hour: 24, day: 7, week: 4, month: 12 };

/** The ways from one period to others. */
export interface Steps {
  /** Goes on by so many periods, back if they are negative. */
  step: (count: number) => void;
  /** Goes on by many periods, or back. */
  leap: (direction: 1 | -1) => void;
  /** Goes to the newest period of its unit. */
  newest: () => void;
  /** Goes to the period of another unit around this one. */
  pickUnit: (unit: Unit) => void;
}

/** The ways from a period, which is not known yet if it is `undefined`. */
export function stepsFrom(period: Period | undefined, navigate: Navigate): Steps {
  const unit = period?.unit ?? "hour";
  const step = (count: number) => {
    const to = period?.plus(count);
    if (to !== undefined && isThere(to)) navigate({ period: to }, { history: "step" });
  };
  return {
    step,
    leap: (direction) => step(direction * LEAPS[unit]),
    newest() {
      if (unit === "hour") return navigate({ period: undefined });
      const show = (period = newestOf(unit)) => navigate({ period });
      // Where there is no answer, the newest one says what is wrong.
      newestStored(unit).then(show, () => show());
    },
    pickUnit(unit) {
      const around = period === undefined ? newestOf(unit) : periodAround(period.hours[0]!, unit);
      navigate({ period: isThere(around) ? around : newestOf(unit) });
    },
  };
}
