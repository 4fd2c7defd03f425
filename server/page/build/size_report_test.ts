import { assert, assertEquals, assertMatch } from "@std/assert";
import { sizeReport } from "./size_report.ts";

Deno.test("sizeReport() sums what is sent, and tells what is too much", async () => {
  const noise = new Uint8Array(151_000);
  for (let at = 0; at < noise.length; at += 1000) {
    crypto.getRandomValues(noise.subarray(at, at + 1000));
  }
  const { text, excess } = await sizeReport(
    new Map([["noise", noise], ["none", new Uint8Array()]]),
  );
  assertMatch(text, /^ 151\d{3} {2}noise\n {5}20 {2}none\n 151\d{3} {2}of 150000$/);
  assert(excess > 1000 && excess < 2000, `${excess}`);
  assertEquals((await sizeReport(new Map([["zeros", new Uint8Array(1e6)]]))).excess, 0);
});
