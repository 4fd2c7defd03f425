import type { JSX } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { parsePeriod } from "../../../core/time/period.ts";
import type { Access, Top } from "../data/answers.ts";
import type { Wanted } from "../data/tops.ts";
import { formatWhen } from "../model/format.ts";
import { accessesOf, listedOf } from "../model/listed.ts";
import { projectName } from "../model/project.ts";
import { forgetStoredPeriods } from "../state/stored_periods.ts";
import { useOverview } from "../state/use_overview.ts";
import { usePast } from "../state/use_past.ts";
import { readersProject, useFallbackProject, useProjects } from "../state/use_projects.ts";
import { useRoute } from "../state/use_route.ts";
import { useSetting } from "../state/use_setting.ts";
import { useShortcuts } from "../state/use_shortcuts.ts";
import { stepsFrom } from "../state/use_steps.ts";
import { useTop } from "../state/use_top.ts";
import { CompareDialog } from "./compare_dialog.tsx";
import { CompareView } from "./compare_view.tsx";
import { Footer, Heading, Masthead } from "./frame.tsx";
import { HelpDialog } from "./help_dialog.tsx";
import { MakingPeriod, Placeholder } from "./making.tsx";
import { Welcome } from "./offer.tsx";
import { Choices } from "./parts.tsx";
import { PeriodChoice, UnitChoice } from "./period_choice.tsx";
import { ProblemNotice } from "./problem_notice.tsx";
import { ProjectChoice } from "./project_choice.tsx";
import { RisesView } from "./rises_view.tsx";
import { TopView } from "./top_view.tsx";

const ACCESSES: readonly (readonly [Access, string])[] = [
  ["all", "All"],
  ["desktop", "Desktop"],
  ["mobile", "Mobile"],
];

/** The tops of projects, and what rises in them. */
export function App(): JSX.Element {
  const { route, problem: routeProblem, navigate } = useRoute();
  const [attempt, setAttempt] = useState(0);
  const [dialog, setDialog] = useState<"period" | "help" | "compare">();
  const [singleKeys, setSingleKeys] = useSetting("wikitop-single-keys", true);
  const [isLocal, setLocal] = useSetting("wikitop-local-time", false);
  const [highlighted, setHighlighted] = useState<string>();
  const projectField = useRef<HTMLInputElement>(null);
  const searchField = useRef<HTMLInputElement>(null);
  const overview = useOverview();

  const project = route.project ?? readersProject(navigator.language);
  const { access, pages, isLong } = route;
  const asked: Wanted = { project, access, pages, isLong };
  const state = useTop(route.period, asked, attempt);
  const top = state.status === "ready" ? state.top : undefined;
  // Until the next top is loaded, the one before stays: a page that blinks is tiring.
  const lastTop = useRef<Top | undefined>(undefined);
  if (state.status !== "loading") lastTop.current = top;
  const shownTop = top ?? lastTop.current;
  const listed = shownTop && listedOf(shownTop, route);
  const domain = listed?.domain;
  const shownPeriod = shownTop && parsePeriod(shownTop.period);
  const wanted: Wanted | undefined = domain &&
    { ...asked, project: domain.project, access: domain.access };
  const edition = overview?.history === "database" ? shownTop?.edition : undefined;
  const past = usePast(shownPeriod && wanted && { period: shownPeriod, wanted, attempt, edition });

  const topProblem = state.status === "problem" ? state.problem : undefined;
  const problem = routeProblem ?? topProblem;
  const found = route.period ?? (top && parsePeriod(top.period)) ?? topProblem?.hour;
  const period = routeProblem === undefined ? found : undefined;
  const unit = period?.unit ?? "hour";
  const projects = useProjects(period, top !== undefined || topProblem?.kind === "unknown-project");
  const name = projectName(project);
  const accesses = shownTop && accessesOf(shownTop);

  useEffect(() => {
    if (top === undefined || domain === undefined || routeProblem !== undefined) return;
    const { project, access } = domain;
    navigate({ period: parsePeriod(top.period), project, access }, { history: "replace" });
  }, [top, domain?.project, domain?.access, route, routeProblem]);
  useFallbackProject({ route, state, projects, navigate });
  useEffect(() => {
    const when = period && formatWhen(period, { short: true });
    document.title = [name.english, when, "wikitop"].filter((part) => part).join(" · ");
  }, [name.english, period?.label]);

  const isListed = problem === undefined && state.status !== "making";
  // A dialog tells a moment late that it is closed: the other one may be open by then.
  const close = (which: typeof dialog) => setDialog((open) => open === which ? undefined : open);
  const { step, leap, newest, pickUnit } = stepsFrom(period, navigate);
  const pickAccess = (access: Access) => {
    if (accesses?.includes(access)) navigate({ access });
  };
  const retry = () => setAttempt((count) => count + 1);
  const onMade = () => {
    forgetStoredPeriods();
    retry();
  };
  useShortcuts({
    "ArrowLeft": () => step(-1),
    "ArrowRight": () => step(1),
    "Shift+ArrowLeft": () => leap(-1),
    "Shift+ArrowRight": () => leap(1),
    "n": newest,
    "c": () => setDialog("period"),
    "p": () => projectField.current?.focus(),
    "a": () => pickAccess("all"),
    "d": () => pickAccess("desktop"),
    "m": () => pickAccess("mobile"),
    "t": () => navigate({ view: "top" }),
    "r": () => navigate({ view: "rises" }),
    "/": () => searchField.current?.focus(),
    "?": () => setDialog("help"),
  }, singleKeys);

  const sources = overview?.sources ?? [];
  const shared = { overview, onMade, name: domain && projectName(domain.project), past, isLocal };
  const content = () => {
    if (problem?.kind === "nothing-stored") return <Welcome {...{ overview, onMade }} />;
    if (problem !== undefined) {
      return (
        <ProblemNotice
          {...{ problem, period, project, projects, sources, navigate }}
          onRetry={routeProblem === undefined ? retry : undefined}
        />
      );
    }
    if (state.status === "making") {
      return <MakingPeriod {...{ progress: state.progress, unit, sources }} />;
    }
    const isThere = shownTop !== undefined && listed !== undefined && shownPeriod !== undefined &&
      wanted !== undefined && shared.name !== undefined;
    if (!isThere) return <Placeholder />;
    const view = {
      ...{ ...shared, name: shared.name!, period: shownPeriod, wanted, route, navigate },
      ...{ searchField, highlighted, onHighlight: setHighlighted },
    };
    const { versus } = route;
    if (versus !== undefined) {
      return <CompareView {...{ ...view, listed, versus, attempt, projects, sources }} />;
    }
    const tabs = (
      <Choices
        legend="What to list"
        name="view"
        class="tabs"
        choices={[["top", "Most viewed"], ["rises", "What rises"]]}
        chosen={route.view}
        onPick={(view) => navigate({ view })}
      />
    );
    if (route.view === "rises") return <RisesView {...{ ...view, attempt, tabs }} />;
    const onCompare = () => setDialog("compare");
    return <TopView {...{ ...view, top: shownTop, listed, tabs, onCompare }} />;
  };

  return (
    <>
      <a class="skip" href={isListed ? "#pages" : "#top"}>Skip to the list</a>
      <Masthead onHelp={() => setDialog("help")} />
      <nav class="controls" aria-label="What to show">
        <UnitChoice unit={unit} onPick={pickUnit} />
        <PeriodChoice
          period={period}
          open={dialog === "period"}
          onOpen={() => setDialog("period")}
          onClose={() => close("period")}
          onPick={(period) => navigate({ period })}
          onStep={step}
          onNewest={newest}
        />
        <ProjectChoice
          current={name}
          projects={projects}
          id="project-field"
          label="Project"
          field={projectField}
          onPick={(project) => navigate({ project, search: "" })}
        />
        <Choices
          legend="Readers on"
          name="access"
          choices={ACCESSES}
          chosen={access ?? domain?.access ?? "desktop"}
          available={accesses}
          onPick={pickAccess}
        />
      </nav>
      <main id="top" tabIndex={-1} aria-busy={state.status === "loading"}>
        {problem?.kind !== "nothing-stored" && (
          <Heading
            name={name}
            period={period}
            hours={isListed ? shownTop?.hours : undefined}
            domain={isListed ? domain : undefined}
            isLocal={isLocal}
            onLocal={setLocal}
          />
        )}
        {content()}
      </main>
      <Footer />
      <HelpDialog
        open={dialog === "help"}
        onClose={() => close("help")}
        singleKeys={singleKeys}
        onSingleKeys={setSingleKeys}
      />
      {dialog === "compare" && shownPeriod !== undefined && (
        <CompareDialog
          period={shownPeriod}
          projects={projects}
          onPick={(versus) => navigate({ versus })}
          onClose={() => close("compare")}
        />
      )}
    </>
  );
}
