import type { ComponentChildren, JSX } from "preact";
import type { Period } from "../../../core/time/period.ts";
import { articleUrl, historyUrl, newsUrl, titlePath } from "../model/links.ts";
import { findFolded } from "../model/search.ts";
import { Icon } from "./parts.tsx";

export interface PageTitleProps {
  title: string;
  /** The host it is read on; without one it is no link. */
  host: string | undefined;
  lang: string | undefined;
  /** What is searched for, which is marked. */
  search?: string;
}

/** The title of a page, as a link to it. */
export function PageTitle({ title, host, lang, search = "" }: PageTitleProps): JSX.Element {
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

export interface WhyLinksProps {
  title: string;
  project: string;
  /** The host it is read on; without one it has no history. */
  host: string | undefined;
  period: Period;
}

/** Links to what tells why a page is viewed: its own page here, its history then, and the news. */
export function WhyLinks({ title, project, host, period }: WhyLinksProps): JSX.Element {
  return (
    <span class="why">
      <a href={titlePath(project, title)} title="Hours and days of this page">
        <Icon name="chart" />
        <span class="hidden">Hours and days</span>
      </a>
      {host !== undefined && (
        <a
          href={historyUrl(host, title, period)}
          rel="noopener noreferrer"
          title={`Its edits up to the end of this ${period.unit}`}
        >
          <Icon name="history" />
          <span class="hidden">History around then</span>
        </a>
      )}
      <a href={newsUrl(title)} rel="noopener noreferrer" title="Search the news for it">
        <Icon name="news" />
        <span class="hidden">News</span>
      </a>
    </span>
  );
}

const FLAGS: Record<string, { name: string; title: string }> = {
  "not-article": { name: "no article", title: "A main page, or a page about the project" },
  "mobile-share": {
    name: "one-sided",
    title: "Nearly all of its views are mobile, or nearly none: they may be those of machines",
  },
  "spike": { name: "spike", title: "Many times the views that it has as a rule" },
};

/** Marks of numbers to look at twice. */
export function FlagMarks({ flags }: { flags: string }): JSX.Element | null {
  const names = flags.split(" ").filter((name) => name !== "");
  if (names.length === 0) return null;
  return (
    <>
      {names.map((flag): ComponentChildren => {
        const { name, title } = FLAGS[flag] ?? { name: flag, title: flag };
        return <span key={flag} class="flag" title={title}>{name}</span>;
      })}
    </>
  );
}
