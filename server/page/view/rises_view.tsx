import type { JSX, RefObject } from "preact";
import type { Period } from "../../../core/time/period.ts";
import type { RisenPage, TopPage } from "../data/answers.ts";
import type { Wanted } from "../data/tops.ts";
import { formatNumber, formatTimes, formatWhen } from "../model/format.ts";
import { isArticle, pickDomain } from "../model/listed.ts";
import { problemText } from "../model/problem_text.ts";
import type { ProjectName } from "../model/project.ts";
import type { Route } from "../model/route.ts";
import { findFolded } from "../model/search.ts";
import { type PastPeriod, seriesOf } from "../model/series.ts";
import type { Navigate } from "../state/use_route.ts";
import { useTrend } from "../state/use_trend.ts";
import { DayChart } from "./day_chart.tsx";
import { ListTools } from "./list_tools.tsx";
import { Placeholder } from "./making.tsx";
import { type OfferProps, PastOffer } from "./offer.tsx";
import { FlagMarks, PageTitle, WhyLinks } from "./page_title.tsx";
import { SparklineMark } from "./top_row.tsx";

export interface RisesViewProps extends OfferProps {
  name: ProjectName;
  period: Period;
  /** What is shown. */
  wanted: Wanted;
  past: readonly PastPeriod<TopPage>[];
  route: Route;
  navigate: Navigate;
  searchField: RefObject<HTMLInputElement | null>;
  highlighted: string | undefined;
  onHighlight: (title: string | undefined) => void;
  isLocal: boolean;
  /** Any other number looks again what is stored. */
  attempt: number;
  /** What chooses between this and the top. */
  tabs: JSX.Element;
}

/** What rises in a period over its own recent past. */
export function RisesView(props: RisesViewProps): JSX.Element {
  const { name, period, wanted, route, navigate, past, overview, onMade } = props;
  const state = useTrend(period, wanted, props.attempt);
  if (state.status === "loading") {
    return (
      <>
        {props.tabs}
        <Placeholder />
      </>
    );
  }
  if (state.status === "problem") {
    const { kind, message } = state.problem;
    const subject = { unit: period.unit, project: wanted.project, sources: [] };
    const { title, sentence } = problemText(kind, subject);
    return (
      <div class="empty">
        {props.tabs}
        <h2>{title}</h2>
        <PastOffer {...{ period, overview, onMade }}>{sentence}</PastOffer>
        <details class="more">
          <summary>Details</summary>
          <p>{message}.</p>
        </details>
      </div>
    );
  }

  const { trend } = state;
  const domain = pickDomain(trend.domains, wanted.access);
  const all = domain?.pages ?? [];
  const kept = wanted.pages === "articles" ? all.filter(isArticle) : all;
  const { search } = route;
  const found = search.trim() === ""
    ? kept
    : kept.filter(({ title }) => findFolded(title, search) !== undefined);
  const isOther = wanted.access !== undefined && domain !== undefined &&
    domain.access !== wanted.access;
  return (
    <div class="top">
      <section class="list" aria-label="What rises">
        <ListTools
          search={search}
          field={props.searchField}
          onSearch={(search) => navigate({ search }, { history: "replace" })}
          pages={wanted.pages}
          hidden={wanted.pages === "articles" ? `${all.length - kept.length} hidden` : undefined}
          onPages={(pages) => navigate({ pages })}
          downloads={["csv", "json"].map((format) => ({
            label: format.toUpperCase(),
            href: `/v1/trending/${period}?${new URLSearchParams({
              project: wanted.project,
              edition: trend.edition,
              format,
            })}`,
            name: `${period}_${wanted.project}_rising.${format}`,
          }))}
          feed={`/feeds/${encodeURIComponent(wanted.project)}.atom`}
        >
          {props.tabs}
        </ListTools>
        <p class="note">
          Views over the median of the page’s own views in the last {trend.past.length} stored{" "}
          {period.unit}s. A page that was in too few of those lists rose at least so far.
          {isOther && ` Rises of all access are not stored; these are those of ${domain.access}.`}
        </p>
        <p class="hidden" role="status">{found.length} pages rise</p>
        {found.length === 0
          ? <p class="nothing">No page here has more views than it is used to.</p>
          : (
            <RisesTable
              {...props}
              pages={found}
              host={domain?.host}
              caption={`What rises in ${name.english}, ${formatWhen(period)}`}
            />
          )}
      </section>
      <DayChart
        pages={found}
        lang={name.language?.tag}
        period={period}
        past={past}
        highlighted={props.highlighted}
        isLocal={props.isLocal}
      />
    </div>
  );
}

interface RisesTableProps extends RisesViewProps {
  pages: readonly RisenPage[];
  host: string | undefined;
  caption: string;
}

function RisesTable(props: RisesTableProps): JSX.Element {
  const { pages, host, caption, name, period, past, route, wanted, highlighted } = props;
  return (
    <table
      id="pages"
      tabIndex={-1}
      class="pages rises"
      role="table"
      onPointerLeave={() => props.onHighlight(undefined)}
    >
      <caption class="hidden">{caption}</caption>
      <thead role="rowgroup">
        <tr role="row">
          <th role="columnheader" scope="col" class="rise">Rise</th>
          <th role="columnheader" scope="col" class="title">Page</th>
          <th role="columnheader" scope="col" class="day">
            {past.length > 1 ? `Last ${past.length} ${period.unit}s` : "Past"}
          </th>
          <th role="columnheader" scope="col" class="usual">Usual</th>
          <th role="columnheader" scope="col" class="views">Views</th>
          <th role="columnheader" scope="col" class="rank">
            <abbr title="Rank">#</abbr>
          </th>
        </tr>
      </thead>
      <tbody role="rowgroup">
        {pages.map((page) => {
          const { title, rank, views, past_views, rise, rise_is, flags } = page;
          const point = () => props.onHighlight(title);
          return (
            <tr
              key={title}
              role="row"
              data-highlighted={title === highlighted}
              onPointerEnter={point}
              onFocusCapture={point}
            >
              <td role="cell" class="rise">
                {rise_is === "at-least" && (
                  <>
                    <span class="least">at least</span>
                    {" "}
                  </>
                )}
                {formatTimes(rise)}
              </td>
              <th role="rowheader" scope="row" class="title">
                <PageTitle
                  title={title}
                  host={host}
                  lang={name.language?.tag}
                  search={route.search}
                />{" "}
                <FlagMarks flags={flags} />
                <WhyLinks title={title} project={wanted.project} host={host} period={period} />
              </th>
              <td role="cell" class="day">
                <SparklineMark series={seriesOf(title, past)} />
              </td>
              <td role="cell" class="usual">
                {rise_is === "at-least" ? "≤\u2009" : ""}
                {formatNumber(Math.round(past_views))}
              </td>
              <td role="cell" class="views">{formatNumber(views)}</td>
              <td role="cell" class="rank">{rank}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
