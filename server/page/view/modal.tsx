import type { ComponentChildren, JSX } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";
import { Icon } from "./icon.tsx";

/** What a dialog is made of. */
export interface ModalProps {
  /** What it is called. */
  title: string;
  /** Its class. */
  class: string;
  /** Hears that it is closed. */
  onClose: () => void;
  /** What is in it. */
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
