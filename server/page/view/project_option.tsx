import type { JSX } from "preact";
import { formatCompact } from "../model/format_number.ts";
import type { PickableProject } from "../model/project_group.ts";
import { ProjectTitle } from "./project_title.tsx";

/** What an option shows. */
export interface ProjectOptionProps {
  /** Its id in the page. */
  id: string;
  /** The project. */
  project: PickableProject;
  /** Whether Enter picks it. */
  active: boolean;
  /** Whether it is the one that is shown. */
  selected: boolean;
  /** Hears that it is picked. */
  onPick: (project: PickableProject) => void;
}

/** A project in the list of all. */
export function ProjectOption(props: ProjectOptionProps): JSX.Element {
  const { id, project, active, selected, onPick } = props;
  const { language, own, english } = project;
  const isForeign = language !== undefined && language.english !== own;
  return (
    <div
      id={id}
      class="option"
      role="option"
      aria-selected={selected}
      data-active={active}
      onClick={() => onPick(project)}
    >
      <span class="own">
        <ProjectTitle name={project} />
      </span>
      <span class="also">
        {isForeign && <span>{english}</span>} <code>{project.project}</code>
      </span>
      <span class="views">
        {formatCompact(project.views)} <span class="hidden">views</span>
      </span>
    </div>
  );
}
