import { assert, assertEquals, assertRejects } from "@std/assert";
import { FakeClock } from "../testing/fake_clock.ts";
import { Backoff, backoffDelay } from "./backoff.ts";
import { FetchError } from "../source/http/fetch_error.ts";

const BUSY = new FetchError("Cannot fetch: busy", { transient: true });

/** Waits until patience is over. */
async function waitOut(backoff: Backoff, error: unknown = BUSY): Promise<void> {
  await assertRejects(async () => {
    while (true) await backoff.wait(error);
  }, FetchError);
}

Deno.test("Backoff waits about a second, then twice as long each time, a minute at most", async () => {
  const clock = new FakeClock();
  await waitOut(new Backoff({ clock, retryFor: 600_000 }));
  const expected = [1, 2, 4, 8, 16, 32, 60, 60].map((seconds) => seconds * 1000);
  for (const [i, right] of expected.entries()) {
    const delay = clock.slept[i];
    assert(delay! >= 0.75 * right && delay! <= 1.25 * right, `wait ${i} is ${delay} ms`);
  }
});

Deno.test("Backoff does not wait as long for two clients", async () => {
  const waits = await Promise.all([1, 2, 3, 4].map(async () => {
    const clock = new FakeClock();
    await new Backoff({ clock, retryFor: 60_000 }).wait(BUSY);
    return clock.slept[0];
  }));
  assert(new Set(waits).size > 1, String(waits));
});

Deno.test("Backoff has no patience beyond its time", async () => {
  const clock = new FakeClock();
  const start = clock.now().getTime();
  await waitOut(new Backoff({ clock, retryFor: 20_000 }));
  const waited = clock.now().getTime() - start;
  assert(waited <= 20_000 && waited >= 5000, `it waited ${waited} ms`);
});

Deno.test("Backoff without patience fails at once", async () => {
  const clock = new FakeClock();
  const error = await assertRejects(() => new Backoff({ clock, retryFor: 0 }).wait(BUSY));
  assertEquals(error, BUSY);
  assertEquals(clock.slept, []);
});

Deno.test("Backoff counts the time that the tries took", async () => {
  const clock = new FakeClock();
  const backoff = new Backoff({ clock, retryFor: 10_000 });
  clock.advance(9900);
  await assertRejects(() => backoff.wait(BUSY), FetchError, "busy");
});

Deno.test("Backoff.progress() makes patience start anew", async () => {
  const clock = new FakeClock();
  const backoff = new Backoff({ clock, retryFor: 10_000 });
  for (let i = 0; i < 20; i++) {
    await backoff.wait(BUSY);
    clock.advance(2000);
    backoff.progress();
  }
  for (const delay of clock.slept) assert(delay <= 1250, `a wait is ${delay} ms`);
});

Deno.test("Backoff obeys a server that says when to come back", async () => {
  const clock = new FakeClock();
  const backoff = new Backoff({ clock, retryFor: 600_000 });
  await backoff.wait(new FetchError("busy", { transient: true, retryAfter: 120_000 }));
  assertEquals(clock.slept, [120_000]);
});

Deno.test("Backoff does not come back before a second because a server lets it", async () => {
  const clock = new FakeClock();
  const backoff = new Backoff({ clock, retryFor: 600_000 });
  await backoff.wait(new FetchError("busy", { transient: true, retryAfter: 1 }));
  assert(clock.slept[0]! >= 750);
});

Deno.test("Backoff gives up at once if the server wants more time than there is", async () => {
  const clock = new FakeClock();
  const error = new FetchError("busy", { transient: true, retryAfter: 120_000 });
  await assertRejects(() => new Backoff({ clock, retryFor: 60_000 }).wait(error), FetchError);
  assertEquals(clock.slept, []);
});

Deno.test("Backoff throws what is final, and what it does not know", async () => {
  const clock = new FakeClock();
  for (const final of [new FetchError("refused"), new TypeError("a mistake"), "text"]) {
    let thrown: unknown;
    try {
      await new Backoff({ clock, retryFor: 600_000 }).wait(final);
    } catch (error) {
      thrown = error;
    }
    assertEquals(thrown, final);
  }
  assertEquals(clock.slept, []);
});

Deno.test("Backoff tells of each wait before it begins", async () => {
  const clock = new FakeClock();
  const told: [message: string, delay: number][] = [];
  const backoff = new Backoff({
    clock,
    retryFor: 60_000,
    onRetry: ({ message }, delay) => told.push([message, delay]),
  });
  await backoff.wait(BUSY);
  await backoff.wait(BUSY);
  assertEquals(told, clock.slept.map((delay) => ["Cannot fetch: busy", delay]));
});

Deno.test("Backoff wakes up when it is told to stop", async () => {
  const controller = new AbortController();
  const clock = new FakeClock();
  const backoff = new Backoff({ clock, retryFor: 60_000, signal: controller.signal });
  const waiting = backoff.wait(BUSY);
  controller.abort(new Error("stopped"));
  await assertRejects(() => waiting, Error, "stopped");
});

const DELAYS = [[1, 1000], [2, 2000], [6, 32_000], [7, 60_000], [99, 60_000]] as const;

Deno.test("backoffDelay() doubles from about a second to a minute", () => {
  for (const [failures, middle] of DELAYS) {
    for (let i = 0; i < 50; i++) {
      const delay = backoffDelay(failures);
      assert(delay >= 0.75 * middle && delay <= 1.25 * middle, `${failures}: ${delay} ms`);
    }
  }
});
