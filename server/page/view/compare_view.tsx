import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { parsePeriod, type Period } from "../../../core/time/period.ts";
import type { TopPage } from "../data/answers.ts";
import type { Wanted } from "../data/tops.ts";
import { formatNumber, formatShare, formatWhen } from "../model/format.ts";
import { type Listed, listedOf } from "../model/listed.ts";
import { type ProjectName, projectName } from "../model/project.ts";
import { useTop } from "../state/use_top.ts";
import type { Navigate } from "../state/use_route.ts";
import { MakingPeriod, Placeholder } from "./making.tsx";
import { PageTitle, WhyLinks } from "./page_title.tsx";
import { Icon, ProjectTitle } from "./parts.tsx";
import { ProblemNotice, type ProblemNoticeProps } from "./problem_notice.tsx";
import { ViewCount } from "./top_row.tsx";

export interface CompareViewProps extends Pick<ProblemNoticeProps, "projects" | "sources"> {
  /** What is shown on the left. */
  listed: Listed;
  period: Period;
  wanted: Wanted;
  /** What is shown on the right: another period or project. */
  versus: Period | string;
  navigate: Navigate;
  attempt: number;
}

/** Two periods, or two projects, side by side. */
export function CompareView(props: CompareViewProps): JSX.Element {
  const { listed, period, wanted, versus, navigate, attempt, projects, sources } = props;
  const [highlighted, setHighlighted] = useState<string>();
  const otherPeriod = typeof versus === "string" ? period : versus;
  const project = typeof versus === "string" ? versus : wanted.project;
  const otherWanted = { ...wanted, project };
  const state = useTop(otherPeriod, otherWanted, attempt);
  const top = state.status === "ready" ? state.top : undefined;
  const other = top && listedOf(top, otherWanted);
  // Titles of two projects say nothing of each other, but where both are of one language.
  const isSame = project === wanted.project;
  const column = { onHighlight: setHighlighted, highlighted };
  const againstOf = (one: Listed | undefined) => isSame ? one?.domain.pages : undefined;
  return (
    <div class="compare">
      <p class="ways">
        <button
          type="button"
          onClick={() =>
            navigate({
              ...typeof versus === "string" ? { project: versus } : { period: versus },
              versus: typeof versus === "string" ? wanted.project : period,
            })}
        >
          <Icon name="compare" /> Swap
        </button>
        <button type="button" onClick={() => navigate({ versus: undefined })}>
          <Icon name="close" /> Leave the comparison
        </button>
      </p>
      <div class="sides">
        <Side
          {...column}
          listed={listed}
          name={projectName(listed.domain.project)}
          period={period}
          against={againstOf(other)}
        />
        {other !== undefined && top !== undefined
          ? (
            <Side
              {...column}
              listed={other}
              name={projectName(other.domain.project)}
              period={parsePeriod(top.period)}
              against={againstOf(listed)}
            />
          )
          : (
            <section class="side">
              <SideHead name={projectName(project)} period={otherPeriod} />
              {state.status === "making"
                ? (
                  <MakingPeriod
                    {...{ progress: state.progress, sources }}
                    unit={otherPeriod.unit}
                  />
                )
                : state.status === "problem"
                ? (
                  <ProblemNotice
                    problem={state.problem}
                    period={otherPeriod}
                    project={project}
                    projects={projects}
                    sources={sources}
                    navigate={(to) => navigate({ versus: to.project ?? to.period })}
                    onRetry={undefined}
                  />
                )
                : <Placeholder />}
            </section>
          )}
      </div>
    </div>
  );
}

function SideHead({ name, period }: { name: ProjectName; period: Period }): JSX.Element {
  return (
    <header>
      <h2>
        <ProjectTitle name={name} />
      </h2>
      <p>{formatWhen(period)}</p>
    </header>
  );
}

interface SideProps {
  listed: Listed;
  name: ProjectName;
  period: Period;
  /** The list on the other side, where it can be compared. */
  against: readonly TopPage[] | undefined;
  highlighted: string | undefined;
  onHighlight: (title: string | undefined) => void;
}

function Side({ listed, name, period, against, highlighted, onHighlight }: SideProps): JSX.Element {
  const { domain } = listed;
  const sum = domain.pages.reduce((sum, { views }) => sum + views, 0);
  return (
    <section class="side">
      <SideHead name={name} period={period} />
      <p class="note">
        {formatNumber(domain.views)} views,{" "}
        {domain.access === "all" ? "desktop and mobile" : domain.access};{" "}
        {formatShare(domain.views === 0 ? 0 : sum / domain.views)} on these pages
      </p>
      <table class="pages" onPointerLeave={() => onHighlight(undefined)}>
        <caption class="hidden">{name.english}, {formatWhen(period)}</caption>
        <thead>
          <tr>
            <th scope="col" class="rank">
              <abbr title="Rank">#</abbr>
            </th>
            <th scope="col" class="title">Page</th>
            <th scope="col" class="views">Views</th>
            {against !== undefined && <th scope="col" class="other">Other side</th>}
          </tr>
        </thead>
        <tbody>
          {domain.pages.map((page) => (
            <tr
              key={page.title}
              data-highlighted={page.title === highlighted}
              onPointerEnter={() => onHighlight(page.title)}
              onFocusCapture={() => onHighlight(page.title)}
            >
              <td class="rank">{page.rank}</td>
              <th scope="row" class="title">
                <PageTitle title={page.title} host={domain.host} lang={name.language?.tag} />
                <WhyLinks
                  title={page.title}
                  project={domain.project}
                  host={domain.host}
                  period={period}
                />
              </th>
              <td class="views">
                <ViewCount page={page} />
              </td>
              {against !== undefined && (
                <td class="other">
                  <OtherSide page={against.find(({ title }) => title === page.title)} />
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** Where a page stands on the other side. */
function OtherSide({ page }: { page: TopPage | undefined }): JSX.Element {
  if (page === undefined) return <span class="new">only here</span>;
  return <>#{page.rank}, {formatNumber(page.views)}</>;
}
