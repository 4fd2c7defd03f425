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
} as const;

/** A small picture beside a text that says the same. */
export function Icon({ name }: { name: keyof typeof ICON_PATHS }): JSX.Element {
  return (
    <svg class="glyph" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
      <path d={ICON_PATHS[name]} />
    </svg>
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
