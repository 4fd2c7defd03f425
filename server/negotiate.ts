import { type Format, FORMATS } from "../core/mod.ts";
import { Problem } from "./problem.ts";

/** The media types of the formats, the default first. */
export const MEDIA_TYPES: Readonly<Record<Format, string>> = {
  json: "application/json",
  csv: "text/csv; charset=utf-8; header=present",
  ndjson: "application/x-ndjson",
};

/** What clients call the formats. */
const NAMES: readonly (readonly [Format, readonly string[]])[] = [
  ["json", ["application/json", "application/*", "*/*"]],
  ["csv", ["text/csv", "text/*"]],
  ["ndjson", ["application/x-ndjson", "application/ndjson", "application/jsonl"]],
];

/**
 * Chooses the format of an answer.
 *
 * @param written The parameter `format`, which goes before what the client accepts.
 * @param accept The header `Accept`.
 * @returns The format.
 * @throws {Problem} If there is none that the client wants.
 */
export function negotiate(written: string | null, accept: string | null): Format {
  if (written !== null) {
    const format = FORMATS.find((format) => format === written);
    if (format !== undefined) return format;
    throw new Problem(
      "bad-parameter",
      `Cannot use format "${written}": it is none of ${FORMATS.join(", ")}`,
    );
  }
  if (accept === null || accept === "*/*") return "json";
  const ranges = accept.split(",").map(readRange).filter(({ q }) => q > 0).sort((a, b) =>
    b.q - a.q
  );
  for (const { type } of ranges) {
    const format = NAMES.find(([_, types]) => types.includes(type))?.[0];
    if (format !== undefined) return format;
  }
  throw new Problem(
    "not-acceptable",
    `Cannot answer as "${accept}": there is JSON (application/json), CSV (text/csv) and NDJSON ` +
      "(application/x-ndjson); write ?format=csv to choose one",
  );
}

function readRange(range: string): { type: string; q: number } {
  const [type, ...parameters] = range.split(";").map((part) => part.trim().toLowerCase());
  const q = parameters.find((parameter) => parameter.startsWith("q="))?.slice(2);
  return { type, q: q === undefined ? 1 : Number(q) || 0 };
}
