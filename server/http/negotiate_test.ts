import { assertEquals, assertThrows } from "@std/assert";
import { FORMAT_NAMES, FORMATS } from "../../core/mod.ts";
import { negotiate } from "./negotiate.ts";
import { Problem } from "./problem.ts";

/** What clients accept, and what they get; `undefined` where there is nothing for them. */
const WISHES: [accept: string | null, format: string | undefined][] = [
  [null, "json"],
  ["", "json"],
  ["*/*", "json"],
  ["*/*;q=0.1", "json"],
  ["application/json", "json"],
  ["APPLICATION/JSON", "json"],
  ["application/*", "json"],
  ["text/csv", "csv"],
  ["text/csv;charset=utf-8", "csv"],
  ["text/*", "csv"],
  ["application/x-ndjson", "ndjson"],
  ["application/ndjson", "ndjson"],
  ["application/jsonl", "ndjson"],
  // What is wanted most.
  ["application/json;q=0.5, text/csv;q=0.6", "csv"],
  ["application/json;q=0.5,text/csv;q=0.50,application/x-ndjson;q=0.51", "ndjson"],
  ["text/csv; q=0.9, */*; q=0.8", "csv"],
  ["text/csv;Q=0.2, application/json;Q=0.3", "json"],
  ["image/png, text/csv;q=0.001", "csv"],
  // Where all are wanted as much: what is named more exactly, then what is named first.
  ["text/csv, application/json", "csv"],
  ["*/*, text/csv", "csv"],
  ["text/*, application/json", "json"],
  ["text/csv, */*", "csv"],
  // The narrowest range decides, also against a type.
  ["application/json;q=0, */*", "csv"],
  ["*/*, application/json;q=0, text/*;q=0.0", "ndjson"],
  ["text/*;q=0.5, text/csv;q=0.1, application/json;q=0.3", "json"],
  // Browsers.
  ["text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8", "json"],
  [
    "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,image/apng," +
    "*/*;q=0.8,application/signed-exchange;v=b3;q=0.7",
    "json",
  ],
  // Nothing for them.
  ["image/png", undefined],
  ["text/html", undefined],
  ["application/json;q=0", undefined],
  ["*/*;q=0", undefined],
  ["text/csv;q=0.000, image/*", undefined],
  ["application/problem+json", undefined],
  ["json", undefined],
  ["text/csvs", undefined],
  [";q=1", undefined],
  [",", undefined],
  ["text/csv;q=x", undefined],
];

for (const [accept, format] of WISHES) {
  Deno.test(`negotiate() gives ${format ?? "nothing"} to those who accept ${accept}`, () => {
    if (format !== undefined) return assertEquals(negotiate(null, accept), format);
    const problem = assertThrows(() => negotiate(null, accept), Problem);
    assertEquals(problem.kind, "not-acceptable");
  });
}

Deno.test("negotiate() lets the parameter go before what is accepted", () => {
  for (const format of FORMAT_NAMES) assertEquals(negotiate(format, "image/png"), format);
  for (const wrong of ["", "xml", "JSON", "table", "toString"]) {
    assertEquals(assertThrows(() => negotiate(wrong, null), Problem).kind, "bad-parameter");
  }
});

Deno.test("negotiate() gives each format to those who accept its own media type", () => {
  for (const format of FORMAT_NAMES) {
    const { mediaType, aliases = [] } = FORMATS[format];
    for (const type of [mediaType, ...aliases]) assertEquals(negotiate(null, type), format);
  }
});
