import type { CrossCheck, Parameters } from "../report/report.ts";

/**
 * What happens on the way to a report. `download`, `rank` and `write` begin and end, in this order
 * for each attempt, with the `cross-check` before the last where one is wanted; a download and the
 * ranking of what it brings overlap. `replace` comes before `write`, where a finished report has
 * other parameters. A `write` is lost where another machine has made the same meanwhile, whose report
 * stands.
 */
export type ProduceEvent =
  | {
    stage: "download";
    state: "start";
    hour: string;
    url: string;
    length: number | null;
    attempt: number;
  }
  | { stage: "download"; state: "progress"; hour: string; bytes: number }
  | { stage: "download"; state: "end"; hour: string; bytes: number }
  | { stage: "rank"; state: "start"; hour: string }
  | { stage: "rank"; state: "end"; hour: string; lines: number; malformed: number }
  | { stage: "cross-check"; state: "end"; hour: string; result: CrossCheck }
  | { stage: "replace"; state: "start"; before: Parameters; after: Parameters }
  | { stage: "write"; state: "start" }
  | { stage: "write"; state: "end"; location: string }
  | { stage: "write"; state: "lost"; location: string }
  | { stage: "retry"; state: "wait"; error: Error; delay: number };

/** Called with what happens. */
export type OnEvent = (event: ProduceEvent) => void;
