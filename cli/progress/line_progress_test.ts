import { assertEquals } from "@std/assert";
import { Hour } from "../../core/mod.ts";
import { LineProgress } from "./line_progress.ts";
import type { HourOutcome, RunSummary } from "./outcome.ts";

const HOUR = Hour.parse("2026-09-10T18");
const DOWNLOAD = { stage: "download", hour: "2026-09-10T18" } as const;
const SUMMARY: RunSummary = {
  hours: { made: 1, skipped: 0, missing: 1, late: 0, failed: 0 },
  bytes: 1,
  lines: 1,
  malformed: 0,
  seconds: 1,
};

function outcome(kind: HourOutcome["kind"]): HourOutcome {
  return { kind, message: `it is ${kind}`, bytes: 0, lines: 0, malformed: 0 };
}

function linesOf(quiet: boolean, tell: (progress: LineProgress) => void): string[] {
  const lines: string[] = [];
  tell(new LineProgress((line) => lines.push(line), quiet));
  return lines;
}

function tellAll(progress: LineProgress): void {
  for (const kind of ["made", "skipped", "missing", "late", "failed"] as const) {
    progress.done(HOUR, outcome(kind));
  }
  progress.waiting(HOUR, "waiting for it");
  progress.note("Interrupted");
  progress.end(SUMMARY);
}

Deno.test("LineProgress tells of each hour and of the whole", () => {
  assertEquals(linesOf(false, tellAll), [
    "2026-09-10T18: it is made",
    "2026-09-10T18: it is skipped",
    "2026-09-10T18: it is missing",
    "2026-09-10T18: it is late",
    "2026-09-10T18: it is failed",
    "2026-09-10T18: waiting for it",
    "Interrupted",
    "made 1, missing 1; 1 B, 1 lines in 1.0 s",
  ]);
});

Deno.test("LineProgress tells only of what went wrong if it is to be quiet", () => {
  assertEquals(linesOf(true, tellAll), [
    "2026-09-10T18: it is missing",
    "2026-09-10T18: it is failed",
    "Interrupted",
  ]);
});

Deno.test("LineProgress sums nothing up where there is one hour", () => {
  const lines = linesOf(false, (progress) => {
    progress.done(HOUR, outcome("made"));
    progress.end(SUMMARY);
  });
  assertEquals(lines, ["2026-09-10T18: it is made"]);
});

Deno.test("LineProgress says what is replaced, unless it is to be quiet", () => {
  const tell = (progress: LineProgress) => {
    const before = { top: 100, ties: "row", denylist: null } as const;
    progress.event(HOUR, {
      stage: "replace",
      state: "start",
      before,
      after: { ...before, ties: "rank" },
    });
  };
  assertEquals(linesOf(false, tell), [
    "2026-09-10T18: replacing its report: top 100, ties row → rank, denylist none",
  ]);
  assertEquals(linesOf(true, tell), []);
});

Deno.test("LineProgress says why and when something is tried again", () => {
  const lines = linesOf(false, (progress) => {
    const url = "https://example.org/";
    progress.event(HOUR, { ...DOWNLOAD, state: "start", url, length: 9, attempt: 1 });
    progress.event(HOUR, { ...DOWNLOAD, state: "progress", bytes: 9 });
    const error = new Error("Cannot fetch: it is busy");
    progress.event(HOUR, { stage: "retry", state: "wait", error, delay: 1234 });
    progress.event(HOUR, { stage: "retry", state: "wait", error, delay: 0 });
    progress.event(HOUR, { ...DOWNLOAD, state: "end", bytes: 9 });
    progress.event(HOUR, {
      stage: "rank",
      state: "end",
      hour: "2026-09-10T18",
      lines: 1,
      malformed: 0,
    });
  });
  assertEquals(lines, [
    "2026-09-10T18: Cannot fetch: it is busy; trying again in 1.2 s",
    "2026-09-10T18: Still not, for the same reason; trying again now",
  ]);
});
