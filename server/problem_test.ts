import { assert, assertEquals, assertMatch } from "@std/assert";
import { FetchError, MissingDumpError } from "../core/mod.ts";
import { hourOf } from "./jobs/testing/controlled_make.ts";
import { Problem, PROBLEM_KINDS, type ProblemKind } from "./problem.ts";
import { API_CASES } from "./testing/api_cases.ts";

Deno.test("Problem has a status and a title for each kind", () => {
  for (const kind of PROBLEM_KINDS) {
    const { type, title, status, detail } = new Problem(kind, "What is wrong").toJSON();
    assertEquals([type, detail], [`urn:wikitop:problem:${kind}`, "What is wrong"]);
    assert(status >= 400 && status < 600, kind);
    assertMatch(title, /^[A-Z].*[^.]$/);
  }
});

Deno.test("Problem of each kind can be provoked", () => {
  const provoked = new Set(API_CASES.map(({ problem }) => problem));
  const left = PROBLEM_KINDS.filter((kind) => !provoked.has(kind));
  // See handler_test.ts and job_events_test.ts.
  assertEquals(left, ["method-not-allowed", "too-many-streams"]);
});

Deno.test("Problem.toResponse() is not kept, may be read by all, and names no folder", async () => {
  const problem = new Problem("failed", 'Cannot read "/srv/dumps/a.gz"', {
    headers: { "x-more": "1" },
  });
  const response = problem.toResponse();
  assertEquals(response.status, 500);
  assertEquals(Object.fromEntries(response.headers), {
    "access-control-allow-origin": "*",
    "access-control-expose-headers": "Retry-After",
    "cache-control": "no-store",
    "content-type": "application/problem+json",
    "x-more": "1",
  });
  assertEquals(await response.json(), {
    type: "urn:wikitop:problem:failed",
    title: "The server failed",
    status: 500,
    detail: 'Cannot read "a.gz"',
  });
});

Deno.test("Problem asks to come back after whole seconds, at least one", () => {
  const header = (retryAfter?: number) =>
    new Problem("source-down", "", { retryAfter }).toResponse().headers.get("retry-after");
  assertEquals([header(), header(-5), header(0), header(1.2), header(30)], [
    null,
    "1",
    "1",
    "2",
    "30",
  ]);
});

Deno.test("Problem.ofHour() tells the causes apart", () => {
  const hour = hourOf("2026-09-10T18");
  const young = new MissingDumpError(hour, "https://example.org/", new Date("2026-09-10T19:00Z"));
  const old = new MissingDumpError(hour, "https://example.org/", new Date("2026-09-20"));
  const down = new FetchError("Cannot fetch");
  const full = Object.assign(new Error("ENOSPC: no space left on device, write"), {
    code: "ENOSPC",
    syscall: "write",
  });
  const notCapable = Object.assign(new Error("Requires write access"), { name: "NotCapable" });
  const causes: [unknown, ProblemKind][] = [
    [young, "not-published-yet"],
    [old, "missing"],
    [down, "source-down"],
    [new Error("Cannot rank without the denylist", { cause: down }), "source-down"],
    [new AggregateError([new Error("Cannot gunzip"), down], "Cannot read"), "source-down"],
    [new AggregateError([new Error("Cannot gunzip"), old], "Cannot read"), "bad-dump"],
    [new Error("Cannot gunzip"), "bad-dump"],
    ["gone", "bad-dump"],
    [notCapable, "failed"],
    [full, "failed"],
    [new Problem("too-large", ""), "too-large"],
  ];
  for (const [cause, kind] of causes) {
    const problem = Problem.ofHour(cause, 7);
    assertEquals(problem.kind, kind);
    if (cause instanceof Problem) continue;
    assertEquals(problem.cause, cause);
    assertEquals(problem.toResponse().headers.get("retry-after"), "7");
    assert(problem.message !== "");
  }
});
