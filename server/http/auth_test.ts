import { assertEquals, assertThrows } from "@std/assert";
import { type Auth, type AuthOptions, createAuth } from "./auth.ts";
import { Problem } from "./problem.ts";

function request(authorization?: string, headers: Record<string, string> = {}): Request {
  return new Request("http://wikitop.test/", {
    headers: { ...headers, ...authorization === undefined ? {} : { authorization } },
  });
}

function authOf(options: Partial<AuthOptions> = {}): Auth {
  return createAuth({
    readOnly: false,
    isKnownHost: (name) => name === "wikitop.test",
    ...options,
  });
}

Deno.test("createAuth() lets all pass where there is no token", () => {
  const auth = authOf();
  auth.check(request());
  auth.check(request("Bearer anything"));
});

Deno.test("createAuth() lets only those pass who have the token", () => {
  const auth = authOf({ token: "sesame" });
  for (const scheme of ["Bearer", "bearer", "BEARER", "Bearer "]) {
    auth.check(request(`${scheme} sesame`));
  }
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
  const auth = authOf({ readOnly: true, token: "sesame" });
  for (const authorization of [undefined, "Bearer sesame"]) {
    assertEquals(
      assertThrows(() => auth.check(request(authorization)), Problem).kind,
      "read-only",
    );
  }
});

Deno.test("createAuth() tells the operator by the token alone", () => {
  assertEquals(authOf({ token: "sesame" }).isOperator(request("bearer sesame")), true);
  assertEquals(authOf({ token: "sesame" }).isOperator(request("Bearer open")), false);
  assertEquals(authOf({ token: "sesame" }).isOperator(request()), false);
  assertEquals(authOf().isOperator(request("Bearer undefined")), false);
});

Deno.test("createAuth() has no hours made for the pages of other sites", () => {
  const refused: Record<string, string>[] = [
    { "sec-fetch-site": "cross-site" },
    { "sec-fetch-site": "Cross-Site", "sec-fetch-mode": "navigate" },
    { origin: "https://evil.example" },
    { origin: "null" },
  ];
  const answered: Record<string, string>[] = [
    {},
    { "sec-fetch-site": "same-origin" },
    { "sec-fetch-site": "same-site" },
    { "sec-fetch-site": "none" },
    { origin: "http://wikitop.test" },
  ];
  for (const auth of [authOf(), authOf({ token: "sesame" })]) {
    for (const headers of refused) {
      const asked = request("Bearer sesame", headers);
      const { kind, status } = assertThrows(() => auth.check(asked), Problem);
      assertEquals([kind, status], ["cross-site", 403], JSON.stringify(headers));
    }
    for (const headers of answered) auth.check(request("Bearer sesame", headers));
  }
});

Deno.test("createAuth() has no hours made by the name of another host", () => {
  const auth = authOf();
  for (const host of ["evil.example", "evil.example:8080", "wikitop.test.evil.example", "[::2]"]) {
    const { kind, status, message } = assertThrows(
      () => auth.check(request(undefined, { host })),
      Problem,
    );
    assertEquals([kind, status], ["unknown-host", 421], host);
    assertEquals(message.includes("--allowed-host"), true);
  }
  for (const host of ["wikitop.test", "wikitop.test:8080", "WIKITOP.test."]) {
    auth.check(request(undefined, { host }));
  }
});
