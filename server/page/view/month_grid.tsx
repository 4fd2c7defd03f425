import type { JSX } from "preact";
import { addDays, addMonthsToDay, hoursOf } from "../model/day.ts";
import { formatDay } from "../model/format_hour.ts";
import { monthOf, weeksOf } from "../model/month.ts";

/** What a month shows. */
export interface MonthGridProps {
  /** The day whose hours can be picked. */
  day: string;
  /** The day of the hour that is shown in the page. */
  shown: string | undefined;
  /** The first and the last day that have hours. */
  bounds: { first: string; last: string };
  /** The names of the stored hours, `undefined` while they are not known. */
  stored: ReadonlySet<string> | undefined;
  /** Hears that another day is looked at. */
  onDay: (day: string) => void;
  /** Hears that a day is picked. */
  onPick: (day: string) => void;
}

const WEEKDAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

/** The days of a month, with how much of each is stored. */
export function MonthGrid(props: MonthGridProps): JSX.Element {
  const { day, shown, bounds, stored, onDay, onPick } = props;
  const weeks = weeksOf(monthOf(day));

  const onKeyDown = (event: KeyboardEvent) => {
    const weekday = (new Date(day).getUTCDay() + 6) % 7;
    const pages = event.shiftKey ? 12 : 1;
    const keys: Record<string, () => string> = {
      "ArrowLeft": () => addDays(day, -1),
      "ArrowRight": () => addDays(day, 1),
      "ArrowUp": () => addDays(day, -7),
      "ArrowDown": () => addDays(day, 7),
      "Home": () => addDays(day, -weekday),
      "End": () => addDays(day, 6 - weekday),
      "PageUp": () => addMonthsToDay(day, -pages),
      "PageDown": () => addMonthsToDay(day, pages),
    };
    if (!Object.hasOwn(keys, event.key)) return;
    event.preventDefault();
    onDay(keys[event.key]());
  };

  return (
    <table class="day-grid" role="grid" aria-label="Days" onKeyDown={onKeyDown}>
      <thead>
        <tr>
          {WEEKDAYS.map((name) => <th key={name} scope="col" abbr={name}>{name.slice(0, 2)}</th>)}
        </tr>
      </thead>
      <tbody>
        {weeks.map((week, i) => (
          <tr key={i}>
            {week.map((one, i) => {
              if (one === undefined) return <td key={i} />;
              const count = stored &&
                hoursOf(one).filter((hour) => stored.has(String(hour))).length;
              const isOut = one < bounds.first || one > bounds.last;
              return (
                <td key={i} aria-selected={one === day}>
                  <button
                    type="button"
                    tabIndex={one === day ? 0 : -1}
                    disabled={isOut}
                    aria-current={one === shown ? "date" : undefined}
                    aria-label={formatDay(one) + (count ? `, ${count} of 24 hours stored` : "")}
                    onClick={() => onPick(one)}
                  >
                    {Number(one.slice(8))}
                    <span class="stored" style={{ width: `${(count ?? 0) / 24 * 100}%` }} />
                  </button>
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
