import { formatCount } from "../../core/format_count.ts";
import {
  type Edition,
  EDITIONS,
  listReports,
  type Period,
  type StoredEntry,
  type Unit,
  UNITS,
} from "../../core/mod.ts";
import { countMalformed } from "../../core/rank/dump_ranking.ts";
import { jsonLine } from "../../core/report/formats/json_line.ts";
import { gapBetween } from "../../core/time/period.ts";
import type { Arguments } from "../args/arguments.ts";
import { STORE_FLAGS } from "../args/flags.ts";
import { parseHourRange } from "../args/hour_range.ts";
import { EXIT } from "../exit_code.ts";
import { align } from "../output/align.ts";
import { formatBytes } from "../output/format_bytes.ts";
import { printable } from "../printable.ts";
import type { Runtime } from "../runtime.ts";
import { Workspace } from "../workspace.ts";
import type { Command } from "./command.ts";

/** How many digits of a denylist's SHA-256 tell it from others. */
const DIGITS = 8;

const HEADING = ["first", "last", "count", "top", "ties", "denylist", "size"];
const NUMBERS = ["count", "top", "size"].map((name) => HEADING.indexOf(name));

/** Consecutive periods of a unit of which a store has the same, or nothing. */
export interface StoredRange {
  /** How long each period is. */
  unit: Unit;
  /** How their domains are put together. */
  edition: Edition;
  /** The first period. */
  first: Period;
  /** The last period, included. */
  last: Period;
  /** How many periods it has. */
  count: number;
  /** Whether they are finished, not finished, or not there at all. */
  state: "finished" | "unfinished" | "gap";
  /** The last rank in their reports. */
  top?: number;
  /** What became of pages with equal views. */
  ties?: string;
  /** The SHA-256 of the denylist, `null` for none. */
  denylist?: string | null;
  /** Why the periods are not finished. */
  reason?: string;
  /** How many lines of their dumps are malformed, if any are. */
  malformed?: number;
  /** The length of all files in bytes. */
  bytes: number;
}

/** What a store has altogether. */
interface Total {
  /** Reports that are finished. */
  finished: number;
  /** Periods between them that are not there. */
  gaps: number;
  /** Reports that are not finished. */
  unfinished: number;
  /** The length of all their files. */
  bytes: number;
}

/** `wikitop ls`: what is stored. */
export const ls: Command = {
  name: "ls",
  synopsis: "[PERIOD [END]]",
  summary: "list what is stored: periods, gaps, sizes, parameters",
  description:
    "Lists what lies in a period, in a range of them (END is included), or all. Consecutive " +
    "periods with the " +
    "same parameters stand on one line. The denylist is named by the beginning of its " +
    "SHA-256. Reads the manifests, not the reports.",
  flags: [...STORE_FLAGS, "format"],
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
    const workspace = await Workspace.open(args, runtime);
    await workspace.checkStore();
    const { store } = workspace;
    const ranges: StoredRange[] = [];
    const unread = new Set<string>();
    const onError = ({ message }: Error) => unread.add(message);
    for (const unit of UNITS) {
      for (const edition of EDITIONS) {
        const options = { ...requested, unit, edition, now, onError };
        const entries = listReports(store, options);
        for await (const range of storedRanges(entries)) ranges.push(range);
      }
    }
    for (const message of unread) runtime.note(`Warning: ${message}`);
    const folder = args.value("store");
    const format = args.value("format");
    if (format === "ndjson") {
      await runtime.write(ranges.map(jsonLine).join(""));
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

/** Joins consecutive periods of one unit and edition that are alike, and names the gaps between them. */
export async function* storedRanges(
  entries: AsyncIterable<StoredEntry>,
): AsyncGenerator<StoredRange> {
  let range: StoredRange | undefined;
  for await (const entry of entries) {
    const next = rangeOf(entry);
    const gap = range && gapBetween(range.last, next.first);
    if (range !== undefined && gap === undefined && areAlike(range, next)) {
      range.last = next.last;
      range.count++;
      range.bytes += next.bytes;
      if (next.malformed !== undefined) range.malformed = (range.malformed ?? 0) + next.malformed;
      continue;
    }
    if (range !== undefined) yield range;
    if (gap !== undefined) {
      yield { unit: next.unit, edition: next.edition, ...gap, state: "gap", bytes: 0 };
    }
    range = next;
  }
  if (range !== undefined) yield range;
}

function rangeOf({ period, edition, bytes, manifest, unfinished }: StoredEntry): StoredRange {
  const one = { unit: period.unit, edition, first: period, last: period, count: 1, bytes };
  if (manifest === undefined) return { ...one, state: "unfinished", reason: unfinished ?? "" };
  const { top, ties, denylist } = manifest.parameters;
  const malformed = countMalformed(manifest.counts);
  return {
    ...one,
    state: "finished",
    top,
    ties,
    denylist: denylist?.sha256 ?? null,
    ...(malformed > 0 ? { malformed } : {}),
  };
}

function areAlike(a: StoredRange, b: StoredRange): boolean {
  const keys = ["state", "top", "ties", "denylist", "reason"] as const;
  return keys.every((key) => a[key] === b[key]);
}

function drawRanges(ranges: readonly StoredRange[], folder: string): string {
  const groups = Map.groupBy(ranges, ({ unit, edition }) => `${unit} ${edition}`);
  const tables = Array.from(groups.values(), (group) => drawGroup(group, groups.size > 1));
  return `${tables.join("\n")}\n${describeTotal(ranges, folder)}\n`;
}

/** The ranges of one unit and edition, named where there are others beside them. */
function drawGroup(ranges: readonly StoredRange[], isNamed: boolean): string {
  const rows = ranges.map((range) => {
    const { first, last, count, state, bytes } = range;
    const front = [`${first}`, `${last}`, formatCount(count)];
    if (state === "gap") return [...front, "not stored"];
    if (state === "unfinished") {
      return [...front, `not finished: ${range.reason} (${formatBytes(bytes)})`];
    }
    const { top, ties, denylist } = range;
    const digest = denylist?.slice(0, DIGITS) ?? "none";
    const size = formatBytes(bytes);
    const bad = range.malformed === undefined ? [] : [`${formatCount(range.malformed)} malformed`];
    return [...front, formatCount(top!), ties!, digest, size, ...bad];
  });
  const [{ unit, edition } = { unit: "hour", edition: "each" }] = ranges;
  const name = edition === "each" ? `${unit}s` : `${unit}s, edition ${edition}`;
  return `${isNamed ? `${name}\n` : ""}${align([HEADING, ...rows], NUMBERS)}`;
}

function describeTotal(ranges: readonly StoredRange[], folder: string): string {
  const isHours = ranges.every(({ unit }) => unit === "hour");
  const counted = (count: number) =>
    `${formatCount(count)} ${isHours ? "hour" : "report"}${count === 1 ? "" : "s"}`;
  const total = totalOf(ranges);
  const parts = [`${counted(total.finished)}, ${formatBytes(total.bytes)} in ${printable(folder)}`];
  if (total.gaps > 0) parts.push(`${counted(total.gaps)} between them not stored`);
  if (total.unfinished > 0) {
    const first = ranges.find(({ state }) => state === "unfinished")!.first;
    const advice = total.unfinished === 1 ? `${first} makes it` : "PERIOD makes them";
    parts.push(`${counted(total.unfinished)} not finished: wikitop run ${advice} again`);
  }
  return parts.join("; ");
}

function totalOf(ranges: readonly StoredRange[]): Total {
  const countOf = (wanted: StoredRange["state"]) =>
    ranges.filter(({ state }) => state === wanted).reduce((sum, { count }) => sum + count, 0);
  return {
    finished: countOf("finished"),
    gaps: countOf("gap"),
    unfinished: countOf("unfinished"),
    bytes: ranges.reduce((sum, { bytes }) => sum + bytes, 0),
  };
}
