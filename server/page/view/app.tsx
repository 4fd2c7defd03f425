import type { JSX } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { parsePeriod, type Period, periodAround, type Unit } from "../../../core/time/period.ts";
import type { Top } from "../data/answers.ts";
import { formatWhen } from "../model/format.ts";
import { projectName } from "../model/project.ts";
import { pickDomain } from "../model/top.ts";
import { usePast } from "../state/use_past.ts";
import { readersProject, useFallbackProject, useProjects } from "../state/use_projects.ts";
import { useRoute } from "../state/use_route.ts";
import { useShortcuts, useSingleKeys } from "../state/use_shortcuts.ts";
import { isThere, newestOf, newestStored } from "../state/stored_periods.ts";
import { useTop } from "../state/use_top.ts";
import { Footer, Heading, Masthead } from "./frame.tsx";
import { HelpDialog } from "./help_dialog.tsx";
import { PeriodChoice, UnitChoice } from "./period_choice.tsx";
import { AccessChoice, ProjectChoice } from "./project_choice.tsx";
import { Making, Placeholder, ProblemNotice } from "./states.tsx";
import { TopView } from "./top_view.tsx";

/** How many periods the keys with Shift go on: a day, a week, about a month, a year. */
const LEAPS: Record<Unit, number> = { hour: 24, day: 7, week: 4, month: 12 };

/** The whole page. */
export function App(): JSX.Element {
  const { route, problem: routeProblem, navigate } = useRoute();
  const [attempt, setAttempt] = useState(0);
  const [dialog, setDialog] = useState<"period" | "help">();
  const [singleKeys, setSingleKeys] = useSingleKeys();
  const [highlighted, setHighlighted] = useState<string>();
  const projectField = useRef<HTMLInputElement>(null);
  const searchField = useRef<HTMLInputElement>(null);

  const project = route.project ?? readersProject(navigator.language);
  const state = useTop(route.period, project, attempt);
  const top = state.status === "ready" ? state.top : undefined;
  // Until the next top is loaded, the one before stays: a page that blinks is tiring.
  const lastTop = useRef<Top | undefined>(undefined);
  if (state.status !== "loading") lastTop.current = top;
  const shownTop = top ?? lastTop.current;
  const domain = shownTop && pickDomain(shownTop.domains, route.access);
  const shown = shownTop && domain &&
    { period: parsePeriod(shownTop.period), project: domain.project, access: domain.access };
  const past = usePast(shown);

  const topProblem = state.status === "problem" ? state.problem : undefined;
  const problem = routeProblem ?? topProblem;
  const found = route.period ?? (top && parsePeriod(top.period)) ?? topProblem?.hour;
  const period = routeProblem === undefined ? found : undefined;
  const unit = period?.unit ?? "hour";
  const projects = useProjects(period, top !== undefined || topProblem?.kind === "unknown-project");
  const name = projectName(project);

  useEffect(() => {
    if (top === undefined || domain === undefined || routeProblem !== undefined) return;
    const { access } = domain;
    navigate({ period: parsePeriod(top.period), project, access }, { history: "replace" });
  }, [top, domain, project, route, routeProblem]);
  useFallbackProject({ route, state, projects, navigate });
  useEffect(() => {
    const when = period && formatWhen(period, { short: true });
    document.title = [name.english, when, "wikitop"].filter((part) => part).join(" · ");
  }, [name.english, period?.label]);

  const isListed = problem === undefined && state.status !== "making";
  // A dialog tells a moment late that it is closed: the other one may be open by then.
  const close = (which: typeof dialog) => setDialog((open) => open === which ? undefined : open);
  const step = (count: number) => {
    const to = period?.plus(count);
    if (to !== undefined && isThere(to)) navigate({ period: to }, { history: "step" });
  };
  const pickAccess = (access: "desktop" | "mobile") => {
    if (shownTop?.domains.some((one) => one.access === access)) navigate({ access });
  };
  const newest = () => {
    if (unit === "hour") return navigate({ period: undefined });
    const show = (period = newestOf(unit)) => navigate({ period });
    // Where there is no answer, the newest one says what is wrong.
    newestStored(unit).then(show, () => show());
  };
  const pickUnit = (unit: Unit) => {
    const around = periodIn(unit, period);
    navigate({ period: isThere(around) ? around : newestOf(unit) });
  };
  const retry = () => setAttempt((count) => count + 1);
  useShortcuts({
    "ArrowLeft": () => step(-1),
    "ArrowRight": () => step(1),
    "Shift+ArrowLeft": () => step(-LEAPS[unit]),
    "Shift+ArrowRight": () => step(LEAPS[unit]),
    "n": newest,
    "c": () => setDialog("period"),
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
          period={period}
          hours={isListed ? shownTop?.hours : undefined}
          domain={isListed ? domain : undefined}
        />
        {problem !== undefined
          ? (
            <ProblemNotice
              problem={problem}
              period={period}
              navigate={navigate}
              onRetry={routeProblem === undefined ? retry : undefined}
            />
          )
          : state.status === "making"
          ? <Making progress={state.progress} unit={unit} />
          : domain !== undefined && shown !== undefined
          ? (
            <TopView
              domain={domain}
              name={projectName(domain.project)}
              period={shown.period}
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

/** The period of a unit around another one, or the first one in it; the newest if there is none. */
function periodIn(unit: Unit, period: Period | undefined): Period {
  return period === undefined ? newestOf(unit) : periodAround(period.hours[0]!, unit);
}
