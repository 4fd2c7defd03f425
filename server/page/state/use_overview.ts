import { useEffect, useState } from "preact/hooks";
import type { Overview } from "../data/answers.ts";
import { loadOverview } from "../data/api.ts";
import { Problem } from "../data/problem.ts";

/** What the server is, `undefined` until it has said so. */
export function useOverview(): Overview | undefined {
  const [overview, setOverview] = useState<Overview>();
  useEffect(() => {
    let current = true;
    loadOverview().then((found) => current && setOverview(found)).catch((error) => {
      // Then it offers nothing.
      if (!(error instanceof Problem)) throw error;
    });
    return () => void (current = false);
  }, []);
  return overview;
}
