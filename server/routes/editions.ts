import { type Edition, EDITIONS } from "../../core/mod.ts";
import type { Part } from "../http/json_schema.ts";
import { query as parameter } from "../http/openapi.ts";
import { Problem } from "../http/problem.ts";
import type { Query } from "../http/query.ts";

/** Reads which edition of a report is wanted. */
export function readEdition(query: Query): Edition {
  return query.word("edition", EDITIONS) ?? "each";
}

/**
 * Reads which editions of a report will do, the best first. Where none is named, `access=all` asks for
 * the one in which the access of each project is summed, or else for the codes that sum both.
 */
export function readEditions(query: Query): readonly Edition[] {
  const written = query.list("edition", EDITIONS.length);
  if (written === undefined) return query.text("access") === "all" ? ["all", "each"] : ["each"];
  return written.map((name) => {
    const edition = EDITIONS.find((one) => one === name);
    if (edition !== undefined) return edition;
    throw new Problem(
      "bad-parameter",
      `Cannot use edition "${name}": it is none of ${EDITIONS.join(", ")}`,
    );
  });
}

/** Describes what {@linkcode readEdition} reads. */
export const EDITION: Part = parameter(
  "edition",
  "How the domains are put together: each domain code by itself, or the access of a project summed.",
  { schema: { enum: [...EDITIONS], default: "each" } },
);

/** Describes what {@linkcode readEditions} reads. */
export const EDITIONS_IN_ORDER: Part = parameter(
  "edition",
  "How the domains are put together: each domain code by itself, or the access of a project summed. " +
    "Of several, the first that is stored. Without it, access=all asks for all, and else for each.",
  {
    schema: { type: "array", items: { enum: [...EDITIONS] }, maxItems: EDITIONS.length },
    style: "form",
    explode: false,
    examples: {
      one: { value: ["all"] },
      "the first that is stored": { value: ["articles", "each"] },
    },
  },
);
