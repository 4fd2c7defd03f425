import { type Format, FORMAT_NAMES, type FormatDescription, FORMATS } from "../../core/mod.ts";
import { Problem } from "./problem.ts";

/** What clients call the formats: the one that is sent where a client does not mind comes first. */
const NAMES: readonly (readonly [Format, readonly string[]])[] = FORMAT_NAMES
  .map((format) => [format, namesOf(FORMATS[format])] as const)
  .sort(([a], [b]) => Number(b === "json") - Number(a === "json"));

/** What a client accepts, and how much, from 0 to 1. */
interface MediaRange {
  type: string;
  q: number;
}

/**
 * Chooses the format of an answer: the parameter `format` goes before the header `Accept`. Throws a
 * {@linkcode Problem} if there is none that the client accepts.
 */
export function negotiate(written: string | null, accept: string | null): Format {
  if (written !== null) {
    const format = FORMAT_NAMES.find((format) => format === written);
    if (format !== undefined) return format;
    throw new Problem(
      "bad-parameter",
      `Cannot use format "${written}": it is none of ${FORMAT_NAMES.join(", ")}`,
    );
  }
  if (accept === null || accept === "" || accept === "*/*") return "json";
  const ranges = accept.split(",").map(readMediaRange);
  const [best] = NAMES.map(([format, types]) => ({ format, ...preference(types, ranges) }))
    .filter(({ q }) => q > 0)
    .sort((a, b) => b.q - a.q || a.breadth - b.breadth || a.index - b.index);
  if (best !== undefined) return best.format;
  throw new Problem(
    "not-acceptable",
    `Cannot answer as "${accept}": there is JSON (application/json), CSV (text/csv) and NDJSON ` +
      "(application/x-ndjson); write ?format=csv to choose one",
  );
}

/** How much a client wants one of some types: of the ranges that fit, the narrowest decides. */
function preference(
  types: readonly string[],
  ranges: readonly MediaRange[],
): { q: number; breadth: number; index: number } {
  const group = types[0]!.replace(/[^/]+$/, "*");
  for (const [breadth, names] of [types, [group], ["*/*"]].entries()) {
    const index = ranges.findIndex(({ type }) => names.includes(type));
    if (index >= 0) return { q: ranges[index]!.q, breadth, index };
  }
  return { q: 0, breadth: 0, index: 0 };
}

/** The media types of a format, without their parameters. */
function namesOf({ mediaType, aliases = [] }: FormatDescription): string[] {
  return [mediaType, ...aliases].map((type) => type.replace(/;.*/, ""));
}

function readMediaRange(range: string): MediaRange {
  const [type = "", ...parameters] = range.split(";").map((part) => part.trim().toLowerCase());
  const q = parameters.find((parameter) => parameter.startsWith("q="))?.slice(2);
  return { type, q: q === undefined ? 1 : Number(q) || 0 };
}
