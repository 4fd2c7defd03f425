import { assert } from "@std/assert";
import { assertSameText } from "./testing/assert_same_text.ts";
import { Denylist } from "./deny/denylist.ts";
import { rankHour, type RankOptions } from "./rank/rank_hour.ts";
import { joinChunks } from "./report/encode.ts";
import { encodeReport } from "./report/formats/format.ts";
import { reportDomain } from "./report/report.ts";
import { Hour } from "./time/hour.ts";

const CASES = new URL("../testdata/", import.meta.url);

/** The text of a file of a case, `undefined` if the case has none of that name. */
async function textOf(folder: URL, name: string): Promise<string | undefined> {
  try {
    return await Deno.readTextFile(new URL(name, folder));
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return undefined;
    throw error;
  }
}

async function reportOf(folder: URL): Promise<string> {
  const names = (await Array.fromAsync(Deno.readDir(folder))).map(({ name }) => name);
  const dumpName = names.find((name) => name.startsWith("pageviews-"))!;
  const options: Pick<RankOptions, "top" | "ties"> = JSON.parse(
    await textOf(folder, "options.json") ?? "{}",
  );
  const { top = 25, ties = "row" } = options;
  const list = await textOf(folder, "denylist");
  const denylist = list === undefined ? undefined : Denylist.read(new Blob([list]).stream());
  const dump = new Blob([await Deno.readFile(new URL(dumpName, folder))]);
  const { counts, domains } = await rankHour(dump.stream(), { top, ties, denylist });
  const chunks = encodeReport({
    period: Hour.ofDump(dumpName)!,
    edition: "each",
    sources: [],
    parameters: { top, ties, denylist: null },
    counts,
    domains: domains.map(reportDomain),
  }, "csv");
  const { content } = await joinChunks(chunks);
  return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(content);
}

let cases = 0;
for (const { name, isDirectory } of Deno.readDirSync(CASES)) {
  const folder = new URL(`${name}/`, CASES);
  const expected = isDirectory ? await textOf(folder, "expected.csv") : undefined;
  if (expected === undefined) continue;
  cases++;
  Deno.test(`encodeReport() gives the report of testdata/${name}, byte for byte`, async () => {
    assertSameText(await reportOf(folder), expected);
  });
}

Deno.test("testdata has golden cases", () => {
  assert(cases > 1);
});
