import { readLine, unquote } from "../dump/line.ts";
import type { RankedDump } from "../rank/dump_ranking.ts";
import { isOfProjects } from "../rank/edition.ts";
import type { CrossCheck } from "../report/report.ts";
import type { Source } from "../source/source.ts";
import type { Hour } from "../time/hour.ts";
import { projectOf } from "../wiki/project.ts";

/** How many of the domains that differ are kept. */
const EXAMPLES = 10;

/** What is ranked of a dump, as far as its totals go. */
export type Totals = Pick<RankedDump, "edition"> & {
  tops: Pick<RankedDump["tops"], "codes" | "domainViews">;
};

/**
 * Compares the views of each domain of an hour with its file of totals, which Wikimedia counts by
 * itself.
 *
 * @param hour The hour.
 * @param ranked What was ranked.
 * @param options Where the file may be, asked in their order.
 * @returns What differs; or why there is nothing to compare with.
 */
export async function crossCheck(
  hour: Hour,
  { edition, tops }: Totals,
  { sources, signal }: { sources: readonly Source[]; signal?: AbortSignal | undefined },
): Promise<CrossCheck> {
  const own = new Map(tops.codes.map((code, i) => [code, tops.domainViews[i]!]));
  let problem = "no source has such a file";
  for (const source of sources) {
    if (source.openTotals === undefined) continue;
    try {
      const { url, body } = await source.openTotals(hour, { signal });
      const text = await new Response(body).text();
      const theirs = readTotals(
        text,
        isOfProjects(edition) ? (code) => projectOf(code).project : undefined,
      );
      return { url, ...compare(own, theirs) };
    } catch (error) {
      signal?.throwIfAborted();
      if (!(error instanceof Error)) throw error;
      problem = error.message;
    }
  }
  return { url: null, domains: 0, differing: 0, examples: [], problem };
}

/**
 * Reads a file of totals: a line is as that of a dump, with `-` in the place of a title.
 *
 * @throws {SyntaxError} If it has none.
 */
function readTotals(
  text: string,
  nameOf: (code: string) => string = (code) => code,
): Map<string, number> {
  const [encoder, decoder] = [new TextEncoder(), new TextDecoder()];
  const totals = new Map<string, number>();
  for (const line of text.split("\n")) {
    const row = readLine(encoder.encode(line));
    if (typeof row === "string") continue;
    const name = nameOf(decoder.decode(unquote(row.domain)));
    totals.set(name, (totals.get(name) ?? 0) + row.views);
  }
  if (totals.size === 0) throw new SyntaxError("Cannot read projectviews: it has no totals");
  return totals;
}

function compare(
  own: ReadonlyMap<string, number>,
  theirs: ReadonlyMap<string, number>,
): Omit<CrossCheck, "url"> {
  const codes = [...new Set([...own.keys(), ...theirs.keys()])];
  const differing = codes
    .map((code) => ({ code, dump: own.get(code) ?? 0, totals: theirs.get(code) ?? 0 }))
    .filter(({ dump, totals }) => dump !== totals)
    .sort((a, b) => Math.abs(b.dump - b.totals) - Math.abs(a.dump - a.totals));
  const examples = differing.slice(0, EXAMPLES);
  return { domains: codes.length, differing: differing.length, examples };
}
