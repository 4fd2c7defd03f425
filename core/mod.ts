/**
 * Ranks the pages of Wikimedia's projects by their views in one hour, on any JavaScript runtime.
 *
 * What needs more than the web's own interfaces is not re-exported here: the files that use those
 * of Node are imported by path.
 *
 * @module
 */

export * from "./domain_filter.ts";
export * from "./finished_hour.ts";
export * from "./format_count.ts";
export * from "./hour.ts";
export * from "./hour_range.ts";
export * from "./newest_hour.ts";
export * from "./present_hours.ts";
export * from "./produce.ts";
export * from "./project.ts";
export * from "./read_domain.ts";
export * from "./remove_hour.ts";
export * from "./stored_hours.ts";
export * from "./stored_report.ts";
export * from "./time_slice.ts";
export * from "./turnstile.ts";
export * from "./verify_hours.ts";
export * from "./dump/gunzip.ts";
export * from "./dump/malformed.ts";
export * from "./dump/scan.ts";
export * from "./dump/scan_domain.ts";
export * from "./rank/compare.ts";
export * from "./rank/denied_titles.ts";
export * from "./rank/deny_entries.ts";
export * from "./rank/denylist.ts";
export * from "./rank/domain_overview.ts";
export * from "./rank/find_title.ts";
export * from "./rank/page_list.ts";
export * from "./rank/page_place.ts";
export * from "./rank/rank_hour.ts";
export * from "./rank/ranker.ts";
export * from "./rank/similar_title.ts";
export * from "./report/compare_hours.ts";
export * from "./report/csv.ts";
export * from "./report/encode_report.ts";
export * from "./report/format.ts";
export * from "./report/is_manifest.ts";
export * from "./report/manifest.ts";
export * from "./report/report.ts";
export * from "./report/report_encoder.ts";
export * from "./report/verify_report.ts";
export * from "./source/backoff.ts";
export * from "./source/denylist_source.ts";
export * from "./source/fetch_error.ts";
export * from "./source/http_get.ts";
export * from "./source/http_source.ts";
export * from "./source/missing_dump_error.ts";
export * from "./source/resume.ts";
export * from "./source/source.ts";
export * from "./source/system_clock.ts";
export * from "./store/hour_key.ts";
export * from "./store/sha256.ts";
export * from "./store/store.ts";
