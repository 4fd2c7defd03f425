import type { JSX } from "preact";
import { useEffect, useMemo, useState } from "preact/hooks";
import { parsePeriod, type Period, type Unit } from "../../../core/time/period.ts";
import { projectNamed, projectOf } from "../../../core/wiki/project.ts";
import { historyLines } from "../chart/history_lines.ts";
import type { PageHistory } from "../data/answers.ts";
import { loadHistory } from "../data/api.ts";
import { Problem } from "../data/problem.ts";
import { formatNumber, formatWhen } from "../model/format.ts";
import { articleUrl, historyUrl, newsUrl, titlePath } from "../model/links.ts";
import { problemText } from "../model/problem_text.ts";
import { projectName } from "../model/project.ts";
import { formatRoute, parseRoute } from "../model/route.ts";
import {
  ACCESS_NAMES,
  historyRows,
  otherProjects,
  parseTitlePath,
} from "../model/title_history.ts";
import { useSetting } from "../state/use_setting.ts";
import { Footer, Masthead } from "./frame.tsx";
import { LineChart } from "./line_chart.tsx";
import { Placeholder } from "./making.tsx";
import { Icon, isForeign, ProjectTitle } from "./parts.tsx";

/** What is known of a title: `undefined` while it is loaded, a problem if it cannot be. */
type Known = PageHistory | Problem | undefined;

/** All that the store knows of a title: its hours and days, other projects, what tells the why. */
export function TitlePage(): JSX.Element {
  const { project, title } = parseTitlePath(location.pathname);
  const name = projectName(project);
  const { host } = projectNamed(project);
  const text = title.replaceAll("_", " ");
  const hours = useHistory(project, title, "hour");
  const days = useHistory(project, title, "day");
  const everywhere = useHistory("*", title, "hour");
  const newest = newestOf(hours);

  useEffect(() => {
    document.title = `${text} · ${name.english} · wikitop`;
  }, []);
  const others = everywhere instanceof Problem || everywhere === undefined
    ? []
    : otherProjects(everywhere, project, (code) => projectOf(code).project);
  const list = formatRoute({ ...parseRoute("").route, project });
  return (
    <>
      <Masthead />
      <main id="top" class="title-page">
        <p class="back">
          <a href={`/${list}`}>
            <Icon name="left" /> <ProjectTitle name={name} />
          </a>
          {isForeign(name) && <span>{name.english}</span>}
        </p>
        <h1>
          <bdi lang={name.language?.tag}>{text}</bdi>
        </h1>
        <p class="ways">
          {host !== undefined && (
            <>
              <a class="button" href={articleUrl(host, title)} rel="noopener noreferrer">
                <Icon name="link" /> Article
              </a>
              {newest !== undefined && (
                <a class="button" href={historyUrl(host, title, newest)} rel="noopener noreferrer">
                  <Icon name="history" /> Its edits
                </a>
              )}
            </>
          )}
          <a class="button" href={newsUrl(title)} rel="noopener noreferrer">
            <Icon name="news" /> News
          </a>
        </p>
        <HistorySection known={hours} unit="hour" project={project} />
        <HistorySection known={days} unit="day" project={project} />
        {others.length > 0 && (
          <section class="others" aria-labelledby="others-title">
            <h2 id="others-title">Under the same title elsewhere</h2>
            <ul>
              {others.map(({ name, views, rank }) => (
                <li key={name.project}>
                  <a href={titlePath(name.project, title)}>
                    <ProjectTitle name={name} />
                  </a>{" "}
                  <span>#{rank}, {formatNumber(views)} views in the newest hour</span>
                </li>
              ))}
            </ul>
          </section>
        )}
      </main>
      <Footer />
    </>
  );
}

function useHistory(project: string, title: string, unit: Unit): Known {
  const [known, setKnown] = useState<Known>();
  useEffect(() => {
    loadHistory(project, title, { unit }).then(setKnown).catch((error) => {
      if (!(error instanceof Problem)) throw error;
      setKnown(error);
    });
  }, []);
  return known;
}

/** The newest period that a history tells of. */
function newestOf(known: Known): Period | undefined {
  if (known === undefined || known instanceof Problem) return undefined;
  const label = known.series[0]?.hours.at(-1)?.hour;
  return label === undefined ? undefined : parsePeriod(label);
}

interface HistorySectionProps {
  known: Known;
  unit: Unit;
  project: string;
}

/** The hours of a title, or its days. */
function HistorySection({ known, unit, project }: HistorySectionProps): JSX.Element | null {
  const history = known instanceof Problem ? undefined : known;
  const rows = useMemo(() => history === undefined ? [] : historyRows(history), [history]);
  const lines = useMemo(() => history === undefined ? [] : historyLines(history), [history]);
  const [isLocal] = useSetting("wikitop-local-time", false);
  const stored = history?.series[0]?.hours.length ?? 0;
  if (known instanceof Problem) {
    // Days are an extra: where none are stored, nothing is missed.
    if (unit !== "hour") return null;
    const { title, sentence } = problemText(known.kind, { unit, project, sources: [] });
    return (
      <section class="offer">
        <h2>{title}</h2>
        <p>{sentence}</p>
        <p class="ways">
          <a class="button" href="/">To the list</a>
        </p>
      </section>
    );
  }
  const heading = `title-${unit}s`;
  return (
    <section class="across history" aria-labelledby={heading}>
      <h2 id={heading}>{unit === "hour" ? "Its hours" : "Its days"}</h2>
      {known === undefined ? <Placeholder /> : rows.length === 0
        ? (
          <p class="nothing">
            It is not among the most viewed pages in any of the last {stored} stored {unit}s.
          </p>
        )
        : (
          <>
            <p class="note">
              Among the most viewed in {rows.length} of the last {stored} stored{" "}
              {stored === 1 ? unit : `${unit}s`}
            </p>
            <LineChart
              lines={lines}
              periods={rows.map(({ period }) => period)}
              unit={unit}
              lang={undefined}
              isLocal={isLocal}
              isComplete
              label={`Views ${unit} by ${unit}`}
              height={260}
            />
            <HistoryTable rows={rows} unit={unit} project={project} />
          </>
        )}
    </section>
  );
}

interface HistoryTableProps {
  rows: ReturnType<typeof historyRows>;
  unit: Unit;
  project: string;
}

function HistoryTable({ rows, unit, project }: HistoryTableProps): JSX.Element {
  const accesses = rows[0]?.places.map(({ access }) => access) ?? [];
  return (
    <details class="left-out">
      <summary>
        <Icon name="down" />
        All {rows.length} {rows.length === 1 ? unit : `${unit}s`} in numbers
      </summary>
      <table>
        <caption class="hidden">Views {unit} by {unit}</caption>
        <thead>
          <tr>
            <th scope="col">When</th>
            {accesses.map((access) => (
              <th key={access} scope="col" class="views">{ACCESS_NAMES[access]}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ period, places }) => (
            <tr key={period.label}>
              <th scope="row">
                <a href={`/${formatRoute({ ...parseRoute("").route, period, project })}`}>
                  {formatWhen(period, { short: true })}
                </a>
              </th>
              {places.map(({ access, rank, views }) => (
                <td key={access} class="views">
                  {views === null ? "–" : `${formatNumber(views)}, #${rank}`}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
