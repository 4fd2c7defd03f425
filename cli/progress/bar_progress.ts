import type { Period, ProduceEvent } from "../../core/mod.ts";
import { formatBytes } from "../output/format_bytes.ts";
import { LineProgress } from "./line_progress.ts";
import { describeSummary, type HourOutcome, type RunSummary } from "./outcome.ts";
import type { Progress } from "./progress.ts";

/** How far a dump of unknown length is thought to go, in bytes. */
const USUAL_LENGTH = 60_000_000;

/** The bars are drawn at most so often, in milliseconds. */
const EVERY_MS = 100;

/** How long is left is said after some seconds, and not where it is more than can be meant. */
const [SURE_AFTER_S, MOST_LEFT_S] = [3, 24 * 3600];

const [LEAST_BAR, MOST_BAR] = [4, 24];

/** Where bars are drawn. */
export interface Screen {
  /** Writes a line that stays. */
  note(line: string): void;
  /** Writes text as it is. */
  draw(text: string): void;
  /** How many columns there are. */
  columns(): number;
  /** The present, in milliseconds. */
  now?: () => number;
}

/** An hour that is being read. */
interface Reading {
  bytes: number;
  length: number;
  start: number;
}

/**
 * A bar for each hour that is being read and one for the whole run, for a terminal. They stand below
 * all lines that stay, and are gone at the end.
 */
export class BarProgress implements Progress {
  readonly #count: number;
  readonly #screen: Screen;
  readonly #now: () => number;
  readonly #readings = new Map<string, Reading>();
  readonly #lines: LineProgress;
  #done = 0;
  #drawn = 0;
  #drawnAt = -Infinity;
  #ended = false;

  constructor(count: number, screen: Screen) {
    this.#count = count;
    this.#screen = screen;
    this.#now = screen.now ?? Date.now;
    this.#lines = new LineProgress((line) => this.note(line), false);
  }

  event(hour: Period, event: ProduceEvent): void {
    const key = hour.toString();
    if (event.stage === "download" && event.state === "start") {
      const length = event.length ?? USUAL_LENGTH;
      this.#readings.set(key, { bytes: 0, length, start: this.#now() });
      this.#draw();
    } else if (event.stage === "download" && event.state === "progress") {
      const reading = this.#readings.get(key);
      if (reading === undefined) return;
      reading.bytes = event.bytes;
      if (this.#now() - this.#drawnAt >= EVERY_MS) this.#draw();
    } else {
      if (event.stage === "download") this.#readings.delete(key);
      this.#lines.event(hour, event);
    }
  }

  done(hour: Period, outcome: HourOutcome): void {
    this.#readings.delete(hour.toString());
    this.#done++;
    this.#lines.done(hour, outcome);
    if (this.#done < this.#count) this.#draw();
  }

  waiting(hour: Period, message: string): void {
    this.#lines.waiting(hour, message);
  }

  clear(): void {
    // The line below the bars, where Ctrl-C leaves ^C, then each bar: what is erased to the end of the
    // screen, some terminals keep to be scrolled back to.
    if (this.#drawn > 0) this.#screen.draw(`\r\x1b[2K${"\x1b[1A\x1b[2K".repeat(this.#drawn)}`);
    this.#drawn = 0;
  }

  note(message: string): void {
    this.clear();
    this.#screen.note(message);
  }

  end(summary: RunSummary): void {
    this.clear();
    this.#ended = true;
    if (this.#count > 1) this.#screen.note(describeSummary(summary));
  }

  #draw(): void {
    if (this.#ended) return;
    this.#drawnAt = this.#now();
    const rows = Array.from(this.#readings, ([hour, { bytes, length, start }]) => {
      const seconds = (this.#drawnAt - start) / 1000;
      const rate = bytes / Math.max(seconds, 0.1);
      const left = Math.max(0, length - bytes) / rate;
      const isKnown = seconds >= SURE_AFTER_S && left < MOST_LEFT_S;
      return {
        name: hour,
        share: Math.min(1, bytes / length),
        // What does not fit is left out from the end.
        details: [
          `${formatBytes(bytes)} of ${formatBytes(length)}`,
          `${formatBytes(Math.round(rate))}/s`,
          ...isKnown ? [`${formatSeconds(left)} left`] : [],
        ],
      };
    });
    if (this.#count > 1) {
      const share = this.#done / this.#count;
      rows.push({ name: "all hours", share, details: [`${this.#done} of ${this.#count}`] });
    }
    const width = Math.max(0, ...rows.map(({ name }) => name.length));
    // A line as wide as the terminal would make some of them begin a new one.
    const columns = this.#screen.columns() - 1;
    const lines = rows.map(({ name, share, details }) => {
      const front = `${name.padEnd(width)} `;
      const room = columns - front.length;
      let shown = details.length;
      while (shown > 1 && widthOf(details, shown) + LEAST_BAR > room) shown--;
      const bar = Math.min(MOST_BAR, room - widthOf(details, shown));
      const full = Math.round(share * bar);
      const drawn = bar < LEAST_BAR ? "" : `${"█".repeat(full)}${"░".repeat(bar - full)} `;
      return `${front}${drawn}${details.slice(0, shown).join(", ")}`.slice(0, Math.max(0, columns));
    });
    this.clear();
    this.#screen.draw(lines.map((line) => `${line}\n`).join(""));
    this.#drawn = lines.length;
  }
}

/** How many columns the first details take, with the space before them. */
function widthOf(details: readonly string[], count: number): number {
  return 1 + details.slice(0, count).join(", ").length;
}

/** A duration in two or three digits. */
function formatSeconds(seconds: number): string {
  if (seconds < 100) return `${seconds.toFixed(0)} s`;
  return seconds < 6000 ? `${(seconds / 60).toFixed(0)} min` : `${(seconds / 3600).toFixed(0)} h`;
}
