import { assertEquals } from "@std/assert";
import { Hour } from "../../core/mod.ts";
import { JsonProgress } from "./json_progress.ts";

const HOUR = Hour.parse("2026-09-10T18");
const URL = "https://example.org/dump.gz";
const DOWNLOAD = { stage: "download", hour: "2026-09-10T18" } as const;
const RANK = { stage: "rank", hour: "2026-09-10T18" } as const;

/** A progress whose clock can be moved, and what it wrote. */
function progressOf() {
  const objects: Record<string, unknown>[] = [];
  let time = Date.parse("2026-09-11T00:00Z");
  const progress = new JsonProgress(
    (line) => {
      assertEquals(line.includes("\n"), false);
      objects.push(JSON.parse(line));
    },
    () => new Date(time),
  );
  return { progress, objects, pass: (milliseconds: number) => void (time += milliseconds) };
}

Deno.test("JsonProgress writes an object for each event", () => {
  const { progress, objects, pass } = progressOf();
  progress.event(HOUR, { ...DOWNLOAD, state: "start", url: URL, length: 99, attempt: 1 });
  pass(40);
  const error = new Error('Cannot "fetch"\n');
  progress.event(HOUR, { stage: "retry", state: "wait", error, delay: 900 });
  progress.event(HOUR, { ...DOWNLOAD, state: "start", url: URL, length: null, attempt: 2 });
  progress.event(HOUR, { ...RANK, state: "start" });
  pass(60);
  progress.event(HOUR, { ...DOWNLOAD, state: "end", bytes: 99 });
  progress.event(HOUR, { ...RANK, state: "end", lines: 7, malformed: 1 });
  progress.event(HOUR, { stage: "write", state: "start" });
  progress.event(HOUR, { stage: "write", state: "end", location: "a.csv" });
  progress.done(HOUR, { kind: "made", message: "made", bytes: 99, lines: 8, malformed: 1 });
  const hour = "2026-09-10T18";
  assertEquals(objects, [
    { ...DOWNLOAD, state: "start", url: URL, length: 99, attempt: 1, ms: 0 },
    { hour, stage: "retry", state: "wait", error: error.message, delay: 900, attempt: 1, ms: 40 },
    { ...DOWNLOAD, state: "start", url: URL, length: null, attempt: 2, ms: 40 },
    { ...RANK, state: "start", attempt: 2, ms: 40 },
    { ...DOWNLOAD, state: "end", bytes: 99, attempt: 2, ms: 100 },
    { ...RANK, state: "end", rows: 7, malformed: 1, attempt: 2, ms: 100 },
    { hour, stage: "write", state: "start", attempt: 2, ms: 100 },
    { hour, stage: "write", state: "end", location: "a.csv", attempt: 2, ms: 100 },
    { hour, stage: "made", bytes: 99, rows: 8, malformed: 1, attempt: 2, message: "made", ms: 100 },
  ]);
});

Deno.test("JsonProgress tells of bytes once a second for each hour", () => {
  const { progress, objects, pass } = progressOf();
  for (let i = 0; i < 40; i++) {
    for (const hour of [HOUR, HOUR.plus(1)]) {
      progress.event(hour, { stage: "download", state: "progress", hour: `${hour}`, bytes: i });
    }
    pass(100);
  }
  for (const hour of ["2026-09-10T18", "2026-09-10T19"]) {
    const bytes = objects.filter((object) => object.hour === hour).map((object) => object.bytes);
    assertEquals(bytes, [0, 10, 20, 30]);
  }
});

Deno.test("JsonProgress counts the time of each hour by itself", () => {
  const { progress, objects, pass } = progressOf();
  const start = { ...DOWNLOAD, state: "start", url: URL, length: 9, attempt: 1 } as const;
  progress.event(HOUR, start);
  pass(500);
  progress.event(HOUR.plus(1), { ...start, hour: "2026-09-10T19" });
  pass(500);
  for (const hour of [HOUR, HOUR.plus(1)]) {
    progress.done(hour, { kind: "failed", message: "no", bytes: 0, lines: 0, malformed: 0 });
  }
  assertEquals(objects.map(({ ms }) => ms), [0, 0, 1000, 500]);
});

Deno.test("JsonProgress writes objects of what concerns no hour, or one that is waited for", () => {
  const { progress, objects } = progressOf();
  progress.waiting(HOUR, "not published yet");
  progress.note("Interrupted");
  progress.end({
    hours: { made: 1, skipped: 2, missing: 3, late: 4, failed: 5 },
    bytes: 6,
    lines: 7,
    malformed: 8,
    seconds: 9.5,
  });
  const hours = { made: 1, skipped: 2, missing: 3, late: 4, failed: 5 };
  assertEquals(objects, [
    { hour: "2026-09-10T18", stage: "waiting", message: "not published yet", ms: 0 },
    { stage: "note", message: "Interrupted" },
    { stage: "end", ...hours, bytes: 6, rows: 7, malformed: 8, ms: 9500 },
  ]);
});
