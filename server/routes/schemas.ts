import { FORMATS, TIES } from "../../core/mod.ts";
import { PROBLEM_KINDS } from "../http/problem.ts";
import { type Part, schema } from "../openapi/part.ts";

/** What JSON answers and requests are made of, by name. */
export const SCHEMAS: Readonly<Record<string, Part>> = {
  Hour: {
    type: "string",
    pattern: "^\\d{4}-\\d{2}-\\d{2}T([01]\\d|2[0-3])$",
    description: "An hour, named by its end in UTC: this one is from 17:00 to 18:00.",
    examples: ["2026-09-10T18"],
  },
  WrittenHour: {
    type: ["string", "integer"],
    description: "An hour as people and programs write it: 2026-09-10T18, 2026-09-10T18:00Z, " +
      "2026-09-10 18:00, 2026091018 or 20260910-180000, always in UTC.",
    examples: ["2026-09-10T18"],
  },
  Access: {
    enum: ["desktop", "mobile", "all"],
    description: "How readers came; a few projects do not tell the two apart.",
  },
  Format: { enum: [...FORMATS] },

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
      { required: [] },
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
  Domain: domain("A domain of the dumps: a project, as its readers came.", {}),
  DomainTop: domain("The top pages of a domain.", {
    pages: list(schema("Page"), "The pages in the order of their ranks."),
  }),
  HourDomains: object("What an hour has pages of.", {
    hour: schema("Hour"),
    domains: list(schema("Domain"), "The domains by the bytes of their codes."),
  }),

  HourList: object("Which hours of a range are stored.", {
    from: schema("Hour"),
    to: schema("Hour"),
    hours: list(schema("Hour"), "Those that are, in order."),
    gaps: list(schema("Gap"), "Those that are not, in order."),
  }),
  Gap: object("Consecutive hours that are not stored.", {
    first: schema("Hour"),
    last: schema("Hour"),
    hours: { type: "integer", minimum: 1, description: "How many these are." },
  }),

  PageHistory: object("Rank and views of a page over the stored hours of a range.", {
    project: text("The project, or the domain code, that was asked for."),
    title: text("The page's title, with underscores for spaces."),
    from: schema("Hour"),
    to: schema("Hour"),
    series: list(schema("Series"), "One for each domain of the project."),
  }),
  Series: object("The page in one domain.", {
    domain_code: text(),
    access: schema("Access"),
    hours: list(schema("Place"), "The stored hours, in order."),
  }),
  Place: object("The page in one hour; both are null where it was not in the top.", {
    hour: schema("Hour"),
    rank: { type: ["integer", "null"], minimum: 1 },
    views: { type: ["integer", "null"], minimum: 0 },
  }),

  Job: object("A range of hours that somebody wants made.", {
    id: text("Its name, which its hours decide.", "2026-09-10T01_2026-09-11T00"),
    from: schema("Hour"),
    to: schema("Hour"),
    state: {
      enum: ["queued", "running", "done", "failed", "cancelled"],
      description: "What has become of it; the last three are final.",
    },
    created: moment("When it was accepted."),
    started: orNull(moment("When its first hour was begun.")),
    ended: orNull(moment("When its state became final.")),
    hours: list(schema("JobHour"), "Its hours, in order."),
  }),
  JobHour: object("One hour of a job.", {
    hour: schema("Hour"),
    state: {
      enum: ["waiting", "running", "done", "missing", "failed", "cancelled"],
      description: "What has become of it; the last four are final. An hour is also waiting " +
        "between two tries, and missing if there is no dump of it.",
    },
    tries: count("How often its dump has been tried."),
    max_tries: count("How often it is tried at most."),
    bytes: count("How much of its dump the last try has read so far."),
    length: orNull(count("The length of its dump, null if it is not known.")),
    message: orNull(text("Why it failed, or what the last trouble was.")),
  }),
  JobRequest: object(
    "Hours to be made, at most as many as GET /v1/hours lists; without to, only the first one.",
    { from: schema("WrittenHour"), to: schema("WrittenHour") },
    { required: ["from"] },
  ),

  Task: object("One hour, as an earlier service told of it.", {
    date: { type: "string", pattern: "^\\d{10}$", examples: ["2026091018"] },
    status: { enum: ["pending", "running", "success", "failed"] },
    data_path: orNull(text("Where its report is once it has been made.")),
    try_count: count("How often its dump has been tried."),
    max_tries: count("How often it is tried at most."),
  }),
  TaskRequest: object(
    "The first and the last hour of a range.",
    { start_date: schema("WrittenHour"), end_date: schema("WrittenHour") },
    { required: ["start_date"] },
  ),
  TaskStateRequest: object("An hour.", { date: schema("WrittenHour") }),
  NoTask: object("Nobody has asked for that hour.", { message: text() }),

  Health: object("How the server is.", { status: text() }),
  Problem: object("Why a request is not answered as it was meant, see RFC 9457.", {
    type: {
      enum: PROBLEM_KINDS.map((kind) => `urn:wikitop:problem:${kind}`),
      description: "Which kind of problem, for programs.",
    },
    title: text("The kind of problem in one line, for people."),
    status: { type: "integer", description: "The status of the answer." },
    detail: text("What is wrong with this very request, and what to do."),
  }),
};

function object(description: string, properties: Record<string, Part>, more: Part = {}): Part {
  const required = Object.keys(properties);
  const rest = { description, required, ...more };
  return { type: "object", additionalProperties: false, properties, ...rest };
}

function domain(description: string, more: Record<string, Part>): Part {
  const properties = {
    domain_code: text("Its code in the dumps, empty for Wikifunctions.", "en.m"),
    project: text("The project that the code stands for.", "en.wikipedia"),
    access: schema("Access"),
    host: text("Where its articles are; not there if the code's family is unknown."),
    views: count("The views of all its pages, denied ones among them."),
    ...more,
  };
  const required = Object.keys(properties).filter((name) => name !== "host");
  return object(description, properties, { required });
}

function list(items: Part, description?: string): Part {
  return { type: "array", items, ...(description && { description }) };
}

function text(description?: string, example?: string): Part {
  return {
    type: "string",
    ...(description && { description }),
    ...(example && { examples: [example] }),
  };
}

function count(description: string): Part {
  return { type: "integer", minimum: 0, description };
}

function digest(description: string): Part {
  return { type: "string", pattern: "^[0-9a-f]{64}$", description };
}

function moment(description = "A moment in UTC."): Part {
  return { type: "string", format: "date-time", description };
}

function orNull(schema: Part): Part {
  return { oneOf: [schema, { type: "null" }] };
}
