import { assert, assertEquals, assertMatch } from "@std/assert";
import { Problem, PROBLEM_KINDS } from "./problem.ts";
import { API_CASES } from "../testing/api_cases.ts";

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
  // See handler_test.ts, body_test.ts, job_events_test.ts and starting_test.ts.
  const elsewhere = ["method-not-allowed", "too-slow", "too-many-bodies", "too-many-streams"];
  assertEquals(left, [...elsewhere, "starting"]);
});

Deno.test("Problem.toResponse() is not kept, may be read by all, and says it all", async () => {
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
    detail: 'Cannot read "/srv/dumps/a.gz"',
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

Deno.test("Problem.ofFailure() tells what went wrong elsewhere, without folders", () => {
  for (const kind of ["not-published-yet", "missing", "source-down", "bad-dump"] as const) {
    const failure = { code: kind, message: 'Cannot read "/srv/dumps/a.gz"' };
    const problem = Problem.ofFailure(failure, 7);
    assertEquals([problem.kind, problem.message], [kind, 'Cannot read "a.gz"']);
    assertEquals(problem.cause, failure);
    assertEquals(problem.toResponse().headers.get("retry-after"), "7");
  }
});

Deno.test("Problem.ofFailure() keeps to itself what is wrong with this machine", () => {
  const message = "ENOSPC: no space left on device, write '/srv/top'";
  const problem = Problem.ofFailure({ code: "failed", message });
  assertEquals(problem.status, 500);
  assertEquals(problem.message, "Cannot make the hour: the server's log says why");
});
