import { assert, assertEquals } from "@std/assert";
import { FetchError } from "./fetch_error.ts";

Deno.test("FetchError is final unless it says otherwise", () => {
  const error = new FetchError("Cannot fetch");
  assert(error instanceof Error);
  assertEquals(error.name, "FetchError");
  assertEquals([error.message, error.transient, error.retryAfter], ["Cannot fetch", false, 0]);
  assertEquals(error.code, "unexpected");
  assertEquals(new FetchError("Cannot fetch", { code: "busy" }).code, "busy");
});

Deno.test("FetchError keeps its cause, and when to ask again", () => {
  const cause = new TypeError("reset");
  const error = new FetchError("Cannot fetch", { cause, transient: true, retryAfter: 5000 });
  assertEquals([error.cause, error.transient, error.retryAfter], [cause, true, 5000]);
});
