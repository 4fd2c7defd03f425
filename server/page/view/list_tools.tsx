import type { JSX, RefObject } from "preact";
import type { Hour } from "../../../core/time/hour.ts";
import { DEFAULT_TOP } from "../data/default_top.ts";
import type { Domain } from "../data/top.ts";
import { CopyLink } from "./copy_link.tsx";
import { Icon } from "./icon.tsx";

/** What the tools of the list need. */
export interface ListToolsProps {
  /** The domain that is listed. */
  domain: Domain;
  /** The hour. */
  hour: Hour;
  /** What is searched for. */
  search: string;
  /** The field of the search. */
  searchField: RefObject<HTMLInputElement | null>;
  /** Hears what is searched for. */
  onSearch: (search: string) => void;
}

/** Searches the list, and takes it along. */
export function ListTools(props: ListToolsProps): JSX.Element {
  const { domain, hour, search, searchField, onSearch } = props;
  const { project, access } = domain;
  const query = new URLSearchParams({ project, access, top: String(DEFAULT_TOP) });
  return (
    <div class="tools">
      <div class="search" role="search">
        <label class="hidden" for="search">Search in the list</label>
        <input
          id="search"
          ref={searchField}
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
      <p class="take">
        {["csv", "json"].map((format) => (
          <a
            key={format}
            class="button"
            href={`/v1/hours/${hour}?${query}&format=${format}`}
            download={`${hour}_${project}_${access}.${format}`}
          >
            <Icon name="download" />
            <span class="hidden">Download as</span> {format.toUpperCase()}
          </a>
        ))}
        <CopyLink />
      </p>
    </div>
  );
}
