import type { ComponentChildren, JSX } from "preact";
import { useMemo } from "preact/hooks";
import { oneOf, type Period, type Unit } from "../../../core/time/period.ts";
import { chartLines, isSteep, TONES } from "../chart/lines.ts";
import type { PlacedPage } from "../data/answers.ts";
import { formatDate, formatWhen } from "../model/format.ts";
import { describeSeries, type PastPeriod, seriesOf } from "../model/series.ts";
import { LineChart } from "./line_chart.tsx";

export interface DayChartProps {
  /** The pages of the period that are listed. */
  pages: readonly PlacedPage[];
  lang: string | undefined;
  period: Period;
  /** The periods up to it, the oldest first. */
  past: readonly PastPeriod[];
  /** The title of the page that the reader points at. */
  highlighted: string | undefined;
  /** Whether hours are told in the reader's own time. */
  isLocal: boolean;
  /** What stands in the place of a past that is not stored. */
  children?: ComponentChildren;
}

/** What lies across the chart of periods of a unit. */
const ACROSS: Record<Unit, string> = {
  hour: "the day",
  day: "the days",
  week: "the weeks",
  month: "the months",
};

/** The views of the top pages across the periods before. */
export function DayChart(props: DayChartProps): JSX.Element {
  const { pages, lang, period, past, highlighted, isLocal, children } = props;
  const { unit } = period;
  const lines = useMemo(() => chartLines(pages, past, highlighted), [
    pages.map(({ title }) => title).join("\n"),
    highlighted,
    period.label,
    past.map((one) => !!one.pages).join(),
  ]);
  const isComplete = past.length > 0 && past.every((one) => one.pages !== undefined);
  const first = past[0]?.period ?? period;
  const since = unit === "hour" ? `, ${first.start.slice(11, 16)} UTC` : "";
  return (
    <section class="across" aria-labelledby="across-title">
      <h2 id="across-title">Across {ACROSS[unit]}</h2>
      <p class="note">
        {past.length > 1
          ? `Views ${oneOf(unit)} since ${formatDate(first, { short: true })}${since}${
            isSteep(lines) ? ", on a logarithmic scale" : ""
          }`
          : `No ${unit} shortly before this one is stored`}
      </p>
      {children || (
        <LineChart
          lines={lines}
          periods={past.map((one) => one.period)}
          unit={unit}
          lang={lang}
          isLocal={isLocal}
          isComplete={isComplete}
          label={`Views of the most viewed pages up to ${formatWhen(period)}`}
        />
      )}
      <ul class="hidden" aria-label={`Views up to ${formatWhen(period)}`}>
        {pages.slice(0, TONES).map(({ title }) => (
          <li key={title}>
            <bdi lang={lang}>{title.replaceAll("_", " ")}</bdi>:{" "}
            {describeSeries(seriesOf(title, past))}
          </li>
        ))}
      </ul>
    </section>
  );
}
