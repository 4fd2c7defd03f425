import { assertEquals, assertRejects } from "@std/assert";
import { Limiter } from "./limiter.ts";

Deno.test("Limiter.run() does so much at a time, in the order in which it came", async () => {
  const limiter = new Limiter(2);
  const begun: number[] = [];
  const ends: (() => void)[] = [];
  const all = Promise.all([1, 2, 3, 4].map((number) =>
    limiter.run(async () => {
      begun.push(number);
      await new Promise<void>((resolve) => ends.push(resolve));
      return number;
    })
  ));
  const settle = () => new Promise((resolve) => setTimeout(resolve, 1));
  await settle();
  assertEquals(begun, [1, 2]);
  ends[1]!();
  await settle();
  assertEquals(begun, [1, 2, 3]);
  ends[0]!();
  ends[2]!();
  await settle();
  assertEquals(begun, [1, 2, 3, 4]);
  ends[3]!();
  assertEquals(await all, [1, 2, 3, 4]);
});

Deno.test("Limiter.run() has room again after work that failed", async () => {
  const limiter = new Limiter(1);
  const fail = () => limiter.run(() => Promise.reject(new RangeError("Cannot")));
  const throwing = () => {
    throw new RangeError("Cannot");
  };
  await Promise.all([assertRejects(fail, RangeError), assertRejects(fail, RangeError)]);
  await assertRejects(() => limiter.run(throwing), RangeError);
  assertEquals(await limiter.run(() => Promise.resolve(1)), 1);
});
