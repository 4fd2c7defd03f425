import { assertEquals, assertThrows } from "@std/assert";
import { createAuth } from "./auth.ts";
import { Problem } from "./problem.ts";

function request(authorization?: string): Request {
  return new Request("http://wikitop.test/", {
    headers: authorization === undefined ? {} : { authorization },
  });
}

Deno.test("createAuth() lets all pass where there is no token", () => {
  const auth = createAuth({ readOnly: false });
  auth.check(request());
  auth.check(request("Bearer anything"));
});

Deno.test("createAuth() lets only those pass who have the token", () => {
  const auth = createAuth({ readOnly: false, token: "sesame" });
  auth.check(request("Bearer sesame"));
  const wrong = ["", "Bearer", "Bearer ", "Bearer sesam", "Bearer sesame2", "Bearer SESAME"];
  for (const authorization of [undefined, ...wrong, "sesame", "Basic sesame", "Bearer x sesame"]) {
    const problem = assertThrows(() => auth.check(request(authorization)), Problem);
    assertEquals(problem.kind, "unauthorized", authorization);
    const { headers } = problem.toResponse();
    assertEquals(headers.get("www-authenticate"), 'Bearer realm="wikitop"');
    assertEquals(problem.message.includes("sesame"), false);
  }
});

Deno.test("createAuth() lets nobody pass on a server that only reads", () => {
  const auth = createAuth({ readOnly: true, token: "sesame" });
  for (const authorization of [undefined, "Bearer sesame"]) {
    assertEquals(
      assertThrows(() => auth.check(request(authorization)), Problem).kind,
      "read-only",
    );
  }
});
