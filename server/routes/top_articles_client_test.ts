/**
 * A client that others wrote for Wikimedia's own API, pointed at this server.
 *
 * @module
 */
import { assertEquals, assertMatch, assertRejects } from "@std/assert";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
// Only so that it is in the lock file: what is tested is a copy of it with another base URL.
import "pageviews/pageviews.js";
import { HandlerFixture } from "../testing/handler_fixture.ts";

/** What the client `pageviews` of npm offers, as far as it is used here. */
interface Client {
  getTopPageviews(parameters: object): Promise<{ items: Item[] }>;
}

interface Item {
  project: string;
  access: string;
  year: string;
  month: string;
  day: string;
  articles: { article: string; views: number; rank: number }[];
}

const BASE_URL = "'https://wikimedia.org/api/rest_v1'";

/** The client as it is, but for its base URL, which is a constant in its only file. */
async function clientOf(baseUrl: string): Promise<Client> {
  const path = fileURLToPath(import.meta.resolve("pageviews/pageviews.js"));
  const parts = (await Deno.readTextFile(path)).split(BASE_URL);
  assertEquals(parts.length, 2);
  const module = { exports: {} as Client };
  // As Node loads a file of the older kind of modules.
  const load = new Function("require", "module", parts.join(JSON.stringify(baseUrl)));
  load(createRequire(path), module);
  return module.exports;
}

const DUMP = `de Berlin 7 0
en Ada_Lovelace 40 0
en Zürich 30 0
en.m Ada_Lovelace 50 0
en.m AC/DC 7 0
`;
const ALL = "de.wikipedia Berlin 7 0\nen.wikipedia Ada_Lovelace 90 0\nen.wikipedia Zürich 30 0\n";

Deno.test("The npm client pageviews reads days, months and errors of this server", async () => {
  await using place = await HandlerFixture.open();
  for (const period of ["2026-09-10", "2026-08"]) {
    await place.store(period, { dump: DUMP });
    await place.store(period, { dump: ALL, edition: "all" });
  }
  const options = { hostname: "127.0.0.1", port: 0, onListen: () => {} };
  await using server = Deno.serve(options, place.handler);
  const client = await clientOf(`http://127.0.0.1:${server.addr.port}`);
  const date = { year: 2026, month: 9, day: 10 };

  const { items } = await client.getTopPageviews({ project: "en.wikipedia.org", ...date });
  assertEquals(items, [{
    project: "en.wikipedia",
    access: "all-access",
    year: "2026",
    month: "09",
    day: "10",
    articles: [
      { article: "Ada_Lovelace", views: 90, rank: 1 },
      { article: "Zürich", views: 30, rank: 2 },
    ],
  }]);

  const titlesOf = async (parameters: object) => {
    const { items: [item] } = await client.getTopPageviews({ ...date, ...parameters });
    return item!.articles.map(({ article }) => article);
  };
  const project = "en.wikipedia";
  assertEquals(await titlesOf({ project, access: "mobile-web" }), ["Ada_Lovelace", "AC/DC"]);
  assertEquals(await titlesOf({ project, access: "desktop", limit: 1 }), ["Ada_Lovelace"]);
  const month = { project: "de.wikipedia", month: 8, day: "all-days" };
  assertEquals(await titlesOf(month), ["Berlin"]);

  const failure = async (parameters: object) =>
    (await assertRejects(() => titlesOf(parameters), Error)).message;
  assertMatch(
    await failure({ project, day: 9 }),
    /^The date\(s\) you used are valid, .* not stored/,
  );
  assertMatch(await failure({ project: "en.wikipeda" }), /did you mean "en.wikipedia"\?$/);
  assertMatch(await failure({ project, access: "mobile-app" }), /ask for mobile-web/);
});
