import type { JSX } from "preact";
import type { Period } from "../../../core/time/period.ts";
import { TONES } from "../chart/lines.ts";
import type { TopPage } from "../data/answers.ts";
import { formatNumber, formatPercent } from "../model/format.ts";
import { describeSeries, type Movement, type Point, sparkline } from "../model/series.ts";
import { FlagMarks, PageTitle, WhyLinks } from "./page_title.tsx";

// The roles are those of a table; they are named because a narrow screen lays it out as a grid.

export interface TopRowProps {
  page: TopPage;
  period: Period;
  project: string;
  host: string | undefined;
  lang: string | undefined;
  /** What is searched for. */
  search: string;
  /** Its index in the list, which tells its colour in the chart. */
  tone: number;
  /** Its share of the domain's views, as it is written. */
  share: string;
  /** The length of its bar; one above 1 is shown broken. */
  bar: number;
  /** How it has moved, `undefined` if that is not known. */
  movement: Movement | undefined;
  series: readonly Point[];
  /** Whether there is a column of mobile shares. */
  hasMobile: boolean;
  highlighted: boolean;
  onHighlight: (title: string | undefined) => void;
}

/** A page in the list. */
export function TopRow(props: TopRowProps): JSX.Element {
  const { page, period, project, tone, host, lang, share, bar, movement, series, search } = props;
  const point = () => props.onHighlight(page.title);
  return (
    <tr
      role="row"
      data-highlighted={props.highlighted}
      onPointerEnter={point}
      onFocusCapture={point}
    >
      <td role="cell" class="rank">
        {tone < TONES && <i class={`swatch tone-${tone + 1}`} />}
        {page.rank}
      </td>
      <td role="cell" class="movement">
        <MovementMark movement={movement} />
      </td>
      <th role="rowheader" scope="row" class="title">
        <PageTitle title={page.title} host={host} lang={lang} search={search} />{" "}
        <FlagMarks flags={page.flags} />
        <WhyLinks title={page.title} project={project} host={host} period={period} />
      </th>
      <td role="cell" class="day">
        <SparklineMark series={series} />
      </td>
      <td role="cell" class="views">
        <ViewCount page={page} />
      </td>
      <td role="cell" class="share">
        <span class="bar" data-broken={bar > 1}>
          <span style={{ width: `${Math.min(bar, 1) * 100}%` }} />
        </span>
        <span class="percent">{share}</span>
      </td>
      {props.hasMobile && (
        <td role="cell" class="mobile">
          <MobileShare share={page.mobile_share} />
        </td>
      )}
    </tr>
  );
}

/** Views, with a mark where they are only what one of two lists has. */
export function ViewCount({ page }: { page: Pick<TopPage, "views" | "isAtLeast"> }): JSX.Element {
  const { views, isAtLeast = false } = page;
  if (!isAtLeast) return <>{formatNumber(views)}</>;
  return (
    <span title="It is in the list of desktop or of mobile alone; the other views are not known">
      <span aria-hidden="true" class="sign">≥</span>
      <span class="hidden">at least</span> {formatNumber(views)}
    </span>
  );
}

function MobileShare({ share }: { share: number | null }): JSX.Element {
  if (share === null) return <span class="hidden">not known</span>;
  return (
    <>
      <span class="hidden">mobile</span> {formatPercent(share)}
    </>
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

const BOX = { width: 100, height: 26, margin: 3 };

/** A page's views across the periods before, small. */
export function SparklineMark({ series }: { series: readonly Point[] }): JSX.Element {
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
