import type { JSX } from "preact";
import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import { oneOf, type Period, type Unit } from "../../../core/time/period.ts";
import type { drawChart } from "../chart/draw_chart.ts";
import { chartLines, isSteep, TONES } from "../chart/lines.ts";
import type { TopPage } from "../data/answers.ts";
import { formatDate, formatWhen } from "../model/format.ts";
import { describeSeries, type PastPeriod, seriesOf } from "../model/series.ts";

export interface DayChartProps {
  /** The pages of the period. */
  pages: readonly TopPage[];
  lang: string | undefined;
  period: Period;
  /** The periods up to it, the oldest first. */
  past: readonly PastPeriod[];
  /** The title of the page that the reader points at. */
  highlighted: string | undefined;
}

const HEIGHT = 440;

/** What lies across the chart of periods of a unit. */
const ACROSS: Record<Unit, string> = {
  hour: "the day",
  day: "the days",
  week: "the weeks",
  month: "the months",
};

/** The views of the top pages across the periods before. */
export function DayChart({ pages, lang, period, past, highlighted }: DayChartProps): JSX.Element {
  const { unit } = period;
  const frame = useRef<HTMLDivElement>(null);
  const [draw, setDraw] = useState<{ chart: typeof drawChart }>();
  const [width, setWidth] = useState(0);
  const lines = useMemo(() => chartLines(pages, past, highlighted), [
    pages,
    highlighted,
    period.label,
    past.map((one) => !!one.pages).join(),
  ]);
  const isComplete = past.length > 1 && past.every((one) => one.pages !== undefined);

  useEffect(() => {
    // Large, and of no use before the list is there.
    import("../chart/draw_chart.ts").then(({ drawChart }) => setDraw({ chart: drawChart }));
    const observer = new ResizeObserver(([entry]) => setWidth(entry!.contentRect.width));
    observer.observe(frame.current!);
    return () => observer.disconnect();
  }, []);

  useEffect(() => {
    if (draw === undefined || width === 0) return;
    frame.current!.replaceChildren(
      ...lines.length === 0 ? [] : [draw.chart(lines, { width, height: HEIGHT, unit })],
    );
  }, [draw, width, lines]);

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
      <div class="chart" ref={frame} aria-hidden="true" data-complete={isComplete} />
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
