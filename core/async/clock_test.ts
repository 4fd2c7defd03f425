import { assert, assertEquals, assertRejects } from "@std/assert";
import { systemClock } from "./clock.ts";

Deno.test("systemClock shows the present time", () => {
  const [before, now, after] = [Date.now(), systemClock.now().getTime(), Date.now()];
  assert(before <= now && now <= after);
});

Deno.test("systemClock.sleep() lets time pass", async () => {
  const since = performance.now();
  await systemClock.sleep(30, new AbortController().signal);
  assert(performance.now() - since >= 25);
});

Deno.test({
  name: "systemClock.sleep() wakes up when it is told to, and leaves no timer",
  sanitizeResources: true,
  sanitizeOps: true,
  async fn() {
    const controller = new AbortController();
    const sleep = systemClock.sleep(600_000, controller.signal);
    const reason = new Error("enough");
    controller.abort(reason);
    const error = await assertRejects(() => sleep, Error, "enough");
    assertEquals(error, reason);
  },
});

Deno.test("systemClock.sleep() does not fall asleep if it was told before", async () => {
  const reason = new Error("enough");
  const sleep = () => systemClock.sleep(600_000, AbortSignal.abort(reason));
  await assertRejects(sleep, Error, "enough");
});

/** Does work with timers that are over at once, and gives how long they were to be. */
async function timersOf(work: () => Promise<void>): Promise<number[]> {
  const original = globalThis.setTimeout;
  const timers: number[] = [];
  globalThis.setTimeout = ((action: () => void, milliseconds = 0) => {
    timers.push(milliseconds);
    return original(action);
  }) as typeof setTimeout;
  try {
    await work();
  } finally {
    globalThis.setTimeout = original;
  }
  return timers;
}

Deno.test("systemClock.sleep() sleeps longer than a timer can be, in several", async () => {
  const longest = 2 ** 31 - 1;
  const sleep = (milliseconds: number) => timersOf(() => systemClock.sleep(milliseconds));
  assertEquals(await sleep(longest), [longest]);
  assertEquals(await sleep(longest + 1), [longest, 1]);
  assertEquals(await sleep(3 * 2 ** 31), [longest, longest, longest, 3]);
  assertEquals(await sleep(30), [30]);
});

Deno.test("systemClock.sleep() does not wake up at once from a sleep of a month", async () => {
  const controller = new AbortController();
  let isOver = false;
  const sleep = systemClock.sleep(31 * 86_400_000, controller.signal).then(() => isOver = true);
  await new Promise((resolve) => setTimeout(resolve, 20));
  assertEquals(isOver, false);
  controller.abort(new Error("enough"));
  await assertRejects(() => sleep, Error, "enough");
});

Deno.test("systemClock.sleep() of no time is over, unless it was told to stop before", async () => {
  for (const milliseconds of [0, -5]) {
    await systemClock.sleep(milliseconds);
    const stopped = AbortSignal.abort(new Error("enough"));
    await assertRejects(() => systemClock.sleep(milliseconds, stopped), Error, "enough");
  }
});

Deno.test("systemClock.sleep() leaves no listener on a signal that lives on", async () => {
  const { signal } = new AbortController();
  let listeners = 0;
  const [add, remove] = [signal.addEventListener, signal.removeEventListener];
  signal.addEventListener = (...args: Parameters<typeof add>) => {
    listeners++;
    add.apply(signal, args);
  };
  signal.removeEventListener = (...args: Parameters<typeof remove>) => {
    listeners--;
    remove.apply(signal, args);
  };
  await systemClock.sleep(1, signal);
  await systemClock.sleep(1, signal);
  assertEquals(listeners, 0);
});
