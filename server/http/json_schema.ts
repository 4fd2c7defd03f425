import type { Column } from "../../core/mod.ts";

/** A part of a JSON Schema or of an OpenAPI document, as JSON has it. */
export type Part = { readonly [name: string]: unknown };

/** Refers to a schema of the document by its name. */
export function schema(name: string): Part {
  return { $ref: `#/components/schemas/${name}` };
}

/** An object that has all of its properties, unless told otherwise, and no others. */
export function object(
  description: string,
  properties: Record<string, Part>,
  required: readonly string[] = Object.keys(properties),
): Part {
  return { type: "object", additionalProperties: false, properties, description, required };
}

export function list(items: Part, description?: string): Part {
  return { type: "array", items, ...(description && { description }) };
}

export function text(description?: string, example?: string): Part {
  return {
    type: "string",
    ...(description && { description }),
    ...(example && { examples: [example] }),
  };
}

/** A whole number that is not negative. */
export function count(description: string): Part {
  return { type: "integer", minimum: 0, description };
}

/** A SHA-256 in hexadecimal digits. */
export function digest(description: string): Part {
  return { type: "string", pattern: "^[0-9a-f]{64}$", description };
}

export function moment(description = "A moment in UTC."): Part {
  return { type: "string", format: "date-time", description };
}

export function orNull(schema: Part): Part {
  return { oneOf: [schema, { type: "null" }] };
}

/** The properties that columns are in JSON. */
export function properties(
  columns: readonly Omit<Column, "read" | "scope">[],
): Record<string, Part> {
  return Object.fromEntries(columns.map((column) => [column.name, schemaOf(column)]));
}

function schemaOf(
  { type, values, description, isOptional }: Omit<Column, "read" | "scope">,
): Part {
  if (values !== undefined) return { enum: [...values], description };
  if (type === "number") return { type: isOptional ? ["number", "null"] : type, description };
  if (type === "integer") return count(description);
  return type === "instant" ? moment(description) : text(description);
}
