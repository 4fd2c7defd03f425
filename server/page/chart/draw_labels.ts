import type { Line } from "./chart_lines.ts";
import { placeLabels } from "./place_labels.ts";
import { shorten } from "./shorten.ts";
import { toneOf } from "./tones.ts";

/** Where labels are drawn. */
export interface LabelOptions {
  /** Where they begin. */
  x: number;
  /** How wide they may be. */
  width: number;
  /** Where the first may be. */
  top: number;
  /** Where the last may be. */
  bottom: number;
  /** Where the views are in the chart. */
  y: (views: number) => number;
}

const HEIGHT = 16;
/** The width of a Latin character. */
const COLUMN = 6.5;

/**
 * Writes the names of lines beside their ends.
 *
 * @param chart The chart.
 * @param lines Its lines.
 * @param options Where to write.
 */
export function drawLabels(chart: Element, lines: readonly Line[], options: LabelOptions): void {
  const { x, width, top, bottom, y } = options;
  const named = lines.filter(({ weight }) => weight !== "pack");
  const isHighlighted = lines.at(-1)!.weight === "highlighted";
  const places = placeLabels(named.map(({ points }) => y(points.at(-1)!.views)), {
    height: HEIGHT,
    top,
    bottom,
  });
  for (const [i, line] of named.entries()) {
    const title = line.title.replaceAll("_", " ");
    const text = element("text", {
      class: `label ${isHighlighted && line.weight === "named" ? "faint" : ""}`,
      x: String(x),
      y: String(places[i]),
      dy: "0.35em",
      "text-anchor": "start",
      fill: toneOf(line),
    });
    // Isolated, so that a title from right to left does not run into the lines.
    text.textContent = `\u2068${shorten(title, Math.floor(width / COLUMN))}\u2069`;
    chart.append(text);
  }
}

function element(name: string, attributes: Record<string, string>): SVGElement {
  const made = document.createElementNS("http://www.w3.org/2000/svg", name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  return made;
}
