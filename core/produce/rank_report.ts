import type { Bytes } from "../dump/bytes.ts";
import { tap } from "../dump/tap.ts";
import type { CreateSha256 } from "../dump/sha256.ts";
import type { RankedDump } from "../rank/dump_ranking.ts";
import { rankDump, type RankOptions } from "../rank/rank_hour.ts";
import { encodeTops, type StoredForm } from "../report/csv.ts";
import type { Row } from "../report/report.ts";

/** A ranked dump, and its report as it is stored: all that is left to do is to keep it. */
export interface RankedReport extends RankedDump {
  /** The report as it is stored. */
  stored: StoredForm;
  /** The SHA-256 of the dump's bytes in hexadecimal digits, `null` where nothing digested them. */
  sha256: string | null;
}

/** Options of {@linkcode rankReport}. */
export interface RankReportOptions extends RankOptions {
  /** Which report it is. */
  report: Row["report"];
  /** What to digest the dump with. */
  createSha256?: CreateSha256 | undefined;
}

/**
 * Ranks a dump, and writes its report down on the same thread: what is handed to another one is a few
 * pieces of memory, and keeps it no longer than a request.
 */
export async function rankReport(
  dump: ReadableStream<Bytes>,
  { report, createSha256, ...options }: RankReportOptions,
): Promise<RankedReport> {
  const sha256 = createSha256?.();
  const digested = sha256 === undefined ? dump : tap(dump, (chunk) => sha256.update(chunk));
  const ranked = await rankDump(digested, options);
  const stored = await encodeTops(report, ranked.tops);
  return { ...ranked, stored, sha256: sha256?.digest() ?? null };
}
