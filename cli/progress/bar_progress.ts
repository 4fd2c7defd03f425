import { MultiBar, type SingleBar } from "cli-progress";
import process from "node:process";
import type { Hour, ProduceEvent } from "../../core/mod.ts";
import { formatBytes } from "../output/format_bytes.ts";
import { printableLines } from "../printable.ts";
import { LineProgress } from "./line_progress.ts";
import { describeSummary, type HourOutcome, type RunSummary } from "./outcome.ts";
import type { Progress } from "./progress.ts";

/** How far a dump of unknown length is thought to go, in bytes. */
const USUAL_LENGTH = 60_000_000;

/** A bar for each hour that is being read and one for the whole run, for a terminal. */
export class BarProgress implements Progress {
  readonly #bars: MultiBar;
  readonly #all: SingleBar;
  readonly #hours: Map<string, { bar: SingleBar; start: number }> = new Map();
  readonly #lines: LineProgress;
  #ended = false;

  readonly #note: (line: string) => void;

  /** Draws bars, and puts lines where `note` does once there are no bars any more. */
  constructor(count: number, note: (line: string) => void) {
    this.#note = note;
    process.stderr.on("error", () => {}); // Where nothing can be drawn, the work goes on.
    this.#bars = new MultiBar({
      stream: process.stderr,
      format: "{name} {bar} {bytes}",
      barCompleteChar: "█",
      barIncompleteChar: "░",
      barsize: 24,
      clearOnComplete: true,
      hideCursor: true,
    });
    this.#all = this.#bars.create(count, 0, { name: "all hours    ", bytes: `0 of ${count}` });
    this.#lines = new LineProgress((line) => this.#log(line), false);
  }

  event(hour: Hour, event: ProduceEvent): void {
    const key = hour.toString();
    if (event.stage === "download" && event.state === "start") {
      const length = event.length ?? USUAL_LENGTH;
      this.#drop(key);
      const bar = this.#bars.create(length, 0, { name: key, bytes: "" });
      this.#hours.set(key, { bar, start: Date.now() });
    } else if (event.stage === "download" && event.state === "progress") {
      const hour = this.#hours.get(key);
      if (hour === undefined) return;
      const seconds = (Date.now() - hour.start) / 1000;
      const rate = event.bytes / Math.max(seconds, 0.1);
      const left = Math.max(0, (hour.bar.getTotal() - event.bytes) / rate);
      hour.bar.update(event.bytes, {
        bytes: `${formatBytes(event.bytes)} of ${formatBytes(hour.bar.getTotal())}, ` +
          `${formatBytes(rate)}/s, ${left.toFixed(0)} s left`,
      });
    } else {
      this.#lines.event(hour, event);
    }
  }

  done(hour: Hour, outcome: HourOutcome): void {
    this.#drop(hour.toString());
    this.#lines.done(hour, outcome);
    this.#all.increment(1);
    const { value, total } = { value: this.#all.getProgress(), total: this.#all.getTotal() };
    this.#all.update({ bytes: `${Math.round(value * total)} of ${total}` });
  }

  waiting(hour: Hour, message: string): void {
    this.#lines.waiting(hour, message);
  }

  note(message: string): void {
    if (this.#ended) this.#note(message);
    else this.#log(message);
  }

  end(summary: RunSummary): void {
    this.#bars.update(); // Or the last lines would be lost.
    this.#bars.stop();
    this.#ended = true;
    this.#note(describeSummary(summary));
  }

  #log(line: string): void {
    this.#bars.log(`${printableLines(line)}\n`);
  }

  #drop(key: string): void {
    const hour = this.#hours.get(key);
    if (hour === undefined) return;
    this.#bars.remove(hour.bar);
    this.#hours.delete(key);
  }
}
