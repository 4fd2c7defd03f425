import type { JSX } from "preact";
import type { TopPage } from "../data/top.ts";
import { formatNumber, formatShare } from "../model/format_number.ts";
import type { Movement } from "../model/movement.ts";
import type { Point } from "../model/series.ts";
import { TONES } from "../chart/tones.ts";
import { MovementMark } from "./movement_mark.tsx";
import { PageTitle } from "./page_title.tsx";
import { SparklineMark } from "./sparkline_mark.tsx";

/** What a row shows. */
export interface TopRowProps {
  /** The page. */
  page: TopPage;
  /** Its place in the list, from 0, which tells its colour in the chart. */
  tone: number;
  /** The host it is read on, if it is known. */
  host: string | undefined;
  /** The language of its title. */
  lang: string | undefined;
  /** Its share of the domain's views, from 0 to 1. */
  share: number;
  /** The length of its bar; one above 1 is shown broken. */
  bar: number;
  /** How it has moved, `undefined` if that is not known. */
  movement: Movement | undefined;
  /** Its views in the last hours. */
  series: readonly Point[];
  /** What is searched for. */
  search: string;
  /** Whether the reader points at it. */
  highlighted: boolean;
  /** Hears at which page the reader points. */
  onHighlight: (title: string | undefined) => void;
}

/** A page in the list. */
export function TopRow(props: TopRowProps): JSX.Element {
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
