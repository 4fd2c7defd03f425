import { storeIn } from "../../core/testing/store_hour.ts";
import { entryKey } from "../../core/archive/layout.ts";
import { encodeReport, type Format, type Report } from "../../core/mod.ts";
import { describeReport } from "../../core/report/manifest.ts";

/** Stores a report as it is, however unlikely. */
export async function storeReport(folder: string, report: Report, format: Format): Promise<void> {
  const key = entryKey(report.hour);
  const encoded = encodeReport(report, format);
  const made = { at: report.hour.end, by: "wikitop/test", seconds: 1 };
  const store = storeIn(folder);
  using _lock = await store.lock(key);
  await store.write(key, format, encoded.content, describeReport(report, encoded, made));
}
