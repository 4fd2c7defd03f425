import { assertEquals } from "@std/assert";
import { KeyedQueue } from "./keyed_queue.ts";
import { nextTask } from "../../testing/controlled_make.ts";

Deno.test("KeyedQueue does the work of a key in order, and only so much at a time", async () => {
  const queue = new KeyedQueue(2);
  const log: string[] = [];
  let [running, most] = [0, 0];
  const work = (name: string) =>
    queue.run(name, async () => {
      most = Math.max(most, ++running);
      log.push(`${name} begins`);
      await nextTask();
      log.push(`${name} ends`);
      running--;
    });
  const all = ["a", "a", "b", "c", "a"].map(work);
  await queue.idle();
  assertEquals([most, running], [2, 0]);
  const ofA = log.filter((line) => line.startsWith("a"));
  assertEquals(ofA, ["a begins", "a ends", "a begins", "a ends", "a begins", "a ends"]);
  assertEquals(log.length, 10);
  await Promise.all(all);
  await queue.idle();
});
