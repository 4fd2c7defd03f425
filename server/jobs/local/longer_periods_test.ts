import { assertEquals, assertMatch } from "@std/assert";
import { MissingDumpError, parsePeriod } from "../../../core/mod.ts";
import type { PeriodRange } from "../../../core/time/period.ts";
import { hourOf, rangeOf } from "../../testing/controlled_make.ts";
import { JobsFixture, statesOf } from "../../testing/jobs_fixture.ts";

const DAY = "2026-09-10";

function periods(from: string, to = from): PeriodRange {
  return { first: parsePeriod(from), last: parsePeriod(to) };
}

Deno.test("LocalJobs makes days beside hours, each by its own name", async () => {
  await using place = await JobsFixture.open();
  const queue = await place.queue({ running: 4 });
  await queue.submit(periods("2026-09-09", DAY));
  await queue.submit(rangeOf(`${DAY}T18`));
  await place.make.begun(3);
  assertEquals(place.make.hours.toSorted(), ["2026-09-09", DAY, `${DAY}T18`]);
  // An hour is no part of the job of its day.
  assertEquals((await queue.list({ period: hourOf(`${DAY}T18`) })).map(({ id }) => id), [
    `${DAY}T18`,
  ]);
  assertEquals((await queue.list({ period: parsePeriod(DAY) })).map(({ id }) => id), [
    `2026-09-09_${DAY}`,
  ]);
  for (const made of place.make.all) made.finish();
  assertEquals(statesOf(await queue.ended(`2026-09-09_${DAY}`)), ["done", "done", "done"]);
});

Deno.test("LocalJobs counts the bytes of all dumps of a day, whose length nobody knows", async () => {
  await using place = await JobsFixture.open();
  const queue = await place.queue();
  await queue.submit(periods(DAY));
  const made = await place.make.begun(1);
  const tell = (hour: string, bytes: number) =>
    made.tell({ stage: "download", state: "progress", hour: `${DAY}T${hour}`, bytes });
  const start = { stage: "download", state: "start", url: "", length: 50, attempt: 1 } as const;
  made.tell({ ...start, hour: `${DAY}T01` });
  tell("01", 30);
  made.tell({ ...start, hour: `${DAY}T02` });
  tell("02", 20);
  tell("01", 50);
  const { bytes, length } = (await queue.get(DAY))!.hours[0]!;
  assertEquals([bytes, length], [70, null]);
  // Broken off, a dump is read again from its beginning.
  made.tell({ ...start, hour: `${DAY}T02` });
  assertEquals((await queue.get(DAY))!.hours[0]!.bytes, 50);
  made.finish();
  await queue.ended(DAY);
});

Deno.test("LocalJobs goes on with a week after a restart, and remembers how one ended", async () => {
  await using place = await JobsFixture.open();
  const before = await place.queue();
  await before.submit(periods("2026-W36"));
  await before.submit(periods("2026-08"));
  (await place.make.begun(2)).finish();
  await before.ended("2026-08");
  const closed = before.close(0);
  await place.pass(0);
  await closed;
  const after = await place.queue();
  assertEquals(statesOf(await after.get("2026-08")), ["done", "done"]);
  (await place.make.begun(3)).finish();
  assertEquals(place.make.hours, ["2026-W36", "2026-08", "2026-W36"]);
  assertEquals((await after.ended("2026-W36")).state, "done");
});

Deno.test("LocalJobs says of a day without any dump that it is missing", async () => {
  await using place = await JobsFixture.open();
  const now = new Date("2026-09-20T00:00:00Z");
  const missing = new MissingDumpError(hourOf(`${DAY}T01`), "https://example.org/", now);
  const queue = await place.queue({ make: () => Promise.reject(missing) });
  await queue.submit(periods(DAY));
  const { state, hours: [day], failure } = await queue.ended(DAY);
  assertEquals([state, day!.hour, day!.state, failure?.hour], ["failed", DAY, "missing", DAY]);
  assertMatch(failure!.message, /2026-09-10T01/);
});
