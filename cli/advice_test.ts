import { assertEquals, assertMatch, assertRejects } from "@std/assert";
import { readFile } from "node:fs/promises";
import { Hour, ReplacedReportError, StoreError } from "../core/mod.ts";
import { describeError, missingPermission } from "./advice.ts";

const NOTHING = { read: false, write: false, net: false, env: false } as const;

async function messageOf(action: () => Promise<unknown>): Promise<string | undefined> {
  return missingPermission(await assertRejects(action, Error));
}

Deno.test({
  name: "missingPermission() names the flag for each kind",
  permissions: NOTHING,
  async fn() {
    assertEquals(
      await messageOf(() => Deno.readFile("a.gz")),
      'Cannot read "a.gz": the permission is missing; add --allow-read=a.gz behind "deno run"',
    );
    assertEquals(
      await messageOf(() => readFile("a.gz")),
      'Cannot read "a.gz": the permission is missing; add --allow-read=a.gz behind "deno run"',
    );
    assertEquals(
      await messageOf(() => Deno.writeTextFile("out", "")),
      'Cannot write "out": the permission is missing; add --allow-write=out behind "deno run"',
    );
    assertEquals(
      await messageOf(() => fetch("http://127.0.0.1:8080/a")),
      'Cannot reach "127.0.0.1:8080": the permission is missing; ' +
        'add --allow-net=127.0.0.1:8080 behind "deno run"',
    );
  },
});

Deno.test({
  name: "missingPermission() finds what caused another error",
  permissions: NOTHING,
  async fn() {
    const cause = await assertRejects(() => Deno.readFile("a.gz"), Error);
    const error = new Error("Cannot rank", { cause: new Error("Cannot open", { cause }) });
    assertEquals(
      missingPermission(error),
      'Cannot read "a.gz": the permission is missing; add --allow-read=a.gz behind "deno run"',
    );
  },
});

Deno.test("missingPermission() says nothing where no permission is missing", () => {
  assertEquals(missingPermission(new Error("Requires read access")), undefined);
  assertEquals(missingPermission(new Error("x", { cause: "NotCapable" })), undefined);
});

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
