import type { JSX, RefObject } from "preact";
import { useEffect, useState } from "preact/hooks";
import type { Period } from "../../../core/time/period.ts";
import type { Domain } from "../data/answers.ts";
import { downloadUrl } from "../data/api.ts";
import { formatWhen } from "../model/format.ts";
import type { ProjectName } from "../model/project.ts";
import { findFolded } from "../model/search.ts";
import type { PastPeriod } from "../model/series.ts";
import { DayChart } from "./day_chart.tsx";
import { LeftOut } from "./left_out.tsx";
import { Icon } from "./parts.tsx";
import { TopTable } from "./top_table.tsx";

export interface TopViewProps {
  domain: Domain;
  name: ProjectName;
  period: Period;
  /** The periods up to the one that is shown, the oldest first. */
  past: readonly PastPeriod[];
  /** What is searched for in the list. */
  search: string;
  searchField: RefObject<HTMLInputElement | null>;
  /** The title of the page that the reader points at. */
  highlighted: string | undefined;
  onHighlight: (title: string | undefined) => void;
  onSearch: (search: string) => void;
}

/** The top of a domain: its list, and its day. */
export function TopView(props: TopViewProps): JSX.Element {
  const { domain, name, period, past, search, searchField, highlighted, onHighlight, onSearch } =
    props;
  const found = search.trim() === ""
    ? domain.pages
    : domain.pages.filter(({ title }) => findFolded(title, search) !== undefined);
  const all = domain.pages.length;
  return (
    <div class="top">
      <section class="list" aria-label="The list">
        <div class="tools">
          <SearchField search={search} field={searchField} onSearch={onSearch} />
          <p class="take">
            {["csv", "json"].map((format) => (
              <a
                key={format}
                class="button"
                href={downloadUrl(period, domain, format)}
                download={`${period}_${domain.project}_${domain.access}.${format}`}
              >
                <Icon name="download" />
                <span class="hidden">Download as</span> {format.toUpperCase()}
              </a>
            ))}
            <CopyLink />
          </p>
        </div>
        <p class="hidden" role="status">
          {search.trim() === ""
            ? `${name.english}, ${formatWhen(period)}: ${all} pages`
            : `${found.length} of ${all} pages`}
        </p>
        <TopTable
          domain={domain}
          pages={found}
          name={name}
          period={period}
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
        {domain.denied.length > 0 && <LeftOut domain={domain} name={name} />}
      </section>
      <DayChart
        pages={domain.pages}
        lang={name.language?.tag}
        period={period}
        past={past}
        highlighted={highlighted}
      />
    </div>
  );
}

interface SearchFieldProps {
  search: string;
  field: RefObject<HTMLInputElement | null>;
  onSearch: (search: string) => void;
}

function SearchField({ search, field, onSearch }: SearchFieldProps): JSX.Element {
  return (
    <div class="search" role="search">
      <label class="hidden" for="search">Search in the list</label>
      <input
        id="search"
        ref={field}
        type="search"
        dir="auto"
        placeholder="Search in the list"
        value={search}
        onInput={(event) => onSearch(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== "Escape") return;
          onSearch("");
          event.currentTarget.blur();
        }}
      />
      <Icon name="search" />
    </div>
  );
}

/** How long it is said that the link was copied. */
const COPIED_MS = 2000;

/** Copies the URL of what is shown, or shows it where the browser does not let a page copy. */
function CopyLink(): JSX.Element {
  const [state, setState] = useState<"copied" | "refused">();

  useEffect(() => {
    if (state !== "copied") return;
    const timer = setTimeout(() => setState(undefined), COPIED_MS);
    return () => clearTimeout(timer);
  }, [state]);

  const copy = async () => {
    try {
      // Only there on secure origins.
      await navigator.clipboard.writeText(location.href);
      setState("copied");
    } catch (error) {
      if (!(error instanceof DOMException || error instanceof TypeError)) throw error;
      setState("refused");
    }
  };
  return (
    <>
      <button type="button" onClick={copy}>
        <Icon name={state === "copied" ? "done" : "link"} />
        {state === "copied" ? "Copied" : "Copy link"}
      </button>
      <span class="hidden" role="status">{state === "copied" ? "Link copied" : ""}</span>
      {state === "refused" && (
        <input
          class="link"
          readOnly
          aria-label="The link, to be copied from here"
          value={location.href}
          ref={(field) => field?.select()}
          onBlur={() => setState(undefined)}
        />
      )}
    </>
  );
}
