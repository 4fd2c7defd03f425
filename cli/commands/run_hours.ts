import { systemClock } from "../../core/async/clock.ts";
import {
  MissingDumpError,
  type OnEvent,
  parsePeriod,
  type Period,
  type ProduceOptions,
  type Producer,
  SourceError,
} from "../../core/mod.ts";
import { isPermissionError } from "../permissions.ts";
import {
  addOutcome,
  emptyTally,
  failureOf,
  type HourOutcome,
  outcomeOf,
  type Tally,
} from "../progress/outcome.ts";
import type { Progress } from "../progress/progress.ts";
import { isClosedPipe } from "../runtime.ts";

/** Options of {@linkcode runHours}. */
export interface RunHoursOptions {
  /** What an hour without a dump is. */
  missing: "skip" | "fail";
  /** How many hours are made at the same time. */
  workers: number;
  /** Whether to make hours that are finished. */
  rebuild: ProduceOptions["rebuild"];
  /** How often to ask for an hour that is not published yet, in milliseconds; else it is late. */
  waitEvery: number | undefined;
  /** Ends the run; hours that are not finished then have no outcome. */
  signal: AbortSignal;
  progress: Progress;
  /**
   * Does all the work of a period, to which what is said of it belongs.
   *
   * @default work()
   */
  within?: (<Value>(period: Period, work: () => Promise<Value>) => Promise<Value>) | undefined;
  /** Writes the path of a report. */
  write: (text: string) => Promise<void>;
}

/**
 * Makes hours, several at a time, and writes where each report is: hours may be finished in any order,
 * their paths come in that of the range. Gives what became of all that were not interrupted.
 */
export async function runHours(
  hours: Iterable<Period>,
  producer: Producer,
  options: RunHoursOptions,
): Promise<Tally> {
  const { workers, progress, within = (_, work) => work() } = options;
  const write = untilClosed(options.write);
  const tally = emptyTally();
  /** The outcomes behind the first hour that has none, by their place in the range. */
  const ahead = new Map<number, HourOutcome>();
  let written = 0;
  const writeInOrder = async () => {
    for (let next = ahead.get(written); next !== undefined; next = ahead.get(written)) {
      ahead.delete(written++);
      for (const location of next.locations ?? []) await write(`${location}\n`);
    }
  };
  const waiting = hours[Symbol.iterator]();
  let begun = 0;
  const work = async () => {
    for (let next = waiting.next(); !next.done; next = waiting.next()) {
      const at = begun++;
      const { value: hour } = next;
      const outcome = await within(hour, async () => {
        const outcome = await runHour(hour, producer, options);
        if (outcome !== undefined) progress.done(hour, outcome);
        return outcome;
      });
      if (outcome === undefined) return;
      addOutcome(tally, outcome);
      ahead.set(at, outcome);
      await writeInOrder();
    }
  };
  await Promise.all(Array.from({ length: workers }, work));
  return tally;
}

/** What became of an hour, `undefined` if it was interrupted. */
async function runHour(
  hour: Period,
  producer: Producer,
  { rebuild, waitEvery, missing, signal, progress }: RunHoursOptions,
): Promise<HourOutcome | undefined> {
  while (!signal.aborted) {
    try {
      // The dumps of a longer period are downloaded side by side.
      const onEvent: OnEvent = (event) =>
        progress.event(event.stage === "download" ? parsePeriod(event.hour) : hour, event);
      return outcomeOf(await producer.produce(hour, { rebuild, missing, signal, onEvent }));
    } catch (error) {
      if (signal.aborted) return undefined;
      // What is wrong with every hour is said once.
      if (!(error instanceof Error) || isPermissionError(error)) throw error;
      if (error instanceof SourceError) throw error;
      const isLate = error instanceof MissingDumpError && error.published === "not yet";
      if (!isLate || waitEvery === undefined) return failureOf(error, missing);
      progress.waiting(hour, `${error.message}; waiting for it`);
      await systemClock.sleep(waitEvery, signal).catch(() => {});
    }
  }
}

/** The work goes on even if nobody reads any more where its results are. */
function untilClosed(write: RunHoursOptions["write"]): RunHoursOptions["write"] {
  let closed = false;
  return async (text) => {
    if (closed) return;
    try {
      await write(text);
    } catch (error) {
      if (!isClosedPipe(error)) throw error;
      closed = true;
    }
  };
}
