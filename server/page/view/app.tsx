import type { JSX } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { Hour } from "../../../core/time/hour.ts";
import type { Top } from "../data/answers.ts";
import { formatDate, formatPeriod } from "../model/format.ts";
import { projectName } from "../model/project.ts";
import { pickDomain } from "../model/top.ts";
import { usePast } from "../state/use_past.ts";
import { readersProject, useFallbackProject, useProjects } from "../state/use_projects.ts";
import { useRoute } from "../state/use_route.ts";
import { useShortcuts, useSingleKeys } from "../state/use_shortcuts.ts";
import { useTop } from "../state/use_top.ts";
import { Footer, Heading, Masthead } from "./frame.tsx";
import { HelpDialog } from "./help_dialog.tsx";
import { HourChoice } from "./hour_choice.tsx";
import { AccessChoice, ProjectChoice } from "./project_choice.tsx";
import { Making, Placeholder, ProblemNotice } from "./states.tsx";
import { TopView } from "./top_view.tsx";

/** The whole page. */
export function App(): JSX.Element {
  const { route, problem: routeProblem, navigate } = useRoute();
  const [attempt, setAttempt] = useState(0);
  const [dialog, setDialog] = useState<"hour" | "help">();
  const [singleKeys, setSingleKeys] = useSingleKeys();
  const [highlighted, setHighlighted] = useState<string>();
  const projectField = useRef<HTMLInputElement>(null);
  const searchField = useRef<HTMLInputElement>(null);

  const project = route.project ?? readersProject(navigator.language);
  const state = useTop(route.hour, project, attempt);
  const top = state.status === "ready" ? state.top : undefined;
  // Until the next top is loaded, the one before stays: a page that blinks is tiring.
  const lastTop = useRef<Top | undefined>(undefined);
  if (state.status !== "loading") lastTop.current = top;
  const shownTop = top ?? lastTop.current;
  const domain = shownTop && pickDomain(shownTop.domains, route.access);
  const shown = shownTop && domain &&
    { hour: Hour.parse(shownTop.period), project: domain.project, access: domain.access };
  const past = usePast(shown);

  const topProblem = state.status === "problem" ? state.problem : undefined;
  const problem = routeProblem ?? topProblem;
  const found = route.hour ?? (top && Hour.parse(top.period)) ?? topProblem?.hour;
  const hour = routeProblem === undefined ? found : undefined;
  const projects = useProjects(hour, top !== undefined || topProblem?.kind === "unknown-project");
  const name = projectName(project);

  useEffect(() => {
    if (top === undefined || domain === undefined || routeProblem !== undefined) return;
    const { access } = domain;
    navigate({ hour: Hour.parse(top.period), project, access }, { history: "replace" });
  }, [top, domain, project, route, routeProblem]);
  useFallbackProject({ route, state, projects, navigate });
  useEffect(() => {
    const when = hour && `${formatDate(hour, { short: true })}, ${formatPeriod(hour)} UTC`;
    document.title = [name.english, when, "wikitop"].filter((part) => part).join(" · ");
  }, [name.english, String(hour)]);

  const isListed = problem === undefined && state.status !== "making";
  // A dialog tells a moment late that it is closed: the other one may be open by then.
  const close = (which: typeof dialog) => setDialog((open) => open === which ? undefined : open);
  const step = (hours: number) => {
    const to = hour?.plus(hours);
    if (to === undefined || to.since(Hour.first()) < 0 || to.age(new Date()) < 0) return;
    navigate({ hour: to }, { history: "step" });
  };
  const pickAccess = (access: "desktop" | "mobile") => {
    if (shownTop?.domains.some((one) => one.access === access)) navigate({ access });
  };
  const newest = () => navigate({ hour: undefined });
  const retry = () => setAttempt((count) => count + 1);
  useShortcuts({
    "ArrowLeft": () => step(-1),
    "ArrowRight": () => step(1),
    "Shift+ArrowLeft": () => step(-24),
    "Shift+ArrowRight": () => step(24),
    "n": newest,
    "c": () => setDialog("hour"),
    "p": () => projectField.current?.focus(),
    "d": () => pickAccess("desktop"),
    "m": () => pickAccess("mobile"),
    "/": () => searchField.current?.focus(),
    "?": () => setDialog("help"),
  }, singleKeys);

  return (
    <>
      <a class="skip" href="#top">Skip to the list</a>
      <Masthead onHelp={() => setDialog("help")} />
      <nav class="controls" aria-label="What to show">
        <HourChoice
          hour={hour}
          open={dialog === "hour"}
          onOpen={() => setDialog("hour")}
          onClose={() => close("hour")}
          onPick={(hour) => navigate({ hour })}
          onStep={step}
          onNewest={newest}
        />
        <ProjectChoice
          current={name}
          projects={projects}
          field={projectField}
          onPick={(project) => navigate({ project, search: "" })}
        />
        <AccessChoice
          access={domain?.access ?? route.access ?? "desktop"}
          available={shownTop?.domains.map(({ access }) => access)}
          onPick={(access) => navigate({ access })}
        />
      </nav>
      <main id="top" tabIndex={-1} aria-busy={state.status === "loading"}>
        <Heading
          name={name}
          hour={hour}
          domain={isListed ? domain : undefined}
        />
        {problem !== undefined
          ? (
            <ProblemNotice
              problem={problem}
              hour={hour}
              navigate={navigate}
              onRetry={routeProblem === undefined ? retry : undefined}
            />
          )
          : state.status === "making"
          ? <Making progress={state.progress} />
          : domain !== undefined && shown !== undefined
          ? (
            <TopView
              domain={domain}
              name={projectName(domain.project)}
              hour={shown.hour}
              past={past}
              search={route.search}
              searchField={searchField}
              highlighted={highlighted}
              onHighlight={setHighlighted}
              onSearch={(search) => navigate({ search }, { history: "replace" })}
            />
          )
          : <Placeholder />}
      </main>
      <Footer />
      <HelpDialog
        open={dialog === "help"}
        onClose={() => close("help")}
        singleKeys={singleKeys}
        onSingleKeys={setSingleKeys}
      />
    </>
  );
}
