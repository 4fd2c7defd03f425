import { useCallback, useEffect, useRef, useState } from "preact/hooks";
import type { Problem } from "../data/problem.ts";
import { formatRoute, parseRoute, type Route } from "../model/route.ts";

export interface NavigateOptions {
  /** Whether the browser's history gets an entry: `step` only does after a pause between steps. */
  history?: "push" | "replace" | "step";
}

/** Changes a part of the route; what is left out stays. */
export type Navigate = (to: Partial<Route>, options?: NavigateOptions) => void;

/** Steps that follow each other as fast as this are one in the browser's history. */
const STEP_MS = 1000;

/** Keeps what the page shows, and the URL that says it, in step. */
export function useRoute(): { route: Route; problem: Problem | undefined; navigate: Navigate } {
  const [state, setState] = useState(() => parseRoute(location.search));
  const current = useRef(state.route);
  const lastStep = useRef(-Infinity);

  useEffect(() => {
    const onPopState = () => {
      const parsed = parseRoute(location.search);
      current.current = parsed.route;
      setState(parsed);
    };
    addEventListener("popstate", onPopState);
    return () => removeEventListener("popstate", onPopState);
  }, []);

  const navigate: Navigate = useCallback((to, options = {}) => {
    const route = { ...current.current, ...to };
    const query = formatRoute(route);
    if (query === location.search) return;
    const now = performance.now();
    const isStep = options.history === "step";
    const follows = isStep && now - lastStep.current < STEP_MS;
    if (isStep) lastStep.current = now;
    if (options.history === "replace" || follows) history.replaceState(null, "", query);
    else history.pushState(null, "", query);
    current.current = route;
    setState({ route, problem: undefined });
  }, []);

  return { ...state, navigate };
}
