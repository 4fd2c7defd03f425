import type { Period, ProduceEvent } from "../../core/mod.ts";
import { describeSummary, type HourOutcome, type RunSummary } from "./outcome.ts";
import { describeCrossCheck } from "./cross_check.ts";
import type { Progress } from "./progress.ts";
import { describeReplacement } from "./replacement.ts";
import { RetryMessages } from "./retry_message.ts";

/** Plain lines, for a pipe or a log. */
export class LineProgress implements Progress {
  readonly #note: (line: string) => void;
  readonly #quiet: boolean;
  readonly #retries: Map<string, RetryMessages> = new Map();
  #hours = 0;

  constructor(note: (line: string) => void, quiet: boolean) {
    this.#note = note;
    this.#quiet = quiet;
  }

  event(hour: Period, event: ProduceEvent): void {
    if (event.stage === "replace" && !this.#quiet) {
      const what = describeReplacement(event.before, event.after);
      this.#note(`${hour}: replacing its report: ${what}`);
    }
    if (event.stage === "cross-check") {
      const { message, isFine } = describeCrossCheck(event.result);
      if (!this.#quiet || !isFine) this.#note(`${hour}: ${message}`);
    }
    if (event.stage !== "retry") return;
    const key = hour.toString();
    const retries = this.#retries.get(key) ?? new RetryMessages();
    this.#retries.set(key, retries);
    this.#note(`${hour}: ${retries.next(event.error, event.delay)}`);
  }

  done(hour: Period, { kind, message }: HourOutcome): void {
    this.#hours++;
    this.#retries.delete(hour.toString());
    if (this.#quiet && kind !== "failed" && kind !== "missing") return;
    this.#note(`${hour}: ${message}`);
  }

  waiting(hour: Period, message: string): void {
    if (!this.#quiet) this.#note(`${hour}: ${message}`);
  }

  clear(): void {}

  note(message: string): void {
    this.#note(message);
  }

  end(summary: RunSummary): void {
    if (!this.#quiet && this.#hours > 1) this.#note(describeSummary(summary));
  }
}
