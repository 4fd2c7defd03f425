import type { JSX } from "preact";
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { Hour } from "../../../core/time/hour.ts";
import { oneOf, type Period, periodAround, type Unit, UNITS } from "../../../core/time/period.ts";
import { addMonthsToDay, dayOf, hoursOf, monthOf } from "../model/calendar.ts";
import { formatDate, formatPeriod } from "../model/format.ts";
import { isThere, newestOf, oldestOf, useStored } from "../state/stored_periods.ts";
import { DayHours, MonthChoice, MonthGrid } from "./calendar.tsx";
import { Choices, Icon, Modal } from "./parts.tsx";

export interface PeriodChoiceProps {
  /** The period that is shown, `undefined` while it is not known. */
  period: Period | undefined;
  /** Whether the calendar is open. */
  open: boolean;
  onOpen: () => void;
  onClose: () => void;
  onPick: (period: Period) => void;
  /** Called with the number of periods to go on. */
  onStep: (count: number) => void;
  onNewest: () => void;
}

/** Picks a period of a unit: the ones around it by buttons, any by the calendar. */
export function PeriodChoice(props: PeriodChoiceProps): JSX.Element {
  const { period, open, onOpen, onClose, onPick, onStep, onNewest } = props;
  const unit = period?.unit ?? "hour";
  const isFirst = period === undefined || period.since(oldestOf(unit)) === 0;
  const isLast = period === undefined || !isThere(period.plus(1));
  return (
    <div class="hour" role="group" aria-label={capitalize(unit)}>
      <button type="button" class="icon" disabled={isFirst} onClick={() => onStep(-1)}>
        <Icon name="left" />
        <span class="hidden">{capitalize(unit)} before</span>
      </button>
      <button type="button" class="pick-hour" onClick={onOpen} aria-haspopup="dialog">
        <Icon name="calendar" />
        {period === undefined ? <span>Newest hour</span> : (
          <span>
            <span class="hidden">Pick {oneOf(unit)}; now shown:</span>
            {unit === "hour"
              ? (
                <>
                  <span class="date">{formatDate(period, { short: true })},</span>{" "}
                  <span class="period">{formatPeriod(period)}</span>
                </>
              )
              : <span class="period">{formatDate(period, { short: true })}</span>}
          </span>
        )}
        <Icon name="down" />
      </button>
      <button type="button" class="icon" disabled={isLast} onClick={() => onStep(1)}>
        <Icon name="right" />
        <span class="hidden">{capitalize(unit)} after</span>
      </button>
      <button type="button" class="newest" onClick={onNewest}>Newest</button>
      {open && <PeriodDialog {...{ period, unit, onClose, onPick, onNewest }} />}
    </div>
  );
}

export interface UnitChoiceProps {
  /** The unit that is shown. */
  unit: Unit;
  onPick: (unit: Unit) => void;
}

/** Picks how long the periods are. */
export function UnitChoice({ unit, onPick }: UnitChoiceProps): JSX.Element {
  return (
    <Choices
      legend="Top of"
      name="unit"
      class="units"
      choices={UNITS.map((choice) => [choice, capitalize(choice)])}
      chosen={unit}
      onPick={onPick}
    />
  );
}

function capitalize(word: string): string {
  return word[0]!.toUpperCase() + word.slice(1);
}

type PeriodDialogProps =
  & Pick<PeriodChoiceProps, "period" | "onClose" | "onPick" | "onNewest">
  & { unit: Unit };

/** A calendar, and the hours of the day that is picked in it; a longer period is picked by a day. */
function PeriodDialog(props: PeriodDialogProps): JSX.Element {
  const { period, unit, onClose, onPick, onNewest } = props;
  const last = Hour.lastBefore(new Date());
  const bounds = unit === "hour"
    ? { first: dayOf(Hour.first()), last: dayOf(last) }
    : { first: dayOf(Hour.first()), last: dayOf(newestOf(unit).hours.at(-1)!) };
  const within = (day: string) =>
    day < bounds.first ? bounds.first : day > bounds.last ? bounds.last : day;
  const [day, setDay] = useState(within(dayOf(period?.hours[0] ?? last)));
  const [focus, setFocus] = useState<"day" | "hour" | undefined>("day");
  const frame = useRef<HTMLDivElement>(null);
  const stored = useStored(unit, monthOf(day));
  const pick = (picked: Period) => {
    onClose();
    onPick(picked);
  };

  const goTo = (to: string, focus?: "day") => {
    setDay(within(to));
    setFocus(focus);
  };
  // At once: the next key may be pressed before the next paint.
  useLayoutEffect(() => {
    const part = focus &&
      frame.current?.querySelector<HTMLElement>(`.${focus}-grid [tabindex="0"]`);
    part?.focus();
  }, [day, focus]);

  return (
    <Modal title={`Pick ${oneOf(unit)}`} class="calendar" onClose={onClose}>
      <div class="panes" ref={frame}>
        <div>
          <MonthChoice
            day={day}
            bounds={bounds}
            onMonths={(months) => goTo(addMonthsToDay(day, months))}
          />
          <MonthGrid
            day={day}
            unit={unit}
            shown={period}
            bounds={bounds}
            stored={stored}
            onDay={(to) => goTo(to, "day")}
            onPick={(to) => {
              if (unit !== "hour") return pick(periodAround(hoursOf(to)[0]!, unit));
              goTo(to);
              setFocus("hour");
            }}
          />
        </div>
        {unit === "hour" && (
          <DayHours
            key={day}
            day={day}
            shown={period}
            last={last}
            stored={stored}
            onPick={pick}
            onLeave={() => setFocus("day")}
          />
        )}
      </div>
      <footer>
        <p class="legend">
          <span class="mark" aria-hidden="true" />{" "}
          stored, shown at once{unit === "hour" && "; others are made when you ask"}
        </p>
        <button
          type="button"
          onClick={() => {
            onClose();
            onNewest();
          }}
        >
          Newest {unit}
        </button>
      </footer>
    </Modal>
  );
}
