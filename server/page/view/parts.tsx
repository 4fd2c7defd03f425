import type { ComponentChildren, JSX } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";
import type { ProjectName } from "../model/project.ts";

const ICON_PATHS = {
  left: "M10 3.5 5.5 8l4.5 4.5",
  right: "M6 3.5 10.5 8 6 12.5",
  down: "M4 6l4 4 4-4",
  calendar:
    "M2.5 4.5a1 1 0 0 1 1-1h9a1 1 0 0 1 1 1v8a1 1 0 0 1-1 1h-9a1 1 0 0 1-1-1zM2.5 6.7h11M5.4 2v2.6M10.6 2v2.6",
  search: "M7 2.5a4.5 4.5 0 1 1 0 9 4.5 4.5 0 0 1 0-9zM10.3 10.3l3.4 3.4",
  download: "M8 2.5v7.5M4.8 7 8 10.2 11.2 7M3 13.3h10",
  link:
    "M6.7 9.3a2.6 2.6 0 0 0 3.7 0l2.2-2.2a2.6 2.6 0 0 0-3.7-3.7l-.9.9M9.3 6.7a2.6 2.6 0 0 0-3.7 0L3.4 8.9a2.6 2.6 0 0 0 3.7 3.7l.9-.9",
  done: "M3 8.5 6.5 12 13 4.5",
  close: "M4 4l8 8M12 4l-8 8",
  chart: "M2.5 13.5h11M3.5 10.5 6.5 7l2.5 2 3.5-5",
  history: "M3 8a5 5 0 1 0 1.6-3.7M4.8 1.8v2.7H7.5M8 5.3V8l1.9 1.2",
  news:
    "M2.5 3.5h8.5v9h-7.5a1 1 0 0 1-1-1zM11 6h2.5v5.5a1 1 0 0 1-1 1H11M4.8 6h4M4.8 8.3h4M4.8 10.3h2.5",
  feed: "M3.5 12.3h.1M3.3 8.2a4.4 4.4 0 0 1 4.5 4.5M3.3 4a8.6 8.6 0 0 1 8.7 8.7",
  compare: "M2.5 3.5h4.5v9H2.5zM9 3.5h4.5v9H9z",
  warn: "M8 2.8 14 13H2zM8 6.5v3M8 11.2v.1",
} as const;

/** A small picture beside a text that says the same. */
export function Icon({ name }: { name: keyof typeof ICON_PATHS }): JSX.Element {
  return (
    <svg class="glyph" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
      <path d={ICON_PATHS[name]} />
    </svg>
  );
}

export interface ChoicesProps<Choice extends string> {
  /** What is chosen, for those who do not see it. */
  legend: string;
  /** The name of the group in the page. */
  name: string;
  /** The choices and what they are called. */
  choices: readonly (readonly [choice: Choice, label: string])[];
  chosen: Choice | undefined;
  /** Those that can be had, all if it is left out. */
  available?: readonly Choice[] | undefined;
  class?: string;
  onPick: (choice: Choice) => void;
}

/** A row of choices, of which one holds. */
export function Choices<Choice extends string>(props: ChoicesProps<Choice>): JSX.Element {
  const { legend, name, choices, chosen, available, onPick } = props;
  return (
    <fieldset class={`choices ${props.class ?? ""}`}>
      <legend class="hidden">{legend}</legend>
      {choices.map(([choice, label]) => (
        <label key={choice}>
          <input
            type="radio"
            name={name}
            value={choice}
            checked={choice === chosen}
            disabled={available !== undefined && !available.includes(choice)}
            onChange={() => onPick(choice)}
          />
          <span>{label}</span>
        </label>
      ))}
    </fieldset>
  );
}

/** A project by its own name: the language in itself, and the family. */
export function ProjectTitle({ name }: { name: ProjectName }): JSX.Element {
  if (name.language === undefined) return <bdi>{name.own}</bdi>;
  return (
    <>
      <bdi lang={name.language.tag}>{name.own}</bdi> {name.family.name}
    </>
  );
}

/** Whether a project's own name is not its English one. */
export function isForeign({ language, own }: ProjectName): boolean {
  return language !== undefined && language.english !== own;
}

export interface ModalProps {
  title: string;
  class: string;
  onClose: () => void;
  children: ComponentChildren;
}

/** A dialog above the page, which Escape, its button or a click beside it closes. */
export function Modal({ title, class: name, onClose, children }: ModalProps): JSX.Element {
  const dialog = useRef<HTMLDialogElement>(null);
  // It is put into the page only while it is open.
  useLayoutEffect(() => {
    const { current } = dialog;
    const opener = document.activeElement;
    current?.showModal();
    return () => {
      current?.close();
      if (opener instanceof HTMLElement) opener.focus();
    };
  }, []);
  return (
    <dialog
      ref={dialog}
      class={name}
      aria-labelledby={`${name}-title`}
      onClose={onClose}
      onClick={(event) => event.target === dialog.current && onClose()}
    >
      <div class="modal">
        <header>
          <h2 id={`${name}-title`}>{title}</h2>
          <button type="button" class="icon quiet" onClick={onClose}>
            <Icon name="close" />
            <span class="hidden">Close</span>
          </button>
        </header>
        {children}
      </div>
    </dialog>
  );
}
