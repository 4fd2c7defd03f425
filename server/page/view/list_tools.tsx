import type { ComponentChildren, JSX, RefObject } from "preact";
import { useEffect, useState } from "preact/hooks";
import type { Pages } from "../data/answers.ts";
import { Icon } from "./parts.tsx";

/** A file to take along. */
export interface Download {
  label: string;
  href: string;
  name: string;
}

export interface ListToolsProps {
  search: string;
  field: RefObject<HTMLInputElement | null>;
  onSearch: (search: string) => void;
  pages: Pages;
  /** What is hidden of what could be listed, in words; `undefined` while that is not known. */
  hidden: string | undefined;
  onPages: (pages: Pages) => void;
  downloads: readonly Download[];
  /** Where the feed of the project is. */
  feed: string;
  /** Opens what chooses what to compare with; `undefined` where nothing can be compared. */
  onCompare?: (() => void) | undefined;
  /** What chooses the list. */
  children: ComponentChildren;
}

/** What can be done with a list: search in it, leave pages out, take it along. */
export function ListTools(props: ListToolsProps): JSX.Element {
  const { search, field, onSearch, pages, hidden, onPages, downloads, feed, onCompare } = props;
  return (
    <div class="tools">
      {props.children}
      <p class="take">
        {onCompare !== undefined && (
          <button type="button" onClick={onCompare} aria-haspopup="dialog">
            <Icon name="compare" /> Compare
          </button>
        )}
        {downloads.map(({ label, href, name }) => (
          <a key={label} class="button" href={href} download={name}>
            <Icon name="download" />
            <span class="hidden">Download as</span> {label}
          </a>
        ))}
        <a class="button" href={feed} title="What is new in the top, for feed readers">
          <Icon name="feed" /> Feed
        </a>
        <CopyLink />
      </p>
      <SearchField search={search} field={field} onSearch={onSearch} />
      <label class="articles">
        <input
          type="checkbox"
          checked={pages === "articles"}
          onChange={(event) => onPages(event.currentTarget.checked ? "articles" : "all")}
        />{" "}
        Articles only{hidden !== undefined && <span class="count">, {hidden}</span>}
      </label>
    </div>
  );
}

type SearchFieldProps = Pick<ListToolsProps, "search" | "field" | "onSearch">;

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
