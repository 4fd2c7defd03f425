import type { JSX } from "preact";
import { monthOf } from "../model/month.ts";
import { Icon } from "./icon.tsx";

/** How a month is picked. */
export interface MonthChoiceProps {
  /** A day of the month. */
  day: string;
  /** The first and the last day that have hours. */
  bounds: { first: string; last: string };
  /** Hears how many months to go on. */
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
