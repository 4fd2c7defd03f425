import type { JSX } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import type { DrawnChart } from "../chart/draw_chart.ts";
import { type Line, toneOf } from "../chart/lines.ts";
import { formatNumber } from "../model/format.ts";
import { readoutAt, type ReadoutRow, timesOf } from "../chart/readout.ts";

export interface CrosshairProps {
  lines: readonly Line[];
  chart: DrawnChart;
  width: number;
  height: number;
  /** What the chart shows, in a few words. */
  label: string;
  /** Writes the period in whose middle a time is. */
  formatAt: (time: Date) => string;
  lang: string | undefined;
}

/** How wide what is read off is, in pixels, and how far from the line. */
const READOUT = 250;
const GAP = 14;

/** Reads values off a chart, by pointer, touch and keys. */
export function Crosshair(props: CrosshairProps): JSX.Element {
  const { lines, chart, width, height, label, formatAt, lang } = props;
  const [at, setAt] = useState<number>();
  const frame = useRef<HTMLDivElement>(null);
  const times = timesOf(lines);
  const last = times.length - 1;
  const index = at === undefined ? undefined : Math.min(at, last);
  const time = index === undefined ? undefined : times[index];
  // What lay under the pointer may not be there any more.
  useEffect(() => setAt(undefined), [times[0]?.getTime(), times[last]?.getTime(), times.length]);

  const onPointer = (event: PointerEvent) => {
    const x = event.clientX - frame.current!.getBoundingClientRect().left;
    const distances = times.map((time) => Math.abs(chart.x(time) - x));
    setAt(distances.indexOf(Math.min(...distances)));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const from = index ?? last;
    const keys = new Map([
      ["ArrowLeft", index === undefined ? last : from - 1],
      ["ArrowRight", from + 1],
      ["Home", 0],
      ["End", last],
    ]);
    if (event.key === "Escape") return setAt(undefined);
    const to = keys.get(event.key);
    if (to === undefined) return;
    event.preventDefault();
    setAt(Math.min(Math.max(to, 0), last));
  };

  const rows = time === undefined ? [] : readoutAt(lines, time);
  const x = time === undefined ? 0 : chart.x(time);
  const told = (rows: readonly ReadoutRow[], time: Date) =>
    `${formatAt(time)}: ${
      rows.map(({ title, views }) => `${title}, ${formatNumber(views)}`).join("; ")
    }`;
  const end = times[last];
  return (
    <div
      ref={frame}
      class="crosshair"
      role="slider"
      tabIndex={0}
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={last}
      aria-valuenow={index ?? last}
      aria-valuetext={time !== undefined
        ? told(rows, time)
        : end && told(readoutAt(lines, end), end)}
      style={{ height: `${height}px` }}
      onPointerMove={onPointer}
      onPointerDown={onPointer}
      onPointerLeave={(event) => event.pointerType === "mouse" && setAt(undefined)}
      onBlur={() => setAt(undefined)}
      onKeyDown={onKeyDown}
    >
      {time !== undefined && (
        <>
          <span class="hairline" style={{ left: `${x}px` }} />
          {rows.map(({ line, views }) => (
            <span
              key={line.title}
              class="point"
              style={{
                left: `${x}px`,
                top: `${chart.y(views)}px`,
                background: toneOf(line),
              }}
            />
          ))}
          <div class="readout" style={{ left: `${placeReadout(x, width)}px` }}>
            <p>{formatAt(time)}</p>
            <ul>
              {rows.map(({ line, title, views }) => (
                <li key={line.title}>
                  <i class="swatch" style={{ background: toneOf(line) }} />
                  <bdi lang={lang}>{title}</bdi>
                  <b>{formatNumber(views)}</b>
                </li>
              ))}
            </ul>
          </div>
        </>
      )}
    </div>
  );
}

/** Beside the line where there is room, inside in any case. */
function placeReadout(x: number, width: number): number {
  const right = x + GAP;
  if (right + READOUT <= width) return right;
  return Math.max(x - GAP - READOUT, 0);
}
