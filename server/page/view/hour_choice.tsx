import type { JSX } from "preact";
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { Hour } from "../../../core/time/hour.ts";
import { addMonthsToDay, dayOf, monthOf } from "../model/calendar.ts";
import { formatDate, formatPeriod } from "../model/format.ts";
import { useStoredDays } from "../state/stored_hours.ts";
import { DayHours, MonthChoice, MonthGrid } from "./calendar.tsx";
import { Icon, Modal } from "./parts.tsx";

export interface HourChoiceProps {
  /** The hour that is shown, `undefined` while it is not known. */
  hour: Hour | undefined;
  /** Whether the calendar is open. */
  open: boolean;
  onOpen: () => void;
  onClose: () => void;
  onPick: (hour: Hour) => void;
  /** Called with the number of hours to go on. */
  onStep: (hours: number) => void;
  onNewest: () => void;
}

/** Picks an hour: the ones around it by buttons, any by the calendar. */
export function HourChoice(props: HourChoiceProps): JSX.Element {
  const { hour, open, onOpen, onClose, onPick, onStep, onNewest } = props;
  const isFirst = hour === undefined || hour.since(Hour.first()) === 0;
  const isLast = hour === undefined || hour.plus(1).age(new Date()) < 0;
  return (
    <div class="hour" role="group" aria-label="Hour">
      <button type="button" class="icon" disabled={isFirst} onClick={() => onStep(-1)}>
        <Icon name="left" />
        <span class="hidden">Hour before</span>
      </button>
      <button type="button" class="pick-hour" onClick={onOpen} aria-haspopup="dialog">
        <Icon name="calendar" />
        {hour === undefined ? <span>Newest hour</span> : (
          <span>
            <span class="hidden">Pick an hour; now shown:</span>
            <span class="date">{formatDate(hour, { short: true })},</span>{" "}
            <span class="period">{formatPeriod(hour)}</span>
          </span>
        )}
        <Icon name="down" />
      </button>
      <button type="button" class="icon" disabled={isLast} onClick={() => onStep(1)}>
        <Icon name="right" />
        <span class="hidden">Hour after</span>
      </button>
      <button type="button" class="newest" onClick={onNewest}>Newest</button>
      {open && <HourDialog hour={hour} onClose={onClose} onPick={onPick} onNewest={onNewest} />}
    </div>
  );
}

type HourDialogProps = Pick<HourChoiceProps, "hour" | "onClose" | "onPick" | "onNewest">;

/** A calendar, and the hours of the day that is picked in it. */
function HourDialog({ hour, onClose, onPick, onNewest }: HourDialogProps): JSX.Element {
  const last = Hour.lastBefore(new Date());
  const bounds = { first: dayOf(Hour.first()), last: dayOf(last) };
  const [day, setDay] = useState(dayOf(hour ?? last));
  const [focus, setFocus] = useState<"day" | "hour" | undefined>("day");
  const frame = useRef<HTMLDivElement>(null);
  const stored = useStoredDays(monthOf(day));

  const goTo = (to: string, focus?: "day") => {
    setDay(to < bounds.first ? bounds.first : to > bounds.last ? bounds.last : to);
    setFocus(focus);
  };
  // At once: the next key may be pressed before the next paint.
  useLayoutEffect(() => {
    const part = focus &&
      frame.current?.querySelector<HTMLElement>(`.${focus}-grid [tabindex="0"]`);
    part?.focus();
  }, [day, focus]);

  return (
    <Modal title="Pick an hour" class="calendar" onClose={onClose}>
      <div class="panes" ref={frame}>
        <div>
          <MonthChoice
            day={day}
            bounds={bounds}
            onMonths={(months) => goTo(addMonthsToDay(day, months))}
          />
          <MonthGrid
            day={day}
            shown={hour && dayOf(hour)}
            bounds={bounds}
            stored={stored}
            onDay={(to) => goTo(to, "day")}
            onPick={(to) => {
              goTo(to);
              setFocus("hour");
            }}
          />
        </div>
        <DayHours
          key={day}
          day={day}
          shown={hour}
          last={last}
          stored={stored}
          onPick={(hour) => {
            onClose();
            onPick(hour);
          }}
          onLeave={() => setFocus("day")}
        />
      </div>
      <footer>
        <p class="legend">
          <span class="mark" aria-hidden="true" />{" "}
          stored, shown at once; others are made when you ask
        </p>
        <button
          type="button"
          onClick={() => {
            onClose();
            onNewest();
          }}
        >
          Newest hour
        </button>
      </footer>
    </Modal>
  );
}
