import { FORMAT_NAMES } from "../../core/mod.ts";
import { columnsOf } from "../../core/report/columns.ts";
import { count, object, type Part, properties, text } from "../http/json_schema.ts";
import { PROBLEM_KINDS } from "../http/problem.ts";

/** What the answers and requests of several routes are made of, by name. */
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
  WrittenPeriod: {
    type: ["string", "integer"],
    description: "An hour, a day (2026-09-10), a week (2026-W37) or a month (2026-09), in UTC.",
    examples: ["2026-09-10"],
  },
  Access: {
    enum: ["desktop", "mobile", "all"],
    description: "How readers came; a few projects do not tell the two apart.",
  },
  Format: { enum: [...FORMAT_NAMES] },
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

/** Describes a domain, with more properties. */
export function domainSchema(description: string, more: Record<string, Part> = {}): Part {
  const domain = {
    ...properties(columnsOf("domain")),
    host: text("Where its articles are; not there if the code's family is unknown."),
    views: count("The views of all its pages, denied ones among them."),
    ...more,
  };
  return object(description, domain, Object.keys(domain).filter((name) => name !== "host"));
}
