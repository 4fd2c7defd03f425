import type { JSX } from "preact";
import { Hour } from "../../../core/time/hour.ts";
import { formatDate, formatPeriod } from "../model/format_hour.ts";
import { HourDialog } from "./hour_dialog.tsx";
import { Icon } from "./icon.tsx";

/** How an hour is picked. */
export interface HourChoiceProps {
  /** The hour that is shown, `undefined` while it is not known. */
  hour: Hour | undefined;
  /** Whether the calendar is open. */
  open: boolean;
  /** Opens the calendar. */
  onOpen: () => void;
  /** Closes the calendar. */
  onClose: () => void;
  /** Hears which hour is picked. */
  onPick: (hour: Hour) => void;
  /** Hears by how many hours to go on. */
  onStep: (hours: number) => void;
  /** Goes to the newest hour. */
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
