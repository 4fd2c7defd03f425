import { useEffect } from "preact/hooks";
import type { Place } from "../model/place.ts";
import type { Go } from "./use_place.ts";
import type { Projects } from "./use_projects.ts";
import type { TopState } from "./use_top.ts";

/** What a lead depends on. */
export interface LeadOptions {
  /** What the URL says. */
  place: Place;
  /** What came of it. */
  state: TopState;
  /** What there is instead. */
  projects: Projects;
  /** How to go there. */
  go: Go;
}

/**
 * Leads a reader who has asked for no project to one that is there, where the project that was
 * guessed is not.
 *
 * @param options What is shown, and what there is.
 */
export function useLead({ place, state, projects, go }: LeadOptions): void {
  const isLost = place.project === undefined && state.status === "trouble" &&
    state.problem.kind === "unknown-project";
  const busiest = projects.projects?.[0]?.project;

  useEffect(() => {
    if (!isLost) return;
    if (busiest === undefined) projects.load();
    else go({ project: busiest }, { history: "replace" });
  }, [isLost, busiest, projects.load]);
}
