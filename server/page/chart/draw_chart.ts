import type { Unit } from "../../../core/time/period.ts";
import { axisX, axisY, dot, gridY, line, plot, ruleX } from "@observablehq/plot";
import { formatCompact } from "../model/format.ts";
import { drawLabels } from "./labels.ts";
import { isSteep, type Line, type LinePoint, toneOf } from "./lines.ts";
import {
  formatDayTick,
  formatMonthTick,
  formatTick,
  monthTicks,
  timeTicks,
  viewTicks,
} from "./ticks.ts";

/** How large a chart is, in pixels, and of what. */
export interface ChartOptions {
  width: number;
  height: number;
  /** How long the periods are. */
  unit: Unit;
  /** How times are written on the axis, if not as usual. */
  format?: ((time: Date) => string) | undefined;
}

const HOUR_MS = 3_600_000;

/** The least time that is shown: of hours, a day from its first to its last. */
const SPAN_MS: Record<Unit, number> = {
  hour: 23 * HOUR_MS,
  day: 6 * 24 * HOUR_MS,
  week: 3 * 168 * HOUR_MS,
  month: 5 * 730 * HOUR_MS,
};

const TICKS: Record<Unit, (time: Date) => string> = {
  hour: formatTick,
  day: formatDayTick,
  week: formatDayTick,
  month: formatMonthTick,
};

const MARGIN = { top: 12, bottom: 34, left: 38 };

/** What is left for the labels: as many pixels at most, and such a part of the width. */
const LABELS = { width: 190, share: 0.36 };

/** A chart, and where things are in it. */
export interface DrawnChart {
  element: Element;
  /** How far from the left a time is, in pixels. */
  x: (time: Date) => number;
  /** How far from the top views are, in pixels. */
  y: (views: number) => number;
}

/** Draws the lines of pages, at least one and the most important last. */
export function drawChart(
  lines: readonly Line[],
  { width, height, unit, format }: ChartOptions,
): DrawnChart {
  const points = lines.flatMap((line) => line.points.map((point) => ({ ...point, line })));
  const times = points.map(({ time }) => time.getTime());
  const last = Math.max(...times);
  const first = Math.min(...times, last - SPAN_MS[unit]);
  const most = Math.max(...points.map(({ views }) => views));
  const least = Math.min(...points.map(({ views }) => views));
  const steep = isSteep(lines);
  const ticks = steep ? viewTicks(least, most) : 4;
  const marginRight = Math.round(Math.min(width * LABELS.share, LABELS.width));
  const isHighlighted = lines.at(-1)?.weight === "highlighted";
  const opacityOf = ({ weight }: Line) => isHighlighted && weight === "named" ? 0.35 : 1;
  const dots = points.filter(({ time, line, part }) =>
    line.weight !== "pack" && time.getTime() === last || isAlone(line, part)
  );

  const chart = plot({
    width,
    height,
    marginTop: MARGIN.top,
    marginRight,
    marginBottom: MARGIN.bottom,
    marginLeft: MARGIN.left,
    className: "plot",
    x: { type: "utc", domain: [first, last] },
    y: steep ? { type: "log", domain: [least, most] } : { domain: [0, most], nice: true },
    opacity: { type: "identity" },
    marks: [
      gridY({ ticks, stroke: "var(--line)", strokeOpacity: 1 }),
      axisY({ ticks, tickFormat: formatCompact, tickSize: 0, label: null }),
      axisX(
        unit === "month" ? monthTicks(points.map(({ time }) => time)) : timeTicks(first, last),
        {
          tickFormat: format ?? TICKS[unit],
          tickSize: 0,
          label: null,
        },
      ),
      ruleX([last], { stroke: "var(--line-strong)", strokeDasharray: "2 3" }),
      line(points, {
        x: "time",
        y: "views",
        z: "part",
        stroke: ({ line }) => toneOf(line),
        strokeWidth: ({ line }) => line.weight === "pack" ? 1 : line.weight === "named" ? 2 : 3,
        strokeOpacity: ({ line }) => opacityOf(line),
        strokeLinejoin: "round",
        strokeLinecap: "round",
      }),
      dot(dots, {
        x: "time",
        y: "views",
        r: ({ line }: { line: Line }) => line.weight === "pack" ? 1.2 : 3.2,
        fill: ({ line }) => toneOf(line),
        fillOpacity: ({ line }) => opacityOf(line),
      }),
    ],
    r: { type: "identity" },
  });
  // The page's policy allows no style but that of its own sheet.
  for (const style of chart.querySelectorAll("style")) style.remove();
  const y = chart.scale("y")!;
  drawLabels(chart, lines, {
    x: width - marginRight + 8,
    width: marginRight - 8,
    top: MARGIN.top,
    bottom: height - MARGIN.bottom,
    y: (views) => y.apply(views),
  });
  return { element: chart, x: chart.scale("x")!.apply, y: (views) => y.apply(views) };
}

/** Whether a point has no neighbour, so that no line shows it. */
function isAlone(line: Line, part: LinePoint["part"]): boolean {
  return line.points.filter((point) => point.part === part).length === 1;
}
