import type { JSX } from "preact";
import { describeSeries } from "../model/describe_series.ts";
import type { Point } from "../model/series.ts";
import { sparkline } from "../model/sparkline.ts";

const BOX = { width: 100, height: 26, margin: 3 };

/** A page's views in the last hours, as small as a word. */
export function SparklineMark({ series }: { series: readonly Point[] }): JSX.Element {
  const { line, area, end } = sparkline(series, BOX);
  return (
    <svg
      class="sparkline"
      viewBox={`0 0 ${BOX.width} ${BOX.height}`}
      width={BOX.width}
      height={BOX.height}
      role="img"
      aria-label={describeSeries(series)}
    >
      <path class="area" d={area} />
      <path class="line" d={line} />
      {end !== undefined && <circle class="end" cx={end.x} cy={end.y} r="2.2" />}
    </svg>
  );
}
