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
  const widthOf = measure();
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
    const short = widthOf === undefined
      ? shorten(title, Math.floor(width / COLUMN))
      : shorten(title, width, widthOf);
    text.textContent = `\u2068${short}\u2069`;
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

/**
 * Shortens a text to a width, with an ellipsis where something is left out.
 *
 * @param widthOf The width of a text; if it is left out, that is in Latin characters.
 */
export function shorten(text: string, width: number, widthOf = columnsOf): string {
  if (widthOf(text) <= width) return text;
  let kept = "";
  for (const character of charactersOf(text)) {
    if (widthOf(`${kept}${character}…`) > width) break;
    kept += character;
  }
  return `${kept.trimEnd()}…`;
}

function columnsOf(text: string): number {
  return charactersOf(text).reduce((sum, character) => sum + (WIDE.test(character) ? 2 : 1), 0);
}

function charactersOf(text: string): string[] {
  return [...new Intl.Segmenter().segment(text)].map(({ segment }) => segment);
}

/** Tells how wide labels are in the font that the reader has, in pixels. */
function measure(): ((text: string) => number) | undefined {
  const context = document.createElement("canvas").getContext("2d");
  if (context === null) return undefined;
  context.font = `500 12px ${getComputedStyle(document.body).fontFamily}`;
  return (text) => context.measureText(text).width;
}

function element(name: string, attributes: Record<string, string>): SVGElement {
  const made = document.createElementNS("http://www.w3.org/2000/svg", name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  return made;
}
