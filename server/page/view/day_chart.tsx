import type { JSX } from "preact";
import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import type { Hour } from "../../../core/time/hour.ts";
import type { drawChart } from "../chart/draw_chart.ts";
import { chartLines, isSteep, TONES } from "../chart/lines.ts";
import type { TopPage } from "../data/answers.ts";
import { formatDate, formatPeriod } from "../model/format.ts";
import { describeSeries, type PastHour, seriesOf } from "../model/series.ts";

export interface DayChartProps {
  /** The pages of the hour. */
  pages: readonly TopPage[];
  lang: string | undefined;
  hour: Hour;
  /** The hours up to it, the oldest first. */
  past: readonly PastHour[];
  /** The title of the page that the reader points at. */
  highlighted: string | undefined;
}

const HEIGHT = 440;

/** The views of the top pages across the day before the hour. */
export function DayChart({ pages, lang, hour, past, highlighted }: DayChartProps): JSX.Element {
  const frame = useRef<HTMLDivElement>(null);
  const [draw, setDraw] = useState<{ chart: typeof drawChart }>();
  const [width, setWidth] = useState(0);
  const lines = useMemo(() => chartLines(pages, past, highlighted), [
    pages,
    highlighted,
    String(hour),
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
      ...lines.length === 0 ? [] : [draw.chart(lines, { width, height: HEIGHT })],
    );
  }, [draw, width, lines]);

  const first = past[0]?.hour ?? hour;
  return (
    <section class="across" aria-labelledby="across-title">
      <h2 id="across-title">Across the day</h2>
      <p class="note">
        {past.length > 1
          ? `Views an hour since ${formatDate(first, { short: true })}, ${
            first.start.slice(11, 16)
          } UTC${isSteep(lines) ? ", on a logarithmic scale" : ""}`
          : "No hour shortly before this one is stored"}
      </p>
      <div class="chart" ref={frame} aria-hidden="true" data-complete={isComplete} />
      <ul class="hidden" aria-label={`Views up to ${formatDate(hour)}, ${formatPeriod(hour)} UTC`}>
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
