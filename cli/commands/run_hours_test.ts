import { assertEquals, assertRejects } from "@std/assert";
import {
  Hour,
  MissingDumpError,
  type Production,
  SourceError,
  type StoredReport,
} from "../../core/mod.ts";
import type { HourOutcome } from "../progress/outcome.ts";
import { runHours, type RunHoursOptions } from "./run_hours.ts";

const HOURS = Hour.range(Hour.parse("2026-09-10T18"), Hour.parse("2026-09-10T21"));
const [FIRST, SECOND, THIRD] = HOURS;

function production(hour: Hour): Production {
  const manifest = {
    rows: 3,
    counts: {
      lines: 4,
      domains: 2,
      repeated: 0,
      malformed: { fields: { count: 1, examples: [] } },
    },
    sources: [{ bytes: 10 }],
    made: { seconds: 1.5 },
  };
  const report = { manifest, location: `${hour}.csv` } as unknown as StoredReport;
  return { made: true, lost: 0, report, reports: [report] };
}

/** What came of a run: what it wrote and told, and the outcomes by their hours. */
async function run(
  produce: (hour: Hour) => Promise<Production>,
  options: Partial<RunHoursOptions> = {},
  hours: Iterable<Hour> = HOURS,
) {
  const [paths, told]: string[][] = [[], []];
  const outcomes = new Map<Hour, HourOutcome>();
  const tally = await runHours(hours, { produce: (period) => produce(period as Hour) }, {
    workers: 2,
    waitEvery: undefined,
    missing: "skip",
    rebuild: "never",
    signal: new AbortController().signal,
    progress: {
      event: () => {},
      note: () => {},
      clear: () => {},
      end: () => {},
      waiting: (hour, message) => told!.push(`${hour} ${message}`),
      done(hour, outcome) {
        told!.push(`${hour} ${outcome.kind}`);
        outcomes.set(hour as Hour, outcome);
      },
    },
    write: (text) => Promise.resolve(void paths!.push(text.trim())),
    ...options,
  });
  const kinds = new Map([...outcomes].map(([hour, { kind }]) => [`${hour}`, kind]));
  return { paths, told, kinds, outcomes, tally };
}

function late(hour: Hour): MissingDumpError {
  return new MissingDumpError(hour, "https://example.org/", new Date(hour.end));
}

Deno.test("runHours() writes paths in the order of the range, whichever is made first", async () => {
  const isSecondMade = Promise.withResolvers<void>();
  const { paths, told } = await run(async (hour) => {
    if (hour === FIRST) await isSecondMade.promise;
    if (hour === SECOND) isSecondMade.resolve();
    return production(hour);
  });
  assertEquals(paths, HOURS.map((hour) => `${hour}.csv`));
  assertEquals(told![0], `${SECOND} made`);
});

Deno.test("runHours() goes on after an hour that fails", async () => {
  const { paths, kinds, outcomes, tally } = await run((hour) =>
    hour === SECOND ? Promise.reject(new Error("Cannot rank")) : Promise.resolve(production(hour))
  );
  assertEquals([...kinds.values()].filter((kind) => kind === "made").length, 3);
  const expected: HourOutcome = {
    kind: "failed",
    message: "Cannot rank",
    bytes: 0,
    lines: 0,
    malformed: 0,
  };
  assertEquals(outcomes.get(SECOND!), expected);
  assertEquals(outcomes.get(FIRST!)?.malformed, 1);
  const counts = { made: 3, skipped: 0, missing: 0, late: 0, failed: 1 };
  assertEquals(tally, { hours: counts, bytes: 30, lines: 12, malformed: 3 });
  assertEquals(paths!.length, 3);
});

Deno.test("runHours() ends with a permission that is missing", async () => {
  const denied = new Deno.errors.NotCapable("Requires net access");
  await assertRejects(() => run(() => Promise.reject(denied)), Deno.errors.NotCapable);
});

Deno.test("runHours() ends with a source that is a mistake", async () => {
  const error = new SourceError("Cannot use source");
  let asked = 0;
  await assertRejects(() => run(() => Promise.reject((asked++, error))), SourceError);
  assertEquals(asked <= 2, true);
});

Deno.test("runHours() keeps no list of a long range", async () => {
  let begun = 0;
  function* endless(): Generator<Hour> {
    for (let hour = FIRST!;; hour = hour.plus(1)) {
      begun++;
      yield hour;
    }
  }
  const controller = new AbortController();
  const produce = (hour: Hour) => {
    if (begun === 1000) controller.abort();
    return Promise.resolve(production(hour));
  };
  const { paths, tally } = await run(produce, { signal: controller.signal }, endless());
  assertEquals(paths!.length, tally.hours.made);
  assertEquals(begun <= 1002, true);
});

Deno.test("runHours() tells hours that are late from those that are missing", async () => {
  const make = (hour: Hour) => {
    if (hour === FIRST) return Promise.reject(late(hour));
    if (hour === SECOND) {
      return Promise.reject(new MissingDumpError(hour, "./dumps", undefined, ["a.gz"]));
    }
    return Promise.resolve(production(hour));
  };
  const { kinds } = await run(make);
  assertEquals([kinds.get(`${FIRST}`), kinds.get(`${SECOND}`)], ["late", "missing"]);
  const failing = await run(make, { missing: "fail" });
  assertEquals([...failing.kinds.values()].filter((kind) => kind === "failed").length, 2);
});

Deno.test("runHours() asks again for an hour that is not published yet", async () => {
  let asked = 0;
  const { kinds, told } = await run((hour) => {
    if (hour === THIRD && ++asked < 3) return Promise.reject(late(hour));
    return Promise.resolve(production(hour));
  }, { waitEvery: 1 });
  assertEquals([asked, kinds.get(`${THIRD}`)], [3, "made"]);
  assertEquals(told!.filter((line) => line.endsWith("; waiting for it")).length, 2);
});

Deno.test("runHours() leaves hours without an outcome once it is interrupted", async () => {
  const controller = new AbortController();
  const { signal } = controller;
  const { kinds } = await run((hour) => {
    if (hour === SECOND) controller.abort();
    signal.throwIfAborted();
    return Promise.resolve(production(hour));
  }, { signal, workers: 1 });
  assertEquals([...kinds.keys()], [`${FIRST}`]);
});

Deno.test("runHours() makes all hours even if nobody reads where they are", async () => {
  let tries = 0;
  const write = () => {
    tries++;
    return Promise.reject(new Deno.errors.BrokenPipe());
  };
  const { kinds } = await run((hour) => Promise.resolve(production(hour)), { write, workers: 1 });
  assertEquals([kinds.size, tries], [4, 1]);
});
