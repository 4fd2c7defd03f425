import type { Bytes } from "../dump/bytes.ts";
import { tap } from "../dump/tap.ts";
import type { CreateSha256 } from "../dump/sha256.ts";
import type { RankedDump } from "../rank/dump_ranking.ts";
import type { Edition } from "../rank/edition.ts";
import { rankDump, type RankOptions } from "../rank/rank_hour.ts";
import { encodeTops, type StoredForm } from "../report/csv.ts";
import type { Period } from "../time/period.ts";

/** One edition of a ranked dump, and its report as it is stored: all that is left to do is to keep it. */
export interface RankedEdition extends RankedDump {
  /** The report as it is stored. */
  stored: StoredForm;
}

/** A dump that was ranked in one pass. */
export interface RankedReport {
  /** The editions, in the order in which they were asked for. */
  editions: RankedEdition[];
  /** The SHA-256 of the dump's bytes in hexadecimal digits, `null` where nothing digested them. */
  sha256: string | null;
}

/** Options of {@linkcode rankReport}. */
export interface RankReportOptions extends Omit<RankOptions, "edition"> {
  /** The period that the dump is of. */
  period: Period;
  /** The editions to make. */
  editions: readonly Edition[];
  /** What to digest the dump with. */
  createSha256?: CreateSha256 | undefined;
}

/**
 * Ranks a dump, and writes its reports down on the same thread: what is handed to another one is a few
 * pieces of memory, and keeps it no longer than a request.
 */
export async function rankReport(
  dump: ReadableStream<Bytes>,
  { period, createSha256, ...options }: RankReportOptions,
): Promise<RankedReport> {
  const sha256 = createSha256?.();
  const digested = sha256 === undefined ? dump : tap(dump, (chunk) => sha256.update(chunk));
  const editions: RankedEdition[] = [];
  for (const ranked of await rankDump(digested, options)) {
    const stored = await encodeTops({ period, edition: ranked.edition }, ranked.tops);
    editions.push({ ...ranked, stored });
  }
  return { editions, sha256: sha256?.digest() ?? null };
}
