import type { Period, ProduceEvent } from "../../core/mod.ts";
import { jsonLine } from "../../core/report/formats/json_line.ts";
import type { HourOutcome, RunSummary } from "./outcome.ts";
import type { Progress } from "./progress.ts";

/** Bytes are told of at most so often for each hour. */
const EVERY_MS = 1000;

/**
 * One JSON object a line for each event, with the keys hour, stage, state, bytes, rows, ms and attempt;
 * what became of an hour, and of all, is a stage without a state.
 */
export class JsonProgress implements Progress {
  readonly #note: (line: string) => void;
  readonly #now: () => Date;
  readonly #hours: Map<string, { start: number; told: number; attempt: number }> = new Map();

  constructor(note: (line: string) => void, now: () => Date) {
    this.#note = note;
    this.#now = now;
  }

  event(hour: Period, event: ProduceEvent): void {
    const state = this.#stateOf(hour);
    const now = this.#now().getTime();
    if (event.stage === "download" && event.state === "start") state.attempt = event.attempt;
    if (event.state === "progress") {
      if (now - state.told < EVERY_MS) return;
      state.told = now;
    }
    this.#tell(hour, event.stage, { ...detailsOf(event), attempt: state.attempt });
  }

  done(hour: Period, { kind, message, bytes, lines, malformed }: HourOutcome): void {
    const { attempt } = this.#stateOf(hour);
    this.#tell(hour, kind, { bytes, rows: lines, malformed, attempt, message });
    this.#hours.delete(hour.toString());
  }

  waiting(hour: Period, message: string): void {
    this.#tell(hour, "waiting", { message });
  }

  clear(): void {}

  note(message: string): void {
    this.#write({ stage: "note", message });
  }

  end({ hours, bytes, lines, malformed, lost = 0, seconds }: RunSummary): void {
    const ms = Math.round(seconds * 1000);
    const vain = lost === 0 ? {} : { lost };
    this.#write({ stage: "end", ...hours, ...vain, bytes, rows: lines, malformed, ms });
  }

  #tell(hour: Period, stage: string, details: object): void {
    const ms = this.#now().getTime() - this.#stateOf(hour).start;
    this.#write({ hour, stage, ...details, ms });
  }

  #write(object: object): void {
    this.#note(jsonLine(object).trimEnd());
  }

  #stateOf(hour: Period): { start: number; told: number; attempt: number } {
    const key = hour.toString();
    let state = this.#hours.get(key);
    if (state === undefined) {
      state = { start: this.#now().getTime(), told: 0, attempt: 1 };
      this.#hours.set(key, state);
    }
    return state;
  }
}

/** What an event says, in the words of all lines: what core counts as lines are its rows. */
function detailsOf(event: ProduceEvent): object {
  if (event.stage === "retry") return { ...event, error: event.error.message };
  if (!("lines" in event)) return event;
  const { lines: rows, ...details } = event;
  return { ...details, rows };
}
