import { storeIn } from "../../core/testing/store_hour.ts";
import { describeReport, encodeReport, type Format, hourKey, type Report } from "../../core/mod.ts";

/** Stores a report as it is, however unlikely. */
export async function storeReport(folder: string, report: Report, format: Format): Promise<void> {
  const key = hourKey(report.hour);
  const encoded = encodeReport(report, format);
  const made = { at: report.hour.end, by: "wikitop/test", seconds: 1 };
  const store = storeIn(folder);
  using _lock = await store.lock(key);
  await store.write(key, format, encoded.content, describeReport(report, encoded, made));
}
