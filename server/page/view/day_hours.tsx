import type { JSX } from "preact";
import { useRef, useState } from "preact/hooks";
import { Hour } from "../../../core/time/hour.ts";
import { hoursOf } from "../model/day.ts";
import { formatDay, formatPeriod } from "../model/format_hour.ts";

/** What the hours of a day show. */
export interface DayHoursProps {
  /** The day. */
  day: string;
  /** The hour that is shown in the page. */
  shown: Hour | undefined;
  /** The last hour that has ended. */
  last: Hour;
  /** The names of the stored hours, `undefined` while they are not known. */
  stored: ReadonlySet<string> | undefined;
  /** Hears which hour is picked. */
  onPick: (hour: Hour) => void;
  /** Goes back to the days. */
  onLeave: () => void;
}

const COLUMNS = 4;

/** The hours of a day, with those marked that are stored. */
export function DayHours(props: DayHoursProps): JSX.Element {
  const { day, shown, last, stored, onPick, onLeave } = props;
  const hours = hoursOf(day);
  const isThere = (hour: Hour) => hour.since(Hour.first()) >= 0 && last.since(hour) >= 0;
  const grid = useRef<HTMLTableElement>(null);
  const [active, setActive] = useState(() => {
    const same = hours.findIndex((hour) => formatPeriod(hour) === (shown && formatPeriod(shown)));
    return same >= 0 && isThere(hours[same]) ? same : hours.findIndex(isThere);
  });

  const onKeyDown = (event: KeyboardEvent) => {
    const steps: Record<string, number> = {
      "ArrowLeft": -1,
      "ArrowRight": 1,
      "ArrowUp": -COLUMNS,
      "ArrowDown": COLUMNS,
      "Home": -(active % COLUMNS),
      "End": COLUMNS - 1 - active % COLUMNS,
    };
    if (event.key === "Backspace") onLeave();
    if (!Object.hasOwn(steps, event.key)) return;
    event.preventDefault();
    const to = active + steps[event.key];
    if (hours[to] === undefined || !isThere(hours[to])) return;
    setActive(to);
    grid.current?.querySelectorAll("button")[to].focus();
  };

  return (
    <div class="hours">
      <h3>
        {formatDay(day)} <small>UTC</small>
      </h3>
      <table class="hour-grid" role="grid" aria-label="Hours, UTC" ref={grid} onKeyDown={onKeyDown}>
        <tbody>
          {Array.from({ length: 24 / COLUMNS }, (_, row) => (
            <tr key={row}>
              {hours.slice(row * COLUMNS, (row + 1) * COLUMNS).map((hour, column) => {
                const index = row * COLUMNS + column;
                const isStored = stored?.has(String(hour)) ?? false;
                const isShown = String(hour) === String(shown);
                return (
                  <td key={column} aria-selected={isShown}>
                    <button
                      type="button"
                      class={isStored ? "is-stored" : undefined}
                      tabIndex={index === active ? 0 : -1}
                      disabled={!isThere(hour)}
                      aria-current={isShown ? "time" : undefined}
                      onClick={() => onPick(hour)}
                    >
                      {hour.start.slice(11, 13)}–{hour.end.slice(11, 13)}{" "}
                      {isStored && <span class="hidden">stored</span>}
                    </button>
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
