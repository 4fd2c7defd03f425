import { assertEquals } from "@std/assert";
import { HandlerFixture } from "../testing/handler_fixture.ts";

Deno.test("healthz() says that the process answers, whatever else", async () => {
  await using place = await HandlerFixture.open();
  place.closing.abort();
  const response = await place.ask("/healthz");
  assertEquals([response.status, await response.json()], [200, { status: "ok" }]);
});

Deno.test("readyz() says that the store can be read, also if nothing is in it yet", async () => {
  await using place = await HandlerFixture.open();
  const response = await place.ask("/readyz");
  assertEquals([response.status, await response.json()], [200, { status: "ready" }]);
});

Deno.test("readyz() says that the store cannot be read", async () => {
  await using place = await HandlerFixture.open();
  await Deno.mkdir(place.folder, { recursive: true });
  await Deno.writeTextFile(`${place.folder}/2026`, "");
  const response = await place.ask("/readyz");
  assertEquals(response.status, 503);
  assertEquals(await response.json(), { status: "the store cannot be read" });
});

Deno.test("readyz() says that the server shuts down", async () => {
  await using place = await HandlerFixture.open();
  place.closing.abort();
  const response = await place.ask("/readyz");
  assertEquals([response.status, await response.json()], [503, { status: "shutting down" }]);
});
