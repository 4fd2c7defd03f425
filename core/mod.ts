/**
 * Ranks the pages of Wikimedia's projects by their views in one hour, on any JavaScript runtime.
 *
 * What needs more than the web's own interfaces is not re-exported here: the files that use those
 * of Node are imported by path.
 *
 * @module
 */

export * from "./hour.ts";
export * from "./project.ts";
export * from "./dump/gunzip.ts";
export * from "./dump/malformed.ts";
export * from "./dump/scan.ts";
export * from "./rank/denied_titles.ts";
export * from "./rank/denylist.ts";
export * from "./rank/rank_hour.ts";
export * from "./rank/ranker.ts";
