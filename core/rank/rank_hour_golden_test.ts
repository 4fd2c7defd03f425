import { assert, assertEquals } from "@std/assert";
import { parse } from "@std/csv";
import { Denylist } from "./denylist.ts";
import { rankHour } from "./rank_hour.ts";

const TESTDATA = new URL("../../testdata/", import.meta.url);
const READ = { permissions: { read: [TESTDATA] } };

async function fileStream(url: URL) {
  return (await Deno.open(url)).readable;
}

const cases = [...Deno.readDirSync(TESTDATA)].filter((entry) => entry.isDirectory);

Deno.test("rankHour has golden cases", () => assert(cases.length > 10));

for (const { name } of cases) {
  Deno.test(`rankHour ranks the golden case ${name}`, READ, async () => {
    const folder = new URL(`${name}/`, TESTDATA);
    const files = [...Deno.readDirSync(folder)].map((entry) => entry.name);
    const dump = files.find((file) => file.startsWith("pageviews-"))!;
    const has = (file: string) => files.includes(file);
    const denylist = has("denylist")
      ? Denylist.read(await fileStream(new URL("denylist", folder)))
      : undefined;
    const options = has("options.json")
      ? JSON.parse(await Deno.readTextFile(new URL("options.json", folder)))
      : {};
    const { domains } = await rankHour(await fileStream(new URL(dump, folder)), {
      ...options,
      denylist,
    });
    const rows = domains.flatMap(({ code, pages }) =>
      pages.map(({ rank, views, title }) => [code, String(rank), String(views), title])
    );
    const expected = parse(await Deno.readTextFile(new URL("expected.csv", folder)))
      .slice(1)
      .map(([_start, code, _project, _access, rank, views, title]) => [code, rank, views, title]);
    assertEquals(rows, expected);
  });
}
