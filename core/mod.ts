/**
 * Ranks the pages of Wikimedia's projects by their views in one hour, on any JavaScript runtime.
 *
 * What needs more than the web's own interfaces, such as a store in a folder, is in
 * `@wikitop/core/node`.
 *
 * @module
 */

export { Hour, type HourRange } from "./time/hour.ts";
export {
  checkPeriod,
  parsePeriod,
  type Period,
  periodAround,
  type Unit,
  UNITS,
} from "./time/period.ts";
export { type Access, type Project, projectOf } from "./wiki/project.ts";
export { domainPattern } from "./wiki/domain_pattern.ts";
export type { DeniedTitles } from "./deny/denied_titles.ts";
export {
  Denylist,
  type DenylistEntry,
  type DenylistIdentity,
  type IdleLines,
} from "./deny/denylist.ts";
export type { Bytes } from "./dump/bytes.ts";
export { type DenylistOptions, loadDenylist, type LoadedDenylist } from "./deny/load_denylist.ts";
export type { CreateSha256, Sha256 } from "./dump/sha256.ts";
export type { Counts, RankedDump } from "./rank/dump_ranking.ts";
export { type RankedHour, rankHour, type RankOptions } from "./rank/rank_hour.ts";
export type { RankedDomain, Tops } from "./rank/ranking.ts";
export { DEFAULT_TOP, type RankedPage, TIES, type Ties } from "./rank/page.ts";
export { DumpError, type DumpErrorCode, type DumpErrorOptions } from "./dump/dump_error.ts";
export { type Gunzip, gunzip } from "./dump/gunzip.ts";
export type { MalformedExample, MalformedLines, MalformedReason } from "./dump/malformed.ts";
export {
  type AccessEdition,
  type Edition,
  editionOf,
  EDITIONS,
  type PagesEdition,
} from "./rank/edition.ts";
export { DEFAULT_FLAG_RULES, type Flag, FLAG_NAMES, NO_FLAGS } from "./report/flags.ts";
export {
  type CoveredHours,
  type CrossCheck,
  type FlagRules,
  type Parameters,
  type Report,
  type ReportDomain,
  reportDomain,
  reportDomainIn,
  type Row,
  rowsOf,
  type SourceDump,
  topOf,
} from "./report/report.ts";
export { type Column, COLUMNS } from "./report/columns.ts";
export type { StoredForm } from "./report/csv.ts";
export type { Chunk, EncodedReport } from "./report/encode.ts";
export {
  encodeReport,
  type Format,
  FORMAT_NAMES,
  type FormatDescription,
  FORMATS,
} from "./report/formats/format.ts";
export { type Manifest, REPORT_VERSION, type ReportMetadata } from "./report/manifest.ts";
export type { Dump, KnownDump, OpenOptions, Source } from "./source/source.ts";
export { HttpSource, type HttpSourceOptions } from "./source/http/http_source.ts";
export type { Connection, DownloadOptions, DownloadRequest } from "./source/http/download.ts";
export type { HttpGetOptions } from "./source/http/get.ts";
export {
  FetchError,
  type FetchErrorCode,
  type FetchErrorOptions,
} from "./source/http/fetch_error.ts";
export { MissingDumpError } from "./source/missing_dump_error.ts";
export { SourceError } from "./source/source_error.ts";
export { PermissionError } from "./permission_error.ts";
export {
  type Entry,
  type EntryManifest,
  type ListedFile,
  type ListedName,
  Store,
  type StoredFile,
  type StoreOptions,
  WriteConflictError,
  type WriteOptions,
} from "./store/entries.ts";
export type { BlobInfo, Blobs } from "./store/blobs.ts";
export type { NameParts } from "./store/names.ts";
export type { AcquireOptions, Locks } from "./store/locks.ts";
export { LockError } from "./store/locks.ts";
export { StoreError } from "./store/store_error.ts";
export {
  type Criteria,
  openReport,
  type OpenReportOptions,
  ReplacedReportError,
  StoredReport,
} from "./archive/open.ts";
export type { EntryName } from "./archive/layout.ts";
export { type ListOptions, listPeriods, listReports, type StoredEntry } from "./archive/list.ts";
export { newestHour } from "./archive/newest.ts";
export { type VerifiedReport, verifyReports } from "./archive/verify.ts";
export { removeReport } from "./archive/remove.ts";
export type { MergeCounts } from "./merge/merge_counts.ts";
export type { DumpSum } from "./merge/merge_dumps.ts";
export type { WorkFiles, WorkPlace } from "./merge/work_files.ts";
export {
  make,
  type MakeOptions,
  type RankDump,
  type RankDumpOptions,
  type ReportOptions,
} from "./produce/make.ts";
export type { RankedEdition, RankedReport } from "./produce/rank_report.ts";
export type { DaySum, DaySumInfo, DaySums } from "./produce/day_sums.ts";
export type { KnownSource } from "./produce/merge_period.ts";
export {
  createProducer,
  type ProduceOptions,
  type Producer,
  type ProducerOptions,
  type Production,
} from "./produce/produce.ts";
export type { OnEvent, ProduceEvent } from "./produce/events.ts";
export { type Clock, systemClock } from "./async/clock.ts";
