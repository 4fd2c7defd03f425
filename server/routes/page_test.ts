import { assertEquals, assertMatch } from "@std/assert";
import { HandlerFixture } from "../testing/handler_fixture.ts";
import { smallPage } from "../testing/small_page.ts";

Deno.test("page() gives the files of the page, and nothing else", async () => {
  await using place = await HandlerFixture.open({ files: await smallPage() });
  assertEquals(await place.text("/"), "<!doctype html>\n");
  assertEquals(await place.text("/?hour=2026-09-10T18"), "<!doctype html>\n");
  const asset = await place.ask("/assets/main-1.js");
  assertEquals(asset.headers.get("content-type"), "text/javascript; charset=utf-8");
  assertEquals(await asset.text(), "export {};\n");
  for (const path of ["main-2.js", "..%2F..%2Fdeno.json", "%2e%2e/", "", "a/b"]) {
    assertEquals((await place.ask(`/assets/${path}`)).status, path === "%2e%2e/" ? 200 : 404, path);
  }
  for (const path of ["/docs", "/page/en.wikipedia/AC/DC", "/page/en.wikipedia/%3F/"]) {
    assertEquals(await place.text(path), "<!doctype html>\n", path);
  }
  assertEquals((await place.ask("/page/en.wikipedia")).status, 404);
  const icon = await place.ask("/favicon.ico");
  assertEquals([icon.status, icon.headers.get("content-type")], [200, "image/svg+xml"]);
});

Deno.test("page() knows what a browser has", async () => {
  await using place = await HandlerFixture.open({ files: await smallPage() });
  const { headers } = await place.ask("/");
  const again = await place.ask("/", { headers: { "if-none-match": headers.get("etag")! } });
  assertEquals([again.status, await again.text()], [304, ""]);
  // Nobody knows when it was made.
  const since = { "if-modified-since": "Fri, 01 Jan 2100 00:00:00 GMT" };
  assertEquals((await place.ask("/", { headers: since })).status, 200);
});

Deno.test("page() says that the page is not built", async () => {
  await using place = await HandlerFixture.open();
  for (const path of ["/", "/assets/main.js"]) {
    const response = await place.ask(path);
    assertEquals(response.status, 404);
    assertMatch((await response.json()).detail, /deno task page/);
  }
});
