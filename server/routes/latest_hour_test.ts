import { assertEquals } from "@std/assert";
import { HandlerFixture } from "../testing/handler_fixture.ts";

Deno.test("latestHour() sends to the newest stored hour, and takes the query along", async () => {
  await using place = await HandlerFixture.open();
  await place.store("2026-09-10T18");
  await place.store("2026-09-10T17");
  for (const query of ["", "?domain=en.m&top=1", "?format=csv"]) {
    const response = await place.ask(`/v1/hours/latest${query}`);
    assertEquals(response.status, 307);
    assertEquals(response.headers.get("location"), `/v1/hours/2026-09-10T18${query}`);
    assertEquals(response.headers.get("cache-control"), "no-cache");
    assertEquals(response.headers.get("access-control-allow-origin"), "*");
    assertEquals((await place.ask(response.headers.get("location")!)).status, 200);
  }
  await place.store("2026-09-12T00");
  const { headers } = await place.ask("/v1/hours/latest");
  assertEquals(headers.get("location"), "/v1/hours/2026-09-12T00");
});

Deno.test("latestHour() finds an hour of long ago", async () => {
  await using place = await HandlerFixture.open();
  await place.store("2015-05-01T01");
  const { headers } = await place.ask("/v1/hours/latest");
  assertEquals(headers.get("location"), "/v1/hours/2015-05-01T01");
});

Deno.test("latestHour() says that nothing is stored", async () => {
  await using place = await HandlerFixture.open();
  const response = await place.ask("/v1/hours/latest");
  assertEquals(response.status, 404);
  assertEquals((await response.json()).type, "urn:wikitop:problem:nothing-stored");
  assertEquals(await place.jobs!.counts(), { running: 0, queued: 0 });
});
