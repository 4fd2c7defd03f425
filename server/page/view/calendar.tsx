import type { JSX } from "preact";
import { useRef, useState } from "preact/hooks";
import { Hour } from "../../../core/time/hour.ts";
import { type Period, periodAround, type Unit } from "../../../core/time/period.ts";
import { addDays, addMonthsToDay, hoursOf, monthOf, weeksOf } from "../model/calendar.ts";
import { formatDay, formatPeriod } from "../model/format.ts";
import { Icon } from "./parts.tsx";

/** The first and the last day that have hours. */
export interface Bounds {
  first: string;
  last: string;
}

export interface MonthChoiceProps {
  /** A day of the month. */
  day: string;
  bounds: Bounds;
  /** Called with the number of months to go on. */
  onMonths: (months: number) => void;
}

const MONTHS = Array.from(
  { length: 12 },
  (_, i) => new Date(Date.UTC(2026, i)).toLocaleString("en", { month: "long", timeZone: "UTC" }),
);

/** Picks a month: the ones around it by buttons, any by its name and year. */
export function MonthChoice({ day, bounds, onMonths }: MonthChoiceProps): JSX.Element {
  const { year, month } = monthOf(day);
  const first = monthOf(bounds.first);
  const last = monthOf(bounds.last);
  const isFirst = year === first.year && month === first.month;
  const isLast = year === last.year && month === last.month;
  const years = Array.from({ length: last.year - first.year + 1 }, (_, i) => last.year - i);
  return (
    <div class="month-choice">
      <button type="button" class="icon" disabled={isFirst} onClick={() => onMonths(-1)}>
        <Icon name="left" />
        <span class="hidden">Month before</span>
      </button>
      <select
        aria-label="Month"
        value={month}
        onChange={(event) => onMonths(Number(event.currentTarget.value) - month)}
      >
        {MONTHS.map((name, i) => <option key={name} value={i + 1}>{name}</option>)}
      </select>
      <select
        aria-label="Year"
        value={year}
        onChange={(event) => onMonths((Number(event.currentTarget.value) - year) * 12)}
      >
        {years.map((year) => <option key={year} value={year}>{year}</option>)}
      </select>
      <button type="button" class="icon" disabled={isLast} onClick={() => onMonths(1)}>
        <Icon name="right" />
        <span class="hidden">Month after</span>
      </button>
    </div>
  );
}

export interface MonthGridProps {
  /** The day whose hours can be picked. */
  day: string;
  /** What is picked by a day: an hour of it, or the longer period that it belongs to. */
  unit: Unit;
  /** The period that is shown in the page. */
  shown: Period | undefined;
  bounds: Bounds;
  /** The names of the stored periods of the unit, `undefined` while they are not known. */
  stored: ReadonlySet<string> | undefined;
  /** Called when the keys lead to another day. */
  onDay: (day: string) => void;
  onPick: (day: string) => void;
}

const WEEKDAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

/** The days of a month, with how much of each is stored. */
export function MonthGrid(props: MonthGridProps): JSX.Element {
  const { day, unit, shown, bounds, stored, onDay, onPick } = props;

  const onKeyDown = (event: KeyboardEvent) => {
    const weekday = (new Date(day).getUTCDay() + 6) % 7;
    const months = event.shiftKey ? 12 : 1;
    const keys = new Map([
      ["ArrowLeft", () => addDays(day, -1)],
      ["ArrowRight", () => addDays(day, 1)],
      ["ArrowUp", () => addDays(day, -7)],
      ["ArrowDown", () => addDays(day, 7)],
      ["Home", () => addDays(day, -weekday)],
      ["End", () => addDays(day, 6 - weekday)],
      ["PageUp", () => addMonthsToDay(day, -months)],
      ["PageDown", () => addMonthsToDay(day, months)],
    ]);
    const to = keys.get(event.key);
    if (to === undefined) return;
    event.preventDefault();
    onDay(to());
  };

  return (
    <table class="day-grid" role="grid" aria-label="Days" onKeyDown={onKeyDown}>
      <thead>
        <tr>
          {WEEKDAYS.map((name) => <th key={name} scope="col" abbr={name}>{name.slice(0, 2)}</th>)}
        </tr>
      </thead>
      <tbody>
        {weeksOf(monthOf(day)).map((week, i) => (
          <tr key={i}>
            {week.map((one, i) => {
              if (one === undefined) return <td key={i} />;
              const { share, words } = storedPart(one, unit, stored);
              const isOut = one < bounds.first || one > bounds.last;
              return (
                <td key={i} aria-selected={one === day}>
                  <button
                    type="button"
                    tabIndex={one === day ? 0 : -1}
                    disabled={isOut}
                    aria-current={hoursOf(one).some((hour) => isPartOf(hour, shown))
                      ? "date"
                      : undefined}
                    aria-label={formatDay(one) + words}
                    onClick={() => onPick(one)}
                  >
                    {Number(one.slice(8))}
                    <span class="stored" style={{ width: `${share * 100}%` }} />
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

function isPartOf(hour: Hour, period: Period | undefined): boolean {
  return period !== undefined && periodAround(hour, period.unit).label === period.label;
}

/** How much of what is picked by a day is stored, from 0 to 1, and in words. */
function storedPart(
  day: string,
  unit: Unit,
  stored: ReadonlySet<string> = new Set(),
): { share: number; words: string } {
  const hours = hoursOf(day);
  if (unit === "hour") {
    const count = hours.filter((hour) => stored.has(hour.label)).length;
    return { share: count / 24, words: count > 0 ? `, ${count} of 24 hours stored` : "" };
  }
  const isStored = stored.has(periodAround(hours[0]!, unit).label);
  return { share: isStored ? 1 : 0, words: isStored ? `, ${unit} stored` : "" };
}

export interface DayHoursProps {
  day: string;
  /** The hour that is shown in the page. */
  shown: Period | undefined;
  /** The last hour that has ended. */
  last: Hour;
  /** The names of the stored hours, `undefined` while they are not known. */
  stored: ReadonlySet<string> | undefined;
  onPick: (hour: Hour) => void;
  /** Called when a key leads back to the days. */
  onLeave: () => void;
}

const COLUMNS = 4;

/** The hours of a day, with those marked that are stored. */
export function DayHours(props: DayHoursProps): JSX.Element {
  const { day, shown, last, stored, onPick, onLeave } = props;
  const hours = hoursOf(day);
  const isThere = (hour: Hour | undefined) =>
    hour !== undefined && hour.since(Hour.first()) >= 0 && last.since(hour) >= 0;
  const grid = useRef<HTMLTableElement>(null);
  const [active, setActive] = useState(() => {
    const same = hours.findIndex((hour) => formatPeriod(hour) === (shown && formatPeriod(shown)));
    return isThere(hours[same]) ? same : hours.findIndex(isThere);
  });

  const onKeyDown = (event: KeyboardEvent) => {
    const steps = new Map([
      ["ArrowLeft", -1],
      ["ArrowRight", 1],
      ["ArrowUp", -COLUMNS],
      ["ArrowDown", COLUMNS],
      ["Home", -(active % COLUMNS)],
      ["End", COLUMNS - 1 - active % COLUMNS],
    ]);
    if (event.key === "Backspace") onLeave();
    const step = steps.get(event.key);
    if (step === undefined) return;
    event.preventDefault();
    const to = active + step;
    if (!isThere(hours[to])) return;
    setActive(to);
    grid.current?.querySelectorAll("button")[to]?.focus();
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
