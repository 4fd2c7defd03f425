import { useCallback, useEffect, useRef, useState } from "preact/hooks";
import type { Hour } from "../../../core/time/hour.ts";
import { loadDomains } from "../data/load_domains.ts";
import { nearestStoredHour } from "../data/nearest_stored_hour.ts";
import { Problem } from "../data/problem.ts";
import { type PickableProject, pickableProjects } from "../model/project_group.ts";

/** The projects that can be picked. */
export interface Projects {
  /** The projects, `undefined` while they are not known. */
  projects: PickableProject[] | undefined;
  /** Why they are not known. */
  problem: Problem | undefined;
  /** Asks for those of the hour, if that has not been done. */
  load: () => void;
}

/**
 * Gets the projects of an hour when they are wanted.
 *
 * @param hour The hour that is shown, or is to be.
 * @param isStored Whether it is known to be stored; if not, another hour's projects have to do.
 * @returns The projects, those of an hour before until they are there.
 */
export function useProjects(hour: Hour | undefined, isStored: boolean): Projects {
  const [projects, setProjects] = useState<PickableProject[]>();
  const [problem, setProblem] = useState<Problem>();
  const asked = useRef<string | undefined>(undefined);
  const alive = useRef(true);
  useEffect(() => () => void (alive.current = false), []);

  const load = useCallback(() => {
    if (hour === undefined || asked.current === String(hour)) return;
    if (!isStored && projects !== undefined) return;
    asked.current = String(hour);
    setProblem(undefined);
    find(hour, isStored).then((found) => {
      if (alive.current && asked.current === String(hour)) setProjects(found);
    }).catch((error) => {
      asked.current = undefined;
      if (!(error instanceof Problem)) throw error;
      setProblem(error);
    });
  }, [String(hour), isStored, projects]);
  return { projects, problem, load };
}

async function find(hour: Hour, isStored: boolean): Promise<PickableProject[]> {
  const stored = isStored ? hour : await nearestStoredHour(hour);
  if (stored === undefined) throw new Problem("nothing-stored", "No hour is stored yet");
  return pickableProjects(await loadDomains(stored));
}
