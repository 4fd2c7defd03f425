import type { JSX } from "preact";
import { useEffect, useState } from "preact/hooks";
import type { Period } from "../../../core/time/period.ts";
import type { ProblemKind } from "../data/answers.ts";
import type { Problem } from "../data/problem.ts";
import { formatWhen } from "../model/format.ts";
import { problemText } from "../model/problem_text.ts";
import { searchProjects } from "../model/search.ts";
import { nearestStored } from "../state/stored_periods.ts";
import type { Projects } from "../state/use_projects.ts";
import type { Navigate } from "../state/use_route.ts";

/** Problems that pass if one waits. */
const TRANSIENT: ReadonlySet<string> = new Set(
  [
    "database-down",
    "network",
    "not-published-yet",
    "shutting-down",
    "source-down",
    "starting",
    "too-many-jobs",
    "too-many-streams",
  ] satisfies (ProblemKind | "network")[],
);

/** The longest wait before it is tried again without being asked to, in seconds. */
const LONGEST_WAIT = 3600;

/** How many other projects are offered where there is not the one that was asked for. */
const OTHERS = 3;

export interface ProblemNoticeProps {
  problem: Problem;
  /** The period that was asked for. */
  period: Period | undefined;
  project: string;
  projects: Projects;
  /** Where dumps come from. */
  sources: readonly string[];
  navigate: Navigate;
  /** Tries again; `undefined` where that would not help. */
  onRetry: (() => void) | undefined;
}

/** Says what is wrong in words for readers, and offers what can be done about it. */
export function ProblemNotice(props: ProblemNoticeProps): JSX.Element {
  const { problem, period, project, projects, sources, navigate, onRetry } = props;
  const { kind, retryAfter } = problem;
  const [nearest, setNearest] = useState<Period>();
  const isOfProject = kind === "unknown-project";

  useEffect(() => {
    if (isOfProject) projects.load();
    if (period === undefined || kind === "network" || isOfProject) return;
    let current = true;
    // Where there is no answer, there is one button fewer.
    nearestStored(period).then((found) => current && setNearest(found), () => {});
    return () => void (current = false);
  }, [period?.label, kind, projects.load]);

  useEffect(() => {
    if (onRetry === undefined || !TRANSIENT.has(kind)) return;
    addEventListener("online", onRetry);
    const wait = retryAfter === undefined || retryAfter > LONGEST_WAIT ? undefined : retryAfter;
    const timer = wait && setTimeout(onRetry, wait * 1000);
    return () => {
      removeEventListener("online", onRetry);
      clearTimeout(timer);
    };
  }, [problem]);

  const { title, sentence } = problemText(kind, { unit: period?.unit ?? "hour", project, sources });
  const isElsewhere = nearest !== undefined && nearest.label !== period?.label;
  return (
    <section class="problem" role="alert">
      <h2>{title}</h2>
      <p>{sentence}</p>
      <p class="ways">
        {isOfProject &&
          likeliest(project, projects).map(({ project, english }) => (
            <button
              key={project}
              type="button"
              onClick={() => navigate({ project })}
            >
              {english}
            </button>
          ))}
        {onRetry !== undefined && !isOfProject && (
          <button type="button" class="strong" onClick={onRetry}>Try again</button>
        )}
        {isElsewhere && (
          <button type="button" onClick={() => navigate({ period: nearest })}>
            {formatWhen(nearest, { short: true })}
          </button>
        )}
        {!isOfProject && (
          <button type="button" onClick={() => navigate({ period: undefined })}>Newest hour</button>
        )}
      </p>
      <details class="more">
        <summary>Details</summary>
        <p>{problem.message}.</p>
      </details>
    </section>
  );
}

/** The projects that may have been meant: of that language or family, or else the busiest. */
function likeliest(project: string, { projects = [] }: Projects): typeof projects {
  const [language = "", family = ""] = project.split(".");
  const alike = [...searchProjects(projects, language), ...searchProjects(projects, family)];
  return [...new Set([...alike, ...projects])].slice(0, OTHERS);
}
