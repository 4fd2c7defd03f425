import type { JSX } from "preact";
import type { Period } from "../../../core/time/period.ts";
import type { CoveredHours, Domain } from "../data/answers.ts";
import {
  formatDate,
  formatLocalPeriod,
  formatNumber,
  formatPeriod,
  formatShare,
} from "../model/format.ts";
import type { ProjectName } from "../model/project.ts";
import { isForeign, ProjectTitle } from "./parts.tsx";

/** The head of the page; without shortcuts there is no help about them. */
export function Masthead({ onHelp }: { onHelp?: () => void }): JSX.Element {
  return (
    <header class="masthead">
      <a class="wordmark" href="/">
        <svg viewBox="0 0 24 24" width="24" height="24" aria-hidden="true">
          <rect x="2" y="3" width="20" height="4.4" rx="1.2" />
          <rect x="2" y="9.8" width="13" height="4.4" rx="1.2" />
          <rect x="2" y="16.6" width="7" height="4.4" rx="1.2" />
        </svg>
        wikitop
      </a>
      <p class="tagline">The most viewed pages of every Wikimedia project, hour by hour</p>
      {onHelp !== undefined && (
        <button type="button" class="quiet keys" onClick={onHelp} aria-haspopup="dialog">
          <kbd aria-hidden="true">?</kbd> Keys
        </button>
      )}
    </header>
  );
}

export interface HeadingProps {
  name: ProjectName;
  /** The period, `undefined` while it is not known. */
  period: Period | undefined;
  /** Of a longer one: how many hours it is of. */
  hours: CoveredHours | undefined;
  /** The domain that is listed, `undefined` if none is. */
  domain: Domain | undefined;
  /** Whether hours are told in the reader's own time, too. */
  isLocal: boolean;
  onLocal: (isLocal: boolean) => void;
}

/** Says what is shown: the project, the period, and how much was viewed. */
export function Heading(props: HeadingProps): JSX.Element {
  const { name, period, hours, domain, isLocal, onLocal } = props;
  const local = period?.unit === "hour" ? formatLocalPeriod(period) : undefined;
  const listed = domain?.pages.reduce((sum, { views }) => sum + views, 0) ?? 0;
  return (
    <div class="heading">
      <div>
        <div class="names">
          <h1>
            <ProjectTitle name={name} />
          </h1>
          {isForeign(name) && <p class="english">{name.english}</p>}
        </div>
        <p class="when">
          {period === undefined ? "\u00a0" : (
            <>
              <time dateTime={period.start}>{formatDate(period)}</time>
              {period.unit === "hour" && <span class="period">{formatPeriod(period)} UTC</span>}
              {hours !== undefined && hours.present < hours.expected && (
                <span class="lacking" title="The others had no dump when this was made">
                  {hours.present} of {hours.expected} hours
                </span>
              )}
              {local !== undefined && (
                <button
                  type="button"
                  class="local"
                  aria-pressed={isLocal}
                  title="Your time in the chart, too"
                  onClick={() => onLocal(!isLocal)}
                >
                  {local} your time
                </button>
              )}
            </>
          )}
        </p>
      </div>
      {domain !== undefined && (
        <dl class="figures">
          <div>
            <dt>views, {domain.access === "all" ? "desktop and mobile" : domain.access}</dt>
            <dd>{formatNumber(domain.views)}</dd>
          </div>
          <div>
            <dt>
              {domain.pages.length === 1
                ? "on this 1 page"
                : `on these ${formatNumber(domain.pages.length)} pages`}
            </dt>
            <dd>{formatShare(domain.views === 0 ? 0 : listed / domain.views)}</dd>
          </div>
        </dl>
      )}
    </div>
  );
}

/** The foot of the page. */
export function Footer(): JSX.Element {
  return (
    <footer class="footer">
      <p>
        Page views by{" "}
        <a href="https://dumps.wikimedia.org/other/pageviews/readme.html" rel="noopener noreferrer">
          Wikimedia
        </a>, CC0. Hours are in UTC, and are named by their end.
      </p>
      <p>
        <a href="/docs">API</a>
      </p>
    </footer>
  );
}
