/** A part of the OpenAPI document, as JSON has it. */
export type Part = { readonly [name: string]: unknown };

/**
 * Refers to a schema of the document.
 *
 * @param name The name of the schema.
 * @returns The reference.
 */
export function schema(name: string): Part {
  return { $ref: `#/components/schemas/${name}` };
}
