import { MOST_DENIED } from "../../core/rank/denied_top.ts";
import { columnsOf } from "../../core/report/columns.ts";
import {
  EDITIONS,
  encodeReport,
  type Format,
  parsePeriod,
  type Report,
  reportDomain,
  TIES,
} from "../../core/mod.ts";
import {
  count,
  digest,
  list,
  moment,
  object,
  orNull,
  type Part,
  properties,
  schema,
  text,
} from "../http/json_schema.ts";
import { domainSchema } from "./schemas.ts";

/** What a report is made of, by name. Its columns are those of every format. */
export function reportSchemas(): Record<string, Part> {
  return {
    Report: optional(["hours"], "The top pages of every domain in one period, and their origin.", {
      period: text("The name of the period; an hour is named by its end.", "2026-09-10T18"),
      ...properties(columnsOf("report")),
      period_end: moment("When the period ends."),
      edition: { enum: [...EDITIONS], description: "How its domains are put together." },
      hours: schema("CoveredHours"),
      sources: list(schema("Source"), "The dumps that it was made from."),
      parameters: schema("Parameters"),
      counts: schema("Counts"),
      domains: list(schema("DomainTop"), "The domains by the bytes of their codes."),
    }),
    Source: object("A dump that the report was made from.", {
      hour: text(
        "The name of its hour; of the period where it is the sum of a day's, week's or month's.",
      ),
      url: text("Its URL, or the name of its file."),
      bytes: count("Its length."),
      sha256: orNull(digest("The SHA-256 of its bytes.")),
      etag: orNull(text("The ETag that its server gave.")),
      last_modified: orNull(text("The Last-Modified that its server gave.")),
    }),
    Parameters: object("How the report was made.", {
      top: { type: "integer", minimum: 1, description: "The last rank in it." },
      ties: { enum: [...TIES], description: "What became of pages with equal views." },
      denylist: orNull(object("The list of titles that are left out.", {
        url: text("Its URL, or the name of its file."),
        sha256: digest("The SHA-256 of its bytes."),
      })),
    }),
    Counts: object("What was seen in the dump.", {
      lines: count("All lines, malformed ones among them."),
      views: count("The views of all rows."),
      domains: count("The domain codes."),
      denied: count("The rows that the denylist left out."),
      repeated: count("The rows of a page that had one before; their views are added to it."),
      malformed: object(
        "The lines that are no rows, by what is wrong with them.",
        Object.fromEntries(
          ["fields", "domain", "title", "views", "fourth", "length"].map((
            why,
          ) => [why, schema("Malformed")]),
        ),
        [],
      ),
    }),
    Malformed: object("Lines that are no rows.", {
      count: count("How many."),
      examples: list(object("The beginning of one.", { line: count("Its number."), text: text() })),
    }),
    Page: object("A page in the top.", properties(columnsOf("page"))),
    DomainTop: domainSchema("The top pages of a domain.", {
      pages: list(schema("Page"), "The pages in the order of their ranks."),
      denied: list(
        schema("Page"),
        `The pages that the denylist left out and that would rank, with the ranks that they ` +
          `would have; at most ${MOST_DENIED}.`,
      ),
    }),
  };
}

/** An object some of whose properties are not always there: an hour is of no more than itself. */
function optional(
  names: readonly string[],
  description: string,
  properties: Record<string, Part>,
): Part {
  const required = Object.keys(properties).filter((name) => !names.includes(name));
  return object(description, properties, required);
}

/** The report that stands in the examples. */
export const EXAMPLE_REPORT: Report = {
  period: parsePeriod("2026-09-10T18"),
  edition: "each",
  sources: [{
    hour: "2026-09-10T18",
    url: "https://example.org/2026/2026-09/pageviews-20260910-180000.gz",
    bytes: 57_401_128,
    sha256: "9f".repeat(32),
    etag: null,
    last_modified: "Thu, 10 Sep 2026 19:12:03 GMT",
  }],
  parameters: {
    top: 25,
    ties: "row",
    denylist: { url: "https://example.org/denylist", sha256: "3c".repeat(32) },
  },
  counts: {
    lines: 6_777_476,
    views: 21_996_631,
    domains: 1602,
    denied: 14_355,
    repeated: 0,
    malformed: {},
  },
  domains: [reportDomain({
    code: "en",
    views: 4_200_000,
    pages: [
      { rank: 1, views: 230_114, title: "Main_Page" },
      { rank: 2, views: 8_105, title: "Ada_Lovelace" },
    ],
    denied: [{ rank: 2, views: 12_210, title: "Special:Search" }],
  })],
};

/** What a report looks like, by format: CSV and NDJSON as text, JSON as a value. */
export function reportExamples(): { csv: string; ndjson: string; json: unknown } {
  const written = (format: Format) => {
    const decoder = new TextDecoder();
    const chunks = Array.from(encodeReport(EXAMPLE_REPORT, format), ({ bytes }) => bytes);
    return chunks.map((bytes) => decoder.decode(bytes)).join("");
  };
  return { csv: written("csv"), ndjson: written("ndjson"), json: JSON.parse(written("json")) };
}
