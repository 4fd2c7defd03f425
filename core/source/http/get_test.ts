import { assert, assertEquals, assertRejects } from "@std/assert";
import { LoopbackServer } from "../../testing/loopback_server.ts";
import { unusedUrl } from "../../testing/unused_url.ts";
import { PermissionError } from "../../permission_error.ts";
import { FetchError, type FetchErrorCode } from "./fetch_error.ts";
import { httpGet } from "./get.ts";

const OPTIONS = { fetch, userAgent: "wikitop/1.2.3 (test@example.org) Deno/2.9.6" };

async function messageOf(answer: () => Response): Promise<string> {
  await using server = new LoopbackServer(answer);
  const error = await assertRejects(() => httpGet(`${server.url}file`, OPTIONS), Error);
  assertEquals(server.requests.length, 1, "it asked again");
  return error.message.replaceAll(server.url, "http://host/");
}

Deno.test("httpGet() says who asks, and asks for no comparison", async () => {
  await using server = new LoopbackServer(() => new Response("content"));
  const response = await httpGet(`${server.url}a/b.gz`, OPTIONS);
  assertEquals(await response.text(), "content");
  assertEquals(server.paths, ["/a/b.gz"]);
  assertEquals(server.requests[0]!.method, "GET");
  assertEquals(server.requests[0]!.headers.get("user-agent"), OPTIONS.userAgent);
  assertEquals(server.requests[0]!.headers.get("if-none-match"), null);
});

Deno.test("httpGet() sends the password of a URL to its server, and to no other", async () => {
  await using other = new LoopbackServer(() => new Response("there"));
  await using server = new LoopbackServer(({ url }) =>
    url.includes("away")
      ? Response.redirect(other.url)
      : url.endsWith("/new")
      ? new Response("here")
      : Response.redirect(new URL("/new", url))
  );
  const url = server.url.replace("//", "//joe:s%C3%A9cret@");
  const options = { ...OPTIONS, hosts: [other.host] };
  assertEquals(await (await httpGet(`${url}old`, options)).text(), "here");
  assertEquals(await (await httpGet(`${url}away`, options)).text(), "there");
  const sent = ({ requests }: LoopbackServer) =>
    requests.map(({ headers }) => headers.get("authorization"));
  assertEquals(sent(server), Array(3).fill("Basic am9lOnPDqWNyZXQ="));
  assertEquals(sent(other), [null]);
});

Deno.test("httpGet() tells no secret of a URL, whatever goes wrong", async () => {
  const answers = [
    () => new Response(null, { status: 500 }),
    () => new Response(null, { status: 302, headers: { location: "http://a:secret@b.invalid/" } }),
    () => new Response(null, { status: 302, headers: { location: "//[x?sig=secret" } }),
    ({ url }: Request) => Response.redirect(url),
  ];
  for (const answer of answers) {
    await using server = new LoopbackServer(answer);
    const url = `${server.url.replace("//", "//joe:secret@")}a?sig=secret`;
    const { message } = await assertRejects(() => httpGet(url, OPTIONS), FetchError);
    assert(!message.includes("secret"), message);
  }
  const nobody = `${unusedUrl().replace("//", "//joe:secret@")}?token=secret`;
  const { message } = await assertRejects(() => httpGet(nobody, OPTIONS), FetchError);
  assert(!message.includes("secret") && !message.includes("joe"), message);
});

Deno.test("httpGet() asks whether an ETag is still that of the file", async () => {
  await using server = new LoopbackServer(() => new Response(null, { status: 304 }));
  const response = await httpGet(server.url, { ...OPTIONS, etag: '"5af3"' });
  assertEquals(response.status, 304);
  assertEquals(server.requests[0]!.headers.get("if-none-match"), '"5af3"');
});

Deno.test("httpGet() leaves it to the caller what 404 means", async () => {
  await using server = new LoopbackServer(() => new Response("none", { status: 404 }));
  const response = await httpGet(server.url, OPTIONS);
  assertEquals(response.status, 404);
  await response.body?.cancel();
});

Deno.test("httpGet() follows a redirect", async () => {
  await using server = new LoopbackServer(({ url }) =>
    url.endsWith("/new") ? new Response("moved") : Response.redirect(new URL("/new", url))
  );
  assertEquals(await (await httpGet(`${server.url}old`, OPTIONS)).text(), "moved");
  assertEquals(server.paths, ["/old", "/new"]);
});

Deno.test({
  name: "httpGet() puts a refusal of Wikimedia's servers down to the User-Agent",
  sanitizeResources: true,
  async fn() {
    const refuse = () => Promise.resolve(new Response("no", { status: 403 }));
    const url = "https://dumps.wikimedia.org/file";
    const error = await assertRejects(
      () => httpGet(url, { ...OPTIONS, fetch: refuse }),
      FetchError,
      `Cannot fetch "${url}": status is 403, the server refuses the User-Agent ` +
        '"wikitop/1.2.3 (test@example.org) Deno/2.9.6"',
    );
    assertEquals(error.code, "refused-user-agent");
  },
});

Deno.test("httpGet() knows that other servers say 403 of a file that is not there", async () => {
  assertEquals(
    await messageOf(() => new Response("no", { status: 403 })),
    'Cannot fetch "http://host/file": status is 403, the server does not allow it, or has no ' +
      "such file; try another source",
  );
});

Deno.test("httpGet() says what went wrong below HTTP without the runtime's own words", async () => {
  const failing = (message: string) => () =>
    Promise.reject(new TypeError("fetch failed", { cause: new Error(message) }));
  const messages = [
    "error sending request for url (https://a.org/x): client error (Connect): dns error: failed " +
    "to lookup address information: Name or service not known",
    "error sending request for url (https://a.org/x): client error (Connect): tcp connect error: " +
    "Connection refused (os error 111)",
  ].map(async (message) => {
    const get = () => httpGet("https://a.org/x", { ...OPTIONS, fetch: failing(message) });
    return (await assertRejects(get, FetchError)).message;
  });
  assertEquals(await Promise.all(messages), [
    'Cannot fetch "https://a.org/x": host "a.org" cannot be found; check the network and the address',
    'Cannot fetch "https://a.org/x": Connection refused; check the network and the address',
  ]);
});

Deno.test("httpGet() says how many seconds a busy server wants to be left alone", async () => {
  const headers = { "retry-after": "120" };
  assertEquals(
    await messageOf(() => new Response("busy", { status: 429, headers })),
    'Cannot fetch "http://host/file": status is 429, the server is busy; try again after 120 s',
  );
});

Deno.test("httpGet() says until when a busy server wants to be left alone", async () => {
  const headers = { "retry-after": "Thu, 10 Sep 2026 20:04:05 GMT" };
  assertEquals(
    await messageOf(() => new Response("busy", { status: 503, headers })),
    'Cannot fetch "http://host/file": status is 503, the server is busy; ' +
      "try again after Thu, 10 Sep 2026 20:04:05 GMT",
  );
});

Deno.test("httpGet() says of a busy server that says no more that it is busy", async () => {
  assertEquals(
    await messageOf(() => new Response("busy", { status: 503 })),
    'Cannot fetch "http://host/file": status is 503, the server is busy; try again later',
  );
});

Deno.test("httpGet() names any other status", async () => {
  assertEquals(
    await messageOf(() => new Response("oops", { status: 500 })),
    'Cannot fetch "http://host/file": status is 500, Internal Server Error; ' +
      "try again later or another source",
  );
  assertEquals(
    await messageOf(() => new Response(null, { status: 204, statusText: "" })),
    'Cannot fetch "http://host/file": status is 204, No Content; ' +
      "try again later or another source",
  );
});

Deno.test("httpGet() says that nobody answers", async () => {
  const url = unusedUrl();
  const error = await assertRejects(() => httpGet(url, OPTIONS), Error);
  assert(error.message.startsWith(`Cannot fetch "${url}": `), error.message);
  assert(/refused/i.test(error.message), error.message);
  assert(error.message.endsWith("; check the network and the address"), error.message);
  assert(error.cause instanceof TypeError);
});

Deno.test({
  name: "httpGet() lets through that a permission is missing",
  permissions: { net: false },
  async fn() {
    await assertRejects(
      () => httpGet("http://127.0.0.1:8080/", OPTIONS),
      PermissionError,
      "net access",
    );
  },
});

const CODES: [answer: () => Response, code: FetchErrorCode, transient: boolean][] = [
  [() => new Response("no", { status: 403 }), "status", false],
  [() => new Response("busy", { status: 429 }), "busy", true],
  [() => new Response("busy", { status: 503 }), "busy", true],
  [() => new Response("oops", { status: 500 }), "status", true],
  [() => new Response("gone", { status: 410 }), "status", false],
  [() => redirect("https://["), "redirect", false],
  [() => redirect("/file"), "redirect", false],
  [() => redirect("http://example.com/file"), "untrusted-host", false],
];

function redirect(location: string): Response {
  return new Response(null, { status: 302, headers: { location } });
}

for (const [answer, code, transient] of CODES) {
  const { status, headers } = answer();
  const how = [status, headers.get("location")].filter(Boolean).join(" to ");
  Deno.test(`httpGet() calls ${how} "${code}"`, async () => {
    await using server = new LoopbackServer(answer);
    const error = await assertRejects(() => httpGet(`${server.url}file`, OPTIONS), FetchError);
    assertEquals([error.code, error.transient], [code, transient]);
  });
}

Deno.test('httpGet() calls that nobody answers "network", and bad certificates by their name', async () => {
  const nobody = await assertRejects(() => httpGet(unusedUrl(), OPTIONS), FetchError);
  assertEquals([nobody.code, nobody.transient], ["network", true]);
  const cause = new Error("invalid peer certificate: UnknownIssuer");
  const fetch = () => Promise.reject(new TypeError("error sending request", { cause }));
  const untrusted = await assertRejects(
    () => httpGet("https://example.org/", { ...OPTIONS, fetch }),
    FetchError,
    "the server is not who it should be",
  );
  assertEquals([untrusted.code, untrusted.transient], ["certificate", false]);
});

Deno.test("httpGet() leaves no server alone for more than an hour", async () => {
  const wishes = [
    ["120", 120],
    ["31536000", 3600],
    ["9".repeat(23), 3600],
    [
      "Thu, 10 Sep 2099 20:04:05 GMT",
      3600,
    ],
    ["soon", 0],
    ["-5", 0],
  ] as const;
  for (const [wish, seconds] of wishes) {
    const headers = { "retry-after": wish };
    await using server = new LoopbackServer(() => new Response("busy", { status: 503, headers }));
    const error = await assertRejects(() => httpGet(server.url, OPTIONS), FetchError);
    assertEquals(error.retryAfter, seconds * 1000, wish);
  }
});
