import { formatCount, type Hour, type StoredHour, storedHours } from "../../core/mod.ts";
import type { Arguments } from "../args/arguments.ts";
import { parseHourRange } from "../args/hour_range.ts";
import { EXIT } from "../exit_code.ts";
import { align } from "../output/align.ts";
import { formatBytes } from "../output/format_bytes.ts";
import type { Runtime } from "../runtime.ts";
import { Workspace } from "../workspace.ts";
import type { Command } from "./command.ts";

/** How many digits of a denylist's SHA-256 tell it from others. */
const DIGITS = 8;

const HEADING = ["first", "last", "hours", "top", "ties", "denylist", "format", "size"];
const NUMBERS = ["hours", "top", "size"].map((name) => HEADING.indexOf(name));

/** Consecutive hours of which a store has the same, or nothing. */
export interface StoredRange {
  /** The first hour. */
  first: Hour;
  /** The last hour, included. */
  last: Hour;
  /** How many hours it has. */
  hours: number;
  /** Whether they are finished, not finished, or not there at all. */
  state: "finished" | "unfinished" | "gap";
  /** The last rank in their reports. */
  top?: number;
  /** What became of pages with equal views. */
  ties?: string;
  /** The SHA-256 of the denylist, `null` for none. */
  denylist?: string | null;
  /** How the reports are written. */
  format?: string;
  /** Why the hours are not finished. */
  reason?: string;
  /** The length of all files in bytes. */
  bytes: number;
}

/** What a store has altogether. */
interface Total {
  /** Hours that are finished. */
  hours: number;
  /** Hours between them that are not there. */
  gaps: number;
  /** Hours that are not finished. */
  unfinished: number;
  /** The length of all their files. */
  bytes: number;
}

/** `wikitop ls`: what is stored. */
export const ls: Command = {
  name: "ls",
  synopsis: "[HOUR [END]]",
  summary: "list what is stored: hours, gaps, sizes, parameters",
  description:
    "Lists one hour, those of a range (END is included), or all. Consecutive hours with the " +
    "same parameters stand on one line. The denylist is named by the beginning of its " +
    "SHA-256. Reads the manifests, not the reports.",
  flags: ["store", "format"],
  defaults: { format: "table" },
  values: { format: "table|json|ndjson" },
  examples: [
    ["ls", "the hours of ./reports"],
    ["ls 2026-09-01T01 2026-10-01T00", "those of a month"],
    ["ls --format ndjson", "a line for each range, for a program"],
  ],

  async run(args: Arguments, runtime: Runtime): Promise<number> {
    const now = runtime.now();
    const requested = parseHourRange(args.positionals, now);
    const hours = storedHours(new Workspace(args, runtime).store, { ...requested, now });
    const ranges = await Array.fromAsync(storedRanges(hours));
    const folder = args.value("store");
    const format = args.value("format");
    if (format === "ndjson") {
      await runtime.write(ranges.map((range) => JSON.stringify(range) + "\n").join(""));
    } else if (format === "json") {
      await runtime.write(
        JSON.stringify({ store: folder, ranges, total: totalOf(ranges) }, null, 2) + "\n",
      );
    } else if (ranges.length > 0) {
      await runtime.write(drawRanges(ranges, folder));
    } else {
      const which = requested === undefined ? "no hour" : "none of these hours";
      runtime.note(`There is ${which} in "${folder}" yet: wikitop run makes some`);
    }
    return EXIT.fine;
  },
};

/** Joins consecutive hours that are alike, and names the gaps between them. */
export async function* storedRanges(
  hours: AsyncIterable<StoredHour>,
): AsyncGenerator<StoredRange> {
  let range: StoredRange | undefined;
  for await (const stored of hours) {
    const next = rangeOf(stored);
    const missing = range === undefined ? 0 : next.first.since(range.last) - 1;
    if (range !== undefined && missing === 0 && areAlike(range, next)) {
      range.last = next.last;
      range.hours++;
      range.bytes += next.bytes;
      continue;
    }
    if (range !== undefined) yield range;
    if (range !== undefined && missing > 0) {
      const [first, last] = [range.last.plus(1), next.first.plus(-1)];
      yield { first, last, hours: missing, state: "gap", bytes: 0 };
    }
    range = next;
  }
  if (range !== undefined) yield range;
}

function rangeOf({ hour, bytes, manifest, unfinished }: StoredHour): StoredRange {
  const one = { first: hour, last: hour, hours: 1 };
  if (manifest === undefined) return { ...one, state: "unfinished", reason: unfinished, bytes };
  const { parameters: { top, ties, denylist }, format } = manifest;
  return {
    ...one,
    state: "finished",
    top,
    ties,
    denylist: denylist?.sha256 ?? null,
    format,
    bytes,
  };
}

function areAlike(a: StoredRange, b: StoredRange): boolean {
  const keys = ["state", "top", "ties", "denylist", "format", "reason"] as const;
  return keys.every((key) => a[key] === b[key]);
}

function drawRanges(ranges: readonly StoredRange[], folder: string): string {
  const hours = (count: number) => `${formatCount(count)} ${count === 1 ? "hour" : "hours"}`;
  const total = totalOf(ranges);
  const parts = [`${hours(total.hours)}, ${formatBytes(total.bytes)} in ${folder}`];
  if (total.gaps > 0) parts.push(`${hours(total.gaps)} between them not stored`);
  if (total.unfinished > 0) {
    const them = total.unfinished === 1 ? "it" : "them";
    parts.push(`${hours(total.unfinished)} not finished: wikitop run makes ${them} again`);
  }
  const rows = ranges.map((range) => {
    const { first, last, hours, state, bytes } = range;
    const front = [`${first}`, `${last}`, formatCount(hours)];
    if (state === "gap") return [...front, "not stored"];
    if (state === "unfinished") {
      return [...front, `not finished: ${range.reason} (${formatBytes(bytes)})`];
    }
    const { top, ties, denylist, format } = range;
    const digest = denylist?.slice(0, DIGITS) ?? "none";
    return [...front, formatCount(top!), ties!, digest, format!, formatBytes(bytes)];
  });
  return `${align([HEADING, ...rows], NUMBERS)}\n${parts.join("; ")}\n`;
}

function totalOf(ranges: readonly StoredRange[]): Total {
  const hoursOf = (wanted: StoredRange["state"]) =>
    ranges.filter(({ state }) => state === wanted).reduce((sum, { hours }) => sum + hours, 0);
  return {
    hours: hoursOf("finished"),
    gaps: hoursOf("gap"),
    unfinished: hoursOf("unfinished"),
    bytes: ranges.reduce((sum, { bytes }) => sum + bytes, 0),
  };
}
