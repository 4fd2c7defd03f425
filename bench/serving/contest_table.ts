import { spread } from "../spread.ts";
import type { Outcome } from "./contest.ts";
import type { Load } from "./wrk.ts";

/**
 * Shows what came of matches as a Markdown table.
 *
 * A ratio is the median of the ratios of each round, whose servers were asked one after the other.
 *
 * @param outcomes What came of them.
 * @param rival The server that all others are compared with.
 * @returns The table.
 *
 * @example Usage
 * ```ts
 * import { assertEquals } from "@std/assert";
 *
 * const load = { rate: 1000, p50: 1, p99: 2, max: 3 };
 * const loads = new Map([["a", [load]], ["b", [{ ...load, rate: 2000, p99: 8 }]]]);
 * assertEquals(
 *   contestTable([{ title: "a part", loads }], "b").split("\n").slice(2),
 *   [
 *     "| a part | a | 1,000 (1,000–1,000) | 0.50 (0.50–0.50) | 2.0 ms (2.0–2.0) | 0.25 |",
 *     "| | b | 2,000 (2,000–2,000) | | 8.0 ms (8.0–8.0) | |",
 *   ],
 * );
 * ```
 */
export function contestTable(outcomes: readonly Outcome[], rival: string): string {
  const rows = outcomes.flatMap(({ title, loads }) =>
    [...loads].map(([name, own], i) => {
      const others = name === rival ? undefined : loads.get(rival);
      return row([
        i === 0 ? title : "",
        name,
        shown(own.map(({ rate }) => rate), whole),
        others === undefined ? "" : shown(ratios(own, others, ({ rate }) => rate), hundredths),
        shown(own.map(({ p99 }) => p99), (ms) => ms.toFixed(1), " ms"),
        others === undefined
          ? ""
          : hundredths(spread(ratios(own, others, ({ p99 }) => p99)).median),
      ]);
    })
  );
  return [
    row(["answer", "server", "requests/s", `of ${rival}`, "p99", `of ${rival}`]),
    row(["---", "---", "--:", "--:", "--:", "--:"]),
    ...rows,
  ].join("\n");
}

/**
 * The ratios of a figure, round by round.
 *
 * @param own What one server did.
 * @param others What the other one did in the same rounds.
 * @param figure The figure.
 * @returns The ratios.
 */
export function ratios(
  own: readonly Load[],
  others: readonly Load[],
  figure: (load: Load) => number,
): number[] {
  return own.map((load, round) => figure(load) / figure(others[round]));
}

function shown(figures: readonly number[], show: (figure: number) => string, unit = ""): string {
  const { median, min, max } = spread(figures);
  return `${show(median)}${unit} (${show(min)}–${show(max)})`;
}

function whole(figure: number): string {
  return Math.round(figure).toLocaleString("en");
}

function hundredths(figure: number): string {
  return figure.toFixed(2);
}

function row(cells: readonly string[]): string {
  return `|${cells.map((cell) => cell === "" ? " |" : ` ${cell} |`).join("")}`;
}
