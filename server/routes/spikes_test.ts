import { assertEquals } from "@std/assert";
import { Hour } from "../../core/mod.ts";
import { HandlerFixture } from "../testing/handler_fixture.ts";

const H18 = Hour.parse("2026-09-10T18");
const PATH = `/v1/hours/${H18}`;

/** Hours in which a page has ten views, and one in which it has a hundred times as many. */
async function open(neighbours: number): Promise<HandlerFixture> {
  const place = await HandlerFixture.open();
  for (let i = 1; i <= neighbours; i++) {
    await place.store(H18.plus(-i).label, { dump: "de Berlin 10 0\nen Ada 10 0\nen Eve 10 0\n" });
  }
  await place.store(H18.label, { dump: "de Berlin 11 0\nen Ada 1000 0\nen Eve 30 0\n" });
  return place;
}

async function marked(place: HandlerFixture, query: string): Promise<string[]> {
  const { domains } = await place.json(`${PATH}?${query}&format=json`);
  return domains.flatMap(({ pages }: { pages: { title: string; flags: string }[] }) =>
    pages.filter(({ flags }) => flags.split(" ").includes("spike")).map(({ title }) => title)
  );
}

Deno.test("readSpikes() has pages marked that have far more views than in the stored hours around", async () => {
  await using place = await open(6);
  assertEquals(await marked(place, ""), []);
  assertEquals(await marked(place, "project=en.wikipedia"), []);
  assertEquals(await marked(place, "spike=20"), ["Ada"]);
  assertEquals(await marked(place, "spike=3&project=en.wikipedia"), ["Ada", "Eve"]);
  assertEquals(await marked(place, "spike=101"), []);
  const csv = await place.text(`${PATH}?spike=20&format=csv`);
  const rows = csv.replaceAll('"', "").trimEnd().split("\n").slice(1).map((line) =>
    line.split(",")
  );
  assertEquals(rows.map((row) => [row[7], row.at(-1)]), [
    ["Berlin", ""],
    ["Ada", "spike"],
    ["Eve", ""],
  ]);
  assertEquals((await place.ask(`${PATH}?spike=0`)).status, 400);
});

Deno.test("readSpikes() is reckoned anew as more is stored, and nothing of it is", async () => {
  await using place = await open(5);
  const before = await place.text(PATH);
  assertEquals(await marked(place, "spike=20"), []);
  await place.store(H18.plus(1).label, { dump: "en Ada 10 0\n" });
  assertEquals(await marked(place, "spike=20"), ["Ada"]);
  assertEquals(await place.text(PATH), before);
});
