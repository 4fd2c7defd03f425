import { assert, assertEquals, assertMatch } from "@std/assert";
import { Hour } from "../../core/mod.ts";
import { BarProgress } from "./bar_progress.ts";
import { addOutcome, emptyTally, type HourOutcome, type RunSummary } from "./outcome.ts";

const [FIRST, SECOND] = [Hour.parse("2026-09-10T17"), Hour.parse("2026-09-10T18")];
const MADE = { kind: "made", message: "made", bytes: 1, lines: 1, malformed: 0 } as const;

/** A terminal that knows what the bars use: the ways back and up, and erasing a line. */
class Screen {
  readonly lines: string[] = [""];
  now = 0;
  #column = 0;

  constructor(readonly width: number) {}

  bars(count: number): BarProgress {
    return new BarProgress(count, {
      note: (line) => this.draw(`${line}\n`),
      draw: (text) => this.draw(text),
      columns: () => this.width,
      now: () => this.now,
    });
  }

  draw(text: string): void {
    // deno-lint-ignore no-control-regex
    for (const part of text.split(/(\r|\x1b\[(?:1A|2K)|\n)/)) {
      const last = this.lines.length - 1;
      if (part === "\n") this.lines.push("");
      else if (part === "\x1b[2K") this.lines[last] = "";
      // Bars are erased from below: a line that is left by the way up stays if it was not.
      else if (part === "\x1b[1A") assertEquals(this.lines.pop(), "");
      else this.lines[last] = this.lines[last]!.slice(0, this.#column) + part;
      if (part === "\n" || part === "\r") this.#column = 0;
      else if (!part.startsWith("\x1b")) this.#column += part.length;
    }
  }
}

function read(bars: BarProgress, hour: Hour, bytes: number): void {
  bars.event(hour, { stage: "download", state: "progress", hour: hour.label, bytes });
}

function open(bars: BarProgress, hour: Hour, length: number): void {
  const url = "http://a.org/";
  bars.event(hour, {
    stage: "download",
    state: "start",
    hour: hour.label,
    url,
    length,
    attempt: 1,
  });
}

Deno.test("BarProgress leaves notes, paths and the end, and no bar", () => {
  const screen = new Screen(80);
  const bars = screen.bars(2);
  open(bars, FIRST, 1000);
  open(bars, SECOND, 1000);
  screen.now = 2000;
  read(bars, FIRST, 400);
  assertEquals(screen.lines[0], "2026-09-10T17 ██████████░░░░░░░░░░░░░░ 400 B of 1.0 kB, 200 B/s");
  screen.now = 4000;
  read(bars, FIRST, 500);
  assertEquals(screen.lines, [
    "2026-09-10T17 ████████████░░░░░░░░░░░░ 500 B of 1.0 kB, 125 B/s, 4 s left",
    "2026-09-10T18 ░░░░░░░░░░░░░░░░░░░░░░░░ 0 B of 1.0 kB, 0 B/s",
    "all hours     ░░░░░░░░░░░░░░░░░░░░░░░░ 0 of 2",
    "",
  ]);
  screen.draw("^C");
  bars.note("Warning: a");
  bars.done(FIRST, MADE);
  bars.clear();
  screen.draw("reports/1.csv\n");
  screen.now = 5000;
  read(bars, SECOND, 10);
  bars.done(SECOND, MADE);
  bars.clear();
  screen.draw("reports/2.csv\n");
  bars.end(summarize([MADE, MADE], 2));
  assertEquals(screen.lines, [
    "Warning: a",
    "2026-09-10T17: made",
    "reports/1.csv",
    "2026-09-10T18: made",
    "reports/2.csv",
    "made 2; 2 B, 2 lines in 2.0 s",
    "",
  ]);
});

Deno.test("BarProgress fits into any terminal, and rounds its rates", () => {
  for (const width of [100, 80, 60, 40, 30, 20, 10]) {
    const screen = new Screen(width);
    const bars = screen.bars(3);
    open(bars, FIRST, 57_000_000);
    screen.now = 3333;
    read(bars, FIRST, 1_234_567);
    for (const line of screen.lines) assert(line.length < width, `${width}: ${line}`);
    if (width >= 80) {
      assertMatch(screen.lines[0]!, /1\.2 MB of 57\.0 MB, 370\.4 kB\/s, 3 min left$/);
    }
  }
});

Deno.test("BarProgress says nothing of the time left that cannot be meant", () => {
  const screen = new Screen(80);
  const bars = screen.bars(1);
  open(bars, FIRST, 57_000_000);
  screen.now = 60_000;
  read(bars, FIRST, 100);
  assertMatch(screen.lines[0]!, / 100 B of 57\.0 MB, 2 B\/s$/);
});

Deno.test("BarProgress has one bar for one hour, and no summary", () => {
  const screen = new Screen(80);
  const bars = screen.bars(1);
  open(bars, FIRST, 1000);
  assertEquals(screen.lines.length, 2);
  bars.done(FIRST, MADE);
  bars.end(summarize([MADE], 1));
  assertEquals(screen.lines, ["2026-09-10T17: made", ""]);
});

function summarize(outcomes: readonly HourOutcome[], seconds: number): RunSummary {
  const tally = emptyTally();
  for (const outcome of outcomes) addOutcome(tally, outcome);
  return { ...tally, seconds };
}
