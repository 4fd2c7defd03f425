import { assert, assertEquals } from "@std/assert";
import { FakeClock } from "../../../core/testing/fake_clock.ts";
import {
  FetchError,
  MissingDumpError,
  PermissionError,
  type Production,
} from "../../../core/mod.ts";
import type { MakePeriod } from "../jobs.ts";
import { hourOf, nextTask, rangeOf } from "../../testing/controlled_make.ts";
import { JobsFixture, statesOf } from "../../testing/jobs_fixture.ts";

const H17 = "2026-09-10T17";
const H18 = "2026-09-10T18";
const H19 = "2026-09-10T19";
const H20 = "2026-09-10T20";
const RANGE = `${H17}_${H19}`;

/** What a queue waits for the file of a job, which a fake clock may let pass. */
const LATE_MS = 10_000;

/** Fails as long as there are failures left. */
function failing(...failures: unknown[]): MakePeriod {
  return () =>
    failures.length === 0
      ? Promise.resolve({ made: true } as Production)
      : Promise.reject(failures.shift());
}

function missing(hour: string, now: Date): MissingDumpError {
  return new MissingDumpError(hourOf(hour), "https://example.org/", now);
}

Deno.test("LocalJobs tries an hour again, with a rest before", async () => {
  await using place = await JobsFixture.open();
  const clock = new FakeClock();
  const make = failing(new Error("Damaged"), new FetchError("Down"));
  const queue = await place.queue({ clock, make });
  await queue.submit(rangeOf(H18));
  const job = await queue.ended(H18);
  assertEquals(job.hours[0], {
    hour: H18,
    state: "done",
    tries: 3,
    max_tries: 3,
    bytes: 0,
    length: null,
    message: "Down",
  });
  const rests = clock.slept.filter((milliseconds) => milliseconds !== LATE_MS);
  const [first, second, ...others] = rests;
  assert(first! >= 750 && first! <= 1250 && second! >= 1500 && second! <= 2500, `${clock.slept}`);
  assertEquals(others, []);
  assertEquals((await queue.get(H18))!.failure, null);
});

Deno.test("LocalJobs gives an hour up after so many tries", async () => {
  await using place = await JobsFixture.open();
  const clock = new FakeClock();
  const errors = ["one", "two", "three"].map((text) => new Error(text));
  const queue = await place.queue({ clock, make: failing(...errors) });
  await queue.submit(rangeOf(H18));
  const job = await queue.ended(H18);
  assertEquals(statesOf(job), ["failed", "failed"]);
  assertEquals([job.hours[0]!.tries, job.hours[0]!.message], [3, "three"]);
  const { message, code, retry_at } = (await queue.get(H18))!.failure!;
  assertEquals([message, code], [errors[2]!.message, "bad-dump"]);
  assertEquals(Date.parse(retry_at), Date.parse(job.ended!) + 30_000);
});

Deno.test("LocalJobs leaves the place to others while an hour rests", async () => {
  await using place = await JobsFixture.open();
  const queue = await place.queue({ running: 1 });
  await queue.submit(rangeOf(H18));
  (await place.make.begun(1)).fail(new Error("Damaged"));
  while ((await queue.get(H18))!.hours[0]!.state !== "waiting") await place.pass(0);
  assertEquals((await queue.get(H18))!.hours[0]!.message, "Damaged");
  assertEquals(statesOf(await queue.get(H18)), ["running", "waiting"]);
  await queue.submit(rangeOf(H19));
  (await place.make.begun(2)).finish();
  await queue.ended(H19);
  await queue.submit(rangeOf(H17, H19));
  const long = await place.make.begun(3);
  await queue.submit(rangeOf(H20));
  await place.pass(1250);
  await nextTask();
  long.finish();
  // Whoever has waited for an hour that rested has waited longest.
  const again = await place.make.begun(4);
  assertEquals(place.make.hours, [H18, H19, H17, H18]);
  assertEquals((await queue.get(H18))!.hours[0]!.tries, 2);
  again.finish();
  assertEquals((await queue.ended(H18)).state, "done");
});

Deno.test("LocalJobs does not try again what cannot pass", async () => {
  await using place = await JobsFixture.open();
  const errors = [
    missing(H18, place.clock.now()),
    new PermissionError("Requires net access"),
    new FetchError("Come back later", { transient: true, retryAfter: 600_000 }),
  ];
  for (const [i, error] of errors.entries()) {
    const hour = `2026-09-10T1${i}`;
    const queue = await place.queue({ make: failing(error) });
    await queue.submit(rangeOf(hour));
    const { hours: [made] } = await queue.ended(hour);
    assertEquals([made!.state, made!.tries], [i === 0 ? "missing" : "failed", 1]);
    assertEquals((await queue.get(hour))!.failure!.message, error.message);
    await queue.close(0);
  }
});

Deno.test("LocalJobs takes what is thrown that is no error", async () => {
  await using place = await JobsFixture.open();
  const make: MakePeriod = () => {
    throw "a text";
  };
  const queue = await place.queue({ make, clock: new FakeClock() });
  await queue.submit(rangeOf(H18));
  assertEquals((await queue.ended(H18)).hours[0]!.message, "a text");
});

Deno.test("LocalJobs.submit() answers with a failure as long as it stands", async () => {
  await using place = await JobsFixture.open();
  const now = new Date("2026-09-10T18:30:00Z");
  const late = missing(H18, now);
  place.clock.pass(now.getTime() - place.clock.now().getTime());
  const queue = await place.queue({ make: failing(late) });
  await queue.submit(rangeOf(H18));
  const failed = await queue.ended(H18);
  assertEquals(statesOf(failed), ["failed", "missing"]);
  const { code, retry_at } = (await queue.get(H18))!.failure!;
  assertEquals([code, retry_at], ["not-published-yet", "2026-09-10T20:00:00.000Z"]);
  place.clock.pass(89 * 60_000);
  const { secret: _, ...again } = await queue.submit(rangeOf(H18));
  assertEquals(again, { job: failed, isNew: false, isKept: true });
  place.clock.pass(60_000);
  assertEquals((await queue.submit(rangeOf(H18))).isNew, true);
  assertEquals((await queue.ended(H18)).state, "done");
  assertEquals((await queue.get(H18))!.failure, null);
});

Deno.test("LocalJobs is done with a range whose dumps are missing in part or all", async () => {
  await using place = await JobsFixture.open();
  const queue = await place.queue();
  await queue.submit(rangeOf(H17, H19));
  (await place.make.begun(1)).finish();
  (await place.make.begun(2)).fail(missing(H18, place.clock.now()));
  (await place.make.begun(3)).fail(missing(H19, new Date("2026-09-10T19:30:00Z")));
  assertEquals(statesOf(await queue.ended(RANGE)), ["done", "done", "missing", "missing"]);
  assertEquals((await queue.get(RANGE))!.failure, null);
  assertEquals((await queue.submit(rangeOf(H17, H19))).isNew, true);
});

Deno.test("LocalJobs goes on with a range of which an hour has failed", async () => {
  await using place = await JobsFixture.open();
  const queue = await place.queue({ maxTries: 1, running: 1 });
  await queue.submit(rangeOf(H17, H19));
  (await place.make.begun(1)).fail(missing(H17, place.clock.now()));
  (await place.make.begun(2)).fail(new FetchError("Down"));
  (await place.make.begun(3)).finish();
  assertEquals(statesOf(await queue.ended(RANGE)), ["failed", "missing", "failed", "done"]);
  const { code, hour } = (await queue.get(RANGE))!.failure!;
  assertEquals([code, hour], ["source-down", H18]);
  assertEquals((await queue.submit(rangeOf(H17, H19))).isNew, false);
});

Deno.test("LocalJobs counts a dump that is read again as a try, but no hiccup", async () => {
  await using place = await JobsFixture.open();
  const queue = await place.queue();
  await queue.submit(rangeOf(H18));
  const first = await place.make.begun(1);
  const tries = async () => (await queue.get(H18))!.hours[0]!.tries;
  first.retry("It broke off", 1000);
  assertEquals(await tries(), 1);
  first.retry("Damaged", 0);
  assertEquals(await tries(), 2);
  first.fail(new Error("Damaged twice"));
  await place.pass(2500);
  const second = await place.make.begun(2);
  assertEquals(await tries(), 3);
  assertEquals(second.signal.aborted, false);
  first.read(5); // Too late to matter.
  assertEquals((await queue.get(H18))!.hours[0]!.bytes, 0);
  second.retry("Damaged still", 0);
  const job = await queue.ended(H18);
  assertEquals([job.state, job.hours[0]!.tries, job.hours[0]!.message], [
    "failed",
    3,
    "Damaged still",
  ]);
});

Deno.test("LocalJobs lets the first attempt ask each source, however many there are", async () => {
  await using place = await JobsFixture.open();
  const queue = await place.queue();
  await queue.submit(rangeOf(H18));
  const making = await place.make.begun(1);
  for (let i = 0; i < 5; i++) {
    making.retry("Damaged", 0);
  }
  assertEquals(making.signal.aborted, false);
  making.finish();
  const job = await queue.ended(H18);
  assertEquals([job.state, job.hours[0]!.tries], ["done", 3]);
});
