import { assertEquals, assertMatch } from "@std/assert";
import { nastyReport } from "../../core/testing/nasty_report.ts";
import { HandlerFixture } from "../testing/handler_fixture.ts";
import { storeReport } from "../../core/testing/store_hour.ts";
import { WatchedStore } from "../../core/testing/watched_store.ts";

const H18 = "2026-09-10T18";
const PATH = `/v1/hours/${H18}/domains`;

Deno.test("hourDomains() lists all domains by the bytes of their codes", async () => {
  await using place = await HandlerFixture.open();
  await place.store(H18);
  assertEquals(await place.json(PATH), {
    hour: H18,
    domains: [
      ["de", "de.wikipedia", "desktop", 16],
      ["en", "en.wikipedia", "desktop", 100],
      ["en.m", "en.wikipedia", "mobile", 50],
    ].map(([domain_code, project, access, views]) => (
      { domain_code, project, access, host: `${project}.org`, views }
    )),
  });
  await storeReport(place.folder, nastyReport());
  const { domains } = await place.json(PATH);
  assertEquals(
    domains.map(({ domain_code, views }: Record<string, unknown>) => [domain_code, views]),
    nastyReport().domains.map(({ code, views }) => [code, views]),
  );
});

Deno.test("hourDomains() writes a line for each domain, for people who look at it", async () => {
  await using place = await HandlerFixture.open();
  await place.store(H18, { dump: "en A 1 0\n" });
  assertEquals(
    await place.text(PATH),
    `{\n  "hour": "${H18}",\n  "domains": [\n    {"domain_code":"en","project":"en.wikipedia",` +
      `"access":"desktop","host":"en.wikipedia.org","views":1}\n  ]\n}\n`,
  );
});

Deno.test("hourDomains() knows what a client has, and reads no report", async () => {
  let watched: WatchedStore | undefined;
  await using place = await HandlerFixture.open({
    freshFor: 60_000,
    openStore: (folder) => watched = new WatchedStore(folder),
  });
  await place.store(H18);
  const { headers } = await place.ask(PATH);
  assertMatch(headers.get("etag")!, /^"[0-9a-f]+"$/);
  const again = await place.ask(PATH, { headers: { "if-none-match": headers.get("etag")! } });
  assertEquals([again.status, await again.text()], [304, ""]);
  assertEquals(watched!.calls, [`readManifest 2026/09/${H18}`]);
});

Deno.test("hourDomains() takes no parameters but those of the demand", async () => {
  await using place = await HandlerFixture.open();
  await place.store(H18);
  assertEquals((await place.ask(`${PATH}?make=no&wait=0`)).status, 200);
  for (const query of ["domain=en", "format=csv", "top=1"]) {
    assertEquals((await place.ask(`${PATH}?${query}`)).status, 400, query);
  }
});
