import type { JSX } from "preact";
import type { Hour } from "../../../core/time/hour.ts";
import type { Domain, TopPage } from "../data/top.ts";
import { formatDate, formatPeriod } from "../model/format_hour.ts";
import { barScale } from "../model/bar_scale.ts";
import { movementOf } from "../model/movement.ts";
import type { ProjectName } from "../model/project_name.ts";
import { type PastHour, seriesOf } from "../model/series.ts";
import { TopRow } from "./top_row.tsx";

/** What the table shows. */
export interface TopTableProps {
  /** The domain. */
  domain: Domain;
  /** Those of its pages that are to be listed. */
  pages: readonly TopPage[];
  /** What its project is called. */
  name: ProjectName;
  /** The hour. */
  hour: Hour;
  /** The hours up to it, the oldest first. */
  past: readonly PastHour[];
  /** What is searched for. */
  search: string;
  /** The title of the page that the reader points at. */
  highlighted: string | undefined;
  /** Hears at which page the reader points. */
  onHighlight: (title: string | undefined) => void;
}

// The roles are those of a table; they are named because a narrow screen lays it out as a grid.

/** The list of the top pages. */
export function TopTable(props: TopTableProps): JSX.Element {
  const { domain, pages, name, hour, past, search, highlighted, onHighlight } = props;
  const before = past.find((one) => hour.since(one.hour) === 1)?.pages;
  const scale = barScale(domain.pages);
  return (
    <table class="pages" role="table" onPointerLeave={() => onHighlight(undefined)}>
      <caption class="hidden">
        The {domain.pages.length} most viewed pages of {name.english}, {formatDate(hour)},{" "}
        {formatPeriod(hour)} UTC
      </caption>
      <thead role="rowgroup">
        <tr role="row">
          <th role="columnheader" scope="col" class="rank">
            <abbr title="Rank">#</abbr>
          </th>
          <th role="columnheader" scope="col" class="movement">
            <span class="hidden">Movement since the hour before</span>
          </th>
          <th role="columnheader" scope="col" class="title">Page</th>
          <th role="columnheader" scope="col" class="day">
            {past.length > 1 ? `Last ${past.length} hours` : "Day"}
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
