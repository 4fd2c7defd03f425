import { assertEquals, assertMatch } from "@std/assert";
import { Hour, ReplacedReportError, StoreError } from "../core/mod.ts";
import { describeError } from "./advice.ts";

/** An error as a later core throws it: its code says what the matter is. */
function coded(code: string, message: string, options?: ErrorOptions): Error {
  return Object.assign(new Error(message, options), { code });
}

Deno.test("describeError() adds what to type to the message of an error with a code", () => {
  assertEquals(
    describeError(coded("untrusted-host", 'Cannot fetch "a": it redirects to "b"')),
    'Cannot fetch "a": it redirects to "b"; add that host with --source if you trust it',
  );
});

Deno.test("describeError() knows an error by its class where it has no code", () => {
  const hour = Hour.parse("2026-09-10T18");
  assertMatch(describeError(new ReplacedReportError(hour)), /see what wikitop verify says$/);
});

Deno.test("describeError() knows what caused an error, and each of several", () => {
  const refused = coded("refused-user-agent", "Cannot fetch");
  const cause = new Error("Cannot open", { cause: refused });
  const errors = [cause, coded("dump-not-kept", "Cannot keep dump"), refused];
  assertEquals(
    describeError(new AggregateError(errors, "Cannot make hour")),
    "Cannot make hour; say who you are with --contact; " +
      "make room for it or leave out --keep-dumps",
  );
});

Deno.test("describeError() says once what the message says already", () => {
  const message = "Cannot fetch; say who you are with --contact";
  assertEquals(describeError(coded("refused-user-agent", message)), message);
});

Deno.test("describeError() leaves the message of any other error", () => {
  assertEquals(describeError(coded("ENOENT", "Cannot read")), "Cannot read");
  assertEquals(describeError(new TypeError("a is undefined")), "a is undefined");
});

Deno.test("describeError() says what to do about a store that failed", () => {
  assertEquals(
    describeError(new StoreError('Cannot write "a.csv": no space is left on the disk', "ENOSPC")),
    'Cannot write "a.csv": no space is left on the disk; ' +
      "check that the folder can be written and has room, then run the same again",
  );
});
