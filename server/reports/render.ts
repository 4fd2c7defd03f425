import { TimeSlice } from "../../core/async/time_slice.ts";
import { type Bytes, compareText } from "../../core/dump/bytes.ts";
import {
  DEFAULT_FLAG_RULES,
  encodeReport,
  type Format,
  type ReportDomain,
  reportDomainIn,
  type Row,
  type StoredReport,
  topOf,
} from "../../core/mod.ts";
import { joinChunks } from "../../core/report/encode.ts";
import { redactPath } from "../http/redact_paths.ts";

/** Which part of a report is meant. */
export interface Selection {
  /** Tells whether a domain is, by its code; all are if it is left out. */
  domains?: (code: string) => boolean;
  /** The last rank, all if it is left out. */
  top?: number | undefined;
  /** Tells which pages are marked as spikes, of the domains of these codes; none are without it. */
  spikes?: ((codes: readonly string[]) => Promise<(row: Row) => boolean>) | undefined;
}

/**
 * Writes a part of a stored report, without keeping the event loop for long; gives `undefined` if the
 * period has none of the domains. Throws a {@linkcode ReplacedReportError} if the report has been
 * replaced meanwhile.
 */
export async function renderReport(
  report: StoredReport,
  selection: Selection,
  format: Format,
): Promise<Bytes | undefined> {
  const { period, edition, manifest } = report;
  const { domains: selects, top = Infinity, spikes } = selection;
  const { parameters, sources, counts, domain_views } = manifest;
  const isWhole = selects === undefined && top >= parameters.top;
  if (isWhole && format === "csv" && spikes === undefined) return await report.content();

  const slice = new TimeSlice();
  const codes = Object.keys(domain_views).filter(selects ?? (() => true)).sort(compareText);
  if (codes.length === 0 && selects !== undefined) return undefined;
  // An answer is kept and sent to many: of bytes whose SHA-256 was checked, and of one report only.
  const loaded = await report.loaded();
  const domains: ReportDomain[] = [];
  for (const code of codes) {
    await slice.check();
    const pages = await loaded.pages(code);
    const denied = await loaded.denied(code);
    domains.push(reportDomainIn(edition, { code, views: domain_views[code]!, pages, denied }));
  }

  // JSON tells where the dump and the denylist were, which may be a folder of this machine.
  const { denylist } = parameters;
  const shown = {
    period,
    edition,
    sources: sources.map((source) => ({ ...source, url: redactPath(source.url) })),
    parameters: {
      ...parameters,
      denylist: denylist && { ...denylist, url: redactPath(denylist.url) },
    },
    counts,
    domains,
    ...spikes !== undefined && {
      flags: { ...DEFAULT_FLAG_RULES, isSpike: await spikes(codes) },
    },
  };
  return (await joinChunks(encodeReport(topOf(shown, top), format))).content;
}
