import { assert, assertEquals } from "@std/assert";
import { Ajv2020 } from "ajv/dist/2020.js";
import { HandlerFixture } from "./handler_fixture.ts";

/** A response as the document describes it. */
interface Described {
  headers?: Record<string, { required: boolean }>;
  content?: Record<string, { schema: object; example?: unknown }>;
}

/** An operation as the document describes it. */
export interface Operation {
  operationId: string;
  parameters?: { name: string; in: string }[];
  responses: Record<string, Described>;
  requestBody?: { content: Record<string, { example?: unknown }> };
}

/** The headers that tell clients what to do next: none is to be sent that is not documented. */
const TELLING = [
  "etag",
  "last-modified",
  "location",
  "retry-after",
  "www-authenticate",
  "cache-control",
  "vary",
];

/** The OpenAPI document that a handler serves, against which answers are held. */
export class DescribedApi {
  /** The document. */
  // deno-lint-ignore no-explicit-any
  readonly document: any;

  readonly #ajv = new Ajv2020({ strict: true, allowUnionTypes: true, allErrors: true });

  private constructor(document: object) {
    this.document = document;
    const isMoment = (text: string) => !Number.isNaN(Date.parse(text)) && text.endsWith("Z");
    this.#ajv.addFormat("date-time", isMoment);
    this.#ajv.addVocabulary(["openapi", "info", "servers", "tags", "paths", "components"]);
    this.#ajv.addSchema(document, "api");
  }

  /** Asks a handler for its document. */
  static async load(): Promise<DescribedApi> {
    await using place = await HandlerFixture.open();
    return new DescribedApi(await place.json("/openapi.json"));
  }

  /** All operations, by method and path, as `GET /v1/hours/{hour}`. */
  get operations(): Map<string, Operation> {
    const paths = this.document.paths as Record<string, Record<string, Operation>>;
    return new Map(
      Object.entries(paths).flatMap(([path, methods]) =>
        Object.entries(methods).map(([method, operation]): [string, Operation] => [
          `${method.toUpperCase()} ${path}`,
          operation,
        ])
      ),
    );
  }

  /** What is wrong with a value, by the schema at a place of the document. */
  faults(place: readonly string[], value: unknown): string[] {
    const pointer = place.map((name) =>
      encodeURIComponent(name.replaceAll("~", "~0").replaceAll("/", "~1"))
    );
    const validate = this.#ajv.compile({ $ref: `api#/${pointer.join("/")}` });
    if (validate(value)) return [];
    return validate.errors!.map(({ instancePath, message, params }) =>
      `${instancePath} ${message} ${JSON.stringify(params)}`
    );
  }

  /** Fails unless a response is as the document says; reads its body. */
  async assertDescribed(operation: string, response: Response): Promise<void> {
    const [method = "", path = ""] = operation.split(" ");
    const status = String(response.status);
    const described = this.operations.get(operation)!.responses[status];
    const text = await response.text();
    assert(described !== undefined, `${operation} answers ${status}, undocumented: ${text}`);
    this.#assertHeaders(`${operation} ${status}`, described, response.headers);

    const type = response.headers.get("content-type")?.replace(/;.*/, "");
    assertEquals(text === "", described.content === undefined, `${operation} ${status}: ${text}`);
    if (described.content === undefined) return;
    assert(type !== undefined && type in described.content, `${operation} ${status} as ${type}`);
    if (!/[/+]json$/.test(type)) return;
    const place = ["paths", path, method!.toLowerCase(), "responses", status, "content", type];
    assertEquals(this.faults([...place, "schema"], JSON.parse(text)), [], `${operation}: ${text}`);
  }

  #assertHeaders(what: string, { headers = {} }: Described, sent: Headers): void {
    const names = Object.keys(headers).map((name) => name.toLowerCase());
    const missing = Object.entries(headers).filter(([name, { required }]) =>
      required && !sent.has(name)
    );
    assertEquals(missing.map(([name]) => name), [], `${what} has not all its headers`);
    const more = TELLING.filter((name) => sent.has(name) && !names.includes(name));
    assertEquals(more, [], `${what} has undocumented headers`);
  }
}
