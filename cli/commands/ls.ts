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
import { LATEST_STORED } from "../../core/time/hour_words.ts";
import type { Arguments } from "../args/arguments.ts";
import { advisedCommand } from "../args/values.ts";
import { STORE_FLAGS } from "../args/flags.ts";
import { findHourRange } from "../args/hour_range.ts";
import { EXIT } from "../exit_code.ts";
import { align } from "../output/align.ts";
import { formatBytes } from "../output/format_bytes.ts";
import { printable, wrap, wrapLines } from "../printable.ts";
import { flagsFor } from "../output/stored_report.ts";
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
  description: "Lists what lies in a period, in a range of them (END is included), or all; " +
    `${LATEST_STORED}. Consecutive ` +
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
    const workspace = await Workspace.open(args, runtime);
    await workspace.checkStore({ mustExist: true });
    const { store } = workspace;
    const requested = await findHourRange(args.positionals, store, now);
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
      await runtime.write(drawRanges(ranges, { args, columns: runtime.columns }));
    } else {
      const which = requested === undefined ? "no hour" : "none of these hours";
      runtime.note(
        `There is ${which} in "${folder}" yet: ${advisedCommand(args, "run")} makes some`,
      );
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

function drawRanges(
  ranges: readonly StoredRange[],
  { args, columns }: { args: Arguments; columns: number | undefined },
): string {
  const groups = Map.groupBy(ranges, ({ unit, edition }) => `${unit} ${edition}`);
  const isNamed = groups.size > 1;
  const tables = Array.from(groups.values(), (group) => drawGroup(group, { isNamed, columns }));
  return `${tables.join("\n")}\n${wrapLines(describeTotal(ranges, args), columns)}\n`;
}

/**
 * The ranges of one unit and edition, named where there are others beside them. What is too wide for a
 * terminal as a table is a list.
 */
export function drawGroup(
  ranges: readonly StoredRange[],
  { isNamed, columns = Infinity }: { isNamed: boolean; columns?: number | undefined },
): string {
  const rows = ranges.map((range) => [
    `${range.first}`,
    `${range.last}`,
    formatCount(range.count),
    ...detailsOf(range),
  ]);
  const [{ unit, edition } = { unit: "hour", edition: "each" }] = ranges;
  const name = edition === "each" ? `${unit}s` : `${unit}s, edition ${edition}`;
  const table = align([HEADING, ...rows], NUMBERS);
  const isTable = table.split("\n").every((line) => line.length <= columns);
  const list = () => ranges.map((range) => drawListed(range, columns)).join("");
  return `${isNamed ? `${name}\n` : ""}${isTable ? table : list()}`;
}

/** What is to be said of the periods of a range, in the order of the heading. */
function detailsOf(range: StoredRange): string[] {
  const { state, bytes, top, ties, denylist, malformed } = range;
  if (state === "gap") return ["not stored"];
  if (state === "unfinished") return [`not finished: ${range.reason} (${formatBytes(bytes)})`];
  const bad = malformed === undefined ? [] : [`${formatCount(malformed)} malformed`];
  return [
    formatCount(top!),
    ties!,
    denylist?.slice(0, DIGITS) ?? "none",
    formatBytes(bytes),
    ...bad,
  ];
}

/** A range on a line of its own, and below it what is to be said of it. */
function drawListed(range: StoredRange, columns: number): string {
  const { unit, first, last, count, state } = range;
  const names = state === "finished" ? ["top ", "ties ", "denylist "] : [];
  const details = detailsOf(range).map((detail, i) => `${names[i] ?? ""}${detail}`);
  const counted = `${formatCount(count)} ${unit}${count === 1 ? "" : "s"}`;
  return [
    ...wrap(count === 1 ? `${first}` : `${first} to ${last}`, columns, "  "),
    ...wrap(printable(`  ${[counted, ...details].join(", ")}`), columns, "  "),
    "",
  ].join("\n");
}

function describeTotal(ranges: readonly StoredRange[], args: Arguments): string {
  const folder = args.value("store");
  const isHours = ranges.every(({ unit }) => unit === "hour");
  const counted = (count: number) =>
    `${formatCount(count)} ${isHours ? "hour" : "report"}${count === 1 ? "" : "s"}`;
  const total = totalOf(ranges);
  const unfinished = ranges.filter(({ state }) => state === "unfinished");
  const waste = unfinished.reduce((sum, { bytes }) => sum + bytes, 0);
  const finished = `${counted(total.finished)}, ${formatBytes(total.bytes - waste)}`;
  const parts = [`${finished} in ${printable(folder)}`];
  if (total.gaps > 0) parts.push(`${counted(total.gaps)} between them not stored`);
  if (total.unfinished > 0) {
    const [{ first, last, edition }] = unfinished as [StoredRange];
    const which = total.unfinished === 1 ? "it" : unfinished.length === 1 ? "them" : "the first";
    const words = first === last ? [`${first}`] : [`${first}`, `${last}`];
    const command = advisedCommand(args, "run", ...words, ...flagsFor(edition));
    parts.push(
      `${counted(total.unfinished)} (${formatBytes(waste)}) not finished: ` +
        `${command} makes ${which} again`,
    );
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
