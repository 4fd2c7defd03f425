import type { ComponentChildren, JSX } from "preact";
import { useState } from "preact/hooks";
import type { Period } from "../../../core/time/period.ts";
import type { Domain, TopPage } from "../data/answers.ts";
import { formatShares, formatWhen } from "../model/format.ts";
import type { ProjectName } from "../model/project.ts";
import { movementOf, type PastPeriod, seriesOf } from "../model/series.ts";
import { sortingAfter, type SortKey, sortPages, UNSORTED } from "../model/sort.ts";
import { barScale } from "../model/top.ts";
import { TopRow } from "./top_row.tsx";

export interface TopTableProps {
  domain: Domain;
  /** Those of the domain's pages that are to be listed. */
  pages: readonly TopPage[];
  name: ProjectName;
  period: Period;
  /** The periods up to the one that is shown, the oldest first. */
  past: readonly PastPeriod<TopPage>[];
  /** What is searched for. */
  search: string;
  /** The title of the page that the reader points at. */
  highlighted: string | undefined;
  onHighlight: (title: string | undefined) => void;
}

/** The list of the top pages. */
export function TopTable(props: TopTableProps): JSX.Element {
  const { domain, pages, name, period, past, search, highlighted, onHighlight } = props;
  const [sorting, setSorting] = useState(UNSORTED);
  const before = past.find((one) => period.since(one.period) === 1)?.pages;
  const scale = barScale(domain.pages);
  const share = (page: TopPage) => domain.views === 0 ? 0 : page.views / domain.views;
  const formatShare = formatShares(domain.pages.map(share));
  const hasMobile = domain.pages.some(({ mobile_share }) => mobile_share !== null);
  const column = (key: SortKey, children: ComponentChildren, title?: string) => (
    <SortHeader
      name={key}
      title={title}
      order={sorting.key !== key ? undefined : sorting.isReversed ? "descending" : "ascending"}
      onSort={() => setSorting(sortingAfter(sorting, key))}
    >
      {children}
    </SortHeader>
  );
  return (
    <table
      id="pages"
      tabIndex={-1}
      class="pages"
      role="table"
      onPointerLeave={() => onHighlight(undefined)}
    >
      <caption class="hidden">
        The {domain.pages.length} most viewed pages of {name.english}, {formatWhen(period)}
      </caption>
      <thead role="rowgroup">
        <tr role="row">
          {column("rank", "#", "Rank")}
          {column("movement", <>±</>, `Movement since the last ${period.unit}`)}
          {column("title", "Page")}
          <th role="columnheader" scope="col" class="day">
            {past.length > 1 ? `Last ${past.length} ${period.unit}s` : "Past"}
          </th>
          {column("views", "Views")}
          <th
            role="columnheader"
            scope="col"
            class="share"
            title="Of all views of the project. Broken bars are longer than shown"
          >
            Share
          </th>
          {hasMobile && column("mobile", "Mobile", "Which part of its views was mobile")}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {sortPages(pages, sorting, before).map((page) => (
          <TopRow
            key={page.title}
            page={page}
            period={period}
            project={domain.project}
            tone={pages.indexOf(page)}
            host={domain.host}
            lang={name.language?.tag}
            share={formatShare(share(page))}
            bar={page.views / scale}
            movement={before && movementOf(page, before)}
            series={seriesOf(page.title, past)}
            search={search}
            hasMobile={hasMobile}
            highlighted={page.title === highlighted}
            onHighlight={onHighlight}
          />
        ))}
      </tbody>
    </table>
  );
}

interface SortHeaderProps {
  name: string;
  /** What it is called where there is room for more than its short name. */
  title: string | undefined;
  /** How the list is sorted by it. */
  order: "ascending" | "descending" | undefined;
  onSort: () => void;
  children: ComponentChildren;
}

/** The head of a column, which sorts by it. */
function SortHeader({ name, title, order, onSort, children }: SortHeaderProps): JSX.Element {
  return (
    <th role="columnheader" scope="col" class={name} aria-sort={order}>
      <button type="button" class="sort" title={title} data-order={order} onClick={onSort}>
        {title === undefined ? children : (
          <>
            <span aria-hidden="true">{children}</span>
            <span class="hidden">{title}</span>
          </>
        )}
      </button>
    </th>
  );
}
