import { assertEquals, assertMatch } from "@std/assert";
import { Hour } from "../../core/mod.ts";
import { HandlerFixture, type HandlerFixtureOptions } from "../testing/handler_fixture.ts";

const NOW = Hour.parse("2026-09-10T18");
const USUAL = "de Berlin 70 0\nen Main 90 0\nen Eve 10 0\nen.m Main 80 0\n";
const RISES = `/v1/trending/${NOW}`;

/** A place with six hours alike, and one after them in which two pages rise. */
async function open(options?: HandlerFixtureOptions): Promise<HandlerFixture> {
  const place = await HandlerFixture.open(options);
  for (let before = 6; before > 0; before--) {
    await place.store(NOW.plus(-before).label, { dump: USUAL });
  }
  await place.store(NOW.label, { dump: `${USUAL}en Eve 70 0\nen New 900 0\nen.m Main 20 0\n` });
  return place;
}

Deno.test("trending() tells what rises and against which periods, in each format", async () => {
  await using place = await open();
  const response = await place.ask(RISES);
  assertEquals(response.headers.get("wikitop-past"), "6, 2026-09-10T12 to 2026-09-10T17");
  const { period, past, domains } = await response.json();
  assertEquals([period, past.length], [NOW.label, 6]);
  // deno-lint-ignore no-explicit-any
  assertEquals(domains.map(({ domain_code, pages }: any) => [domain_code, pages]), [
    ["de", []],
    ["en", [{
      rank: 1,
      views: 900,
      title: "New",
      mobile_share: null,
      flags: "",
      past_views: 10,
      rise: 90,
      rise_is: "at-least",
    }, {
      rank: 3,
      views: 80,
      title: "Eve",
      mobile_share: null,
      flags: "",
      past_views: 10,
      rise: 8,
      rise_is: "exact",
    }]],
    ["en.m", [{
      rank: 1,
      views: 100,
      title: "Main",
      mobile_share: null,
      flags: "",
      past_views: 80,
      rise: 1.25,
      rise_is: "exact",
    }]],
  ]);
  const csv = await place.text(`${RISES}?project=en.wikipedia&access=desktop&top=1&format=csv`);
  assertEquals(
    csv,
    "unit,period_start,domain_code,project,access,rank,views,title,mobile_share,flags,past_views,rise,rise_is\n" +
      'hour,2026-09-10T17:00:00Z,en,en.wikipedia,desktop,1,900,New,,"",10,90,at-least\n',
  );
  const ndjson = await place.text(`${RISES}?domain=en*`, {
    headers: { accept: "application/x-ndjson" },
  });
  assertEquals(ndjson.trimEnd().split("\n").map((line) => JSON.parse(line).title), [
    "New",
    "Eve",
    "Main",
  ]);
});

Deno.test("trending() is answered anew once a period of its past is another one", async () => {
  await using place = await open();
  const first = await place.ask(`${RISES}?domain=en.m`);
  const headers = { "if-none-match": first.headers.get("etag")! };
  await first.body?.cancel();
  assertEquals((await place.ask(`${RISES}?domain=en.m`, { headers })).status, 304);
  for (const before of [1, 2, 3, 4, 5, 6]) {
    await place.store(NOW.plus(-before).label, { dump: "en.m Main 10 0\n" });
  }
  const { domains: [{ pages: [page] }] } = await place.json(`${RISES}?domain=en.m`, { headers });
  assertEquals([page.past_views, page.rise], [10, 10]);
});

Deno.test("trending() of an edition compares with periods of that edition", async () => {
  await using place = await open();
  const edition = "all";
  const few = await place.ask(`${RISES}?edition=all`);
  assertMatch(
    (await few.json()).detail,
    /edition "all" of hour "2026-09-10T18": it is not stored; .*wikitop run/,
  );
  for (let before = 6; before >= 0; before--) {
    const dump = `en.wikipedia Main ${before === 0 ? 400 : 170} 0\n`;
    await place.store(NOW.plus(-before).label, { dump, edition });
  }
  const { edition: said, domains } = await place.json(`${RISES}?edition=all&project=en.wikipedia`);
  assertEquals([said, domains[0].domain_code, domains[0].pages[0].past_views], [
    edition,
    "en.wikipedia",
    170,
  ]);
});

Deno.test("trending() says what to do where periods are missing", async () => {
  const detailOf = async (options: HandlerFixtureOptions, path: string, stored: string[]) => {
    await using place = await HandlerFixture.open(options);
    for (const name of stored) await place.store(name);
    const response = await place.ask(path);
    assertEquals(response.status, 404);
    return (await response.json()).detail as string;
  };
  const stored = [NOW.label, "2026-09-10"];
  assertMatch(
    await detailOf({}, RISES, []),
    /it is not stored; GET \/v1\/periods\/2026-09-10T18 makes/,
  );
  assertMatch(await detailOf({ readOnly: true }, RISES, []), /with "wikitop run 2026-09-10T18"$/);
  assertMatch(
    await detailOf({}, RISES, stored),
    /none of the hours before it are stored; it takes 6 at least; POST \/v1\/jobs of {"from": "2026-09-09T18", "to": "2026-09-10T17"} makes them$/,
  );
  assertMatch(
    await detailOf({}, "/v1/trending/2026-09-10", stored),
    /none of the days .* 3 at least; whoever runs .* with "wikitop run 2026-09-03 2026-09-09"$/,
  );
});

Deno.test("trending() reads again where hours of the past are replaced while they are read", async () => {
  await using place = await open({ freshFor: 60_000 });
  await (await place.ask(`${RISES}?domain=en.m`)).body?.cancel();
  // The server takes the hours to be as they were, and finds their files to be others.
  for (const before of [1, 2, 3, 4]) {
    await place.store(NOW.plus(-before).label, { dump: "de B 1 0\nen.m Main 9 0\n" });
  }
  const { domains: [{ pages: [page] }] } = await place.json(`${RISES}?domain=en.m&top=1`);
  assertEquals([page.title, page.past_views], ["Main", 9]);
  assertEquals(place.errors, []);
});
