import type { JSX } from "preact";
import { Modal } from "./parts.tsx";

export interface HelpDialogProps {
  open: boolean;
  onClose: () => void;
  /** Whether single characters are shortcuts. */
  singleKeys: boolean;
  onSingleKeys: (enabled: boolean) => void;
}

const KEYS: readonly [keys: string[], what: string][] = [
  [["←", "→"], "The hour before, the hour after; or the day, week or month"],
  [["Shift ←", "Shift →"], "A day before, a day after; or a week, four, a year"],
  [["n"], "The newest hour, day, week or month"],
  [["c"], "Pick one in the calendar"],
  [["p"], "Pick a project"],
  [["a", "d", "m"], "All readers, desktop, mobile"],
  [["t", "r"], "The top, what rises"],
  [["/"], "Search in the list"],
  [["?"], "This help"],
];

/** Tells which keys do what. */
export function HelpDialog(props: HelpDialogProps): JSX.Element | null {
  const { open, onClose, singleKeys, onSingleKeys } = props;
  if (!open) return null;
  return (
    <Modal title="Keys" class="help" onClose={onClose}>
      <dl>
        {KEYS.map(([keys, what]) => (
          <div key={what}>
            <dt>
              {keys.map((key) => <kbd key={key}>{key}</kbd>)}
            </dt>
            <dd>{what}</dd>
          </div>
        ))}
      </dl>
      <label class="switch">
        <input
          type="checkbox"
          checked={singleKeys}
          onChange={(event) => onSingleKeys(event.currentTarget.checked)}
        />{" "}
        Single characters are shortcuts
      </label>
    </Modal>
  );
}
