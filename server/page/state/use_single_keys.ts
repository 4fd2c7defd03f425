import { useState } from "preact/hooks";

const KEY = "wikitop-single-keys";

/**
 * Keeps whether keys that are single characters are shortcuts. The browser remembers it.
 *
 * @returns Whether they are, and how to change it.
 */
export function useSingleKeys(): [boolean, (enabled: boolean) => void] {
  const [enabled, setEnabled] = useState(() => remembered() !== "off");
  const change = (enabled: boolean) => {
    setEnabled(enabled);
    try {
      localStorage.setItem(KEY, enabled ? "on" : "off");
    } catch (error) {
      if (!(error instanceof DOMException)) throw error; // Storage is forbidden, or full.
    }
  };
  return [enabled, change];
}

function remembered(): string | null {
  try {
    return localStorage.getItem(KEY);
  } catch (error) {
    if (error instanceof DOMException) return null;
    throw error;
  }
}
