import { formatCount } from "../../core/format_count.ts";
import { formatBytes } from "./format_bytes.ts";

/** What became of exported files. */
export interface FileTally {
  /** How many were written. */
  written: number;
  /** How many were there already. */
  same: number;
  /** How long all are that were written. */
  bytes: number;
}

/** What became of exported files, on one line. */
export function describeFiles({ written, same, bytes }: FileTally): string {
  return `${formatCount(written)} file${written === 1 ? "" : "s"} written, ${
    formatBytes(bytes)
  }; ` +
    `${formatCount(same)} there already`;
}
