import { formatCount, storedHours } from "../../core/mod.ts";
import { align } from "../align.ts";
import type { Arguments } from "../arguments.ts";
import { formatBytes } from "../format_bytes.ts";
import type { Host } from "../host.ts";
import { readHourRange } from "../read_hour_range.ts";
import { openStore } from "../settings.ts";
import { type StoredRange, storedRanges } from "../stored_ranges.ts";
import type { Command } from "./command.ts";

/** How many digits of a denylist's SHA-256 tell it from others. */
const DIGITS = 8;

const HEADING = ["first", "last", "hours", "top", "ties", "denylist", "format", "size"];
const NUMBERS = ["hours", "top", "size"].map((name) => HEADING.indexOf(name));

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
    "Lists one hour, those of a range (END is included), or all. Consecutive hours with the\n" +
    "same parameters stand on one line. The denylist is named by the beginning of its SHA-256.\n" +
    "Reads the manifests, not the reports.",
  flags: ["store", "format"],
  defaults: { format: "table" },
  values: { format: "table|json|ndjson" },
  examples: [
    ["ls", "the hours of ./reports"],
    ["ls 2026-09-01T01 2026-10-01T00", "those of a month"],
    ["ls --format ndjson", "a line for each range, for a program"],
  ],

  async run(args: Arguments, host: Host): Promise<number> {
    const now = host.now();
    const wanted = readHourRange(args.positionals, now);
    const hours = storedHours(openStore(args), { ...wanted, now });
    const ranges = await Array.fromAsync(storedRanges(hours));
    const folder = args.value("store");
    const format = args.value("format");
    if (format === "ndjson") {
      await host.write(ranges.map((range) => JSON.stringify(range) + "\n").join(""));
    } else if (format === "json") {
      await host.write(
        JSON.stringify({ store: folder, ranges, total: totalOf(ranges) }, null, 2) + "\n",
      );
    } else if (ranges.length > 0) {
      await host.write(drawRanges(ranges, folder));
    } else {
      const which = wanted === undefined ? "no hour" : "none of these hours";
      host.note(`There is ${which} in "${folder}" yet: wikitop run makes some`);
    }
    return 0;
  },
};

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
