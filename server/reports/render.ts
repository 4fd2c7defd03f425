import {
  compareCodes,
  type Format,
  type RankedDomain,
  ReportEncoder,
  type StoredReport,
  TimeSlice,
  topOf,
  writeReport,
} from "../../core/mod.ts";
import { redactPath } from "../http/redact_paths.ts";

/** Which part of a report is meant. */
export interface Selection {
  /** Tells whether a domain is, by its code; all are if it is left out. */
  domains?: (code: string) => boolean;
  /** The last rank, all if it is left out. */
  top?: number;
}

/**
 * Writes a part of a stored report, without keeping the event loop for long; gives `undefined` if the
 * hour has none of the domains. Throws a {@linkcode ReplacedReportError} if the report has been
 * replaced meanwhile.
 */
export async function renderReport(
  report: StoredReport,
  selection: Selection,
  format: Format,
): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const { hour, manifest } = report;
  const { domains: selects, top = Infinity } = selection;
  const { parameters, source, counts, domain_views } = manifest;
  const isWhole = selects === undefined && top >= parameters.top;
  // JSON tells where the dump and the denylist were, which may be a folder of this machine.
  if (isWhole && format === manifest.format && format !== "json") return await report.content();

  const slice = new TimeSlice();
  const codes = Object.keys(domain_views).filter(selects ?? (() => true)).sort(compareCodes);
  if (codes.length === 0 && selects !== undefined) return undefined;
  // An answer is kept and sent to many: of bytes whose SHA-256 was checked, and of one report only.
  const loaded = await report.loaded();
  const domains: RankedDomain[] = [];
  for (const code of codes) {
    await slice.check();
    domains.push({ code, views: domain_views[code], pages: await loaded.pages(code) });
  }

  const { denylist } = parameters;
  const shown = {
    hour,
    source: { ...source, url: redactPath(source.url) },
    parameters: {
      ...parameters,
      denylist: denylist && { ...denylist, url: redactPath(denylist.url) },
    },
    counts,
    domains,
  };
  const part = topOf(shown, top);
  const encoder = new ReportEncoder(part, format);
  for (const text of writeReport(part, format)) {
    encoder.add(text);
    await slice.check();
  }
  return encoder.finish().content;
}
