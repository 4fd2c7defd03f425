import type { JSX } from "preact";
import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import type { Period, Unit } from "../../../core/time/period.ts";
import type { drawChart, DrawnChart } from "../chart/draw_chart.ts";
import type { Line } from "../chart/lines.ts";
import { formatLocalPeriod, formatLocalTick, formatWhen } from "../model/format.ts";
import { Crosshair } from "./crosshair.tsx";

export interface LineChartProps {
  /** The lines, the most important last. */
  lines: readonly Line[];
  /** The periods whose middles the points are at. */
  periods: readonly Period[];
  unit: Unit;
  lang: string | undefined;
  /** Whether hours are told in the reader's own time. */
  isLocal: boolean;
  /** Whether all is there that is to be shown. */
  isComplete: boolean;
  /** What is shown, in a few words. */
  label: string;
  height?: number;
}

const HEIGHT = 440;

/** A chart of lines over time, off which values can be read. */
export function LineChart(props: LineChartProps): JSX.Element {
  const { lines, periods, unit, lang, isLocal, isComplete, label, height = HEIGHT } = props;
  const frame = useRef<HTMLDivElement>(null);
  const [draw, setDraw] = useState<{ chart: typeof drawChart }>();
  const [width, setWidth] = useState(0);
  const picture = useRef<HTMLDivElement>(null);

  useEffect(() => {
    // Large, and of no use before the list is there.
    import("../chart/draw_chart.ts").then(({ drawChart }) => setDraw({ chart: drawChart }));
    const observer = new ResizeObserver(([entry]) => setWidth(entry!.contentRect.width));
    observer.observe(frame.current!);
    return () => observer.disconnect();
  }, []);

  const isDrawn = draw !== undefined && width > 0 && lines.length > 0;
  const chart: DrawnChart | undefined = useMemo(
    () => {
      if (!isDrawn) return undefined;
      const format = isLocal && unit === "hour" ? formatLocalTick : undefined;
      return draw.chart(lines, { width, height, unit, format });
    },
    [draw, width, height, lines, isLocal],
  );
  useEffect(() => {
    picture.current!.replaceChildren(...chart === undefined ? [] : [chart.element]);
  }, [chart]);

  const formatAt = (time: Date) => {
    const period = periods.find((one) => middleOf(one) === time.getTime());
    if (period === undefined) return "";
    const local = isLocal && unit === "hour" ? formatLocalPeriod(period) : undefined;
    const when = formatWhen(period, { short: true });
    return local === undefined ? when : `${when} · ${local} your time`;
  };
  return (
    <div class="chart" ref={frame} data-complete={isComplete}>
      <div ref={picture} aria-hidden="true" />
      {chart !== undefined && (
        <Crosshair {...{ lines, chart, width, height, label, formatAt, lang }} />
      )}
    </div>
  );
}

function middleOf({ start, end }: Period): number {
  return (Date.parse(start) + Date.parse(end)) / 2;
}
