/**
 * Ranks the pages of Wikimedia's projects by their views in one hour, on any JavaScript runtime.
 *
 * What needs more than the web's own interfaces is not re-exported here: the files that use those
 * of Node are imported by path.
 *
 * @module
 */

export * from "./wiki/domain_pattern.ts";
export * from "./archive/finished_hour.ts";
export * from "./format_count.ts";
export * from "./time/hour.ts";
export * from "./time/hour_range.ts";
export * from "./archive/newest_hour.ts";
export * from "./archive/present_hours.ts";
export * from "./produce/produce.ts";
export * from "./wiki/project.ts";
export * from "./explain/read_domain.ts";
export * from "./archive/remove_hour.ts";
export * from "./archive/stored_hours.ts";
export * from "./archive/stored_report.ts";
export * from "./async/time_slice.ts";
export * from "./async/limiter.ts";
export * from "./archive/verify_hours.ts";
export * from "./dump/gunzip.ts";
export * from "./dump/malformed.ts";
export * from "./dump/row_sink.ts";
export * from "./dump/scan.ts";
export * from "./explain/scan_domain.ts";
export * from "./rank/compare.ts";
export * from "./deny/denied_titles.ts";
export * from "./explain/deny_entries.ts";
export * from "./deny/denylist.ts";
export * from "./explain/domain_overview.ts";
export * from "./explain/find_title.ts";
export * from "./explain/page_list.ts";
export * from "./explain/page_place.ts";
export * from "./rank/rank_hour.ts";
export * from "./rank/ranker.ts";
export * from "./explain/similar_title.ts";
export * from "./archive/compare_hours.ts";
export * from "./report/csv.ts";
export * from "./report/encode_report.ts";
export * from "./report/format.ts";
export * from "./report/is_manifest.ts";
export * from "./report/manifest.ts";
export * from "./report/report.ts";
export * from "./report/report_encoder.ts";
export * from "./archive/verify_report.ts";
export * from "./async/backoff.ts";
export * from "./deny/load_denylist.ts";
export * from "./source/http/fetch_error.ts";
export * from "./source/http/get.ts";
export * from "./source/http/http_source.ts";
export * from "./source/missing_dump_error.ts";
export * from "./source/http/resume.ts";
export * from "./source/source.ts";
export * from "./async/clock.ts";
export * from "./archive/layout.ts";
export * from "./produce/sha256.ts";
export * from "./store/store.ts";
