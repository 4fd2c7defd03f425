import { assertEquals } from "@std/assert";
import { Hour } from "../../core/mod.ts";
import { JsonProgress } from "./json_progress.ts";

const HOUR = Hour.parse("2026-09-10T18");
const URL = "https://example.org/dump.gz";

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
  progress.event(HOUR, { stage: "open", url: URL, length: 99, attempt: 1 });
  pass(40);
  progress.event(HOUR, { stage: "retry", error: new Error('Cannot "fetch"\n'), delay: 900 });
  progress.event(HOUR, { stage: "open", url: URL, length: null, attempt: 2 });
  pass(60);
  progress.event(HOUR, { stage: "ranked", bytes: 99, rows: 7 });
  progress.done(HOUR, { kind: "made", message: "made", bytes: 99, lines: 8, malformed: 1 });
  const hour = "2026-09-10T18";
  assertEquals(objects, [
    { hour, stage: "open", url: URL, length: 99, attempt: 1, ms: 0 },
    { hour, stage: "retry", error: 'Cannot "fetch"\n', delay: 900, attempt: 1, ms: 40 },
    { hour, stage: "open", url: URL, length: null, attempt: 2, ms: 40 },
    { hour, stage: "ranked", bytes: 99, rows: 7, attempt: 2, ms: 100 },
    { hour, stage: "made", bytes: 99, rows: 8, attempt: 2, message: "made", ms: 100 },
  ]);
});

Deno.test("JsonProgress tells of bytes once a second for each hour", () => {
  const { progress, objects, pass } = progressOf();
  for (let i = 0; i < 40; i++) {
    for (const hour of [HOUR, HOUR.plus(1)]) {
      progress.event(hour, { stage: "read", bytes: i });
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
  progress.event(HOUR, { stage: "open", url: URL, length: 9, attempt: 1 });
  pass(500);
  progress.event(HOUR.plus(1), { stage: "open", url: URL, length: 9, attempt: 1 });
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
