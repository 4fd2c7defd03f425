import { assertEquals } from "@std/assert";
import { RetryMessages } from "./retry_message.ts";

Deno.test("RetryMessages says a reason once, and what to do instead with the first one", () => {
  const retries = new RetryMessages("; --denylist none ranks without one");
  const unknown = new Error('Cannot fetch "https://a.org/": host "a.org" cannot be found');
  const busy = new Error('Cannot fetch "https://a.org/": status is 503');
  assertEquals(
    [
      retries.next(unknown, 1200),
      retries.next(new Error(unknown.message), 2500),
      retries.next(busy, 12_345),
      retries.next(busy, 0),
    ],
    [
      `${unknown.message}; trying again in 1.2 s; --denylist none ranks without one`,
      "Still not, for the same reason; trying again in 2.5 s",
      `${busy.message}; trying again in 12 s`,
      "Still not, for the same reason; trying again now",
    ],
  );
});
