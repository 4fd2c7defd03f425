import type { JSX } from "preact";
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { Hour } from "../../../core/time/hour.ts";
import { addMonthsToDay, dayOf } from "../model/day.ts";
import { monthOf } from "../model/month.ts";
import { useStoredDays } from "../state/use_stored_days.ts";
import { DayHours } from "./day_hours.tsx";
import { Modal } from "./modal.tsx";
import { MonthChoice } from "./month_choice.tsx";
import { MonthGrid } from "./month_grid.tsx";

/** How an hour is picked in the calendar. */
export interface HourDialogProps {
  /** The hour that is shown. */
  hour: Hour | undefined;
  /** Closes the calendar. */
  onClose: () => void;
  /** Hears which hour is picked. */
  onPick: (hour: Hour) => void;
  /** Goes to the newest hour. */
  onNewest: () => void;
}

/** A calendar, and the hours of the day that is picked in it. */
export function HourDialog({ hour, onClose, onPick, onNewest }: HourDialogProps): JSX.Element {
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
