import type { JSX } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { Hour } from "../../../core/time/hour.ts";
import type { Top } from "../data/top.ts";
import { formatDate, formatPeriod } from "../model/format_hour.ts";
import { pickDomain } from "../model/pick_domain.ts";
import { projectName } from "../model/project_name.ts";
import { readersProject } from "../state/readers_project.ts";
import { useLead } from "../state/use_lead.ts";
import { usePast } from "../state/use_past.ts";
import { usePlace } from "../state/use_place.ts";
import { useProjects } from "../state/use_projects.ts";
import { useShortcuts } from "../state/use_shortcuts.ts";
import { useSingleKeys } from "../state/use_single_keys.ts";
import { useTop } from "../state/use_top.ts";
import { AccessChoice } from "./access_choice.tsx";
import { Footer } from "./footer.tsx";
import { Heading } from "./heading.tsx";
import { HelpDialog } from "./help_dialog.tsx";
import { HourChoice } from "./hour_choice.tsx";
import { Making } from "./making.tsx";
import { Masthead } from "./masthead.tsx";
import { PlaceHolder } from "./place_holder.tsx";
import { ProjectBox } from "./project_box.tsx";
import { TopView } from "./top_view.tsx";
import { Trouble } from "./trouble.tsx";

/** The whole page. */
export function App(): JSX.Element {
  const { place, trouble, go } = usePlace();
  const [attempt, setAttempt] = useState(0);
  const [dialog, setDialog] = useState<"hour" | "help">();
  const [singleKeys, setSingleKeys] = useSingleKeys();
  const [highlighted, setHighlighted] = useState<string>();
  const projectField = useRef<HTMLInputElement>(null);
  const searchField = useRef<HTMLInputElement>(null);

  const project = place.project ?? readersProject(navigator.language);
  const state = useTop(place.hour, project, attempt);
  const top = state.status === "ready" ? state.top : undefined;
  // Until the next top is there, the one before stays: a page that blinks is tiring.
  const lastTop = useRef<Top | undefined>(undefined);
  if (state.status !== "loading") lastTop.current = top;
  const shownTop = top ?? lastTop.current;
  const domain = shownTop && pickDomain(shownTop.domains, place.access);
  const shown = shownTop && domain &&
    { hour: Hour.parse(shownTop.hour), project: domain.project, access: domain.access };
  const past = usePast(shown);

  const problem = state.status === "trouble" ? state.problem : undefined;
  const found = place.hour ?? (top && Hour.parse(top.hour)) ?? problem?.facts.hour;
  const hour = trouble === undefined ? found : undefined;
  const projects = useProjects(hour, top !== undefined || problem?.kind === "unknown-project");
  const name = projectName(project);

  useEffect(() => {
    if (top === undefined || domain === undefined || trouble !== undefined) return;
    go({ hour: Hour.parse(top.hour), project, access: domain.access }, { history: "replace" });
  }, [top, domain, project, place, trouble]);
  useLead({ place, state, projects, go });
  useEffect(() => {
    const when = hour && `${formatDate(hour, { short: true })}, ${formatPeriod(hour)} UTC`;
    document.title = [name.english, when, "wikitop"].filter((part) => part).join(" · ");
  }, [name.english, String(hour)]);

  const isListed = problem === undefined && trouble === undefined && state.status !== "making";
  // A dialog tells a moment late that it is closed: the other one may be open by then.
  const close = (which: typeof dialog) => setDialog((open) => open === which ? undefined : open);
  const step = (hours: number) => {
    const to = hour?.plus(hours);
    if (to === undefined || to.since(Hour.first()) < 0 || to.age(new Date()) < 0) return;
    go({ hour: to }, { history: "step" });
  };
  const pickAccess = (access: "desktop" | "mobile") => {
    if (shownTop?.domains.some((one) => one.access === access)) go({ access });
  };
  const newest = () => go({ hour: undefined });
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
          onPick={(hour) => go({ hour })}
          onStep={step}
          onNewest={newest}
        />
        <ProjectBox
          current={name}
          projects={projects}
          field={projectField}
          onPick={(project) => go({ project, search: "" })}
        />
        <AccessChoice
          access={domain?.access ?? place.access ?? "desktop"}
          available={shownTop?.domains.map(({ access }) => access)}
          onPick={(access) => go({ access })}
        />
      </nav>
      <main id="top" tabIndex={-1} aria-busy={state.status === "loading"}>
        <Heading
          name={name}
          hour={hour}
          domain={isListed ? domain : undefined}
        />
        {trouble !== undefined
          ? <Trouble {...trouble} hour={undefined} go={go} />
          : problem !== undefined
          ? (
            <Trouble
              kind={problem.kind}
              detail={problem.message}
              retryAfter={problem.facts.retryAfter}
              hour={hour}
              go={go}
              onRetry={() => setAttempt((count) => count + 1)}
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
              search={place.search}
              searchField={searchField}
              highlighted={highlighted}
              onHighlight={setHighlighted}
              onSearch={(search) => go({ search }, { history: "replace" })}
            />
          )
          : <PlaceHolder />}
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
