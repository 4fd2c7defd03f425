import type { JSX } from "preact";
import type { Access } from "../../../core/wiki/project.ts";

/** What can be picked. */
export interface AccessChoiceProps {
  /** What is shown. */
  access: Access;
  /** What the project has, `undefined` while it is not known. */
  available: readonly Access[] | undefined;
  /** Hears what is picked. */
  onPick: (access: Access) => void;
}

const NAMES: Record<Access, string> = {
  desktop: "Desktop",
  mobile: "Mobile",
  all: "Desktop and mobile",
};

/** Picks how the readers came. */
export function AccessChoice({ access, available, onPick }: AccessChoiceProps): JSX.Element {
  const choices: Access[] = available?.includes("all") ? ["all"] : ["desktop", "mobile"];
  return (
    <fieldset class="access">
      <legend class="hidden">Readers on</legend>
      {choices.map((choice) => (
        <label key={choice}>
          <input
            type="radio"
            name="access"
            value={choice}
            checked={choice === access}
            disabled={available !== undefined && !available.includes(choice)}
            onChange={() => onPick(choice)}
          />
          <span>{NAMES[choice]}</span>
        </label>
      ))}
    </fieldset>
  );
}
