import { useEffect, useRef } from "preact/hooks";

/** What a key does, by its name; with `Shift+` before it if Shift is to be held. */
export type Shortcuts = Record<string, () => void>;

/**
 * Listens for keys that are pressed outside of fields and dialogs.
 *
 * @param singleKeys Whether keys that are single characters do anything: a reader who speaks to the
 * machine, or whose hand trembles, may want them not to.
 */
export function useShortcuts(shortcuts: Shortcuts, singleKeys: boolean): void {
  const current = useRef({ shortcuts, singleKeys });
  current.current = { shortcuts, singleKeys };

  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.altKey || event.metaKey) return;
      if (isTaken(event.target) || document.querySelector("dialog[open]") !== null) return;
      const { shortcuts, singleKeys } = current.current;
      if (event.key.length === 1 && !singleKeys) return;
      const shift = event.shiftKey && event.key.length > 1 ? "Shift+" : "";
      const act = shortcuts[shift + event.key];
      if (act === undefined) return;
      event.preventDefault();
      act();
    };
    addEventListener("keydown", onKeyDown);
    return () => removeEventListener("keydown", onKeyDown);
  }, []);
}

function isTaken(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest("input, select, textarea, dialog") !== null;
}
