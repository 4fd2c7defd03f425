import type { Runtime } from "../runtime.ts";
import { BarProgress } from "./bar_progress.ts";
import { JsonProgress } from "./json_progress.ts";
import { LineProgress } from "./line_progress.ts";
import type { Progress } from "./progress.ts";

/** Options of {@linkcode openProgress}. */
export interface ProgressOptions {
  /** How to write what happens. */
  log: "text" | "json";
  /** Whether to tell only of what went wrong. */
  quiet: boolean;
  /** How many hours there are. */
  hours: number;
}

/** The progress that suits who reads standard error: bars for a terminal, else lines. */
export function openProgress(
  { log, quiet, hours }: ProgressOptions,
  { note, now, terminal, draw }: Pick<Runtime, "note" | "now" | "terminal" | "draw">,
): Progress {
  if (log === "json") return new JsonProgress(note, now);
  if (quiet || terminal === undefined) return new LineProgress(note, quiet);
  return new BarProgress(hours, { note, draw, columns: () => terminal.columns });
}
