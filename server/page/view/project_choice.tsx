import type { JSX, RefObject } from "preact";
import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import { formatCompact } from "../model/format.ts";
import { groupProjects, type PickableProject, type ProjectName } from "../model/project.ts";
import { searchProjects } from "../model/search.ts";
import type { Projects } from "../state/use_projects.ts";
import { Icon, isForeign, ProjectTitle } from "./parts.tsx";

export interface ProjectChoiceProps {
  /** The project that is shown, `undefined` if none is. */
  current: ProjectName | undefined;
  projects: Projects;
  /** The name of the field in the page. */
  id: string;
  label: string;
  field?: RefObject<HTMLInputElement | null>;
  onPick: (project: string) => void;
}

/** How far Page Up and Page Down go. */
const PAGE = 8;

/** Picks a project: a field to search in, and a list of all that match. */
export function ProjectChoice(props: ProjectChoiceProps): JSX.Element {
  const { current, projects, id, label, onPick } = props;
  const ownField = useRef<HTMLInputElement>(null);
  const field = props.field ?? ownField;
  const [open, setOpen] = useState(false);
  const [search, setSearch] = useState("");
  const [active, setActive] = useState(0);
  const list = useRef<HTMLDivElement>(null);

  const groups = useMemo(() => {
    if (!open) return [];
    const all = projects.projects ?? [];
    if (search.trim() === "") return groupProjects(all);
    return [{ name: "", projects: searchProjects(all, search) }];
  }, [projects.projects, search, open]);
  const options = useMemo(() => groups.flatMap((group) => group.projects), [groups]);

  useEffect(() => {
    if (open) projects.load();
  }, [open, projects.load]);
  useEffect(() => {
    const shown = options.findIndex(({ project }) => project === current?.project);
    setActive(search.trim() === "" ? Math.max(shown, 0) : 0);
  }, [options]);
  useEffect(() => {
    list.current?.querySelector(`#${idOf(id, active)}`)?.scrollIntoView({ block: "nearest" });
  }, [active, options]);

  const close = () => {
    setOpen(false);
    setSearch("");
  };
  const pick = (option: PickableProject | undefined) => {
    if (option === undefined) return;
    close();
    field.current?.blur();
    onPick(option.project);
  };
  const move = (to: number) => setActive(Math.min(Math.max(to, 0), options.length - 1));

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const keys = new Map([
      ["ArrowDown", () => move(active + 1)],
      ["ArrowUp", () => move(active - 1)],
      ["PageDown", () => move(active + PAGE)],
      ["PageUp", () => move(active - PAGE)],
      ["Enter", () => pick(options[active])],
      ["Escape", close],
    ]);
    const act = keys.get(event.key);
    if (act === undefined || (!open && event.key === "Escape")) return;
    event.preventDefault();
    if (open) act();
    else setOpen(true);
  };

  let index = 0;
  return (
    <div class="project" data-open={open}>
      <label class="hidden" for={id}>{label}</label>
      <input
        id={id}
        ref={field}
        type="text"
        role="combobox"
        dir={open ? "auto" : undefined}
        aria-expanded={open}
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        aria-activedescendant={open && options.length > 0 ? idOf(id, active) : undefined}
        autocomplete="off"
        autocapitalize="off"
        spellcheck={false}
        placeholder={open || current === undefined ? "Language, project or code" : undefined}
        value={open ? search : current && titleOf(current)}
        onFocus={() => setOpen(true)}
        onPointerDown={() => setOpen(true)}
        onBlur={close}
        onInput={(event) => {
          setOpen(true);
          setSearch(event.currentTarget.value);
        }}
        onKeyDown={onKeyDown}
      />
      <Icon name={open ? "search" : "down"} />
      <div
        id={`${id}-list`}
        ref={list}
        class="project-list"
        role="listbox"
        aria-label="Projects"
        tabIndex={-1}
        hidden={!open}
        onPointerDown={(event) => event.preventDefault()}
      >
        {groups.map(({ name, projects }) => (
          <div
            key={name}
            role={name === "" ? "presentation" : "group"}
            aria-label={name || undefined}
          >
            {name !== "" && <p class="group" aria-hidden="true">{name}</p>}
            {projects.map((project) => {
              const own = index++;
              return (
                <ProjectOption
                  key={project.project}
                  id={idOf(id, own)}
                  project={project}
                  active={own === active}
                  selected={project.project === current?.project}
                  onPick={pick}
                />
              );
            })}
          </div>
        ))}
      </div>
      {open && options.length === 0 && (
        <p
          class="project-list none"
          onPointerDown={(event) => event.preventDefault()}
        >
          {projects.problem !== undefined
            ? `${projects.problem.message}.`
            : projects.projects === undefined
            ? "Loading…"
            : `No project matches “${search}”`}
        </p>
      )}
      <p class="hidden" role="status">
        {open && projects.projects !== undefined && search !== ""
          ? `${options.length} ${options.length === 1 ? "project" : "projects"}`
          : ""}
      </p>
    </div>
  );
}

interface ProjectOptionProps {
  id: string;
  project: PickableProject;
  /** Whether Enter picks it. */
  active: boolean;
  /** Whether it is the one that is shown. */
  selected: boolean;
  onPick: (project: PickableProject) => void;
}

function ProjectOption(props: ProjectOptionProps): JSX.Element {
  const { id, project, active, selected, onPick } = props;
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
        {isForeign(project) && <span>{project.english}</span>} <code>{project.project}</code>
      </span>
      <span class="views">
        {formatCompact(project.views)} <span class="hidden">views</span>
      </span>
    </div>
  );
}

function idOf(field: string, index: number): string {
  return `${field}-${index}`;
}

function titleOf({ language, own, family }: ProjectName): string {
  return language === undefined ? own : `${own} ${family.name}`;
}
