import { assertEquals } from "@std/assert";
import {
  FetchError,
  LockError,
  MissingDumpError,
  PermissionError,
  StoreError,
} from "../../core/mod.ts";
import { FileError } from "../../core/node/file_error.ts";
import { describeFailure, mayPass } from "./failure.ts";
import { hourOf } from "../testing/controlled_make.ts";

const HOUR = hourOf("2026-09-10T18");

function missing(now: string): [code: string, retryAt: string] {
  const at = new Date(now);
  const error = new MissingDumpError(HOUR, "https://example.org/", at);
  const { code, retry_at } = describeFailure(HOUR, error, at);
  return [code, retry_at];
}

Deno.test("describeFailure() lets a dump that is late be asked for when it is expected", () => {
  assertEquals(missing("2026-09-10T18:01:00Z"), ["not-published-yet", "2026-09-10T20:00:00.000Z"]);
  assertEquals(missing("2026-09-10T19:58:00Z"), ["not-published-yet", "2026-09-10T20:03:00.000Z"]);
  assertEquals(missing("2026-09-11T10:00:00Z"), ["not-published-yet", "2026-09-11T10:05:00.000Z"]);
});

Deno.test("describeFailure() lets a dump that is missing be asked for after an hour", () => {
  assertEquals(missing("2026-09-12T10:00:00Z"), ["missing", "2026-09-12T11:00:00.000Z"]);
});

Deno.test("describeFailure() tells a source that is down from a dump that cannot be used", () => {
  const now = new Date("2026-09-12T10:00:00Z");
  const down = new FetchError("down");
  const gone = new MissingDumpError(HOUR, "https://example.org/", now);
  const busy = new FetchError("busy", { transient: true, retryAfter: 90_000 });
  const cases: [Error, code: string, seconds: number][] = [
    [down, "source-down", 30],
    [busy, "source-down", 90],
    [new Error("it broke off", { cause: busy }), "source-down", 90],
    [new AggregateError([down, busy, gone], "both"), "source-down", 90],
    [new AggregateError([down, new Error("damaged")], "both"), "bad-dump", 30],
    [new Error("damaged"), "bad-dump", 30],
    [new StoreError("full", "ENOSPC"), "failed", 30],
    [new LockError("none", "no-locks"), "store-down", 30],
    [new Error("on the way", { cause: new StoreError("full", "ENOSPC") }), "failed", 30],
    [new FileError("a.gz", Object.assign(new Error("EIO"), { code: "EIO" })), "failed", 30],
    [new PermissionError("no"), "failed", 30],
    [new Error("on the way", { cause: new PermissionError("no") }), "failed", 30],
  ];
  for (const [error, code, seconds] of cases) {
    const failure = describeFailure(HOUR, error, now);
    assertEquals([failure.code, failure.message, failure.hour], [code, error.message, `${HOUR}`]);
    assertEquals(Date.parse(failure.retry_at) - now.getTime(), seconds * 1000);
  }
});

Deno.test("mayPass() gives up on what no other try can mend", () => {
  assertEquals(mayPass(new MissingDumpError(HOUR, "folder", undefined)), false);
  assertEquals(mayPass(new PermissionError("no")), false);
  assertEquals(mayPass(new Error("on the way", { cause: new PermissionError("no") })), false);
  assertEquals(mayPass(new LockError("none", "no-locks")), false);
  assertEquals(mayPass(new LockError("held", "locked")), true);
  assertEquals(mayPass(new FetchError("down")), true);
  assertEquals(mayPass(new Error("damaged")), true);
  assertEquals(mayPass(new StoreError("full", "ENOSPC")), true);
});
