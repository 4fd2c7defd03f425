/** A JSON Schema, as far as it is shown. */
export interface Schema {
  $ref?: string;
  type?: string | string[];
  enum?: unknown[];
  examples?: unknown[];
  items?: Schema;
  default?: unknown;
  minimum?: number;
  maximum?: number;
  description?: string;
  properties?: Record<string, Schema>;
  oneOf?: Schema[];
  allOf?: Schema[];
}

/** An OpenAPI document, as far as it is shown. */
export interface Description {
  info: { title: string; version: string; description: string };
  tags: { name: string; description: string }[];
  paths: Record<string, Record<string, RawOperation>>;
  components: { schemas: Record<string, Schema> };
}

interface RawOperation {
  operationId: string;
  tags: string[];
  summary: string;
  description?: string;
  parameters?: RawParameter[];
  requestBody?: { content: Record<string, Content> };
  responses: Record<string, { description: string; content?: Record<string, Content> }>;
}

interface RawParameter {
  name: string;
  in: string;
  required?: boolean;
  description?: string;
  schema?: Schema;
  example?: unknown;
  examples?: Record<string, { value: unknown }>;
}

interface Content {
  schema?: Schema;
  example?: unknown;
}

/** An operation, as people read of it. */
export interface Operation {
  id: string;
  method: string;
  path: string;
  summary: string;
  description: string;
  parameters: Parameter[];
  /** An example of what is sent, if anything is. */
  sent: string | undefined;
  responses: { status: string; description: string; types: string[] }[];
  /** An example of the answer, by its media type. */
  examples: { type: string; text: string }[];
  /** Where to look at it, with examples filled in; `undefined` if it takes more than a link. */
  href: string | undefined;
}

/** A parameter, as people read of it. */
export interface Parameter {
  name: string;
  /** Where it stands: `path`, `query` or `header`. */
  place: string;
  isRequired: boolean;
  /** What it may be, as `desktop, mobile or all`. */
  values: string;
  description: string;
}

/** The operations of a document by their tags, in its order. */
export function operationsByTag(
  { tags, paths, components: { schemas } }: Description,
): { name: string; description: string; operations: Operation[] }[] {
  const all = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, raw]) => ({ path, method: method.toUpperCase(), raw }))
  );
  return tags.map(({ name, description }) => ({
    name,
    description,
    operations: all.filter(({ raw }) => raw.tags.includes(name)).map(({ path, method, raw }) =>
      operationOf(path, method, raw, schemas)
    ),
  }));
}

function operationOf(
  path: string,
  method: string,
  raw: RawOperation,
  schemas: Record<string, Schema>,
): Operation {
  const parameters = raw.parameters ?? [];
  const responses = Object.entries(raw.responses);
  const examples = responses.flatMap(([status, { content = {} }]) =>
    status !== "200"
      ? []
      : Object.entries(content).flatMap(([type, { example }]) =>
        example === undefined ? [] : [{ type, text: written(example) }]
      )
  );
  const sent = Object.values(raw.requestBody?.content ?? {})[0]?.example;
  return {
    id: raw.operationId,
    method,
    path,
    summary: raw.summary,
    description: raw.description ?? "",
    parameters: parameters.map((one) => ({
      name: one.name,
      place: one.in,
      isRequired: one.required ?? false,
      values: valuesOf(one.schema, schemas),
      description: one.description ?? "",
    })),
    sent: sent === undefined ? undefined : written(sent),
    responses: responses.map(([status, { description, content = {} }]) => ({
      status,
      description,
      types: Object.keys(content),
    })),
    examples,
    href: method === "GET" ? hrefOf(path, parameters) : undefined,
  };
}

/** A path with the examples of its parameters, `undefined` if one has none. */
function hrefOf(path: string, parameters: readonly RawParameter[]): string | undefined {
  let href = path;
  for (const { name, in: place, required, example, examples } of parameters) {
    if (place !== "path" && !required) continue;
    const value = example ?? Object.values(examples ?? {})[0]?.value;
    if (value === undefined) return undefined;
    const text = encodeURIComponent(String(value));
    if (place === "path") href = href.replace(`{${name}}`, text);
    else href += `${href.includes("?") ? "&" : "?"}${name}=${text}`;
  }
  return href;
}

/** Says what a value may be. */
export function valuesOf(schema: Schema | undefined, schemas: Record<string, Schema>): string {
  if (schema === undefined) return "";
  if (schema.$ref !== undefined) {
    const name = schema.$ref.split("/").at(-1)!;
    const { enum: values, examples = [] } = schemas[name] ?? {};
    if (values !== undefined) return valuesOf({ enum: values }, schemas);
    return examples.length === 0 ? name : `as ${examples[0]}`;
  }
  const usual = schema.default === undefined ? "" : `; ${schema.default} by default`;
  if (schema.enum !== undefined) return schema.enum.join(", ") + usual;
  if (schema.items !== undefined) return `list of ${valuesOf(schema.items, schemas)}${usual}`;
  const { minimum, maximum } = schema;
  if (minimum !== undefined && maximum !== undefined) return `${minimum} to ${maximum}${usual}`;
  return `${[schema.type ?? []].flat().join(" or ")}${usual}`;
}

function written(example: unknown): string {
  return typeof example === "string" ? example : JSON.stringify(example, null, 2);
}
