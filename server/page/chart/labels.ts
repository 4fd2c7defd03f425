import { type Line, toneOf } from "./lines.ts";

/** Where labels are drawn. */
export interface LabelOptions {
  /** Where they begin. */
  x: number;
  /** How wide they may be. */
  width: number;
  /** Where the middle of the first may be. */
  top: number;
  /** Where the middle of the last may be. */
  bottom: number;
  /** Where views are in the chart. */
  y: (views: number) => number;
}

const HEIGHT = 16;
/** The width of a Latin character. */
const COLUMN = 6.5;

/** Characters that are about twice as wide as a Latin one. */
const WIDE = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60]/;

/** Writes the names of lines beside their ends. */
export function drawLabels(chart: Element, lines: readonly Line[], options: LabelOptions): void {
  const { x, width, top, bottom, y } = options;
  const named = lines.filter(({ weight }) => weight !== "pack");
  const isHighlighted = lines.at(-1)?.weight === "highlighted";
  const middles = placeLabels(named.map(({ points }) => y(points.at(-1)!.views)), {
    height: HEIGHT,
    top,
    bottom,
  });
  for (const [i, line] of named.entries()) {
    const title = line.title.replaceAll("_", " ");
    const text = element("text", {
      class: `label ${isHighlighted && line.weight === "named" ? "faint" : ""}`,
      x: String(x),
      y: String(middles[i]),
      dy: "0.35em",
      "text-anchor": "start",
      fill: toneOf(line),
    });
    // Isolated, so that a title from right to left does not run into the lines.
    text.textContent = `\u2068${shorten(title, Math.floor(width / COLUMN))}\u2069`;
    chart.append(text);
  }
}

/**
 * Moves labels apart that would overlap, as little as can be.
 *
 * @param wanted Where each label's middle would best be.
 * @returns Where each label's middle is to be, in the same order.
 */
export function placeLabels(
  wanted: readonly number[],
  { height, top, bottom }: { height: number; top: number; bottom: number },
): number[] {
  const labels = wanted.map((middle) => ({ middle }));
  const order = labels.toSorted((a, b) => a.middle - b.middle);
  let free = top;
  for (const label of order) {
    label.middle = Math.max(label.middle, free);
    free = label.middle + height;
  }
  // What went too far down pushes back up what is in its way.
  let limit = bottom;
  for (const label of order.reverse()) {
    label.middle = Math.min(label.middle, limit);
    limit = label.middle - height;
  }
  return labels.map(({ middle }) => middle);
}

/** Shortens a text to so many Latin characters, with an ellipsis where something is left out. */
export function shorten(text: string, columns: number): string {
  const characters = [...new Intl.Segmenter().segment(text)].map(({ segment }) => segment);
  const width = (character: string) => WIDE.test(character) ? 2 : 1;
  if (characters.reduce((sum, character) => sum + width(character), 0) <= columns) return text;
  let kept = "";
  let used = 1;
  for (const character of characters) {
    used += width(character);
    if (used > columns) break;
    kept += character;
  }
  return `${kept.trimEnd()}…`;
}

function element(name: string, attributes: Record<string, string>): SVGElement {
  const made = document.createElementNS("http://www.w3.org/2000/svg", name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  return made;
}
