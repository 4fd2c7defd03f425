import type { JSX, RefObject } from "preact";
import type { Hour } from "../../../core/time/hour.ts";
import type { Domain } from "../data/top.ts";
import { findFolded } from "../model/find_folded.ts";
import { formatDate, formatPeriod } from "../model/format_hour.ts";
import type { ProjectName } from "../model/project_name.ts";
import type { PastHour } from "../model/series.ts";
import { DayChart } from "./day_chart.tsx";
import { ListTools } from "./list_tools.tsx";
import { TopTable } from "./top_table.tsx";

/** What a top shows. */
export interface TopViewProps {
  /** The domain and its pages. */
  domain: Domain;
  /** What its project is called. */
  name: ProjectName;
  /** The hour. */
  hour: Hour;
  /** The hours up to it, the oldest first. */
  past: readonly PastHour[];
  /** What is searched for in the list. */
  search: string;
  /** The field of the search, so that others can focus it. */
  searchField: RefObject<HTMLInputElement | null>;
  /** The title of the page that the reader points at. */
  highlighted: string | undefined;
  /** Hears at which page the reader points. */
  onHighlight: (title: string | undefined) => void;
  /** Hears what is searched for. */
  onSearch: (search: string) => void;
}

/** The top of a domain: its list, and its day. */
export function TopView(props: TopViewProps): JSX.Element {
  const { domain, name, hour, past, search, searchField, highlighted, onHighlight, onSearch } =
    props;
  const found = search.trim() === ""
    ? domain.pages
    : domain.pages.filter(({ title }) => findFolded(title, search) !== undefined);
  const all = domain.pages.length;
  return (
    <div class="top">
      <section class="list" aria-label="The list">
        <ListTools
          domain={domain}
          hour={hour}
          search={search}
          searchField={searchField}
          onSearch={onSearch}
        />
        <p class="hidden" role="status">
          {search.trim() === ""
            ? `${name.english}, ${formatDate(hour)}, ${formatPeriod(hour)} UTC: ${all} pages`
            : `${found.length} of ${all} pages`}
        </p>
        <TopTable
          domain={domain}
          pages={found}
          name={name}
          hour={hour}
          past={past}
          search={search}
          highlighted={highlighted}
          onHighlight={onHighlight}
        />
        {found.length === 0 && (
          <p class="nothing">
            {all === 0
              ? "No page ranks here: all that was viewed is on the denylist."
              : <>None of these {all} titles has “{search}” in it.</>}
            {all > 0 && <button type="button" onClick={() => onSearch("")}>Show all</button>}
          </p>
        )}
      </section>
      <DayChart
        pages={domain.pages}
        lang={name.language?.tag}
        hour={hour}
        past={past}
        highlighted={highlighted}
      />
    </div>
  );
}
