import type { JSX } from "preact";
import type { Period, Unit } from "../../../core/time/period.ts";
import { formatWhen } from "../model/format.ts";
import { isThere } from "../state/stored_periods.ts";
import type { Projects } from "../state/use_projects.ts";
import { Modal } from "./parts.tsx";
import { ProjectChoice } from "./project_choice.tsx";

export interface CompareDialogProps {
  period: Period;
  projects: Projects;
  onPick: (versus: Period | string) => void;
  onClose: () => void;
}

/** What is likely to be compared: how many periods before, and what that is called. */
const BEFORE: Record<Unit, readonly (readonly [count: number, name: string])[]> = {
  hour: [[1, "The hour before"], [24, "A day before"], [168, "A week before"]],
  day: [[1, "The day before"], [7, "A week before"], [28, "Four weeks before"]],
  week: [[1, "The week before"], [4, "Four weeks before"], [52, "A year before"]],
  month: [[1, "The month before"], [12, "A year before"]],
};

/** Picks what to show beside a period: one before it, or another project. */
export function CompareDialog(props: CompareDialogProps): JSX.Element {
  const { period, projects, onPick, onClose } = props;
  const pick = (versus: Period | string) => {
    onClose();
    onPick(versus);
  };
  return (
    <Modal title="Compare with" class="comparison" onClose={onClose}>
      <ul>
        {BEFORE[period.unit].map(([count, name]) => [name, period.plus(-count)] as const)
          .filter(([, other]) => isThere(other))
          .map(([name, other]) => (
            <li key={name}>
              <button type="button" onClick={() => pick(other)}>
                {name} <span class="date">{formatWhen(other, { short: true })}</span>
              </button>
            </li>
          ))}
      </ul>
      <h3>Another project</h3>
      <ProjectChoice
        current={undefined}
        projects={projects}
        id="other-project"
        label="Project to compare with"
        onPick={pick}
      />
    </Modal>
  );
}
