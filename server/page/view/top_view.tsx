import type { JSX, RefObject } from "preact";
import type { Period } from "../../../core/time/period.ts";
import type { Top, TopPage } from "../data/answers.ts";
import { downloadUrl, USUAL_TOP, type Wanted } from "../data/tops.ts";
import { formatNumber, formatWhen } from "../model/format.ts";
import type { Listed } from "../model/listed.ts";
import type { ProjectName } from "../model/project.ts";
import type { Route } from "../model/route.ts";
import { findFolded } from "../model/search.ts";
import type { PastPeriod } from "../model/series.ts";
import { useHidden } from "../state/use_hidden.ts";
import type { Navigate } from "../state/use_route.ts";
import { DayChart } from "./day_chart.tsx";
import { LeftOut } from "./left_out.tsx";
import { type Download, ListTools } from "./list_tools.tsx";
import { type OfferProps, PastOffer } from "./offer.tsx";
import { TopTable } from "./top_table.tsx";

export interface TopViewProps extends OfferProps {
  top: Top;
  listed: Listed;
  name: ProjectName;
  period: Period;
  /** What is shown. */
  wanted: Wanted;
  /** The periods up to the one that is shown, the oldest first. */
  past: readonly PastPeriod<TopPage>[];
  route: Route;
  navigate: Navigate;
  searchField: RefObject<HTMLInputElement | null>;
  /** The title of the page that the reader points at. */
  highlighted: string | undefined;
  onHighlight: (title: string | undefined) => void;
  onCompare: () => void;
  /** What chooses between this and what rises. */
  tabs: JSX.Element;
  /** Whether hours are told in the reader's own time, too. */
  isLocal: boolean;
}

/** The top of a domain: its list, and its day. */
export function TopView(props: TopViewProps): JSX.Element {
  const { top, listed, name, period, wanted, past, route, navigate } = props;
  const { domain, isAdded } = listed;
  const { search, pages } = route;
  const onSearch = (search: string) => navigate({ search }, { history: "replace" });
  const isSearched = search.trim() !== "";
  const found = isSearched
    ? domain.pages.filter(({ title }) => findFolded(title, search) !== undefined)
    : domain.pages;
  const all = domain.pages.length;
  const hidden = useHidden(period, wanted, listed);
  return (
    <div class="top">
      <section class="list" aria-label="The list">
        <ListTools
          search={search}
          field={props.searchField}
          onSearch={onSearch}
          pages={pages}
          hidden={pages === "articles" && hidden !== undefined ? `${hidden} hidden` : undefined}
          onPages={(pages) => navigate({ pages })}
          downloads={downloadsOf(props)}
          feed={`/feeds/${encodeURIComponent(domain.project)}.atom`}
          onCompare={props.onCompare}
        >
          {props.tabs}
        </ListTools>
        <p class="hidden" role="status">
          {isSearched
            ? `${found.length} of ${all} pages`
            : `${name.english}, ${formatWhen(period)}: ${all} ${all === 1 ? "page" : "pages"}`}
        </p>
        {isAdded && (
          <p class="note">
            Added up from the lists of desktop and mobile: what is in one of them alone has at least
            (≥) these views.
          </p>
        )}
        <TopTable
          domain={domain}
          pages={found}
          name={name}
          period={period}
          past={past}
          search={search}
          highlighted={props.highlighted}
          onHighlight={props.onHighlight}
        />
        {found.length === 0 && <Nothing {...{ search, all, hidden: hidden ?? 0, onSearch }} />}
        <Length top={top} isLong={route.isLong} onLong={(isLong) => navigate({ isLong })} />
        {domain.denied.length > 0 && <LeftOut domain={domain} name={name} />}
      </section>
      <DayChart
        pages={found}
        lang={name.language?.tag}
        period={period}
        past={past}
        highlighted={props.highlighted}
        isLocal={props.isLocal}
      >
        {past.length === 1 && (
          <PastOffer period={period} overview={props.overview} onMade={props.onMade}>
            {`With the ${period.unit}s before, this shows how pages rise and fall.`}
          </PastOffer>
        )}
      </DayChart>
    </div>
  );
}

interface NothingProps {
  search: string;
  /** How many pages there are to search in. */
  all: number;
  hidden: number;
  onSearch: (search: string) => void;
}

function Nothing({ search, all, hidden, onSearch }: NothingProps): JSX.Element {
  return (
    <p class="nothing">
      {all > 0
        ? <>None of these {all} titles has “{search}” in it.</>
        : hidden > 0
        ? "None of the most viewed pages is an article."
        : "No page ranks here: all that was viewed is on the denylist."}
      {all > 0 && <button type="button" onClick={() => onSearch("")}>Show all</button>}
    </p>
  );
}

interface LengthProps {
  top: Top;
  isLong: boolean;
  onLong: (isLong: boolean) => void;
}

/** Shows more pages, where more are stored than are listed as a rule. */
function Length({ top, isLong, onLong }: LengthProps): JSX.Element | null {
  const stored = top.storedTop;
  if (stored <= USUAL_TOP) return null;
  if (!isLong && top.domains.every(({ pages }) => pages.length < USUAL_TOP)) return null;
  return (
    <p class="length">
      <button type="button" onClick={() => onLong(!isLong)}>
        {isLong
          ? `Show the first ${USUAL_TOP}`
          : `Show all that is stored, up to ${formatNumber(stored)}`}
      </button>
    </p>
  );
}

function downloadsOf({ listed, period, wanted }: TopViewProps): Download[] {
  const { domain, edition, isAdded } = listed;
  // What was added up here cannot be had elsewhere; its parts can.
  if (isAdded) return [];
  return ["csv", "json"].map((format) => ({
    label: format.toUpperCase(),
    href: downloadUrl(period, domain, { edition, format, isLong: wanted.isLong }),
    name: `${period}_${domain.project}_${domain.access}.${format}`,
  }));
}
