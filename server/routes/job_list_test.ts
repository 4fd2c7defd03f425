import { assert, assertEquals } from "@std/assert";
import { HandlerFixture } from "../testing/handler_fixture.ts";

Deno.test("jobList() tells of all jobs in short, the newest first, and of no secret", async () => {
  await using place = await HandlerFixture.open();
  assertEquals(await place.json("/v1/jobs"), { jobs: [] });
  const body = { from: "2026-09-10T01", to: "2026-09-10T03" };
  const { secret } = await place.json("/v1/jobs", { method: "POST", body });
  await place.json("/v1/jobs", { method: "POST", body: { from: "2026-09-10T05" } });
  const text = await place.text("/v1/jobs");
  assert(!text.includes(secret) && !text.includes(place.folder), text);
  const { jobs } = JSON.parse(text);
  assertEquals(
    jobs.map(({ id, hours }: { id: string; hours: object }) => [id, hours]),
    [
      ["2026-09-10T05", { total: 1, done: 0, left: 1 }],
      ["2026-09-10T01_2026-09-10T03", { total: 3, done: 0, left: 3 }],
    ],
  );
});
