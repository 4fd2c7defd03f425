import { assertEquals } from "@std/assert";
import { createStartingHandler } from "./starting.ts";

Deno.test("createStartingHandler() says that the server lives, and what it waits for", async () => {
  const handler = createStartingHandler('the denylist "https://example.org/list"');
  const ask = async (path: string) => {
    const response = await handler(new Request(`http://localhost${path}`));
    return [response.status, response.headers.get("retry-after"), await response.json()];
  };
  assertEquals(await ask("/healthz"), [200, null, { status: "ok" }]);
  assertEquals(await ask("/readyz"), [503, null, {
    status: 'waiting for the denylist "https://example.org/list"',
  }]);
  assertEquals(await ask("/v1/hours"), [503, "5", {
    type: "urn:wikitop:problem:starting",
    title: "The server is starting",
    status: 503,
    detail: 'Cannot answer yet: the server waits for the denylist "https://example.org/list"',
  }]);
});
