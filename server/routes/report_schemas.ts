import { TIES } from "../../core/mod.ts";
import {
  count,
  digest,
  list,
  moment,
  object,
  orNull,
  type Part,
  schema,
  text,
} from "../http/json_schema.ts";
import { domainSchema } from "./schemas.ts";

/** What a report is made of, by name. */
export const REPORT_SCHEMAS: Readonly<Record<string, Part>> = {
  Report: object("The top pages of every domain in one hour, and what they were made from.", {
    hour: schema("Hour"),
    period: object("When the hour begins and ends.", { hour_start: moment(), hour_end: moment() }),
    source: schema("Source"),
    parameters: schema("Parameters"),
    counts: schema("Counts"),
    domains: list(schema("DomainTop"), "The domains by the bytes of their codes."),
  }),
  Source: object("The dump that the report was made from.", {
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
    malformed: object(
      "The lines that are no rows, by what is wrong with them.",
      Object.fromEntries(
        ["fields", "domain", "title", "views", "length"].map((why) => [why, schema("Malformed")]),
      ),
      [],
    ),
  }),
  Malformed: object("Lines that are no rows.", {
    count: count("How many."),
    examples: list(object("The beginning of one.", { line: count("Its number."), text: text() })),
  }),
  Page: object("A page in the top.", {
    rank: { type: "integer", minimum: 1 },
    views: count("How often it was viewed in the hour."),
    title: text("Its title as in the URL of its wiki, with underscores for spaces."),
  }),
  DomainTop: domainSchema("The top pages of a domain.", {
    pages: list(schema("Page"), "The pages in the order of their ranks."),
  }),
};

/** What a domain looks like in JSON. */
export const DOMAIN_EXAMPLE = {
  domain_code: "en",
  project: "en.wikipedia",
  access: "desktop",
  host: "en.wikipedia.org",
  views: 4_200_000,
} as const;

const PAGES = [
  { rank: 1, views: 230_114, title: "Main_Page" },
  { rank: 2, views: 8_105, title: "Ada_Lovelace" },
];
const HOUR_START = "2026-09-10T17:00:00Z";
const { domain_code, project, access } = DOMAIN_EXAMPLE;

/** What a report looks like, by format. */
export const REPORT_EXAMPLES = {
  json: {
    hour: "2026-09-10T18",
    period: { hour_start: HOUR_START, hour_end: "2026-09-10T18:00:00Z" },
    source: {
      url: "https://example.org/2026/2026-09/pageviews-20260910-180000.gz",
      bytes: 57_401_128,
      sha256: "9f".repeat(32),
      etag: null,
      last_modified: "Thu, 10 Sep 2026 19:12:03 GMT",
    },
    parameters: {
      top: 25,
      ties: "row",
      denylist: { url: "https://example.org/denylist", sha256: "3c".repeat(32) },
    },
    counts: { lines: 6_777_476, views: 21_996_631, domains: 1602, denied: 14_355, malformed: {} },
    domains: [{ ...DOMAIN_EXAMPLE, pages: PAGES }],
  },
  csv: "hour_start,domain_code,project,access,rank,views,title\n" +
    PAGES.map(({ rank, views, title }) =>
      [HOUR_START, domain_code, project, access, rank, views, title].join() + "\n"
    ).join(""),
  ndjson: PAGES.map((page) =>
    JSON.stringify({ hour_start: HOUR_START, domain_code, project, access, ...page }) + "\n"
  ).join(""),
} as const;
