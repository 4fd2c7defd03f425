import { assertEquals, assertRejects } from "@std/assert";
import { Turnstile } from "./limiter.ts";

Deno.test("Turnstile.pass() does so much at a time, in the order in which it came", async () => {
  const turnstile = new Turnstile(2);
  const begun: number[] = [];
  const ends: (() => void)[] = [];
  const all = Promise.all([1, 2, 3, 4].map((number) =>
    turnstile.pass(async () => {
      begun.push(number);
      await new Promise<void>((resolve) => ends.push(resolve));
      return number;
    })
  ));
  const settle = () => new Promise((resolve) => setTimeout(resolve, 1));
  await settle();
  assertEquals(begun, [1, 2]);
  ends[1]();
  await settle();
  assertEquals(begun, [1, 2, 3]);
  ends[0]();
  ends[2]();
  await settle();
  assertEquals(begun, [1, 2, 3, 4]);
  ends[3]();
  assertEquals(await all, [1, 2, 3, 4]);
});

Deno.test("Turnstile.pass() has room again after work that failed", async () => {
  const turnstile = new Turnstile(1);
  const fail = () => turnstile.pass(() => Promise.reject(new RangeError("Cannot")));
  const throwing = () => {
    throw new RangeError("Cannot");
  };
  await Promise.all([assertRejects(fail, RangeError), assertRejects(fail, RangeError)]);
  await assertRejects(() => turnstile.pass(throwing), RangeError);
  assertEquals(await turnstile.pass(() => Promise.resolve(1)), 1);
});
