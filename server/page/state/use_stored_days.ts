import { useEffect, useState } from "preact/hooks";
import { Problem } from "../data/problem.ts";
import { storedHoursOf } from "../data/stored_hours.ts";
import { addMonths, type Month } from "../model/month.ts";

/**
 * Gets which hours of a month's days are stored.
 *
 * @param month The month.
 * @returns The names of the stored hours, `undefined` while they are not known.
 */
export function useStoredDays({ year, month }: Month): ReadonlySet<string> | undefined {
  const key = `${year}-${month}`;
  const [known, setKnown] = useState<{ key: string; hours: ReadonlySet<string> }>();

  useEffect(() => {
    let current = true;
    // The last hour of a month's last day is named after the month that follows.
    const next = addMonths({ year, month }, 1);
    Promise.all([storedHoursOf({ year, month }), storedHoursOf(next)]).then(([these, others]) => {
      if (current) setKnown({ key, hours: these.union(others) });
    }).catch((error) => {
      // A calendar without marks is still a calendar.
      if (!(error instanceof Problem)) throw error;
    });
    return () => void (current = false);
  }, [key]);

  return known?.key === key ? known.hours : undefined;
}
