import { useCallback, useEffect, useRef, useState } from "preact/hooks";
import type { Period } from "../../../core/time/period.ts";
import { loadDomains } from "../data/api.ts";
import { Problem } from "../data/problem.ts";
import { type PickableProject, pickableProjects } from "../model/project.ts";
import type { Route } from "../model/route.ts";
import { nearestStored } from "./stored_periods.ts";
import type { Navigate } from "./use_route.ts";
import type { TopState } from "./use_top.ts";

/** The projects that can be picked. */
export interface Projects {
  /** The projects, `undefined` while they are not known. */
  projects: PickableProject[] | undefined;
  /** Why they are not known. */
  problem: Problem | undefined;
  /** Asks for those of the period, if that has not been done. */
  load: () => void;
}

/** What a reader is likely to want: the Wikipedia in the browser's language, as `de-AT`. */
export function readersProject(language: string): string {
  const [code = ""] = language.toLowerCase().split("-");
  return /^[a-z]{2,3}$/.test(code) ? `${code}.wikipedia` : "en.wikipedia";
}

/**
 * Gets the projects of a period when they are wanted.
 *
 * @param isStored Whether it is known to be stored; if not, another's projects have to do.
 * @returns The projects, those of the period before until they are loaded.
 */
export function useProjects(period: Period | undefined, isStored: boolean): Projects {
  const [projects, setProjects] = useState<PickableProject[]>();
  const [problem, setProblem] = useState<Problem>();
  const asked = useRef<string | undefined>(undefined);
  const alive = useRef(true);
  useEffect(() => () => void (alive.current = false), []);

  const load = useCallback(() => {
    if (period === undefined || asked.current === period.label) return;
    if (!isStored && projects !== undefined) return;
    asked.current = period.label;
    setProblem(undefined);
    loadProjects(period, isStored).then((found) => {
      if (alive.current && asked.current === period.label) setProjects(found);
    }).catch((error) => {
      asked.current = undefined;
      if (!(error instanceof Problem)) throw error;
      setProblem(error);
    });
  }, [period?.label, isStored, projects]);
  return { projects, problem, load };
}

export interface FallbackOptions {
  route: Route;
  state: TopState;
  projects: Projects;
  navigate: Navigate;
}

/** Goes to the busiest project where the URL names none, and nobody viewed the reader's own. */
export function useFallbackProject({ route, state, projects, navigate }: FallbackOptions): void {
  const isUnknown = route.project === undefined && state.status === "problem" &&
    state.problem.kind === "unknown-project";
  const busiest = projects.projects?.[0]?.project;

  useEffect(() => {
    if (!isUnknown) return;
    if (busiest === undefined) projects.load();
    else navigate({ project: busiest }, { history: "replace" });
  }, [isUnknown, busiest, projects.load]);
}

async function loadProjects(period: Period, isStored: boolean): Promise<PickableProject[]> {
  const stored = isStored ? period : await nearestStored(period);
  if (stored === undefined) throw new Problem("nothing-stored", `No ${period.unit} is stored yet`);
  return pickableProjects(await loadDomains(stored));
}
