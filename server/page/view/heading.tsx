import type { JSX } from "preact";
import type { Hour } from "../../../core/time/hour.ts";
import type { Domain } from "../data/top.ts";
import { formatDate, formatLocalPeriod, formatPeriod } from "../model/format_hour.ts";
import { formatNumber, formatShare } from "../model/format_number.ts";
import type { ProjectName } from "../model/project_name.ts";
import { ProjectTitle } from "./project_title.tsx";

/** What the heading tells. */
export interface HeadingProps {
  /** The project. */
  name: ProjectName;
  /** The hour, `undefined` while it is not known. */
  hour: Hour | undefined;
  /** The domain that is shown, `undefined` if none is. */
  domain: Domain | undefined;
}

/** Says what is shown: the project, the hour, and how much was viewed. */
export function Heading({ name, hour, domain }: HeadingProps): JSX.Element {
  const local = hour && formatLocalPeriod(hour);
  const listed = domain?.pages.reduce((sum, { views }) => sum + views, 0) ?? 0;
  return (
    <div class="heading">
      <div>
        <h1>
          <ProjectTitle name={name} />
        </h1>
        <p class="when">
          {hour === undefined ? "\u00a0" : (
            <>
              <time dateTime={hour.start}>{formatDate(hour)}</time>
              <span class="period">{formatPeriod(hour)} UTC</span>
              {local !== undefined && <span class="local">{local} your time</span>}
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
            <dt>on these {formatNumber(domain.pages.length)} pages</dt>
            <dd>{formatShare(domain.views === 0 ? 0 : listed / domain.views)}</dd>
          </div>
        </dl>
      )}
    </div>
  );
}
