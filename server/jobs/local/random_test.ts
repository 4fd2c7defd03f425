import { assert, assertEquals } from "@std/assert";
import { Random } from "../../../testdata/random.ts";
import { MissingDumpError } from "../../../core/mod.ts";
import { isFinal } from "../job.ts";
import type { LocalJobs } from "./local_jobs.ts";
import { QueueClosedError } from "../errors.ts";
import { hourOf, nextTask, rangeOf } from "../../testing/controlled_make.ts";
import { JobsFixture } from "../../testing/jobs_fixture.ts";

const SEEDS = 25;
const STEPS = 60;

/** Ends or waits for one of the makings that go on, as it comes. */
function meddle(place: JobsFixture, random: Random): void {
  const making = place.make.all[random.below(place.make.all.length || 1)];
  if (making === undefined) return;
  making.read(random.below(1000));
  const what = random.below(6);
  if (what < 3) making.finish();
  if (what === 3) making.fail(new Error("Damaged"));
  if (what === 4) making.fail(new MissingDumpError(hourOf(making.hour), "folder", undefined));
}

/** A job is what its hours make of it. */
async function check(queue: LocalJobs, ids: Iterable<string>): Promise<void> {
  for (const id of ids) {
    const { state, hours, started, ended } = (await queue.get(id))!;
    const states = new Set(hours.map((hour) => hour.state));
    const isOver = hours.every((hour) => isFinal(hour.state));
    assertEquals(isFinal(state), isOver, `${id} is ${state}, its hours ${[...states]}`);
    assertEquals(ended !== null, isFinal(state));
    if (state === "queued") assertEquals([...states, started], ["waiting", null]);
    if (state === "done") assert(!states.has("failed") && !states.has("cancelled"));
    if (state === "failed") assert(states.has("failed") || hours.length === 1);
    assert(hours.every(({ tries, max_tries }) => tries <= max_tries));
  }
}

async function play(seed: number): Promise<void> {
  await using place = await JobsFixture.open();
  const random = new Random(seed);
  const running = 1 + random.below(3);
  place.make.endsWhenStopped = random.below(2) === 0;
  let queue = await place.queue({ running });
  const ids = new Set<string>();
  const waits: Promise<unknown>[] = [];
  for (let step = 0; step < STEPS; step++) {
    const first = 1 + random.below(9);
    const last = Math.min(9, first + Math.max(0, random.below(8) - 4));
    const range = rangeOf(`2026-09-10T0${first}`, `2026-09-10T0${last}`);
    const what = random.below(20);
    if (what < 6) {
      const { job: { id } } = await queue.submit(range);
      ids.add(id);
      waits.push(queue.ended(id).catch((error) => assert(error instanceof QueueClosedError)));
      waits.push(Array.fromAsync((await queue.watch(id))!));
    } else if (what < 15) {
      meddle(place, random);
    } else if (what < 17) {
      await queue.cancel([...ids][random.below(ids.size || 1)] ?? "none");
    } else if (what < 19) {
      place.clock.pass(random.below(5000));
    } else if (random.below(4) === 0) {
      const closed = queue.close(0);
      while (waits.length > 0 && place.clock.sleeping > 0) {
        place.clock.pass(5000);
        await nextTask();
      }
      for (const making of place.make.all) making.fail(making.signal.reason);
      await closed;
      queue = await place.queue({ running });
    }
    if (random.below(3) === 0) await nextTask();
    await check(queue, ids);
  }
  while (Object.values(await queue.counts()).some((count) => count > 0)) {
    for (const making of place.make.all) making.finish();
    place.clock.pass(5000);
    await nextTask();
    await check(queue, ids);
  }
  place.clock.pass(5000);
  await Promise.all(waits);
  assert(place.make.most <= running);
  assertEquals(place.make.twice, []);
  assertEquals(place.warnings, []);
  await queue.close(0);
  for (const id of ids) {
    assertEquals(await place.kept(id), { ...(await queue.get(id))!, failure: null });
  }
}

Deno.test("LocalJobs keeps its promises whatever happens in whichever order", async () => {
  for (let seed = 1; seed <= SEEDS; seed++) {
    try {
      await play(seed);
    } catch (error) {
      throw new Error(`Cannot play with seed ${seed}`, { cause: error });
    }
  }
});
