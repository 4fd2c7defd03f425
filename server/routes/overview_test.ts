import { assert, assertEquals } from "@std/assert";
import { HandlerFixture } from "../testing/handler_fixture.ts";

Deno.test("overview() lists what there is, each with what it is", async () => {
  await using place = await HandlerFixture.open();
  const { resources, docs, description, makes, history } = await place.json("/v1");
  assertEquals([docs, description, makes], ["/docs", "/openapi.json", ["hour"]]);
  assertEquals(history, "store");
  const { paths } = await place.json("/openapi.json");
  for (const { method, path, summary } of resources) {
    assertEquals(paths[path][method.toLowerCase()].summary, summary, path);
  }
  const listed = resources.map(({ path }: { path: string }) => path);
  assert(
    listed.includes("/v1/trending/{period}") && listed.includes("/v1/pages/{project}/{title}"),
  );
});
