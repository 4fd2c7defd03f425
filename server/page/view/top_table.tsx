import type { JSX } from "preact";
import type { Period } from "../../../core/time/period.ts";
import { TONES } from "../chart/lines.ts";
import type { Domain, TopPage } from "../data/answers.ts";
import { formatNumber, formatShare, formatWhen } from "../model/format.ts";
import type { ProjectName } from "../model/project.ts";
import { findFolded } from "../model/search.ts";
import {
  describeSeries,
  type Movement,
  movementOf,
  type PastPeriod,
  type Point,
  seriesOf,
  sparkline,
} from "../model/series.ts";
import { articleUrl, barScale } from "../model/top.ts";

export interface TopTableProps {
  domain: Domain;
  /** Those of the domain's pages that are to be listed. */
  pages: readonly TopPage[];
  name: ProjectName;
  period: Period;
  /** The periods up to the one that is shown, the oldest first. */
  past: readonly PastPeriod[];
  /** What is searched for. */
  search: string;
  /** The title of the page that the reader points at. */
  highlighted: string | undefined;
  onHighlight: (title: string | undefined) => void;
}

// The roles are those of a table; they are named because a narrow screen lays it out as a grid.

/** The list of the top pages. */
export function TopTable(props: TopTableProps): JSX.Element {
  const { domain, pages, name, period, past, search, highlighted, onHighlight } = props;
  const before = past.find((one) => period.since(one.period) === 1)?.pages;
  const scale = barScale(domain.pages);
  return (
    <table class="pages" role="table" onPointerLeave={() => onHighlight(undefined)}>
      <caption class="hidden">
        The {domain.pages.length} most viewed pages of {name.english}, {formatWhen(period)}
      </caption>
      <thead role="rowgroup">
        <tr role="row">
          <th role="columnheader" scope="col" class="rank">
            <abbr title="Rank">#</abbr>
          </th>
          <th role="columnheader" scope="col" class="movement">
            <span class="hidden">Movement since the {period.unit} before</span>
          </th>
          <th role="columnheader" scope="col" class="title">Page</th>
          <th role="columnheader" scope="col" class="day">
            {past.length > 1 ? `Last ${past.length} ${period.unit}s` : "Past"}
          </th>
          <th role="columnheader" scope="col" class="views">Views</th>
          <th
            role="columnheader"
            scope="col"
            class="share"
            title="Broken bars are longer than shown"
          >
            Share
          </th>
        </tr>
      </thead>
      <tbody role="rowgroup">
        {pages.map((page) => (
          <TopRow
            key={page.title}
            page={page}
            tone={domain.pages.indexOf(page)}
            host={domain.host}
            lang={name.language?.tag}
            share={domain.views === 0 ? 0 : page.views / domain.views}
            bar={page.views / scale}
            movement={before && movementOf(page, before)}
            series={seriesOf(page.title, past)}
            search={search}
            highlighted={page.title === highlighted}
            onHighlight={onHighlight}
          />
        ))}
      </tbody>
    </table>
  );
}

interface TopRowProps extends PageTitleProps {
  page: TopPage;
  /** Its index in the list, which tells its colour in the chart. */
  tone: number;
  /** Its share of the domain's views, from 0 to 1. */
  share: number;
  /** The length of its bar; one above 1 is shown broken. */
  bar: number;
  /** How it has moved, `undefined` if that is not known. */
  movement: Movement | undefined;
  series: readonly Point[];
  highlighted: boolean;
  onHighlight: (title: string | undefined) => void;
}

function TopRow(props: TopRowProps): JSX.Element {
  const { page, tone, host, lang, share, bar, movement, series, search, highlighted } = props;
  const point = () => props.onHighlight(page.title);
  return (
    <tr role="row" data-highlighted={highlighted} onPointerEnter={point} onFocusCapture={point}>
      <td role="cell" class="rank">
        {tone < TONES && <i class={`swatch tone-${tone + 1}`} />}
        {page.rank}
      </td>
      <td role="cell" class="movement">
        <MovementMark movement={movement} />
      </td>
      <th role="rowheader" scope="row" class="title">
        <PageTitle title={page.title} host={host} lang={lang} search={search} />
      </th>
      <td role="cell" class="day">
        <SparklineMark series={series} />
      </td>
      <td role="cell" class="views">{formatNumber(page.views)}</td>
      <td role="cell" class="share">
        <span class="bar" data-broken={bar > 1}>
          <span style={{ width: `${Math.min(bar, 1) * 100}%` }} />
        </span>
        <span class="percent">{formatShare(share)}</span>
      </td>
    </tr>
  );
}

function MovementMark({ movement }: { movement: Movement | undefined }): JSX.Element {
  if (movement === undefined) return <span class="hidden">not known</span>;
  if (movement.kind === "same") {
    return (
      <span class="same">
        <span aria-hidden="true">=</span>
        <span class="hidden">unmoved</span>
      </span>
    );
  }
  if (movement.kind === "new") return <span class="new">new</span>;
  const { kind, by } = movement;
  return (
    <span class={kind}>
      <span aria-hidden="true">{kind === "up" ? "▲" : "▼"}{by}</span>
      <span class="hidden">{kind} {by} {by === 1 ? "place" : "places"}</span>
    </span>
  );
}

export interface PageTitleProps {
  /** The host it is read on; without one it is no link. */
  host: string | undefined;
  lang: string | undefined;
  /** What is searched for, which is marked. */
  search: string;
}

/** The title of a page, as a link to it. */
export function PageTitle(
  { title, host, lang, search }: PageTitleProps & { title: string },
): JSX.Element {
  const text = title.replaceAll("_", " ");
  const found = findFolded(text, search);
  const written = (
    <bdi lang={lang}>
      {found === undefined ? text : (
        <>
          {text.slice(0, found[0])}
          <mark>{text.slice(...found)}</mark>
          {text.slice(found[1])}
        </>
      )}
    </bdi>
  );
  if (host === undefined) return written;
  return <a href={articleUrl(host, title)} rel="noopener noreferrer">{written}</a>;
}

const BOX = { width: 100, height: 26, margin: 3 };

function SparklineMark({ series }: { series: readonly Point[] }): JSX.Element {
  const { line, area, end } = sparkline(series, BOX);
  return (
    <svg
      class="sparkline"
      viewBox={`0 0 ${BOX.width} ${BOX.height}`}
      width={BOX.width}
      height={BOX.height}
      role="img"
      aria-label={describeSeries(series)}
    >
      <path class="area" d={area} />
      <path class="line" d={line} />
      {end !== undefined && <circle class="end" cx={end.x} cy={end.y} r="2.2" />}
    </svg>
  );
}
