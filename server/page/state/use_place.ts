import { useCallback, useEffect, useRef, useState } from "preact/hooks";
import { type HourTrouble, type Place, readPlace, writePlace } from "../model/place.ts";

/** How to go somewhere. */
export interface GoOptions {
  /** How the browser's history is to have it: as a place of its own, or in the place of this one. */
  history?: "push" | "replace" | "step";
}

/** Goes to another place. What is left out stays. */
export type Go = (to: Partial<Place>, options?: GoOptions) => void;

/** Steps that follow each other as fast as this, in milliseconds, are one in the browser's history. */
const STEP_MS = 1000;

/**
 * Keeps what the page shows, and the URL that says it.
 *
 * @returns The place, what is wrong with the URL's hour, and how to go to another place.
 */
export function usePlace(): { place: Place; trouble: HourTrouble | undefined; go: Go } {
  const [state, setState] = useState(() => readPlace(location.search));
  const current = useRef(state.place);
  const lastStep = useRef(-Infinity);

  useEffect(() => {
    const onPopState = () => {
      const read = readPlace(location.search);
      current.current = read.place;
      setState(read);
    };
    addEventListener("popstate", onPopState);
    return () => removeEventListener("popstate", onPopState);
  }, []);

  const go: Go = useCallback((to, options = {}) => {
    const place = { ...current.current, ...to };
    const query = writePlace(place);
    if (query === location.search) return;
    const now = performance.now();
    const isStep = options.history === "step";
    const follows = isStep && now - lastStep.current < STEP_MS;
    if (isStep) lastStep.current = now;
    if (options.history === "replace" || follows) history.replaceState(null, "", query);
    else history.pushState(null, "", query);
    current.current = place;
    setState({ place, trouble: undefined });
  }, []);

  return { ...state, go };
}
