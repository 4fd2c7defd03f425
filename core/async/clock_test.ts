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
