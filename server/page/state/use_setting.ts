import { useState } from "preact/hooks";

/** Keeps whether something is on. The browser remembers it, if it may. */
export function useSetting(
  key: string,
  isOnAtFirst: boolean,
): [isOn: boolean, setOn: (isOn: boolean) => void] {
  const [isOn, setOn] = useState(() => {
    const stored = storedSetting(key);
    return stored === null ? isOnAtFirst : stored === "on";
  });
  const change = (isOn: boolean) => {
    setOn(isOn);
    try {
      localStorage.setItem(key, isOn ? "on" : "off");
    } catch (error) {
      // Storage is forbidden, or full.
      if (!(error instanceof DOMException)) throw error;
    }
  };
  return [isOn, change];
}

function storedSetting(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch (error) {
    if (error instanceof DOMException) return null;
    throw error;
  }
}
