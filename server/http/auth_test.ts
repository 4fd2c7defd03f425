import { assertEquals, assertThrows } from "@std/assert";
import { createGuard } from "./auth.ts";
import { Problem } from "./problem.ts";

function request(authorization?: string): Request {
  return new Request("http://wikitop.test/", {
    headers: authorization === undefined ? {} : { authorization },
  });
}

Deno.test("createGuard() lets all pass where there is no token", () => {
  const guard = createGuard({ readOnly: false });
  guard.check(request());
  guard.check(request("Bearer anything"));
});

Deno.test("createGuard() lets only those pass who have the token", () => {
  const guard = createGuard({ readOnly: false, token: "sesame" });
  guard.check(request("Bearer sesame"));
  const wrong = ["", "Bearer", "Bearer ", "Bearer sesam", "Bearer sesame2", "Bearer SESAME"];
  for (const authorization of [undefined, ...wrong, "sesame", "Basic sesame", "Bearer x sesame"]) {
    const problem = assertThrows(() => guard.check(request(authorization)), Problem);
    assertEquals(problem.kind, "unauthorized", authorization);
    const { headers } = problem.toResponse();
    assertEquals(headers.get("www-authenticate"), 'Bearer realm="wikitop"');
    assertEquals(problem.message.includes("sesame"), false);
  }
});

Deno.test("createGuard() lets nobody pass on a server that only reads", () => {
  const guard = createGuard({ readOnly: true, token: "sesame" });
  for (const authorization of [undefined, "Bearer sesame"]) {
    assertEquals(
      assertThrows(() => guard.check(request(authorization)), Problem).kind,
      "read-only",
    );
  }
});
