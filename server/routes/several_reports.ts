import { type Edition, ReplacedReportError, type StoredReport } from "../../core/mod.ts";
import type { Exchange } from "../http/router.ts";
import type { Rendered, RespondOptions } from "../reports/answer_cache.ts";
import type { CachedReport } from "../reports/report_cache.ts";
import type { Service } from "./service.ts";

/** How often reports are looked for again that are replaced while they are read. */
const ATTEMPTS = 5;

/** Options of {@linkcode respondAboutSeveral}. */
export interface SeveralReportsOptions extends RespondOptions {
  /** The edition of all of them. */
  edition: Edition;
  /** Finds them, at least one. */
  find: () => Promise<CachedReport[]>;
  /** Writes the answer. */
  render: (reports: StoredReport[]) => Promise<Pick<Rendered, "body" | "type" | "headers">>;
}

/**
 * Answers with something that is reckoned from several stored reports, from the cache as long as they
 * are the same ones; looks for them again if one is replaced meanwhile.
 */
export async function respondAboutSeveral(
  { reports, answers }: Service,
  exchange: Exchange,
  { edition, find, render, ...options }: SeveralReportsOptions,
): Promise<Response> {
  for (let attempt = 1;; attempt++) {
    try {
      const found = await find();
      return await answers.respond(exchange, together(found), async () => {
        const { headers, ...rendered } = await render(found.map(({ report }) => report));
        const made = found.map(({ report }) => Date.parse(report.manifest.made.at));
        return {
          ...rendered,
          lastModified: new Date(Math.max(...made)),
          cacheControl: "public, max-age=600",
          headers: {
            "access-control-allow-origin": "*",
            "vary": "Accept, Accept-Encoding",
            ...headers,
          },
        };
      }, options);
    } catch (error) {
      if (!(error instanceof ReplacedReportError) || attempt === ATTEMPTS) throw error;
      await reports.recover({ period: error.period, edition }, error);
    }
  }
}

/** What stands for several reports in the cache: another one where any of them is another. */
function together(found: readonly CachedReport[]): CachedReport {
  return {
    report: found.at(-1)!.report,
    version: found.map(({ version }) => version).join(),
    freshUntil: Math.min(...found.map(({ freshUntil }) => freshUntil)),
  };
}
