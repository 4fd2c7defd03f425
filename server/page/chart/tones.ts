import type { Line } from "./chart_lines.ts";

/** How many pages have a colour and a name in the chart; the others are drawn behind them. */
export const TONES = 6;

/**
 * The colour of a page's line.
 *
 * @param line The line.
 * @returns The colour as CSS has it.
 */
export function toneOf({ index, weight }: Line): string {
  if (index < TONES) return `var(--tone-${index + 1})`;
  return weight === "pack" ? "var(--pack)" : "var(--ink)";
}
